# SPDX-License-Identifier: GPL-3.0-or-later
"""Screening one record, from the start of the program to its end, beside a program that does nothing at all."""

import shutil

import generate
from bench_screen import CRITERIA, ENTRIES
from variant import Variant

TITLE = 'One record, from start to finish'
ITEM = 'start'


def variants(place):
    rules = place.file(f'rules-{CRITERIA}.json', generate.text_of(generate.rules(CRITERIA)))
    record = place.file('record.json', generate.lines_of(generate.records(1, CRITERIA, n_entries=ENTRIES)))
    yield Variant('true, which does nothing', [shutil.which('true')])
    for form in ('ndjson', 'text'):
        yield Variant(f'criteria-cli screen --format {form}', [place.program('src/cli/criteria-cli'), 'screen', '--rules', rules, '--format', form, record])
    node = place.find('node')
    if node:
        yield Variant("node -e '', which does nothing", [node, '-e', ''])
