#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-shipped.py CRITERIA-CLI TOP: what each rules file that comes with the program promises a reader, whatever its subject."""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

CLI, TOP = sys.argv[1:3]
FOLDER = os.path.join(TOP, 'data/rules')
LONGEST_SENTENCE = 20
LONGEST_REVIEW = datetime.timedelta(days=183)
STATUSES = {'requirement': {'met', 'not-met', 'unknown'}, 'caution': {'present', 'absent', 'unknown'}}
NOT_TEXTS = ('sources', 'option-sets', 'cases')
DOSE = re.compile(r'\d\s*(mg|mcg|µg|microgram\w*|milligram\w*|ml)\b', re.IGNORECASE)
# What kind of source a criterion comes from: in so many words, so that the same kind is called the same in each file.
ORIGINS = {'Article', 'Published by the named NHS service', "Patient's account", 'Product information', 'Case report', 'Government guidance',
           'Decision of a national body', 'Professional body', 'Consensus', 'Rating of earlier treatment'}
UNITED_STATES = re.compile(r'\b(REMS|FDA)\b')


def read(name):
    with open(os.path.join(FOLDER, name), encoding='utf-8') as file:
        return json.load(file)


SHIPPED = {name: read(name) for name in sorted(os.listdir(FOLDER)) if name.endswith('.json')}


def run(*arguments):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, check=False)


def texts(node, key=None):
    """Every text for people that the file wrote itself: titles of sources, names of medicines and cases are not."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name not in NOT_TEXTS:
                yield from texts(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value, key)
    elif key in ('title', 'text', 'help', 'about', 'label'):
        yield node


def each(check):
    def test(self):
        for name, rules in SHIPPED.items():
            with self.subTest(file=name):
                check(self, name, rules)
    return test


class Shipped(unittest.TestCase):
    def test_number(self):
        self.assertEqual(len(SHIPPED), 3)

    @each
    def test_head(self, name, rules):
        self.assertEqual(rules['id'] + '.json', name)
        self.assertEqual(rules['status'], 'draft')
        start, end = (datetime.date.fromisoformat(rules[key]) for key in ('effective-from', 'review-by'))
        self.assertLessEqual(end - start, LONGEST_REVIEW)
        self.assertIn('composite', rules['about'])
        self.assertIn('No clinician has checked this file yet.', rules['about'])

    @each
    def test_planted_defects(self, name, rules):
        """The cases notice at least 95 of 100 small defects. Those left are conditions that repeat what another says."""
        planted = re.search(r'^# (\d+) of (\d+) planted defects noticed', run('test', '--mutate', os.path.join(FOLDER, name)).stdout, re.M)
        self.assertGreaterEqual(100 * int(planted[1]), 95 * int(planted[2]))

    def test_urgent_help(self):
        """In each file the same words, that name 999 and stand in no criterion."""
        urgent = [rules['urgent'] for rules in SHIPPED.values()]
        self.assertEqual(urgent, urgent[:1] * len(urgent))
        self.assertIn('999', urgent[0]['text'])
        for rules in SHIPPED.values():
            for criterion in rules['criteria']:
                self.assertNotIn('999', criterion['text'] + criterion.get('help', ''))

    @each
    def test_sentences_are_short(self, _name, rules):
        for text in texts(rules):
            for sentence in re.split(r'(?<=[.?!:])\s+', text):
                self.assertLessEqual(len(sentence.split()), LONGEST_SENTENCE, sentence)

    @each
    def test_no_dose_and_no_rule_of_the_united_states(self, _name, rules):
        for text in texts(rules):
            self.assertIsNone(DOSE.search(text), text)
            self.assertIsNone(UNITED_STATES.search(text), text)

    @each
    def test_every_source_is_dated_and_cited(self, _name, rules):
        cited = {citation['source'] for criterion in rules['criteria'] for citation in criterion['sources']}
        self.assertEqual({source['id'] for source in rules['sources']}, cited)
        for source in rules['sources']:
            datetime.date.fromisoformat(source['retrieved'])
            self.assertIn(source['origin'], ORIGINS)

    @each
    def test_what_was_added_is_kept_apart(self, _name, rules):
        """In a list of its own, of which no medicine is among the antidepressants, and which no condition may use."""
        sets = {key: {option['code'] for option in options} for key, options in rules['option-sets'].items()}
        self.assertEqual(sets['added-medicines'] & sets['antidepressants'], set())
        questions = {question['id']: question for section in rules['sections'] for question in section['questions']}
        self.assertIs(questions['added-medicines']['for-the-record'], True)

    def test_shared_sets_are_the_same(self):
        sets = {}
        for rules in SHIPPED.values():
            for key, options in rules['option-sets'].items():
                self.assertEqual(sets.setdefault(key, options), options)

    @each
    def test_lint_has_nothing_to_say(self, name, _rules):
        result = run('lint', '--date=2026-11-20', os.path.join(FOLDER, name))
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, '', ''))

    @each
    def test_what_nobody_has_verified_is_said(self, _name, rules):
        certainties = [{citation['certainty'] for citation in criterion['sources']} for criterion in rules['criteria']]
        if any(found and 'verified' not in found for found in certainties):
            self.assertIn('verified source', rules['about'])
        if set() in certainties:
            self.assertIn('names no source', rules['about'])

    @each
    def test_cases_reach_every_status(self, _name, rules):
        reached = {}
        for case in rules['cases']:
            for criterion, status in case['expect'].items():
                reached.setdefault(criterion, set()).add(status)
        for criterion in rules['criteria']:
            if criterion['kind'] == 'note':
                continue
            wanted = STATUSES[criterion['kind']] | ({'not-applicable'} if 'applies-when' in criterion else set())
            self.assertEqual(reached.get(criterion['id']), wanted, criterion['id'])

    def test_each_nation_has_its_note_only(self):
        notes = {'england': 'TA854, December 2022', 'scotland': 'SMC2258, 7 September', 'wales': 'For Wales and', 'northern-ireland': 'For Wales and'}
        for nation in notes:
            with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
                json.dump({'reference': 'A-17', 'date': '2026-11-20', 'answers': {'nation': nation}}, file)
                file.flush()
                result = run('summary', '--rules', os.path.join(FOLDER, 'esketamine-nasal-spray.json'), file.name)
            page = ' '.join(result.stdout.split())
            for other, words in notes.items():
                self.assertEqual(words in page, words == notes[nation], (nation, other))


unittest.main(argv=sys.argv[:1])
