#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-planted.py CRITERIA-CLI RULES…: some hundred defects planted in rules files that people use. Each must be found where it
is."""

import os
import random
import re
import subprocess
import sys
import tempfile
import unittest

CLI, *FILES = sys.argv[1:]
SEED = 20261120
OF_EACH_KIND = 4
# What can be seen only where it is used: of these kinds a finding may also be on any line that has the old word.
HERE, AT_USES = 'here', 'at its uses'

WORD = r'[a-z][a-z-]*'
# A line as far as it holds whole texts, so that what follows is in none: as little of it as possible, or as much.
LITTLE = r'(?m)^(?:[^"\n]|"(?:[^"\\\n]|\\.)*")*?'
MUCH = LITTLE[:-1]


def swapped(word):
    """The word with two of its letters the wrong way round."""
    for i in range(len(word) // 2, len(word) - 1):
        if word[i] != word[i + 1]:
            return word[:i] + word[i + 1] + word[i] + word[i + 2:]
    return word + 'x'


# The name of each kind, what it is looked for by, what group 1 of that becomes, and where it is to be found.
KINDS = (
    ('key misspelt', rf'"({WORD})": ', swapped, HERE),
    ('key in capitals', rf'"({WORD})": ', str.upper, HERE),
    ('key without quotes', rf'("{WORD}"): ', lambda key: key.strip('"'), HERE),
    ('key twice', r'\n( *"(?:id|kind|text|type|name|date)": [^\n]*,\n)', lambda line: line * 2, HERE),
    ('comma lost', r'(,)\n', '', HERE),
    ('comma lost in a line', r'"(,) "', '', HERE),
    ('comma too many', r'[\]}"](\n)', ',\n', HERE),
    ('colon lost', r'"(:) ', '', HERE),
    ('quote lost before', r'": (")', '', HERE),
    ('quote lost after', r'(")\n', '', HERE),
    ('quotes of a word processor', r'(")[,\n]', '”', HERE),
    ('brace lost before', rf'{LITTLE}(\{{)', '', HERE),
    ('brace lost after', rf'{MUCH}(\}})', '', HERE),
    ('bracket lost before', rf'{LITTLE}(\[)', '', HERE),
    ('bracket lost after', rf'{MUCH}(\])', '', HERE),
    ('bracket twice', rf'{MUCH}([\[\]{{}}])', lambda bracket: bracket * 2, HERE),
    ('brackets of another kind', rf'{MUCH}([\[\]{{}}])', lambda bracket: dict(zip('[]{}', '{}[]'))[bracket], HERE),
    ('comment', r',(\n)', ', // to be checked\n', HERE),
    ('true in capitals', r': (true)\b', 'True', HERE),
    ('yes for true', r'"is": (true)\b', '"yes"', HERE),
    ('number in quotes', r'"at-least": (\d+)', r'"\1"', HERE),
    ('number with a zero before it', r'"at-least": (\d+)', r'0\1', HERE),
    ('bound that is a length of time', r'"at-least": (\d+)', r'"\1 weeks"', HERE),
    ('bound that is a number', r'"at-least": ("\d+ weeks")', '6', HERE),
    ('unit of time misspelt', r'"\d+ (weeks)"', 'wekes', HERE),
    ('day that is none', r'"(2026-11-20)"', '2026-11-31', HERE),
    ('day in another order', r'"(2026-11-20)"', '20-11-2026', HERE),
    ('text empty', r'"(?:text|title|name)": (".+?")', '""', HERE),
    ('text that is a number', r'"(?:text|title|name)": (".+?")', '7', HERE),
    ('null', r'": ("[^"]*"|true|false|\d+)[,\n]', 'null', HERE),
    ('kind unknown', rf'"kind": "({WORD})"', swapped, HERE),
    ('certainty unknown', rf'"certainty": "({WORD})"', swapped, HERE),
    ('type unknown', rf'"type": "({WORD})"', swapped, HERE),
    ('question unknown', rf'"answer": "({WORD})"', swapped, HERE),
    ('source unknown', rf'"source": "({WORD})"', swapped, HERE),
    ('option unknown', rf'"is": "({WORD})"', swapped, HERE),
    ('answer unknown', rf'"(?:outcome|medicine|funding|referred-by|therapy)": "({WORD})"', swapped, HERE),
    ('status unknown', r'"(met|not-met|present|absent)"', swapped, HERE),
    ('status wrong', r'": "(met|present)"', lambda word: {'met': 'not-met', 'present': 'absent'}[word], HERE),
    ('criterion of a case unknown', rf'"({WORD})": "(?:met|not-met|present|absent|unknown)"', swapped, HERE),
    ('reason unknown', r'"unknown": "(\w[\w-]*)"', swapped, HERE),
    ('one condition for two', r'("all"): \[\{', '"not"', HERE),
    ('id renamed', rf'"id": "({WORD})"(?=[\s\S]*"\1["\.])', swapped, AT_USES),
    ('option renamed', rf'"code": "({WORD})"(?=[\s\S]*"\1")', swapped, AT_USES),
    ('type changed', r'"id": "(%s)",\s*"type": "(?P<changed>boolean)"' % WORD, 'integer', AT_USES),
    ('section removed', r'"id": "(%s)",\s*"title": (?P<changed>"(?:[^\n]|\n(?!    \},?\n))*)' % WORD, '', AT_USES),
)


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


def plant(text, match, change):
    """The text with the defect in it, and the line that it is in."""
    start, end = match.span('changed' if 'changed' in match.re.groupindex else 1)
    new = change(match.group(1)) if callable(change) else match.expand(change)
    return text[:start] + new + text[end:], line_of(text, start + (match.group(1) == '\n'))


def lines_of_word(text, word):
    return {line_of(text, match.start()) for match in re.finditer(rf'"{re.escape(word)}["\.]', text)}


class Planted(unittest.TestCase):
    def setUp(self):
        self.file = tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8', newline='')
        self.addCleanup(self.file.close)

    def lint(self, text):
        """The lines that findings are on."""
        self.file.seek(0)
        self.file.truncate()
        self.file.write(text)
        self.file.flush()
        result = subprocess.run([CLI, 'lint', '--date=2026-11-20', self.file.name], capture_output=True, text=True, timeout=20, check=False)
        self.assertEqual(result.stderr, '')
        self.assertEqual(result.returncode, 1 if result.stdout else 0)
        return {int(line) for line in re.findall(r'^[^:]+:(\d+):\d+: ', result.stdout, re.MULTILINE)}, result.stdout

    def check(self, before, kind, match):
        name, _pattern, change, where = kind
        text, line = plant(before, match, change)
        places = {line} if where == HERE else {line} | lines_of_word(text, match.group(1))
        found, output = self.lint(text)
        near = any(abs(one - place) <= 1 for one in found for place in places)
        self.assertTrue(near, f'{name}: {match.group()!r} in line {line}\n{output}')

    def plant_all(self, path, of_each_kind):
        """Plants defects of each kind that the file has a place for, and says which kinds those are, each as often as planted."""
        chance = random.Random(SEED)
        planted = []
        text = read(path)
        self.assertEqual(self.lint(text)[1], '')
        for kind in KINDS:
            matches = list(re.finditer(kind[1], text))
            for match in chance.sample(matches, min(of_each_kind, len(matches))):
                with self.subTest(kind[0], file=os.path.basename(path), at=match.start()):
                    self.check(text, kind, match)
                planted.append(kind[0])
        return planted

    def test_planted(self):
        first, *others = FILES
        planted = self.plant_all(first, OF_EACH_KIND)
        self.assertGreaterEqual(len(planted), 150)
        self.assertEqual(set(planted), {kind[0] for kind in KINDS})
        for path in others:
            self.assertGreaterEqual(len(self.plant_all(path, 1)), 30)


unittest.main(argv=sys.argv[:1])
