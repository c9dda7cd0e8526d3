# SPDX-License-Identifier: GPL-3.0-or-later
"""Screening takes as long for each criterion, however many there are; after one answer hardly any time."""

import generate
from variant import Variant

TITLE = 'Screening a record'
ITEM = 'criterion'


def variants(place):
    small = place.file('rules-5.json', generate.text_of(generate.rules(5)))
    for n_criteria in (5, 10) if place.smoke else (20, 200, 2000, 20000):
        rules = place.file(f'rules-{n_criteria}.json', generate.text_of(generate.rules(n_criteria)))
        record = place.file(f'record-{n_criteria}.json', generate.lines_of(generate.records(1, n_criteria)))
        yield Variant(f'{n_criteria} criteria: load', [place.bench('bench-rules'), small, rules], items=n_criteria,
                      measures_itself=True)
        for step, name in (('screen', 'screen'), ('update', 'one answer changed')):
            yield Variant(f'{n_criteria} criteria: {name}', [place.bench('bench-screening'), step, rules, record],
                          items=n_criteria, measures_itself=True)
