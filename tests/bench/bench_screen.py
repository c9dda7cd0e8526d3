# SPDX-License-Identifier: GPL-3.0-or-later
"""Screening many records for their statuses, beside a Node script that only parses them."""

import generate
from variant import Variant

TITLE = 'Screening a file of records'
ITEM = 'record'

CRITERIA = 22
ENTRIES = 7


def variants(place):
    n_records = 100 if place.smoke else 100000
    rules = place.file(f'rules-{CRITERIA}.json', generate.text_of(generate.rules(CRITERIA)))
    records = place.file(f'records-{n_records}.ndjson', generate.lines_of(generate.records(n_records, CRITERIA, n_entries=ENTRIES)))
    screen = [place.program('src/cli/criteria-cli'), 'screen', '--rules', rules, '--format', 'ndjson', '--jobs']
    node = place.find('node')
    if node:
        yield Variant('node, JSON.parse of each line and nothing else', [node, place.source('parse-only.mjs'), records], items=n_records)
    for jobs in ('1', '2'):
        yield Variant(f'criteria-cli screen --format ndjson --jobs {jobs}', [*screen, jobs, records], items=n_records)
