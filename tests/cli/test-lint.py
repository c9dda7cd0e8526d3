#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lint.py CRITERIA-CLI EXAMPLE SHIPPED…: the verb `lint` as a person at a terminal meets it."""

import os
import re
import subprocess
import sys
import tempfile
import unittest

CLI, EXAMPLE, *SHIPPED = sys.argv[1:]
LINE = re.compile(r'^(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning): (?P<message>.+) '
                  r'\[(?P<code>[a-z-]+)\]$')
DAY = '--date=2026-11-20'


def lint(*arguments, **options):
    return subprocess.run([CLI, 'lint', *arguments], capture_output=True, text=True, encoding='utf-8', timeout=20, **options)


class Lint(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        with open(EXAMPLE, encoding='utf-8') as file:
            self.example = file.read()

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, 'wb') as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def check(self, text, code, line, column=None, severity='error'):
        """The text has one finding, and it is said in one line."""
        path = self.write('rules.json', text)
        result = lint(DAY, path)
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assertEqual(result.stderr, '')
        self.assertEqual(len(result.stdout.splitlines()), 1, result.stdout)
        finding = LINE.match(result.stdout.strip())
        self.assertIsNotNone(finding, result.stdout)
        self.assertEqual(finding['file'], path)
        self.assertEqual((finding['code'], finding['severity'], int(finding['line'])), (code, severity, line))
        if column is not None:
            self.assertEqual(int(finding['column']), column)

    def plant(self, old, new):
        self.assertEqual(self.example.count(old), 1)
        return self.example.replace(old, new)

    def test_clean(self):
        result = lint(DAY, EXAMPLE)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, '', ''))

    def test_standard_input(self):
        result = lint(DAY, '-', input=self.example)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, '', ''))

    def test_shipped_has_no_errors(self):
        self.assertNotIn(': error: ', lint(DAY, *SHIPPED).stdout)

    def test_truncated(self):
        cut = self.example[:self.example.index('"criteria": [')]
        self.check(cut, 'truncated', cut.count('\n') + 1)

    def test_comma_lost(self):
        self.check(self.plant('"version": "2026.11.1",', '"version": "2026.11.1"'), 'syntax', 5)

    def test_duplicate_key(self):
        self.check(self.plant('"language": "en-GB"', '"id": "other"'), 'duplicate-key', 6, 3)

    def test_brackets(self):
        self.check('[' * 100000, 'depth', 1)

    def test_empty(self):
        self.check('', 'empty', 1)

    def test_no_text(self):
        self.check(b'\xff\xfe{}', 'encoding', 1)

    def test_unknown_question(self):
        old = '{ "answer": "age", "at-least": 18'
        line = self.example[:self.example.index(old)].count('\n') + 1
        self.check(self.plant(old, old.replace('"age"', '"agee"')), 'unknown-question', line)

    def test_warning_is_a_finding(self):
        self.check(self.plant('Referred by a doctor.', 'Suitable, and referred.'), 'verdict-word',
                   self.example[:self.example.index('Referred by a doctor.')].count('\n') + 1, severity='warning')

    def test_past_review(self):
        self.assertEqual(lint('--date=2027-05-01', EXAMPLE).returncode, 0)
        result = lint('--date=2027-05-02', EXAMPLE)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stdout, r':9:\d+: warning: .*1 May 2027.* \[past-review\]\n$')

    def test_today(self):
        text = self.plant('"2027-05-01"', '"2020-01-01"').replace('"effective-from": "2026-11-01",', '')
        result = lint(self.write('old.json', text))
        self.assertIn('[past-review]', result.stdout)
        text = self.plant('"2027-05-01"', '"9999-12-31"')
        self.assertEqual(lint(self.write('new.json', text)).returncode, 0)

    def test_all_findings_in_order(self):
        text = self.example.replace('"active"', '"activ"').replace('[16, 100]', '[100, 16]').replace('"1 year"', '"1 yr"')
        lines = lint(DAY, self.write('three.json', text)).stdout.splitlines()
        numbers = [int(LINE.match(line)['line']) for line in lines]
        self.assertEqual([LINE.match(line)['code'] for line in lines], ['unknown-word', 'bad-order', 'bad-period'])
        self.assertEqual(numbers, sorted(numbers))

    def test_several_files(self):
        bad = self.write('bad.json', '{}')
        result = lint(DAY, bad, EXAMPLE, bad)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout.count(bad + ':'), len(result.stdout.splitlines()))
        self.assertEqual(len(set(result.stdout.splitlines())) * 2, len(result.stdout.splitlines()))

    def test_cannot_read(self):
        bad = self.write('bad.json', '{}')
        for path in (os.path.join(self.folder, 'missing.json'), self.folder):
            result = lint(DAY, path, bad)
            self.assertEqual(result.returncode, 2)
            self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
            self.assertIn(bad, result.stdout)

    def test_wrong_usage(self):
        for arguments in ([], ['--wibble', EXAMPLE], ['--date=soon', EXAMPLE], ['--date=2026-02-30', EXAMPLE],
                          ['--date=2026-11', EXAMPLE]):
            result = lint(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertEqual(result.stdout, '')
            self.assertTrue(result.stderr.startswith('criteria-cli: '))

    def test_words_of_the_file_command_no_terminal(self):
        result = lint(DAY, self.write('rules.json', self.plant('"about": "Made', '"\\u009b31m\\u202e": "Made')))
        self.assertEqual(result.returncode, 1)
        self.assertNotRegex(result.stdout, '[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
