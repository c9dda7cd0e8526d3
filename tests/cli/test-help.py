#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-help.py CRITERIA-CLI RULES RECORD: what each command says of itself, and whether it is so: every example is run, and every exit status reached."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from help_text import Help, commands
from made_records import made_records

CLI, RULES, RECORD = (os.path.abspath(path) for path in sys.argv[1:4])
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8')
NOTICE = 'For information only. This is not a clinical decision.'


def run(*arguments, **options):
    return subprocess.run([CLI, *arguments], capture_output=True, env=ENVIRONMENT, timeout=60, **options)


def sealed(record):
    """A record as the program saves it: with the digest of what was recorded, in the order of the rules, which the file has."""
    recorded = {key: record[key] for key in ('reference', 'date', 'completed-by', 'answers')}
    text = json.dumps(recorded, ensure_ascii=False, separators=(',', ':'))
    return json.dumps(dict(record, digest=hashlib.sha256(text.encode()).hexdigest()), ensure_ascii=False, indent=2)


class Folder(unittest.TestCase):
    """A folder with the files that the examples name."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        with open(RULES, encoding='utf-8') as file:
            lines = list(made_records(json.load(file), 30))
        for name in ['rules.json', 'newer.json']:
            shutil.copy(RULES, self.path(name))
        os.mkdir(self.path('rules'))
        shutil.copy(RULES, self.path('rules/one.json'))
        with open(RECORD, encoding='utf-8') as file:
            self.write('A-17.checklist', sealed(json.load(file)))
        self.write('A-17.json', lines[0])
        for name in ['records.ndjson', 'part-1.ndjson', 'part-2.ndjson']:
            self.write(name, ''.join(lines))
        with gzip.open(self.path('records.gz'), 'wt') as file:
            file.write(''.join(lines))
        for name in ['part-1', 'part-2']:
            with open(self.path(f'{name}.tally'), 'wb') as file:
                file.write(run('audit', '--rules', 'rules.json', '--tally', f'{name}.ndjson', cwd=self.folder).stdout)
        os.symlink(CLI, self.path('criteria-cli'))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)

    def shell(self, line):
        environment = dict(ENVIRONMENT, PATH=f'{self.folder}:{ENVIRONMENT["PATH"]}')
        return subprocess.run(['sh', '-c', line], cwd=self.folder, env=environment, capture_output=True, timeout=60, check=False)


class Examples(Folder):
    def test_every_example_works(self):
        for command in commands(CLI):
            said = Help(CLI, command)
            self.assertGreater(len(said.examples), 0, command)
            for line in said.examples:
                with self.subTest(line=line):
                    self.assertIn(f'criteria-cli {command} ', line)
                    result = self.shell(line)
                    # What a case does not notice is told by an exit status of 1.
                    self.assertEqual(result.returncode, 1 if '--mutate' in line and b'not noticed' in result.stdout else 0,
                                     (result.stdout, result.stderr))

    def test_the_examples_of_the_whole_are_those_of_its_parts(self):
        whole = run('--help').stdout.decode()
        for command in commands(CLI):
            self.assertIn(f'  {Help(CLI, command).examples[0]}\n', whole)


class Shape(unittest.TestCase):
    def test_examples_come_first(self):
        for arguments in [[], *([command] for command in commands(CLI))]:
            result = run(*arguments, '--help')
            text = result.stdout.decode()
            self.assertEqual((result.returncode, result.stderr), (0, b''), arguments)
            headings = [line for line in text.splitlines() if line.endswith(':') and not line.startswith(' ')]
            self.assertEqual(headings[0], 'Examples:', arguments)
            self.assertEqual(headings[1], 'Usage:', arguments)
            self.assertEqual(headings[-1], 'Exit status:', arguments)
            self.assertTrue(text.endswith(f'\n\n{NOTICE}\n'), arguments)

    def test_short_and_long(self):
        for command in commands(CLI):
            self.assertEqual(run(command, '-h').stdout, run(command, '--help').stdout)

    def test_a_wrong_option_leads_to_the_help(self):
        for command in commands(CLI):
            result = run(command, '--no-such-option')
            self.assertEqual((result.returncode, result.stdout), (2, b''))
            self.assertIn(f'“criteria-cli {command} --help”', result.stderr.decode())


class ExitStatuses(Folder):
    """Of each command: nothing to report, findings, and what cannot be read."""

    CALLS = {
        'lint': ('lint rules.json', 'lint bad.json', 'lint none.json'),
        'test': ('test rules.json', 'test bad.json', 'test none.json'),
        'screen': ('screen --rules rules.json A-17.json', 'screen --rules rules.json bad.json', 'screen --rules rules.json none.json'),
        'summary': ('summary A-17.checklist', 'summary bad.json', 'summary none.json'),
        'compare': ('compare --rules newer.json A-17.checklist', 'compare --rules bad.json A-17.checklist',
                    'compare --rules newer.json none.json'),
        'audit': ('audit --rules rules.json records.ndjson', 'audit --rules rules.json bad.json', 'audit --rules rules.json none.json'),
        'verify': ('verify A-17.checklist', 'verify changed.checklist', 'verify none.json'),
    }

    def test_each_is_reached(self):
        self.write('bad.json', '{"id": }')
        with open(self.path('A-17.checklist'), encoding='utf-8') as file:
            record = json.load(file)
        record['reference'] += ' changed'
        self.write('changed.checklist', json.dumps(record, ensure_ascii=False, indent=2))
        self.assertEqual(sorted(self.CALLS), sorted(commands(CLI)))
        for calls in self.CALLS.values():
            for status, call in enumerate(calls):
                result = run(*call.split(), cwd=self.folder)
                self.assertEqual(result.returncode, status, (call, result.stderr))
                if status > 0:
                    self.assertNotEqual(result.stderr + result.stdout, b'', call)

    def test_rules_with_errors_are_findings(self):
        self.write('bad.json', '{"id": }')
        for call in [['screen', '--rules', 'bad.json', 'A-17.json'], ['audit', '--rules', 'bad.json', 'records.ndjson'],
                     ['audit', '--rules', 'rules.json', '--compare', 'bad.json', 'records.ndjson'],
                     ['summary', '--rules', 'bad.json', 'A-17.json'], ['compare', '--rules', 'bad.json', 'A-17.checklist'],
                     ['compare', '--rules', 'newer.json', '--former', 'bad.json', 'A-17.json']]:
            result = run(*call, cwd=self.folder)
            self.assertEqual((result.returncode, result.stdout), (1, b''), call)
            self.assertIn('bad.json:1:8: error: ', result.stderr.decode())

    def test_output_that_cannot_be_written(self):
        for command, calls in self.CALLS.items():
            with self.subTest(command=command), open('/dev/full', 'wb') as full:
                call = calls[1] if command == 'lint' else calls[0]
                self.write('bad.json', '{"id": }')
                result = subprocess.run([CLI, *call.split()], cwd=self.folder, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False)
                self.assertEqual(result.returncode, 2, command)
                self.assertEqual(result.stderr.decode().count('cannot be written'), 1, result.stderr)


class StandardStreams(Folder):
    def same(self, call, name):
        """A file and standard input give the same, but for the name."""
        with open(self.path(name), 'rb') as file:
            text = file.read()
        by_name = run(*call, name, cwd=self.folder)
        by_input = run(*call, '-', cwd=self.folder, input=text)
        self.assertEqual((by_input.returncode, by_input.stdout), (by_name.returncode, by_name.stdout), call)
        self.assertEqual(by_input.stderr.decode().replace('standard input', name), by_name.stderr.decode())

    def test_input(self):
        self.same(['lint'], 'rules.json')
        self.same(['test'], 'rules.json')
        self.same(['screen', '--rules', 'rules.json'], 'records.ndjson')
        self.same(['audit', '--rules', 'rules.json'], 'records.ndjson')
        self.same(['audit', '--merge'], 'part-1.tally')
        self.same(['summary'], 'A-17.checklist')
        self.same(['compare', '--rules', 'newer.json'], 'A-17.checklist')
        self.same(['verify'], 'A-17.checklist')

    def test_findings_about_it_say_so(self):
        for call in ['lint', 'test', 'verify', 'summary']:
            result = run(call, '-', input=b'{"id": }')
            self.assertIn('standard input:1:8: error: ', (result.stdout + result.stderr).decode(), call)

    def test_rules_from_it(self):
        with open(RULES, 'rb') as file:
            rules = file.read()
        expected = run('screen', '--rules', 'rules.json', 'A-17.json', cwd=self.folder)
        self.assertEqual(run('screen', '--rules', '-', 'A-17.json', cwd=self.folder, input=rules).stdout, expected.stdout)

    def test_it_can_be_read_once(self):
        with open(RULES, 'rb') as file:
            rules = file.read()
        for call in [['lint', '-', '-'], ['screen', '--rules', '-'], ['screen', '--rules', '-', '-'], ['audit', '--rules', '-'],
                     ['compare', '--rules', '-', '-'], ['summary', '--rules', '-', '-']]:
            result = run(*call, cwd=self.folder, input=rules)
            self.assertEqual(result.returncode, 2, call)
            self.assertIn('Standard input can be read only once.', result.stderr.decode(), call)

    def test_output(self):
        for call in [['summary', 'A-17.checklist'], ['audit', '--rules', 'rules.json', 'records.ndjson']]:
            self.assertEqual(run(*call, '--output', '-', cwd=self.folder).stdout, run(*call, cwd=self.folder).stdout)
        self.assertFalse(os.path.exists(self.path('-')))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
