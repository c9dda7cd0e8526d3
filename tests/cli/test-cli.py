#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-cli.py CRITERIA-CLI: what all verbs share, and how texts that are no JSON are refused."""

import os
import re
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv[1])
VERBS = ['lint', 'test', 'screen', 'summary', 'compare', 'audit', 'verify']
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8')


def run(*arguments, **options):
    return subprocess.run([CLI, *arguments], capture_output=True, env=ENVIRONMENT, timeout=30, **options)


class Frame(unittest.TestCase):
    def test_help_names_every_verb_and_the_notice(self):
        for option in ['--help', '-h']:
            result = run(option)
            self.assertEqual(result.returncode, 0)
            self.assertEqual(result.stderr, b'')
            text = result.stdout.decode()
            for verb in VERBS:
                self.assertRegex(text, rf'(?m)^  {verb} +\S')
                self.assertRegex(text, rf'(?m)^  criteria-cli {verb} ')
            self.assertIn('For information only. This is not a clinical decision.', text)

    def test_version(self):
        result = run('--version')
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stdout.decode(), r'^criteria-cli \d+\.\d+\.\d+\n$')

    def test_every_verb_has_help(self):
        for verb in VERBS:
            result = run(verb, '--help')
            self.assertEqual(result.returncode, 0, verb)
            self.assertIn('criteria-cli', result.stdout.decode(), verb)

    def test_missing_and_unknown_verbs_say_what_there_is(self):
        for arguments in [[], ['decide'], ['--lint'], ['']]:
            result = run(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertEqual(result.stdout, b'')
            self.assertIn('lint, test, screen, summary, compare, audit, verify', result.stderr.decode())

    def test_unknown_options_are_refused(self):
        for verb in VERBS:
            result = run(verb, '--no-such-option')
            self.assertEqual(result.returncode, 2, verb)
            self.assertIn('no-such-option', result.stderr.decode(), verb)

    def test_output_that_cannot_be_written_is_an_error(self):
        for arguments in [['--help'], ['--version'], ['screen', '--help']]:
            with open('/dev/full', 'wb') as full:
                result = subprocess.run([CLI, *arguments], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, timeout=30)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertIn(b'cannot be written', result.stderr)

    def test_streams_that_are_closed_are_not_taken_for_others(self):
        """The first file that is opened would have the number of the stream, and be waited for, or written to."""
        for call, status in [('lint - <&-', 2), ('--version >&-', 2), ('--version 2>&-', 0)]:
            result = subprocess.run(['sh', '-c', f'"$0" {call}', CLI], capture_output=True, env=ENVIRONMENT, timeout=30)
            self.assertEqual((result.returncode, bool(result.stderr)), (status, status == 2), call)

    def test_nothing_commands_the_terminal(self):
        for arguments in [['\x1b[31mred'], ['lint', '/no\x1b[31m\rsuch\n'], ['lint', '\u202egpj.exe']]:
            errors = run(*arguments).stderr.decode()
            self.assertNotRegex(errors, '[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]')
            self.assertEqual(errors.count('\n'), 1)


class Refusals(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, 'rules.json')

    def lint(self, data):
        with open(self.path, 'wb') as file:
            file.write(data)
        return run('lint', self.path)

    def test_one_clear_line_with_its_place(self):
        cases = [
            (b'{"format": "criteria-rules/1",\n "id"', '2:6', 'truncated'),
            (b'{"id": "a",\n "id": "b"}', '2:2', 'duplicate-key'),
            (b'[' * 100000, '1:65', 'depth'),
            (b'[' * 100000 + b']' * 100000, '1:65', 'depth'),
            (b'', '1:1', 'empty'),
            (b'\xef\xbb\xbf{}', '1:1', 'byte-order-mark'),
            (b'{"id": "caf\xc3\xa9", x}', '1:16', 'syntax'),
            (b'{"minimum": 010}', '1:13', 'number'),
            (b'{"text": "a\\u0000b"}', '1:12', 'string'),
            (b'{"text": "\xe9"}', '1:11', 'encoding'),
            (b'{} {}', '1:4', 'trailing'),
        ]
        for data, place, code in cases:
            with self.subTest(code=code):
                result = self.lint(data)
                lines = (result.stdout + result.stderr).decode().splitlines()
                found = [line for line in lines if line.startswith(self.path + ':')]
                self.assertEqual(len(found), 1, lines)
                self.assertRegex(found[0], rf'^{re.escape(self.path)}:{place}: error: .+[.] \[{code}\]$')
                self.assertIn(result.returncode, (1, 2))

    def test_what_cannot_be_read(self):
        cases = [('/no/such/file.json', 'does not exist'), ('/', 'folder'),
                 ('/dev/zero', 'not an ordinary file')]
        for path, reason in cases:
            result = run('lint', path)
            self.assertEqual(result.returncode, 2, path)
            self.assertIn(reason, result.stderr.decode())

    def test_a_name_with_a_colon_is_no_address(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'A:17.json'), 'wb') as file:
                file.write(b'{"id": }')
            self.assertIn('A:17.json:1:8: error: ', run('lint', 'A:17.json', cwd=folder).stdout.decode())

    def test_batch_systems_have_no_locale(self):
        """Nothing is lost of a text that is not ASCII, neither in what people read nor in JSON."""
        self.lint('{"format": "criteria-rules/1", "Ŵyau": 1}'.encode())
        for arguments in (['lint', self.path], ['lint', '--format', 'json', self.path], ['test', self.path], ['lint', '/no/sŵch'], ['--help']):
            wanted = run(*arguments)
            got = subprocess.run([CLI, *arguments], capture_output=True, env=dict(ENVIRONMENT, LC_ALL='C'), timeout=30)
            self.assertRegex((wanted.stdout + wanted.stderr).decode(), '[“…ŵŴ]')
            self.assertEqual((got.stdout, got.stderr), (wanted.stdout, wanted.stderr), arguments)

    def test_standard_input_has_the_same_limit(self):
        result = run('lint', '-', input=b' ' * (16 * 1024 * 1024 + 1))
        self.assertEqual(result.returncode, 2)
        self.assertIn('16 MiB', result.stderr.decode())


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
