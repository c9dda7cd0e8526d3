#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-audit-page.py CRITERIA-CLI TOP: what docs/audit.md tells people to do is done, and comes to what one process counts. GNU parallel is
the real one; Slurm, Hadoop and Spark are stood in for, as far as the page uses them."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

CLI, TOP = map(os.path.abspath, sys.argv[1:3])
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(TOP, 'tests', 'cli'))
from made_records import made_records

LONGEST_SENTENCE = 20
N_RECORDS = 900


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


PAGE = read(os.path.join(TOP, 'docs', 'audit.md'))
# Language, what is to be done with it, by what or under which name, and the block itself.
BLOCKS = re.findall(r'^```(\w+) (\w+)(?: ([\w.]+))?\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
RULES = read(os.path.join(TOP, 'data', 'rules', 'nhs-ketamine-infusion.json'))
LINES = list(made_records(json.loads(RULES), N_RECORDS))


class Page(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        os.mkdir(self.path('bin'))
        os.mkdir(self.path('records'))
        os.symlink(CLI, self.path('bin/criteria-cli'))
        self.environment = dict(os.environ, PATH=f'{self.path("bin")}:{HERE}/stand-ins:{os.environ["PATH"]}', HOME=self.folder,
                                PYTHONPATH=f'{HERE}/stand-ins', PYTHONDONTWRITEBYTECODE='1')
        self.write('rules.json', RULES)
        self.write('newer.json', RULES.replace('"6 weeks"', '"8 weeks"'))
        self.write('records.ndjson', ''.join(LINES))
        for number in range(3):
            self.write(f'records/{number}', ''.join(LINES[number::3]))
        for _, action, name, text in BLOCKS:
            if action == 'file':
                self.write(name, text)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)

    def run_in_folder(self, *command):
        return subprocess.run(command, capture_output=True, encoding='utf-8', env=self.environment, cwd=self.folder, timeout=60, check=False)

    def whole(self):
        """What one process counts."""
        return self.run_in_folder('criteria-cli', 'audit', '--rules', 'rules.json', '--tally', 'records.ndjson').stdout

    def result(self):
        """Hadoop ends each line with the tab behind its key."""
        path = self.path('audit.tally')
        return read(path) if os.path.exists(path) else read(self.path('audit/part-00000')).replace('\t\n', '\n')

    def check_block(self, language, text):
        result = self.run_in_folder(*(['bash', '-euo', 'pipefail', '-c'] if language == 'sh' else ['python3', '-c']), text)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.result(), self.whole())
        return result.stdout

    def test_every_block_is_tried(self):
        self.assertEqual({action for _, action, _, _ in BLOCKS}, {'run', 'file', 'tally'})
        self.assertEqual(len(re.findall('^```', PAGE, re.MULTILINE)), 2 * len(BLOCKS))
        self.assertEqual([name for _, action, name, _ in BLOCKS if action == 'run'], ['', 'twice', 'parallel', 'parallel', 'slurm', 'hadoop', 'spark', 'small'])

    def check_blocks(self, wanted):
        for language, action, name, text in BLOCKS:
            if (action, name) == ('run', wanted):
                said = self.check_block(language, text)
                os.remove(self.path('audit.tally')) if os.path.exists(self.path('audit.tally')) else None
        return said

    def test_one_machine(self):
        self.assertIn(f'Records: {N_RECORDS}', self.check_blocks(''))
        self.assertTrue(read(self.path('audit.html')).startswith('<!DOCTYPE html>'))
        self.assertTrue(read(self.path('audit.csv')).startswith('part,'))

    def test_twice(self):
        """References are told apart whatever is in them."""
        beds = [json.dumps({**json.loads(LINES[0]), 'reference': f'Ward "3", bed {i}'}) + '\n' for i in (1, 2)]
        self.write('records.ndjson', ''.join(LINES + LINES[3:5] + beds + beds[1:]))
        block = next(text for _, _, name, text in BLOCKS if name == 'twice')
        found = self.run_in_folder('bash', '-euo', 'pipefail', '-c', block).stdout.splitlines()
        self.assertCountEqual(found, [json.dumps(json.loads(line)['reference']) for line in LINES[3:5] + beds[1:]])

    def test_parallel(self):
        self.check_blocks('parallel')

    def test_slurm(self):
        self.check_blocks('slurm')

    def test_hadoop(self):
        self.check_blocks('hadoop')

    def test_spark(self):
        self.check_blocks('spark')

    def test_small(self):
        self.check_blocks('small')
        self.assertRegex(read(self.path('audit.csv')), r',<10\n')
        self.assertNotRegex(read(self.path('audit.csv')), r',[1-7]\n')

    def test_the_tally_of_the_page_is_one(self):
        text = next(text for _, action, _, text in BLOCKS if action == 'tally')
        self.write('page.tally', json.dumps(json.loads(text)) + '\n')
        result = self.run_in_folder('criteria-cli', 'audit', '--merge', '--tally', 'page.tally')
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        self.assertEqual(json.loads(result.stdout), json.loads(text))

    def test_every_key_is_on_the_page(self):
        tally = json.loads(self.run_in_folder('criteria-cli', 'audit', '--rules', 'rules.json', '--compare', 'newer.json', '--tally', 'records.ndjson').stdout)
        keys = set()

        def collect(value):
            if isinstance(value, dict):
                keys.update(value)
            for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
                collect(each)

        collect(tally)
        self.assertGreater(len(keys), 25)
        self.assertEqual([key for key in sorted(keys) if f'`{key}`' not in PAGE], [])

    def test_sentences_are_short(self):
        prose = re.sub(r'^```.*?^```$|^\|.*$|^#.*$', '', PAGE, flags=re.MULTILINE | re.DOTALL)
        for sentence in re.split(r'(?<=[.!?:;])\s+|\n\n|^- ', re.sub(r'`[^`]*`', 'x', prose), flags=re.MULTILINE):
            self.assertLessEqual(len(sentence.split()), LONGEST_SENTENCE, sentence)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
