# SPDX-License-Identifier: GPL-3.0-or-later
"""The memory that screening takes does not depend on how many records there are."""

import generate
from bench_screen import CRITERIA, ENTRIES
from variant import Variant

TITLE = 'Screening from a pipe'
ITEM = 'record'


def variants(place):
    n_records = 100 if place.smoke else 1000
    rules = place.file(f'rules-{CRITERIA}.json', generate.text_of(generate.rules(CRITERIA)))
    records = place.file(f'records-{n_records}.ndjson', generate.lines_of(generate.records(n_records, CRITERIA, n_entries=ENTRIES)))
    for times in (1, 2) if place.smoke else (1, 1000):
        for jobs in ('1', '2'):
            yield Variant(f'{times * n_records} records, --jobs {jobs}', [
                'sh', '-c', 'n=$1; shift; while [ "$n" -gt 0 ]; do cat "$0"; n=$((n - 1)); done | "$@" >/dev/null', records, str(times),
                place.program('src/cli/criteria-cli'), 'screen', '--rules', rules, '--format', 'ndjson', '--jobs', jobs, '-'],
                items=times * n_records)
