# SPDX-License-Identifier: GPL-3.0-or-later
"""Loading very many criteria and screening one record, beside an engine for rules in JSON that others would take."""

import subprocess
import sys

import generate
from variant import Variant

TITLE = 'Rules loaded, and one record screened'
ITEM = 'criterion'
ENGINE = 'json-rules-engine@7.3.1'


def variants(place):
    n_criteria = 20 if place.smoke else 20000
    rules = place.file(f'engine-rules-{n_criteria}.json', generate.text_of(generate.rules(n_criteria)))
    record = place.file(f'engine-record-{n_criteria}.ndjson', generate.lines_of(generate.records(1, n_criteria)))
    yield Variant('criteria-cli screen --format ndjson', [
        place.program('src/cli/criteria-cli'), 'screen', '--rules', rules, '--format', 'ndjson', record], items=n_criteria)
    node, npm = place.find('node'), place.find('npm')
    if place.smoke or not node or not npm:
        return
    modules = place.bench('modules')
    if subprocess.run([npm, 'install', '--prefix', modules, ENGINE], check=False, capture_output=True).returncode != 0:
        print(f'{ENGINE} cannot be installed: its row is left out', file=sys.stderr)
    else:
        yield Variant(f'node, {ENGINE}', [node, place.source('rules-engine.mjs'), modules, rules, record], items=n_criteria)
