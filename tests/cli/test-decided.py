#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-decided.py CRITERIA-CLI: random conditions, in which whatever is found to be decided already really is, and where nothing
is found there is nothing. What a condition comes to is worked out here once more, answer by answer."""

import itertools
import json
import random
import subprocess
import sys
import tempfile
import unittest

CLI = sys.argv[1]
HIGHEST = 5
TRUE, FALSE = {'all': []}, {'any': []}


def random_test(random_):
    if random_.random() < 0.6:
        return {'answer': random_.choice('xyz'), 'is': random_.random() < 0.5}
    low, high = sorted(random_.sample(range(HIGHEST + 1), 2))
    return {'answer': 'n', **random_.choice(({'at-least': high}, {'at-most': low}, {'more-than': low}, {'at-least': low, 'at-most': high}))}


def random_condition(random_, depth):
    shape = random_.choice(('all', 'any', 'not', 'of', 'test')) if depth > 0 else 'test'
    if shape == 'test':
        return random_test(random_)
    if shape == 'not':
        return {'not': random_condition(random_, depth - 1)}
    parts = [random_condition(random_, depth - 1) for _ in range(random_.randrange(2, 4))]
    return {shape: parts} if shape != 'of' else {'at-least': random_.randrange(1, len(parts) + 1), 'of': parts}


def parts_of(condition):
    if 'not' in condition:
        return [condition['not']]
    return condition.get('all', condition.get('any', condition.get('of', [])))


def is_true(condition, answers):
    if 'answer' in condition:
        value = answers[condition['answer']]
        if condition['answer'] == 'y' and not answers['x']:
            return False
        if 'is' in condition:
            return value == condition['is']
        return (value >= condition.get('at-least', 0) and value <= condition.get('at-most', HIGHEST)
                and value > condition.get('more-than', -1))
    n_true = sum(is_true(part, answers) for part in parts_of(condition))
    if 'not' in condition:
        return n_true == 0
    return n_true >= {'all': len(parts_of(condition)), 'any': 1}.get(next(iter(condition)), condition.get('at-least', 0))


ANSWERS = [dict(zip('xyzn', values)) for values in itertools.product((False, True), (False, True), (False, True), range(HIGHEST + 1))]


def table(condition):
    return [is_true(condition, answers) for answers in ANSWERS]


def without(condition, path, constant):
    """The condition with the part at that path made constant; a path tells the way by numbers."""
    if not path:
        return constant
    copy = dict(condition)
    parts = list(parts_of(condition))
    parts[path[0]] = without(parts[path[0]], path[1:], constant)
    key = next(key for key in ('all', 'any', 'of', 'not') if key in condition)
    copy[key] = parts[0] if key == 'not' else parts
    return copy


def paths_of(condition, path=()):
    """The paths to all parts; what is under `not` is as decided as the whole, and is no part of its own."""
    for i, part in enumerate(parts_of(condition)):
        if 'not' not in condition:
            yield path + (i,), part
        yield from paths_of(part, path + (i,))


def write(condition, start, path=(), columns=None):
    """The condition as text, and at which column each part begins."""
    columns[start] = path
    members = []
    here = start + 1
    for key, value in condition.items():
        before = json.dumps(key) + ': '
        if key == 'not':
            text = before + write(value, here + len(before), path + (0,), columns)
        elif isinstance(value, list):
            text = before + '['
            for i, part in enumerate(value):
                text += (', ' if i else '')
                text += write(part, here + len(text), path + (i,), columns)
            text += ']'
        else:
            text = before + json.dumps(value)
        members.append(text)
        here += len(text) + 2
    return '{' + ', '.join(members) + '}'


def question(id, type='boolean', **more):
    return {'id': id, 'type': type, 'text': id, **more}


def rules_of(conditions):
    """A rules file with a criterion a line, and of each condition at which column its parts begin."""
    head = json.dumps({
        'format': 'criteria-rules/1', 'id': 'r', 'version': '1', 'title': 'R', 'review-by': '2099-01-01', 'effective-from': '2026-01-01',
        'sections': [{'id': 's', 'title': 'S', 'questions': [
            question('x'), question('y', **{'shown-when': {'answer': 'x', 'is': True}}), question('z'),
            question('n', 'integer', minimum=0, maximum=HIGHEST)]}]})
    lines, places = [head[:-1] + ', "criteria": ['], []
    for i, condition in enumerate(conditions):
        start = json.dumps({'id': f'c{i}', 'kind': 'requirement', 'text': 'C', 'sources': []})[:-1] + ', "when": '
        columns = {}
        lines.append(start + write(condition, len(start) + 1, (), columns) + ('}' if i + 1 == len(conditions) else '},'))
        places.append(columns)
    return '\n'.join(lines + [']}']), places


def lint(text):
    with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
        file.write(text)
        file.flush()
        run = subprocess.run([CLI, 'lint', '--format=json', '--date=2026-11-20', file.name], capture_output=True, text=True, check=False)
    return json.loads(run.stdout)


class Decided(unittest.TestCase):
    def check(self, condition, columns, findings):
        codes = {finding['code'] for finding in findings}
        if len(set(table(condition))) == 1:
            self.assertIn('always-met' if table(condition)[0] else 'never-met', codes)
            self.assertNotIn('already-decided', codes)
            return
        rest, found = condition, []
        for finding in findings:
            if finding['code'] != 'already-decided':
                continue
            path = columns[finding['column']]
            found.append(path)
            rest = without(rest, path, FALSE if 'ruled it out' in finding['message'] else TRUE)
        self.assertEqual(table(rest), table(condition), 'what was found to be decided makes a difference')
        for path, part in paths_of(condition) if not found else ():
            for constant in (TRUE, FALSE):
                self.assertNotEqual(table(without(condition, path, constant)), table(condition), f'{part} makes no difference')

    def test_random(self):
        random_ = random.Random(7)
        conditions = [random_condition(random_, 3) for _ in range(120)]
        text, places = rules_of(conditions)
        findings = lint(text)
        n_found = 0
        for i, condition in enumerate(conditions):
            own = [finding for finding in findings if finding['line'] == i + 2]
            n_found += any(finding['code'] == 'already-decided' for finding in own)
            with self.subTest(condition=json.dumps(condition)):
                self.check(condition, places[i], own)
        self.assertGreater(n_found, 30)
        self.assertLess(n_found, 110)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
