#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-screen.py CRITERIA-CLI RULES...: what `test` and `screen` print, held to the files in the folder screen."""

import csv
import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv[1])
SHIPPED = [os.path.abspath(path) for path in sys.argv[2:]]
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'screen')
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8')
NOTICE = 'For information only. This is not a clinical decision.'
MIB = 1024 * 1024


def run(*arguments, **options):
    return subprocess.run([CLI, *arguments], capture_output=True, env=ENVIRONMENT, timeout=60, cwd=FOLDER, **options)


def expected(name):
    with open(os.path.join(FOLDER, name), encoding='utf-8') as file:
        return file.read()


class Test(unittest.TestCase):
    def test_cases_that_come_out_as_they_say(self):
        result = run('test', 'rules.json')
        self.assertEqual(result.stdout.decode(), expected('test.expected.tap.txt'))
        self.assertEqual(result.returncode, 0)

    def test_a_case_that_does_not(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'rules.json')
            with open(path, 'w', encoding='utf-8') as file:
                file.write(expected('rules.json').replace('"two-types": "unknown"', '"two-types": "met"'))
            result = run('test', path, 'rules.json')
        lines = result.stdout.decode().splitlines()
        self.assertEqual(result.returncode, 1)
        self.assertIn('not ok 1 - two types, both long enough \\#1', lines)
        self.assertTrue(any(line.startswith('# “two-types” is “unknown”, and “met” was expected. Open: ') for line in lines))
        self.assertIn('ok 4 - one type', lines)
        self.assertIn('1..4', lines)

    def test_shipped_rules(self):
        for path in SHIPPED:
            with self.subTest(path=path):
                result = run('test', path)
                self.assertEqual(result.returncode, 0, result.stdout.decode())
                self.assertNotIn(b'not ok', result.stdout)
                self.assertIn(NOTICE, result.stdout.decode())

    def test_what_cannot_be_read(self):
        self.assertEqual(run('test', 'no-such.json').returncode, 2)
        self.assertEqual(run('test', 'records.ndjson').returncode, 1)
        both = run('test', 'no-such.json', 'rules.json').stdout.decode()
        self.assertIn('not ok 1 - no-such.json\n', both)
        self.assertIn('1..3\n', both)
        self.assertEqual(run('test').returncode, 2)


class Screen(unittest.TestCase):
    def test_text(self):
        result = run('screen', '--rules', 'rules.json', 'A-17.json')
        self.assertEqual(result.stdout.decode(), expected('A-17.expected.txt'))
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        self.assertIn(NOTICE, result.stdout.decode())

    def test_json(self):
        result = run('screen', '--rules', 'rules.json', '--format', 'json', 'A-17.json')
        self.assertEqual(result.stdout.decode(), expected('A-17.expected.json'))
        self.assertEqual((result.returncode, result.stderr), (0, b''))

    def test_pointers_lead_to_what_is_open(self):
        answers = json.loads(expected('A-17.json'))['answers']
        for criterion in json.loads(run('screen', '--rules', 'rules.json', '--format', 'json', 'A-17.json').stdout)['criteria']:
            for pointer in criterion['open']:
                steps = pointer.split('/')[1:]
                self.assertIn(steps[0], answers)
                if len(steps) == 4:
                    self.assertIn(steps[3], answers[steps[0]]['entries'][int(steps[2])])

    def check_lines(self, result, name):
        self.assertEqual(result.stdout.decode(), expected('records.expected.ndjson'))
        self.assertEqual(result.stderr.decode(), expected('records.expected.errors.txt').replace('records.ndjson', name))
        self.assertEqual(result.returncode, 1)

    def test_lines_of_a_file(self):
        self.check_lines(run('screen', '--rules', 'rules.json', '--format', 'ndjson', 'records.ndjson'), 'records.ndjson')

    def test_lines_of_files_of_other_names_and_of_pipes(self):
        """JSON Lines is another name for the same, and a shell hands over a pipe for `<(...)`."""
        lines = run('screen', '--rules', 'rules.json', '--format', 'ndjson', 'records.ndjson').stdout
        with tempfile.TemporaryDirectory() as folder:
            for name in ('records.jsonl', 'RECORDS.NDJSON'):
                path = os.path.join(folder, name)
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(expected('records.ndjson'))
                self.assertEqual(run('screen', '--rules', 'rules.json', '--format', 'ndjson', path).stdout, lines, name)
        result = subprocess.run(['bash', '-c', '"$0" screen --rules rules.json --format ndjson <(cat records.ndjson)', CLI],
                                capture_output=True, env=ENVIRONMENT, timeout=60, cwd=FOLDER)
        self.assertEqual(result.stdout, lines)

    def test_lines_that_cannot_be_opened(self):
        with tempfile.TemporaryDirectory(suffix='.ndjson') as folder:
            for path, reason in ((folder, 'it is a folder'), (os.path.join(folder, 'no.ndjson'), 'does not exist')):
                result = run('screen', '--rules', 'rules.json', path)
                self.assertEqual((result.returncode, result.stdout), (2, b''))
                self.assertRegex(result.stderr.decode(), f'“{path}” cannot be read: .*{reason}')

    def test_lines_of_standard_input(self):
        for arguments in [[], ['-']]:
            result = run('screen', '--rules', 'rules.json', '--format', 'ndjson', *arguments,
                         input=expected('records.ndjson').encode())
            self.check_lines(result, 'standard input')

    def test_what_is_on_the_same_line_has_no_other_number(self):
        lines = b'\n'.join([b'', b'{"a": 1, "a": 2}', b'{"a": [1 2]}', b'{"a": [1}', b'{"a": [1'])
        result = run('screen', '--rules', 'rules.json', '--format', 'ndjson', input=lines)
        messages = result.stderr.decode().splitlines()[1:]
        self.assertEqual([int(message.split(':')[1]) for message in messages], [2, 3, 4, 5])
        for message in messages:
            self.assertIn(' on this line', message)

    def test_a_line_that_is_too_long(self):
        good = b'{"reference":"A","date":"2026-11-20","answers":{}}'
        lines = [good, b'{"reference":"' + b'x' * (4 * MIB), good + b' ' * (4 * MIB - len(good)), good]
        result = run('screen', '--rules', 'rules.json', '--format', 'ndjson', input=b'\n'.join(lines))
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout.count(b'\n'), 3)
        self.assertIn('standard input:2:1: error: ', result.stderr.decode())

    def test_any_number_of_jobs_gives_the_same(self):
        lines = expected('records.ndjson').encode()
        text = lines * (3 * MIB // len(lines))
        for name in ['ndjson', 'csv', 'text', 'json']:
            given = text if name in ('ndjson', 'csv') else lines * 20
            results = [run('screen', '--rules', 'rules.json', '--format', name, '--jobs', jobs, input=given) for jobs in ('1', '2', '3', '8')]
            for result in results:
                self.assertEqual((result.stdout, result.stderr, result.returncode),
                                 (results[0].stdout, results[0].stderr, 1), name)
        for jobs in ['0', '65', 'many']:
            self.assertEqual(run('screen', '--rules', 'rules.json', '--jobs', jobs, input=lines).returncode, 2)

    def test_statuses_are_those_with_reasons(self):
        records = expected('records.ndjson').encode()
        statuses = [json.loads(line) for line in run('screen', '--rules', 'rules.json', '--format', 'ndjson', input=records).stdout.splitlines()]
        decoder, text, at, reasoned = json.JSONDecoder(), run('screen', '--rules', 'rules.json', '--format', 'json', input=records).stdout.decode(), 0, []
        while at < len(text):
            found, at = decoder.raw_decode(text, at)
            reasoned.append({'reference': found['reference'], 'criteria': {each['id']: each['status'] for each in found['criteria']}})
            at += len(text[at:]) - len(text[at:].lstrip())
        self.assertEqual(statuses, reasoned)
        self.assertGreater(len(statuses), 1)

    def test_a_table_that_no_spreadsheet_takes_for_formulas(self):
        references = ['=1+1', '+1', '-1', '@sum', 'A "B", C', "'=1", 'A-17']
        lines = '\n'.join(json.dumps({'reference': each, 'date': '2026-11-20', 'answers': {}}) for each in references)
        result = run('screen', '--rules', 'rules.json', '--format', 'csv', input=lines.encode())
        self.assertEqual((result.returncode, result.stderr.decode()), (0, NOTICE + '\n'))
        rows = list(csv.reader(result.stdout.decode().splitlines()))
        self.assertEqual(rows[0][0], 'reference')
        self.assertEqual([row[0] for row in rows[1:]], ["'=1+1", "'+1", "'-1", "'@sum", 'A "B", C', "'=1", 'A-17'])
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        statuses = json.loads(run('screen', '--rules', 'rules.json', '--format', 'ndjson', input=lines.encode()).stdout.splitlines()[0])
        self.assertEqual(rows[0][1:], list(statuses['criteria']))
        self.assertEqual(rows[1][1:], list(statuses['criteria'].values()))

    def test_an_interrupt_leaves_whole_lines(self):
        line = b'{"reference":"A","date":"2026-11-20","answers":{}}\n'
        for jobs in ['1', '3']:
            with subprocess.Popen([CLI, 'screen', '--rules', 'rules.json', '--format', 'ndjson', '--jobs', jobs], cwd=FOLDER, env=ENVIRONMENT,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
                process.stdin.write(line * 100 + line[:20])
                process.stdin.flush()
                first = process.stdout.readline()
                process.send_signal(signal.SIGINT)
                rest = process.stdout.read()
                self.assertEqual(process.wait(timeout=20), -signal.SIGINT)
            lines = (first + rest).split(b'\n')
            self.assertEqual(lines[-1], b'')
            self.assertEqual(set(lines[:-1]), {lines[0]})
            json.loads(lines[0])

    def test_output_that_cannot_be_written(self):
        line = b'{"reference":"A","date":"2026-11-20","answers":{}}\n'
        for jobs in ['1', '2']:
            with open('/dev/full', 'wb') as full:
                result = subprocess.run([CLI, 'screen', '--rules', 'rules.json', '--format', 'ndjson', '--jobs', jobs], cwd=FOLDER, env=ENVIRONMENT,
                                        input=line * 10000, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
            self.assertEqual(result.returncode, 2)
            self.assertEqual(result.stderr.decode().count('cannot be written'), 1)

    def test_several_files_and_one_that_is_not_there(self):
        result = run('screen', '--rules', 'rules.json', '--format', 'ndjson', 'A-17.json', 'no-such.json', 'A-17.json')
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stdout.count(b'"A-17"'), 2)

    def test_short_options_may_have_their_value_beside_them(self):
        lines = run('screen', '--rules', 'rules.json', '--format', 'ndjson', 'records.ndjson')
        for jobs in (['-j', '2'], ['-j2'], ['--jobs=2']):
            got = run('screen', *jobs, '--rules', 'rules.json', '--format', 'ndjson', 'records.ndjson')
            self.assertEqual((got.returncode, got.stdout, got.stderr), (lines.returncode, lines.stdout, lines.stderr), jobs)
        self.assertIn('-jx', run('screen', '--rules', 'rules.json', '--', '-jx').stderr.decode())
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'audit.csv')
            self.assertEqual(run('audit', '--rules', 'rules.json', '--format=csv', '-o' + path, 'A-17.json').returncode, 0)
            self.assertTrue(os.path.exists(path))

    def test_usage(self):
        for arguments in [['A-17.json'], ['--rules', 'rules.json', '--format', 'xml', 'A-17.json'],
                          ['--rules', 'no-such.json', 'A-17.json']]:
            result = run('screen', *arguments)
            self.assertEqual((result.returncode, result.stdout), (2, b''), arguments)
            self.assertEqual(result.stderr.count(b'\n'), 1)

    def test_nothing_answered(self):
        for path in SHIPPED:
            with self.subTest(path=path):
                result = run('screen', '--rules', path, '--format', 'ndjson',
                             input=b'{"reference":"A","date":"2026-11-20","answers":{}}')
                self.assertEqual(result.returncode, 0)
                self.assertEqual(set(json.loads(result.stdout)['criteria'].values()), {'unknown'})


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
