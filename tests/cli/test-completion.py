#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-completion.py CRITERIA-CLI FOLDER: what bash offers after a tab is what the program says of itself: its commands, their options, the
values that these take, and the files that they read."""

import os
import re
import subprocess
import sys
import tempfile
import unittest

from help_text import Help, commands

CLI = os.path.abspath(sys.argv[1])
FOLDER = os.path.abspath(sys.argv[2])
ASK = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'complete.sh')
FILES = ['rules.json', 'A 17.checklist', 'records.ndjson', 'part-1.tally', 'letter.txt']


def offered(*words, program='criteria-cli', cwd=None):
    result = subprocess.run(['bash', ASK, os.path.join(FOLDER, program), program, *words], capture_output=True, text=True, cwd=cwd,
                            timeout=30, check=False)
    if result.returncode != 0 or result.stderr:
        raise AssertionError(result.stderr)
    return result.stdout.splitlines()


class Words(unittest.TestCase):
    def test_commands(self):
        self.assertEqual(offered(''), [*commands(CLI), '--help', '--version'])
        self.assertEqual(offered('s'), ['screen', 'summary'])
        self.assertEqual(offered('no-such'), [])

    def test_options(self):
        for command in commands(CLI):
            wanted = [f'--{name}{"=" if value else ""}' for _, name, value, _ in Help(CLI, command).options]
            self.assertEqual(offered(command, '-'), wanted, command)
        self.assertEqual(offered('screen', '--r'), ['--rules='])

    def test_values_that_the_help_lists(self):
        seen = set()
        for command in commands(CLI):
            for short, name, value, does in Help(CLI, command).options:
                if value not in ('FORMAT', 'PAPER'):
                    continue
                wanted = re.sub(r'^.*: |[(]the default[)]', '', does).replace(',', ' ').replace(' or ', ' ').split()
                self.assertEqual(offered(command, f'--{name}', ''), wanted, (command, name))
                self.assertEqual(offered(command, f'--{name}='), wanted, (command, name))
                self.assertEqual(offered(command, f'--{name}={wanted[1][:2]}'), wanted[1:2], (command, name))
                seen.add(name)
        self.assertEqual(seen, {'format', 'paper'})

    def test_every_option_that_takes_something_offers_something(self):
        for command in commands(CLI):
            for short, name, value, _ in Help(CLI, command).options:
                if value:
                    self.assertNotEqual(offered(command, f'--{name}', '', cwd=os.path.dirname(ASK) + '/screen'), [], (command, name))
                    if short:
                        self.assertEqual(offered(command, f'-{short}', ''), offered(command, f'--{name}', ''))

    def test_the_window(self):
        self.assertEqual(offered('--', program='criteria'), ['--help'])


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        for name in FILES:
            with open(os.path.join(self.folder, name), 'w', encoding='utf-8'):
                pass
        os.mkdir(os.path.join(self.folder, 'more'))
        with open(os.path.join(self.folder, 'more', 'newer.json'), 'w', encoding='utf-8'):
            pass

    def check(self, words, *names, program='criteria-cli'):
        self.assertEqual(sorted(offered(*words, program=program, cwd=self.folder)), sorted(names), words)

    def test_what_each_command_reads(self):
        self.check(['lint', ''], 'rules.json', 'more')
        self.check(['test', ''], 'rules.json', 'more')
        self.check(['screen', ''], 'rules.json', 'records.ndjson', 'more')
        self.check(['audit', ''], 'rules.json', 'records.ndjson', 'more')
        self.check(['audit', '--merge', ''], 'part-1.tally', 'more')
        self.check(['summary', ''], 'rules.json', 'A 17.checklist', 'more')
        self.check(['compare', ''], 'rules.json', 'A 17.checklist', 'more')
        self.check(['verify', ''], 'A 17.checklist', 'more')
        self.check([''], 'rules.json', 'A 17.checklist', 'more', program='criteria')

    def test_what_options_take(self):
        for option in ['--rules', '--former']:
            self.check(['compare', option, ''], 'rules.json', 'more')
        self.check(['audit', '--compare', ''], 'rules.json', 'more')
        self.check(['screen', '--rules=r'], 'rules.json')
        self.check(['screen', '--rules', 'more/'], 'more/newer.json')
        self.check(['summary', '-o', ''], *FILES, 'more')
        self.check(['screen', '--rules', 'rules.json', 're'], 'records.ndjson')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
