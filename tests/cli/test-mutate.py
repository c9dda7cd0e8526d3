#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-mutate.py CRITERIA-CLI: which planted defects the cases of a rules file notice."""

import copy
import json
import subprocess
import sys
import tempfile
import unittest

CLI = sys.argv[1]


def question(id, **more):
    return {'id': id, 'text': f'What is {id}?', **more}


LIST = question('tries', type='list', questions=[question('kind', type='choice', options=[
    {'code': 'a', 'text': 'A'}, {'code': 'b', 'text': 'B'}]), question('failed', type='boolean')])
RULES = {
    'format': 'criteria-rules/1', 'id': 'small', 'version': '1', 'title': 'Small',
    'sections': [{'id': 'only', 'title': 'Only', 'questions': [
        question('age', type='integer'), question('ill', type='boolean'), question('well', type='boolean'), LIST]}],
    'criteria': [],
}


def entries(*rows):
    return {'entries': [{'kind': kind, 'failed': failed} for kind, failed in rows], 'complete': True}


# What is needed, and answers with the status that they lead to: enough to notice whatever is planted in it.
ENOUGH = {
    'number': ({'answer': 'age', 'at-least': 18}, [({'age': 17}, 'not-met'), ({'age': 18}, 'met')]),
    'truth': ({'answer': 'ill', 'is': True}, [({'ill': True}, 'met')]),
    'all': ({'all': [{'answer': 'ill', 'is': True}, {'answer': 'well', 'is': True}]},
            [({'ill': True, 'well': False}, 'not-met'), ({'ill': False, 'well': True}, 'not-met')]),
    'not': ({'not': {'answer': 'ill', 'is': True}}, [({'ill': True}, 'not-met')]),
    'count': ({'count': 'tries', 'distinct': 'kind', 'at-least': 2, 'where': {'answer': 'failed', 'is': True}},
              [({'tries': entries(('a', True), ('b', True))}, 'met'),
               ({'tries': entries(('a', True), ('a', True))}, 'not-met'),
               ({'tries': entries(('a', True), ('b', False))}, 'not-met')]),
}


def mutate(condition, cases):
    rules = copy.deepcopy(RULES)
    rules['criteria'] = [{'id': 'c', 'kind': 'requirement', 'text': 'It is so.', 'when': condition}]
    rules['cases'] = [{'name': f'case {i}', 'date': '2026-11-20', 'answers': answers, 'expect': {'c': status}}
                      for i, (answers, status) in enumerate(cases)]
    with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
        json.dump(rules, file)
        file.flush()
        return subprocess.run([CLI, 'test', '--mutate', file.name], capture_output=True, text=True, check=False)


class Mutate(unittest.TestCase):
    def test_enough(self):
        for name, (condition, cases) in ENOUGH.items():
            with self.subTest(name):
                result = mutate(condition, cases)
                self.assertNotIn('not ok', result.stdout)
                self.assertNotIn('[not-noticed]', result.stdout)
                self.assertIn('(100 %)', result.stdout)
                self.assertEqual(result.returncode, 0)

    def test_too_few(self):
        """Without any one of its cases, each condition lets a defect pass: none of them is there for nothing."""
        for name, (condition, cases) in ENOUGH.items():
            for i in range(len(cases)):
                with self.subTest(name, without=i):
                    result = mutate(condition, cases[:i] + cases[i + 1:])
                    self.assertIn('[not-noticed]', result.stdout)
                    self.assertEqual(result.returncode, 1)

    def test_rules_stay_as_they_are(self):
        """What is planted is taken out again: a second condition is looked at with the first one whole."""
        number, truth = ENOUGH['number'], ENOUGH['truth']
        both = {'any': [number[0], truth[0]]}
        cases = [({'age': 17, 'ill': False}, 'not-met'), ({'age': 18, 'ill': False}, 'met'), ({'age': 17, 'ill': True}, 'met')]
        result = mutate(both, cases)
        self.assertIn('(100 %)', result.stdout)
        self.assertNotIn('not ok', result.stdout)


unittest.main(argv=sys.argv[:1])
