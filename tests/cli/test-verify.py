#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-verify.py CRITERIA-CLI RULES RECORD: the verb `verify`. What the digest of a record covers is worked out here once more,
from what docs/record-format.md says of it."""

import copy
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

CLI, RULES, RECORD, EXAMPLE = sys.argv[1:5]
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8')

with open(RULES, 'rb') as file:
    RULES_BYTES = file.read()
ORDER = {}
for section in json.loads(RULES_BYTES)['sections']:
    for question in section['questions']:
        ORDER[question['id']] = [field['id'] for field in question.get('questions', [])]
IDS = list(ORDER)


def in_order(answers, ids):
    return {key: answers[key] for key in ids if key in answers}


def canonical_answer(key, answer):
    if not isinstance(answer, dict) or 'entries' not in answer:
        return answer
    canonical = {'entries': [in_order(entry, ORDER[key]) for entry in answer['entries']]}
    if 'complete' in answer:
        canonical['complete'] = answer['complete']
    return canonical


def rank_of_place(pointer):
    steps = pointer.split('/')
    field = ORDER[steps[1]].index(steps[4]) if len(steps) > 4 else -1
    return IDS.index(steps[1]), int(steps[3]) if len(steps) > 3 else -1, field


def digest_of(record):
    canonical = {'reference': record['reference'], 'date': record['date']}
    if record.get('completed-by'):
        canonical['completed-by'] = record['completed-by']
    canonical['answers'] = {key: canonical_answer(key, value) for key, value in in_order(record['answers'], IDS).items()}
    if record.get('notes'):
        canonical['notes'] = dict(sorted(record['notes'].items(), key=lambda note: rank_of_place(note[0])))
    text = json.dumps(canonical, ensure_ascii=False, separators=(',', ':'))
    return hashlib.sha256(text.encode()).hexdigest()


def short(digest):
    return ' '.join(digest[i:i + 4] for i in (0, 4, 8))


def make_record():
    with open(RECORD, encoding='utf-8') as source:
        record = json.load(source)
    record['format'] = 'criteria-record/1'
    record['notes'] = {'/antidepressants-tried/entries/1/outcome': 'As said.', '/antidepressants-tried/entries/0': 'A "letter" <é>.',
                       '/current-depression': 'Two\nlines'}
    record['rules'] = {'id': 'nhs-ketamine-infusion', 'version': json.loads(RULES_BYTES)['version'],
                       'digest': hashlib.sha256(RULES_BYTES).hexdigest(), 'text': RULES_BYTES.decode().split('\n')}
    record['digest'] = digest_of(record)
    return record


def shuffle(value):
    if isinstance(value, dict):
        return {key: shuffle(value[key]) for key in reversed(value)}
    return [shuffle(element) for element in value] if isinstance(value, list) else value


class Verify(unittest.TestCase):

    def verify(self, record):
        with tempfile.NamedTemporaryFile('w', suffix='.checklist', encoding='utf-8') as target:
            target.write(record if isinstance(record, str) else json.dumps(record, ensure_ascii=False))
            target.flush()
            return subprocess.run([CLI, 'verify', target.name], capture_output=True, text=True, env=ENVIRONMENT)

    def summary_of(self, record):
        with tempfile.NamedTemporaryFile('w', suffix='.checklist', encoding='utf-8') as target:
            json.dump(record, target)
            target.flush()
            return subprocess.run([CLI, 'summary', target.name], capture_output=True, text=True, env=ENVIRONMENT, check=True).stdout

    def test_fits(self):
        record = make_record()
        outcome = self.verify(record)
        self.assertEqual((outcome.returncode, outcome.stderr), (0, ''))
        self.assertTrue(outcome.stdout.startswith(
            f'record {short(record["digest"])} · rules {short(record["rules"]["digest"])}\n'), outcome.stdout)

    def test_the_example_is_as_it_would_be_saved(self):
        outcome = subprocess.run([CLI, 'verify', EXAMPLE], capture_output=True, text=True, env=ENVIRONMENT)
        self.assertEqual((outcome.returncode, outcome.stderr), (0, ''))

    def test_page_can_be_matched(self):
        """The same digits stand at the foot of the summary."""
        record = make_record()
        summary = self.summary_of(record)
        self.assertIn(f'record {short(record["digest"])}', re.sub(r'\s+', ' ', summary))
        self.assertIn(f'rules {short(record["rules"]["digest"])}', re.sub(r'\s+', ' ', summary))

    def test_does_not_depend_on_the_file(self):
        """Neither the order of keys, nor times, nor what a newer version has added is part of it."""
        record = shuffle(make_record())
        record.update({'id': 'a', 'created': '2026-11-20T10:00:00Z', 'saved': '2026-11-20T11:00:00Z', 'new': [1]})
        outcome = self.verify(record)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn('[unknown-key]', outcome.stderr)

    def test_anything_else_is_noticed(self):
        record = make_record()
        for change in (
                lambda r: r.update(reference='A-18'), lambda r: r.update({'date': '2026-11-19'}),
                lambda r: r.update({'completed-by': 'Somebody else'}), lambda r: r['notes'].update({'/current-depression': 'Two\nlines.'}),
                lambda r: r['notes'].pop('/current-depression'), lambda r: r.pop('notes'), lambda r: r['answers'].pop('current-depression'),
                lambda r: r['answers']['antidepressants-tried'].update(complete=True),
                lambda r: r['answers']['antidepressants-tried']['entries'].reverse()):
            changed = copy.deepcopy(record)
            change(changed)
            outcome = self.verify(changed)
            self.assertEqual(outcome.returncode, 1, outcome.stdout)
            self.assertIn('[answers-digest]', outcome.stderr)

    def test_rules_that_were_changed(self):
        record = make_record()
        record['rules']['text'] = [line.replace('review-by": "2027', 'review-by": "2037') for line in record['rules']['text']]
        outcome = self.verify(record)
        self.assertEqual(outcome.returncode, 1)
        self.assertIn('[rules-digest]', outcome.stderr)

    def test_no_digest(self):
        record = make_record()
        del record['digest']
        outcome = self.verify(record)
        self.assertEqual(outcome.returncode, 1)
        self.assertIn('does not say what the digest of its answers is', outcome.stderr)

    def test_cannot_be_read(self):
        record = make_record()
        for text in ('', '{', '[]', dict(record, format='criteria-record/2'), dict(record, answers=7), {'reference': 'A'}):
            outcome = self.verify(text)
            self.assertEqual((outcome.returncode, outcome.stdout), (2, ''), text)
            self.assertIn('cannot be verified', outcome.stderr)
        self.assertEqual(subprocess.run([CLI, 'verify'], capture_output=True, env=ENVIRONMENT).returncode, 2)
        self.assertEqual(subprocess.run([CLI, 'verify', '/nowhere/A-17.checklist'], capture_output=True, env=ENVIRONMENT).returncode, 2)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
