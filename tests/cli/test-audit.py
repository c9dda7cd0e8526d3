#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-audit.py CRITERIA-CLI RULES...: what `audit` counts, held against what `screen` and `compare` say of each record, and that
parts come to the whole however they were shared out."""

import collections
import json
import os
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from audit_support import CLI, ENVIRONMENT, NOTICE, RULES, SHIPPED, Audit, lines_of, load, run

LEAVES = ('met', 'not-applicable')


class Counts(Audit):
    def check_counts(self, path, audit, statuses):
        criteria = load(path)['criteria']
        left = statuses
        self.assertEqual([each['id'] for each in audit['criteria']], [each['id'] for each in criteria if each['kind'] != 'note'])
        for each in audit['criteria']:
            counted = collections.Counter(record[each['id']] for record in statuses)
            self.assertEqual({code: n for code, n in each['statuses'].items() if n}, dict(counted))
            if each['kind'] == 'caution':
                self.assertNotIn('step', each)
                continue
            counted = collections.Counter(record[each['id']] for record in left)
            self.assertEqual({code: n for code, n in each['step'].items() if n}, dict(counted))
            left = [record for record in left if record[each['id']] in LEAVES]

    def test_are_those_of_screen(self):
        for path in SHIPPED:
            with self.subTest(path=path):
                lines = lines_of(path, 300)
                audit = json.loads(run('audit', '--rules', path, '--format', 'json', input=lines).stdout)
                screened = run('screen', '--rules', path, '--format', 'ndjson', input=lines).stdout.splitlines()
                statuses = [json.loads(line)['criteria'] for line in screened]
                self.assertEqual((audit['records'], audit['refused'], audit['notice']), (300, 0, NOTICE))
                self.check_counts(path, audit, statuses)

    def test_open_questions_are_those_of_screen(self):
        lines = lines_of(RULES, 40)
        audit = json.loads(run('audit', '--rules', RULES, '--format', 'json', input=lines).stdout)
        expected = collections.Counter()
        for line in lines.splitlines():
            screened = json.loads(run('screen', '--rules', RULES, '--format', 'json', self.write('one.json', line)).stdout)
            places = {place for criterion in screened['criteria'] for place in criterion['open']}
            steps = [place.split('/') for place in places]
            expected.update({'/'.join(each[:3] + ['*'] + each[4:]) if len(each) == 5 else '/'.join(each) for each in steps})
        self.assertEqual({each['question']: each['records'] for each in audit['questions'] if each['records']}, dict(expected))
        self.assertTrue(any('*' in place for place in expected))

    def test_changes_are_those_of_compare(self):
        lines, newer = lines_of(RULES, 60, 7), self.newer()
        audit = json.loads(run('audit', '--rules', RULES, '--compare', newer, '--format', 'json', input=lines).stdout)
        moves, reasons, n_changed = collections.Counter(), collections.Counter(), 0
        for line in lines.splitlines():
            compared = json.loads(run('compare', '--rules', newer, '--former', RULES, '--format', 'json', self.write('one.json', line)).stdout)
            other = [each for each in compared['criteria'] if None not in (each['former'], each['newer']) and each['former'] != each['newer']]
            n_changed += bool(other)
            moves.update((each['id'], each['former'] or 'none', each['newer'] or 'none') for each in compared['criteria'])
            reasons.update((each['id'], each['former'], each['newer'], json.dumps(each['causes'])) for each in other)
        self.assertEqual(audit['changed'], n_changed)
        self.assertGreater(n_changed, 20)
        self.assertEqual({(change['id'], move['from'], move['to']): move['records'] for change in audit['changes'] for move in change['moves']}, dict(moves))
        self.assertEqual({(change['id'], why['from'], why['to'], json.dumps(why['causes'])): why['records']
                          for change in audit['changes'] for why in change['why']}, dict(reasons))
        self.assertGreater(len(reasons), 2)

    def test_lines_that_cannot_be_read(self):
        good = b'{"reference":"MADE-1","date":"2026-11-20","answers":{}}\n'
        for jobs in ['1', '3']:
            result = run('audit', '--rules', RULES, '--format', 'json', '--jobs', jobs, input=good + b'{"reference"\n\n' + good + b'x' * 5000000)
            audit = json.loads(result.stdout)
            self.assertEqual((result.returncode, audit['records'], audit['refused']), (1, 2, 2))
            said = result.stderr.decode().splitlines()
            self.assertEqual([line.partition(' error:')[0] for line in said], ['standard input:2:13:', 'standard input:5:1:'])

    def test_rules_of_another_name_may_be_the_wrong_file(self):
        other = next(path for path in SHIPPED if path != RULES)
        for path, said in ((other, True), (self.newer(), False)):
            result = run('audit', '--rules', RULES, '--compare', path, input=b'')
            self.assertEqual((result.returncode, b'no version of it' in result.stderr), (0, said))

    def test_whole_files_and_lines(self):
        lines = lines_of(RULES, 20)
        whole = self.tally('--rules', RULES, input=lines)
        files = [self.write(f'{i}.json', line) for i, line in enumerate(lines.splitlines())]
        self.assertEqual(self.tally('--rules', RULES, *files), whole)
        self.assertEqual(self.tally('--rules', RULES, self.write('all.ndjson', lines)), whole)
        self.assertEqual(self.tally('--rules', RULES, *files[:5], '-', input=b'\n'.join(lines.splitlines()[5:])), whole)


class Parts(Audit):
    def test_any_number_of_jobs_gives_the_same(self):
        lines, newer = lines_of(RULES, 3000), self.newer()
        for arguments in [[], ['--compare', newer]]:
            results = {self.tally('--rules', RULES, *arguments, '--jobs', jobs, input=lines) for jobs in ('1', '2', '5')}
            self.assertEqual(len(results), 1)

    def test_parts_come_to_the_whole(self):
        lines, newer = lines_of(RULES, 200).splitlines(True), self.newer()
        options = ['--rules', RULES, '--compare', newer]
        whole = self.tally(*options, input=b''.join(lines))
        parts = [self.tally(*options, input=b''.join(lines[i::7])) for i in range(7)]
        files = [self.write(f'{i}.tally', part) for i, part in enumerate(parts)]
        self.assertEqual(self.tally('--merge', *files), whole)
        self.assertEqual(self.tally('--merge', *reversed(files)), whole)
        self.assertEqual(self.tally('--merge', input=b''.join(parts)), whole)
        # A tab after each line is what Hadoop Streaming adds.
        self.assertEqual(self.tally('--merge', input=b''.join(part[:-1] + b'\t\n' for part in parts)), whole)
        some = self.tally('--merge', *files[:3])
        self.assertEqual(self.tally('--merge', '-', *files[3:], input=some), whole)
        for name in ['text', 'json', 'csv', 'html']:
            direct = run('audit', *options, '--format', name, input=b''.join(lines))
            self.assertEqual(run('audit', '--merge', '--format', name, *files).stdout, direct.stdout, name)

    def test_indented_tallies_add_up_too(self):
        lines = lines_of(RULES, 30)
        path = self.write('a.json', run('audit', '--rules', RULES, '--format', 'json', input=lines).stdout)
        one = self.tally('--rules', RULES, input=lines)
        self.assertEqual(self.tally('--merge', path), one)
        self.assertEqual(self.tally('--merge', path, self.write('a.tally', one)), self.tally('--rules', RULES, input=lines + lines))

    def test_tallies_that_do_not_fit(self):
        one, other = self.tally('--rules', RULES, input=b''), self.tally('--rules', self.newer(), input=b'')
        a, b = self.write('a.tally', one), self.write('b.tally', other)
        result = run('audit', '--merge', a, b)
        self.assertEqual((result.returncode, result.stdout), (1, b''))
        self.assertRegex(result.stderr.decode(), r'^\S*b\.tally:1:\d+: error: This was counted under other rules than the tally before it')
        for content in [b'', b'\n', b'{}', one[:-20], one + b'{']:
            result = run('audit', '--merge', a, self.write('c.tally', content)) if content.strip() else run('audit', '--merge', input=content)
            self.assertEqual((result.returncode, result.stdout), (1, b''), content[:30])
            self.assertGreaterEqual(result.stderr.count(b'\n'), 1)
        for name, content in [('empty.tally', b''), ('blank.tally', b'\n \n')]:
            result = run('audit', '--merge', a, self.write(name, content))
            self.assertEqual((result.returncode, result.stdout), (1, b''), name)
            self.assertIn(f'{name}” is empty.', result.stderr.decode())
        with open(RULES, 'rb') as rules:
            again = self.write('again.json', rules.read())
        result = run('audit', '--merge', RULES, a, again)
        self.assertEqual((result.returncode, result.stdout, result.stderr.count(b'\n')), (1, b'', 3), 'one line of each file that is none is enough')
        result = run('audit', '--merge', a, os.path.join(self.folder, 'none.tally'))
        self.assertEqual((result.returncode, result.stdout), (2, b''))

    def test_a_file_that_is_named_twice(self):
        a = self.write('a.tally', self.tally('--rules', RULES, input=b''))
        records = self.write('records.ndjson', lines_of(RULES, 3))
        for words in [('--merge', a, a), ('--rules', RULES, records, a, records)]:
            result = run('audit', *words)
            self.assertEqual((result.returncode, result.stdout), (2, b''), words)
            self.assertIn(f'{words[-1]}” is named twice', result.stderr.decode())

    def test_more_records_than_can_be_counted(self):
        most = json.loads(self.tally('--rules', RULES, input=b''))
        most['refused'] = 2 ** 53 - 1
        path, more = (self.write(name, json.dumps(most).encode()) for name in ('most.tally', 'more.tally'))
        self.assertEqual(run('audit', '--merge', path).returncode, 0)
        result = run('audit', '--merge', path, more)
        self.assertEqual((result.returncode, result.stdout), (2, b''))
        self.assertIn('more records than can be counted', result.stderr.decode())


class Output(Audit):
    def test_says_what_it_is_not_and_names_nobody(self):
        lines, newer = lines_of(RULES, 50), self.newer()
        for name in ['text', 'json', 'csv', 'html']:
            result = run('audit', '--rules', RULES, '--compare', newer, '--format', name, input=lines)
            self.assertIn(NOTICE, result.stdout.decode())
            self.assertNotIn(b'MADE-', result.stdout)
        self.assertIn(NOTICE.encode(), self.tally('--rules', RULES, input=lines))

    def test_text_is_aligned(self):
        text = run('audit', '--rules', RULES, '--compare', self.newer(), input=lines_of(RULES, 200)).stdout.decode()
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        row = next(line for line in text.splitlines() if line.startswith('1. '))
        self.assertEqual(sum(map(int, row.split()[-4:])), 200)

    def test_no_records(self):
        result = run('audit', '--rules', RULES, input=b'')
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        self.assertIn('Records: 0', result.stdout.decode())

    def test_a_file(self):
        path = os.path.join(self.folder, 'out.tally')
        result = run('audit', '--rules', RULES, '--tally', '-o', path, input=lines_of(RULES, 5))
        self.assertEqual((result.returncode, result.stdout), (0, b''))
        with open(path, 'rb') as file:
            self.assertEqual(file.read(), self.tally('--rules', RULES, input=lines_of(RULES, 5)))
        result = run('audit', '--rules', RULES, '-o', os.path.join(self.folder, 'no-such', 'out'), input=b'')
        self.assertEqual(result.returncode, 2)

    def test_no_name_of_a_file(self):
        """A name that ends as that of a folder does is not taken for that of a file."""
        for path in ['', os.path.join(self.folder, 'out', '')]:
            result = run('audit', '--rules', RULES, '-o', path, input=b'')
            self.assertEqual((result.returncode, result.stderr.decode()), (2, f'criteria-cli: “{path}” is not the name of a file.\n'))
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'out')))

    def test_an_interrupt_leaves_nothing(self):
        line = b'{"reference":"A","date":"2026-11-20","answers":{}}\n'
        for jobs in ['1', '3']:
            with subprocess.Popen([CLI, 'audit', '--rules', RULES, '--jobs', jobs], env=ENVIRONMENT,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                process.stdin.write(line * 100 + b'what is wrong\n' + line[:20])
                process.stdin.flush()
                process.stderr.readline()
                process.send_signal(signal.SIGINT)
                self.assertEqual(process.stdout.read(), b'')
                self.assertEqual(process.wait(timeout=20), -signal.SIGINT)

    def test_what_is_not_read_to_its_end_is_not_shown(self):
        good = self.write('good.ndjson', lines_of(RULES, 5))
        for missing in [os.path.join(self.folder, 'none.ndjson'), os.path.join(self.folder, 'none.json'), self.folder]:
            result = run('audit', '--rules', RULES, good, missing)
            self.assertEqual((result.returncode, result.stdout), (2, b''), missing)
            self.assertEqual(result.stderr.count(b'\n'), 1)

    def test_output_that_cannot_be_written(self):
        with open('/dev/full', 'wb') as full:
            result = subprocess.run([CLI, 'audit', '--rules', RULES], env=ENVIRONMENT, input=b'', stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stderr.decode().count('cannot be written'), 1)

    def test_usage(self):
        for arguments in [[], ['--rules', RULES, '--format', 'xml'], ['--rules', RULES, '--jobs', '0'], ['--merge', '--rules', RULES],
                          ['--rules', RULES, '--tally', '--format', 'json'], ['--rules', 'no-such.json'], ['--rules', RULES, '--compare', 'no-such.json']]:
            result = run('audit', *arguments, input=b'')
            self.assertEqual((result.returncode, result.stdout), (2, b''), arguments)
            self.assertEqual(result.stderr.count(b'\n'), 1, arguments)
        for arguments in (['--rules', self.write('bad.json', b'{}')], ['--rules', RULES, '--compare', self.write('bad.json', b'{}')]):
            result = run('audit', *arguments, input=b'')
            self.assertEqual((result.returncode, result.stdout), (1, b''))
        told = run('audit', '--help').stdout.decode()
        self.assertLess(told.index('Examples:'), told.index('--compare=OTHER'))
        self.assertIn(NOTICE, told)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
