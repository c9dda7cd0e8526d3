#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-compare.py CRITERIA-CLI RULES RECORD: the verb `compare` as a person at a terminal meets it. RECORD is a saved one
under RULES."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

CLI, RULES, RECORD = sys.argv[1:4]
NOTICE = 'For information only. This is not a clinical decision.'
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH='1795183320', TZ='UTC', LC_ALL='C.UTF-8')


def run(*arguments, **options):
    return subprocess.run([CLI, 'compare', *arguments], capture_output=True, env=ENVIRONMENT, timeout=60, **options)


def find(rules, section, question):
    questions = next(s for s in rules['sections'] if s['id'] == section)['questions']
    return next(q for q in questions if q['id'] == question)


class Compare(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        with open(RULES, encoding='utf-8') as file:
            self.rules = json.load(file)
        with open(RECORD, 'rb') as file:
            self.record = file.read()

    def path(self, name, thing):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(thing, file)
        return path

    def newer(self):
        self.rules['version'] += '-next'
        return self.path('newer.json', self.rules)

    def compare(self, *arguments):
        result = run('--format', 'json', *arguments)
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        return json.loads(result.stdout)

    def test_the_same_rules_differ_in_nothing(self):
        told = self.compare('--rules', RULES, RECORD)
        self.assertEqual(told['former'], told['newer'])
        self.assertEqual(told['notice'], NOTICE)
        self.assertEqual(told['lost'], [])
        self.assertEqual(told['unchanged'], len(told['criteria']))
        for criterion in told['criteria']:
            self.assertEqual(criterion['former'], criterion['newer'])
            self.assertEqual(criterion['causes'], [])
        text = run('--rules', RULES, RECORD).stdout.decode()
        self.assertIn('Both are the same rules file.', text)
        self.assertIn('0 criteria differ.', text)

    def test_statuses_are_those_that_screening_finds(self):
        criterion = next(c for c in self.rules['criteria'] if c['kind'] == 'requirement')
        criterion['when'] = {'not': criterion['when']}
        newer = self.newer()
        told = {c['id']: c for c in self.compare('--rules', newer, RECORD)['criteria']}
        saved = json.loads(self.record)
        plain = {key: saved[key] for key in ('reference', 'date', 'answers')}
        for key, rules in (('former', RULES), ('newer', newer)):
            result = subprocess.run([CLI, 'screen', '--rules', rules, '--format', 'ndjson'], input=json.dumps(plain).encode(),
                                    capture_output=True, env=ENVIRONMENT)
            self.assertEqual(json.loads(result.stdout)['criteria'], {id: c[key] for id, c in told.items()})
        self.assertNotEqual(told[criterion['id']]['former'], told[criterion['id']]['newer'])
        self.assertEqual([c['cause'] for c in told[criterion['id']]['causes']], ['rule-changed'])

    def test_text_and_json_say_the_same(self):
        criteria = self.rules['criteria']
        text = json.dumps(self.rules)
        gone = criteria.pop(next(i for i, c in enumerate(criteria) if c['kind'] == 'requirement'
                                 and f'"criterion": "{c["id"]}"' not in text))
        self.rules['cases'] = []
        added = dict(gone, id='brand-new', text='Brand new <b>%s</b> criterion.')
        criteria.insert(0, added)
        newer = self.newer()
        told = self.compare('--rules', newer, RECORD)
        text = ' '.join(run('--rules', newer, RECORD).stdout.decode().split())
        self.assertIn(NOTICE, text)
        self.assertIn('Brand new <b>%s</b> criterion.', text)
        for criterion in told['criteria']:
            for cause in criterion['causes']:
                self.assertIn(cause['sentence'], text)
        causes = {c['id']: [cause['cause'] for cause in c['causes']] for c in told['criteria']}
        self.assertEqual(causes['brand-new'], ['criterion-new'])
        self.assertEqual(causes[gone['id']], ['criterion-removed'])
        self.assertIn(f'{len(told["criteria"]) - told["unchanged"]} criteria differ.', text)

    def test_lost_answers_are_told(self):
        answers = json.loads(self.record)['answers']
        section, question = next((s, q) for s in self.rules['sections'] for q in s['questions']
                                 if q['type'] == 'boolean' and isinstance(answers.get(q['id']), bool))
        question['id'] += '-renamed'
        text = json.dumps(self.rules).replace(f'"answer": "{question["id"][:-8]}"', f'"answer": "{question["id"]}"')
        self.rules = json.loads(text)
        self.rules['cases'] = []
        told = self.compare('--rules', self.newer(), RECORD)
        self.assertEqual([lost['answer'] for lost in told['lost']], ['/' + question['id'][:-8]])
        self.assertIn('does not ask for it', told['lost'][0]['sentence'])

    def test_another_day(self):
        told = self.compare('--rules', RULES, '--date', '2031-01-01', RECORD)
        self.assertEqual(told['compared-on'], '2031-01-01')
        self.assertEqual(told['date'], json.loads(self.record)['date'])
        for criterion in told['criteria']:
            self.assertEqual({c['cause'] for c in criterion['causes']} - {'date-passed'}, set())
            self.assertEqual(criterion['former'] == criterion['newer'], criterion['causes'] == [])
        self.assertIn('Looked at again on: 1 January 2031', run('--rules', RULES, '--date', '2031-01-01', RECORD).stdout.decode())

    def test_the_record_stays_as_it_is(self):
        run('--rules', self.newer(), RECORD)
        with open(RECORD, 'rb') as file:
            self.assertEqual(file.read(), self.record)

    def test_a_plain_record_needs_its_rules(self):
        saved = json.loads(self.record)
        plain = self.path('plain.json', {key: saved[key] for key in ('reference', 'date', 'answers')})
        result = run('--rules', RULES, plain)
        self.assertEqual(result.returncode, 1)
        self.assertIn('--former', result.stderr.decode())
        self.assertEqual(self.compare('--rules', RULES, '--former', RULES, plain)['lost'], [])

    def test_what_cannot_be_done_is_said(self):
        bad = self.path('bad.json', {'format': 'criteria-rules/1'})
        for status, arguments, word in (
                (2, [], '--rules'), (2, ['--rules', RULES], 'record'), (2, [RECORD], '--rules'),
                (2, ['--rules', RULES, RECORD, RECORD], 'one record'),
                (2, ['--rules', RULES, '--format', 'pdf', RECORD], 'text or json'),
                (2, ['--rules', RULES, '--date', '2026-11', RECORD], '2026-11-20'),
                (2, ['--rules', '/no/such', RECORD], '/no/such'), (2, ['--rules', RULES, '/no/such'], '/no/such'),
                (1, ['--rules', bad, RECORD], 'missing-key'), (1, ['--rules', RULES, RULES], 'error')):
            result = run(*arguments)
            self.assertEqual((result.returncode, result.stdout), (status, b''), arguments)
            self.assertIn(word, result.stderr.decode(), arguments)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
