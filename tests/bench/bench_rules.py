# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and memory for one criterion stay the same, however many there are."""

import generate
from variant import Variant

TITLE = 'Reading a rules file'
ITEM = 'criterion'


def file_of(place, n_criteria):
    return place.file(f'rules-{n_criteria}.json', generate.text_of(generate.rules(n_criteria)))


def variants(place):
    small = file_of(place, 5)
    for n_criteria in (8, 12) if place.smoke else (100, 1000, 10000):
        yield Variant(f'{n_criteria} criteria', [place.bench('bench-rules'), small, file_of(place, n_criteria)], items=n_criteria,
                      measures_itself=True)
