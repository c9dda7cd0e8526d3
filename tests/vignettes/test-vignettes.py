#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-vignettes.py CRITERIA-CLI TOP: what a careful reader takes from a paragraph of a letter, and what the program shows, held
against each other. The expectations were written from the paragraphs before the program was asked. A criterion that an
expectation does not name is expected to be not known yet."""

import json
import os
import subprocess
import sys
import unittest

CLI, TOP = sys.argv[1:3]
DATE = '2026-11-20'
FILES = ('nhs-ketamine-infusion', 'esketamine-nasal-spray', 'pre-treatment-considerations')


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return json.load(file)


def screen(rules, answers):
    record = json.dumps({'reference': 'A-17', 'date': DATE, 'answers': answers})
    run = subprocess.run([CLI, 'screen', '--rules', os.path.join(TOP, rules), '--format', 'json'],
                         input=record, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    criteria = json.loads(run.stdout)['criteria']
    assert not [c for c in criteria if 'Cannot tell more precisely' in c['reason']]
    return {criterion['id']: criterion['status'] for criterion in criteria}


def expected(criteria, vignette):
    """Notes have no status. Those that depend on an answer are looked at where an expectation names them."""
    rest = {criterion['id']: 'unknown' for criterion in criteria if criterion['kind'] != 'note'}
    return {**rest, **vignette['expect']}


class Vignettes(unittest.TestCase):
    def test_each(self):
        for name in FILES:
            criteria = read(f'data/rules/{name}.json')['criteria']
            for vignette in read(f'tests/vignettes/{name}.json'):
                with self.subTest(file=name, vignette=vignette['name']):
                    wanted = expected(criteria, vignette)
                    shown = screen(f'data/rules/{name}.json', vignette['answers'])
                    self.assertEqual({key: shown.get(key) for key in wanted}, wanted)

    def test_number(self):
        """Ten letters a file, and no two alike."""
        for name in FILES:
            letters = {vignette['letter'] for vignette in read(f'tests/vignettes/{name}.json')}
            self.assertGreaterEqual(len(letters), 10, name)


unittest.main(argv=sys.argv[:1])
