#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-rules-format.py CRITERIA-CLI TOP: every example of docs/rules-format.md is tried out. The info string of its fence says what
it is: a whole file is linted and its cases are run; the fragments are put together into one file, each in its place."""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

CLI, TOP = map(os.path.abspath, sys.argv[1:3])
TODAY = '2026-11-20'
LONGEST_SENTENCE = 20


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return file.read()


PAGE = read('docs/rules-format.md')
SCHEMAS = {name: jsonschema.Draft202012Validator(json.loads(read(f'data/criteria-{name}-1.schema.json'))) for name in ('rules', 'record')}
BLOCKS = re.findall(r'^```(\w+)(?: ([\w-]+))?\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
# Rows of the tables: the condition, and what its bounds read; the certainty, and what people read.
BOUNDS = [(json.loads(condition), words) for condition, words in re.findall(r'^\| `(\{.*\})` \| (.*?) \|$', PAGE, re.MULTILINE)]
CERTAINTIES = re.findall(r'^\| `(verified|secondary|unverified)` \| .* \| (.*?) \|$', PAGE, re.MULTILINE)
MEMBERS = ('key', 'option-set')
# The codes of findings: those that the tables explain, and those that the rooms can give to what is in a rules file.
EXPLAINED = {code for cells in re.findall(r'^\| ((?:`[a-z-]+`(?:, )?)+) \| [^|]* \| [^|]* \|$', PAGE.partition('## What lint says')[2], re.MULTILINE)
             for code in re.findall('`(.*?)`', cells)}
GIVEN = re.compile(r'\b(?:CRIT_SEVERITY_\w+|FAIL|fail|(?:\w*_)?report\w*|crit_loader_(?:find|look_up)|look_at_bound|crit_finding_new)\b(?:[^;"]|"")*'
                   r'"([a-z]+(?:-[a-z]+)*)"|^ *\[CRIT_JSON_ERROR_\w+\] = "(.*)",$', re.MULTILINE)
NO_CODES = {'error', 'review-by'}
KINDS = {'file', 'source', 'section', 'question', 'criterion', 'condition', 'entry-condition', 'case', 'record', 'saved-record', *MEMBERS}


def blocks(kind):
    found = [text for language, name, text in BLOCKS if (language, name) == ('json', kind)]
    assert found, f'the page has no example of: {kind}'
    return [json.loads('{' + text + '}' if kind in MEMBERS else text) for text in found]


def texts(kind):
    return [text for language, name, text in BLOCKS if (language, name) == ('text', kind)]


def keys_of(schema):
    """Every key that a schema knows."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get('properties', ())).union(*map(keys_of, schema.values()))


def criterion_of(name, condition):
    return {'id': name, 'kind': 'requirement', 'text': 'An example.', 'when': condition}


def assemble():
    """All fragments of the page in one rules file."""
    rules = {}
    for members in blocks('key'):
        rules.update(members)
    conditions = blocks('condition') + [condition for condition, _ in BOUNDS]
    conditions += [{'count': 'trials', 'where': where, 'at-least': 1} for where in blocks('entry-condition')]
    rules['sources'] = blocks('source')
    rules['option-sets'] = {}
    for members in blocks('option-set'):
        rules['option-sets'].update(members)
    rules['sections'] = blocks('section') + [{'id': 'page-questions', 'title': 'Questions', 'questions': blocks('question')}]
    rules['criteria'] = blocks('criterion') + [criterion_of(f'example-{n}', condition) for n, condition in enumerate(conditions, 1)]
    rules['cases'] = blocks('case')
    return rules


class Page(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, content):
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        with open(os.path.join(self.folder, name), 'w', encoding='utf-8') as file:
            file.write(text)
        return name

    def run_cli(self, *arguments):
        return subprocess.run([CLI, *arguments], capture_output=True, encoding='utf-8', check=False, cwd=self.folder)

    def check_lines(self, expected, got):
        """The lines on the page come out, in their order; there may be others between them."""
        lines = iter(got.splitlines())
        for line in expected.splitlines():
            self.assertIn(line, lines, got)

    def test_every_block_is_tried(self):
        for language, name, text in BLOCKS:
            with self.subTest(block=text[:60]):
                self.assertIn(language, ('json', 'sh', 'text'))
                if language == 'json':
                    self.assertIn(name, KINDS)
        self.assertGreaterEqual(len(BOUNDS), 10)
        self.assertEqual(len(CERTAINTIES), 3)

    def test_first_file(self):
        first = next(text for language, name, text in BLOCKS if name == 'file')
        self.assertLessEqual(len(first.splitlines()), 35)
        self.write('first.json', first)
        lint = self.run_cli('lint', '--date', TODAY, 'first.json')
        self.assertEqual((lint.stdout, lint.returncode), ('', 0))
        test = self.run_cli('test', 'first.json')
        self.assertEqual(test.returncode, 0, test.stdout)
        self.check_lines(texts('test')[0], test.stdout)

        self.write('first.json', first.replace('"answer": "age"', '"answer": "aeg"'))
        lint = self.run_cli('lint', '--date', TODAY, 'first.json')
        self.check_lines(texts('lint')[0], lint.stdout)

    def test_fragments(self):
        self.write('page.json', assemble())
        lint = self.run_cli('lint', '--date', TODAY, 'page.json')
        self.assertNotIn(': error: ', lint.stdout)
        test = self.run_cli('test', 'page.json')
        self.assertEqual(test.returncode, 0, test.stdout + test.stderr)
        self.assertEqual(len(re.findall('^ok ', test.stdout, re.MULTILINE)), len(blocks('case')))

    def test_bounds_in_words(self):
        rules = assemble()
        rules['criteria'] = [criterion_of(f'example-{n}', condition) for n, (condition, _) in enumerate(BOUNDS, 1)]
        rules.update(cases=[], translations={})
        self.write('page.json', rules)
        self.write('record.json', blocks('record')[0])
        screen = self.run_cli('screen', '--rules', 'page.json', '--format', 'json', 'record.json')
        self.assertEqual(screen.returncode, 0, screen.stderr)
        for (condition, words), criterion in zip(BOUNDS, json.loads(screen.stdout)['criteria']):
            with self.subTest(condition=condition):
                self.assertTrue(criterion['reason'].endswith(f'; {words} needed.'), criterion['reason'])

    def test_certainties_in_words(self):
        self.write('page.json', assemble())
        self.write('record.json', blocks('record')[0])
        summary = self.run_cli('summary', '--rules', 'page.json', 'record.json')
        self.assertEqual(summary.returncode, 0, summary.stderr)
        for _, words in CERTAINTIES:
            self.assertIn(words, summary.stdout)

    def test_saved_record(self):
        self.write('saved.checklist', blocks('saved-record')[0])
        summary = self.run_cli('summary', 'saved.checklist')
        self.assertEqual(summary.returncode, 0, summary.stderr)
        self.assertIn('Recorded as met', summary.stdout)

    def test_schemas(self):
        for name, documents in (('rules', [*blocks('file'), assemble()]), ('record', blocks('record') + blocks('saved-record'))):
            for document in documents:
                self.assertEqual([error.message for error in SCHEMAS[name].iter_errors(document)], [])

    def test_every_key_is_on_the_page(self):
        keys = keys_of(SCHEMAS['rules'].schema) | keys_of(SCHEMAS['record'].schema)
        self.assertGreater(len(keys), 60)
        pages = PAGE + read('docs/record-format.md')
        self.assertEqual([key for key in sorted(keys) if f'`{key}`' not in pages and f'"{key}"' not in pages], [])

    def test_every_code_is_explained(self):
        sources = [path for room in ('json', 'rules', 'screening') for path in glob.glob(os.path.join(TOP, 'src/core', room, '*.c'))]
        sources.append('src/core/record/crit-answer-reader.c')
        given = {code for path in sources for pair in GIVEN.findall(read(path)) for code in pair if code} - NO_CODES
        self.assertGreater(len(given), 70)
        self.assertEqual(sorted(given - EXPLAINED), [])
        self.assertEqual(sorted(EXPLAINED - given - {'past-review'}), [], 'explained, but given by nothing')

    def test_sentences_are_short(self):
        prose = re.sub(r'^```.*?^```$|^\|.*$|^#.*$', '', PAGE, flags=re.MULTILINE | re.DOTALL)
        for sentence in re.split(r'(?<=[.!?:;])\s+|\n\n|^- ', re.sub(r'`[^`]*`', 'x', prose), flags=re.MULTILINE):
            self.assertLessEqual(len(sentence.split()), LONGEST_SENTENCE, sentence)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
