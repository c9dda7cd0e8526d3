#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lint.py CRITERIA-CLI EXAMPLE SHIPPED…: the verb `lint` as a person at a terminal meets it."""

import copy
import json
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


ADULT = {'id': 'adult', 'kind': 'requirement', 'text': 'Aged 18 or over.', 'when': {'answer': 'age', 'at-least': 18},
         'sources': [{'source': 'guide', 'certainty': 'verified'}]}
# A small file. Nothing is to be found in it but that it leaves questions to the edits below.
SMALL = {
    'format': 'criteria-rules/1', 'id': 'small', 'version': '1', 'title': 'Small', 'review-by': '2027-05-01',
    'sources': [{'id': 'guide', 'title': 'A guide', 'published': '2024'}],
    'sections': [{'id': 'person', 'title': 'The person', 'questions': [
        {'id': 'age', 'type': 'integer', 'text': 'Age', 'minimum': 0, 'maximum': 130},
        {'id': 'seen', 'type': 'date', 'text': 'Seen'},
        {'id': 'well', 'type': 'boolean', 'text': 'Well'},
        {'id': 'weight', 'type': 'integer', 'text': 'Weight', 'shown-when': {'answer': 'well', 'is': True}},
        {'id': 'trials', 'type': 'list', 'text': 'Trials', 'questions': [
            {'id': 'weeks', 'type': 'integer', 'text': 'Weeks'},
            {'id': 'started', 'type': 'date', 'text': 'Started'}, {'id': 'stopped', 'type': 'date', 'text': 'Stopped'}]}]}],
    'criteria': [ADULT, dict(ADULT, id='other', when={'answer': 'well', 'is': False})],
    'cases': [{'name': '18', 'date': '2026-11-20', 'answers': {'age': 18}, 'expect': {'adult': 'met'}},
              {'name': '17', 'date': '2026-11-20', 'answers': {'age': 17}, 'expect': {'adult': 'not-met'}}],
}
# Of these bounds on age the cases of the small file try both sides.
FROM_18 = {'answer': 'age', 'at-least': 18}
BELOW_18 = {'answer': 'age', 'less-than': 18}
TAUTOLOGY = {'any': [FROM_18, BELOW_18]}
CONTRADICTION = {'all': [FROM_18, BELOW_18]}


def criterion(when=FROM_18, **members):
    return lambda rules: rules['criteria'][1].update({'when': when}, **{name.replace('_', '-'): value for name, value in members.items()})


def bound(when, *answers):
    """A bound, and a case for each of the answers, of which nothing is expected."""
    def edit(rules):
        rules['criteria'][1]['when'] = when
        rules['cases'] += [{'name': 'x', 'date': '2026-11-20', 'answers': one, 'expect': {}} for one in answers]
    return edit


def trials(*entries):
    return {'trials': {'entries': list(entries), 'complete': True}}


def days(stopped):
    return {'started': '2026-01-01', 'stopped': stopped}


def case(**members):
    return lambda rules: rules['cases'][0].update(members)


NEVER_MET = ('warning', 'never-met', '/criteria/1')
ALWAYS_MET = ('warning', 'always-met', '/criteria/1')
NEVER_APPLIES = ('warning', 'never-applies', '/criteria/1')
ALWAYS_APPLIES = ('warning', 'always-applies', '/criteria/1')
BOUND = ('warning', 'bound-without-case', None)
DECIDED = ('warning', 'already-decided', None)
IDLE = ('warning', 'idle-bound', None)
TO_65 = {'answer': 'age', 'at-most': 65}
ALWAYS = {'any': [FROM_18, {'not': FROM_18}]}
HEAVY = {'answer': 'weight', 'at-least': 70}
LATER = {'answer': 'seen', 'more-than': '2020-01-01'}
LATELY = {'answer': 'seen', 'within': '1 year'}
AGO = {'answer': 'seen', 'longer-ago-than': '1 year'}
SOME = {'count': 'trials', 'at-least': 1}
WEEKS = dict(SOME, where={'answer': 'weeks', 'at-least': 6})
LONG = dict(SOME, where={'duration': ['started', 'stopped'], 'at-least': '6 weeks'})
BETWEEN = dict(SOME, where={'duration': ['started', 'stopped'], 'at-least': '1 week', 'at-most': '3 weeks'})
FROM_18_TO_65 = {'answer': 'age', 'at-least': 18, 'at-most': 65}
# What is done to the small file, and the findings.
ANALYSED = (
    ('nothing', lambda rules: None, []),
    ('an expectation fails', case(expect={'adult': 'not-met'}), [('error', 'case-failed', '/cases/0/expect/adult')]),
    ('two expectations fail', case(expect={'adult': 'not-met', 'other': 'met'}), [('error', 'case-failed', '/cases/0/expect/adult'), ('error', 'case-failed', '/cases/0/expect/other')]),
    ('an answer to nothing', case(answers={'age': 18, 'agee': 1}), [BOUND, ('error', 'unknown-question', '/cases/0/answers/agee')]),
    ('wrong types', case(answers={'age': '18', 'well': 1}), [BOUND, ('error', 'wrong-type', '/cases/0/answers/age'), ('error', 'wrong-type', '/cases/0/answers/well')]),
    ('a contradiction', criterion(CONTRADICTION), [NEVER_MET]),
    ('a contradiction in a caution', criterion(CONTRADICTION, kind='caution'), [NEVER_MET]),
    ('a tautology', criterion(TAUTOLOGY), [ALWAYS_MET]),
    ('a tautology in a caution', criterion(TAUTOLOGY, kind='caution'), [ALWAYS_MET]),
    ('a tautology about another', criterion({'any': [{'criterion': 'adult'}, {'not': {'criterion': 'adult'}}]}), [ALWAYS_MET]),
    ('false where it applies', criterion(applies_when=BELOW_18), [NEVER_MET]),
    ('true where it applies', criterion(applies_when=FROM_18), [ALWAYS_MET]),
    ('it never applies', criterion(applies_when=CONTRADICTION), [NEVER_APPLIES]),
    ('it always applies', criterion(applies_when=TAUTOLOGY), [ALWAYS_APPLIES]),
    ('it always applies and never fails', criterion(TAUTOLOGY, applies_when=TAUTOLOGY), [ALWAYS_APPLIES, ALWAYS_MET]),
    ('the same twice', criterion({'all': [FROM_18, FROM_18]}), [DECIDED]),
    ('either says the other', criterion({'any': [{'answer': 'well', 'is': True}, HEAVY]}), [DECIDED, BOUND]),
    ('shown only then', criterion({'all': [HEAVY, {'answer': 'well', 'is': True}]}), [BOUND, DECIDED]),
    ('a bound at the minimum', criterion({'answer': 'age', 'at-least': 0, 'less-than': 18}), [IDLE]),
    ('shown never', lambda rules: rules['sections'][0]['questions'][1].update({'shown-when': CONTRADICTION}), [('warning', 'never-shown', None)]),
    ('shown always', lambda rules: rules['sections'][0]['questions'][1].update({'shown-when': ALWAYS}), [('warning', 'always-shown', None)]),
    ('a number', bound(TO_65, {'age': 66}), []),
    ('a number, one side', bound(TO_65), [BOUND]),
    ('two bounds', bound(FROM_18_TO_65, {'age': 66}), []),
    ('two bounds, no case above', bound(FROM_18_TO_65), [BOUND]),
    ('two bounds, no case below', bound({'answer': 'age', 'at-least': 16, 'at-most': 17}), [BOUND]),
    ('two bounds, no case inside', bound({'answer': 'age', 'more-than': 18, 'at-most': 65}, {'age': 66}), [BOUND]),
    ('two bounds, no case on either side', bound({'answer': 'age', 'more-than': 16, 'at-most': 65}), [BOUND, BOUND]),
    ('an exact number', bound({'answer': 'age', 'is': 17}), []),
    ('a number that is not asked', bound(HEAVY, {'well': True, 'weight': 70}, {'well': False}), [BOUND]),
    ('a date', bound(LATER, {'seen': '2020-01-01'}, {'seen': '2020-01-02'}), []),
    ('a date, inside', bound(LATER, {'seen': '2020-01-02'}), [BOUND]),
    ('a date, outside', bound(LATER, {'seen': '2020-01-01'}), [BOUND]),
    ('a date that leaves it open', bound(LATER, {'seen': '2020-01-02'}, {'seen': '2020-01'}), [BOUND]),
    ('within', bound(LATELY, {'seen': '2025-11-20'}, {'seen': '2025-11-19'}), []),
    ('within, no case', bound(LATELY), [BOUND]),
    ('longer ago', bound(AGO, {'seen': '2025-11-20'}, {'seen': '2025-11-19'}), []),
    ('longer ago, outside', bound(AGO, {'seen': '2025-11-20'}), [BOUND]),
    ('a count', bound(SOME, trials(), trials({})), []),
    ('a count, inside', bound(SOME, trials({})), [BOUND]),
    ('entries', bound(WEEKS, trials({'weeks': 6}), trials({'weeks': 5})), []),
    ('entries of one list', bound(WEEKS, trials({'weeks': 6}, {'weeks': 5}), trials()), []),
    ('entries, outside', bound(WEEKS, trials({'weeks': 5})), [BOUND, BOUND]),
    ('durations', bound(LONG, trials(days('2026-02-12')), trials(days('2026-02-11'))), []),
    ('durations between', bound(BETWEEN, trials(days('2026-01-02'), days('2026-01-15'), days('2026-03-01')), trials()), []),
    ('durations that end before they start', bound(BETWEEN, trials(days('2025-01-02'), days('2026-01-15')), trials()), [BOUND, BOUND]),
    ('durations, inside', bound(LONG, trials(days('2026-02-12')), trials()), [BOUND]),
    ('no cases', lambda rules: rules.update(cases=[]), [BOUND]),
)


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

    def test_shipped(self):
        result = lint(DAY, *SHIPPED)
        self.assertEqual((result.returncode, result.stdout), (0, ''))

    def test_analysis(self):
        for what, edit, expected in ANALYSED:
            with self.subTest(what=what):
                rules = copy.deepcopy(SMALL)
                edit(rules)
                path = self.write('rules.json', json.dumps(rules, ensure_ascii=False))
                findings = [one for one in json.loads(lint(DAY, '--format=json', path).stdout) if one['code'] != 'unused-question']
                self.assertEqual([(one['severity'], one['code'], one.get('pointer')) for one in findings], expected, findings)

    def test_analysis_names_the_day(self):
        rules = dict(SMALL, **{'effective-from': '2026-03-31'}, criteria=[dict(ADULT, when=CONTRADICTION)])
        result = lint(DAY, self.write('rules.json', json.dumps(rules)))
        self.assertRegex(result.stdout, r'warning: “adult” can never be met, whatever is answered on 31 March 2026\. \[never-met\]')

    def test_analysis_names_the_end(self):
        """Of two bounds the one is named that no case is beyond."""
        rules = copy.deepcopy(SMALL)
        criterion(FROM_18_TO_65)(rules)
        result = lint(DAY, self.write('rules.json', json.dumps(rules)))
        self.assertIn('No case is outside this bound: Age, 65 or under. ', result.stdout)
        self.assertNotIn('18 or over', result.stdout)

    def test_places_of_analysis(self):
        text = self.plant('"answers": { "age": 17 }', '"answers": { "age": 18 }')
        path = self.write('rules.json', text)
        lines = lint(DAY, path).stdout.splitlines()
        self.assertEqual(len(lines), 3, lines)
        before = text[:text.index('{ "answer": "age", "at-least": 18')]
        self.assertTrue(lines[0].startswith(f'{path}:{before.count(chr(10)) + 1}:{len(before) - before.rindex(chr(10))}: warning: '), lines)
        self.assertTrue(lines[0].endswith('[bound-without-case]'), lines)
        before = text[:text.index('"not-met"', text.index('"name": "too young"'))]
        self.assertTrue(lines[2].startswith(
            f'{path}:{before.count(chr(10)) + 1}:{len(before) - before.rindex(chr(10))}: error: Case “too young”: '), lines)

    def test_json(self):
        bad, empty = self.write('bad.json', self.plant('"status": "active"', '"status": "activ"')), self.write('empty.json', '')
        result = lint(DAY, '--format=json', bad, EXAMPLE, empty)
        self.assertEqual((result.returncode, result.stderr), (1, ''))
        found = json.loads(result.stdout)
        self.assertEqual(
            [f"{one['file']}:{one['line']}:{one['column']}: {one['severity']}: {one['message']} [{one['code']}]" for one in found],
            lint(DAY, '--format=text', bad, EXAMPLE, empty).stdout.splitlines())
        self.assertEqual((found[0]['pointer'], found[0]['code'], found[-1]['file']), ('/status', 'unknown-word', empty))
        self.assertEqual(json.loads(lint(DAY, '--format=json', EXAMPLE).stdout), [])

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
        for arguments in ([], ['--wibble', EXAMPLE], ['--format=xml', EXAMPLE], ['--date=soon', EXAMPLE], ['--date=2026-02-30', EXAMPLE],
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
