# SPDX-License-Identifier: GPL-3.0-or-later
"""How many instructions screening takes, which no other work of the machine can change."""

import shutil
import sys

import generate
from bench_screen import CRITERIA, ENTRIES
from variant import Variant

TITLE = 'Screening, in instructions'
ITEM = 'record'
MOST_ROUNDS = 1


def variants(place):
    if not shutil.which('valgrind') or place.is_instrumented:
        return
    few, many = (20, 40) if place.smoke else (2000, 4000)
    rules = place.file(f'rules-{CRITERIA}.json', generate.text_of(generate.rules(CRITERIA)))
    files = [place.file(f'records-{n}.ndjson', generate.lines_of(generate.records(n, CRITERIA, n_entries=ENTRIES))) for n in (few, many)]
    yield Variant(f'{many} records, less what {few} of them take', [
        sys.executable, place.source('count-instructions.py'), *files,
        place.program('src/cli/criteria-cli'), 'screen', '--rules', rules, '--format', 'ndjson'], items=many - few, measures_itself=True)
