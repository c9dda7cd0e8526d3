#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-pdf.py CRITERIA-CLI RULES RECORD: the structure of a PDF, read back with qpdf: what a screen reader and a search find."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

CLI, RULES, RECORD = sys.argv[1:4]
NOTICE = b'For information only. This is not a clinical decision.'
PAINTERS = {b'S', b's', b'f', b'F', b'f*', b'B', b'B*', b'b', b'b*', b'Tj', b'TJ', b'Do', b'sh'}
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH='1795183320', TZ='UTC', LC_ALL='C.UTF-8')


def words_of(value):
    """A string of qpdf's, which says by its first letters how it is written."""
    return value[2:] if isinstance(value, str) and value.startswith('u:') else value


class Document:
    """Its objects, by their references."""

    def __init__(self, pdf):
        with tempfile.NamedTemporaryFile(suffix='.pdf') as file:
            file.write(pdf)
            file.flush()
            self.check = subprocess.run(['qpdf', '--check', file.name], capture_output=True, text=True)
            described = subprocess.run(['qpdf', '--json=2', '--json-stream-data=none', file.name], capture_output=True, check=True)
        objects = json.loads(described.stdout)['qpdf'][1]
        self.objects = {name.removeprefix('obj:'): part.get('value') for name, part in objects.items()}
        self.root = self.get(self.objects['trailer']['/Root'])

    def get(self, value):
        while isinstance(value, str) and value.endswith(' R'):
            value = self.objects[value]
        return value

    def children(self, element):
        kids = self.get(element.get('/K', []))
        return [self.get(kid) for kid in (kids if isinstance(kids, list) else [kids])]

    def elements(self, element=None):
        """Every element of the structure, in reading order."""
        for child in self.children(element or self.get(self.root['/StructTreeRoot'])):
            if isinstance(child, dict) and '/S' in child:
                yield child
                yield from self.elements(child)

    def names(self, node):
        """The places that links lead to, by name."""
        node = self.get(node)
        pairs = self.get(node.get('/Names', []))
        found = {words_of(name): self.get(place) for name, place in zip(pairs[::2], pairs[1::2])}
        for kid in self.get(node.get('/Kids', [])):
            found.update(self.names(kid))
        return found

    def outline(self, node):
        kid = node.get('/First')
        while kid:
            kid = self.get(kid)
            yield kid
            yield from self.outline(kid)
            kid = kid.get('/Next')


def make(record, rules, *options):
    got = subprocess.run([CLI, 'summary', record, *rules, '--format', 'pdf', *options], capture_output=True, check=True, env=ENVIRONMENT)
    return got.stdout


def read_contents(pdf):
    """What is drawn on each page, as operators."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'summary.pdf')
        with open(path, 'wb') as file:
            file.write(pdf)
        plain = subprocess.run(['qpdf', '--qdf', '--object-streams=disable', path, '-'], capture_output=True, check=True).stdout
    return re.findall(rb'%% Contents for page \d+\n.*?\nstream\n(.*?)\nendstream', plain, re.DOTALL)


class Pdf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = Document(make(RECORD, ()))

    def list_elements(self, tag, document=None):
        return [element for element in (document or self.document).elements() if element['/S'] == tag]

    def write(self, name, value):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = os.path.join(folder.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(value, file, ensure_ascii=False)
        return path

    def test_is_sound(self):
        for options in (), ('--paper', 'letter'):
            document = Document(make(RECORD, (), *options))
            self.assertEqual((document.check.returncode, document.check.stderr), (0, ''))
            self.assertIn('No syntax or stream encoding errors found', document.check.stdout)

    def test_says_its_language_and_title(self):
        self.assertEqual(words_of(self.document.root['/Lang']), 'en-GB')
        self.assertTrue(self.document.root['/ViewerPreferences']['/DisplayDocTitle'])
        self.assertTrue(self.document.root['/MarkInfo']['/Marked'])
        information = self.document.get(self.document.objects['trailer']['/Info'])
        self.assertIn('EXAMPLE-1', words_of(information['/Title']))
        self.assertNotIn('/Author', information)

    def test_says_the_language_of_the_rules(self):
        with open(RULES, encoding='utf-8') as file:
            rules = json.load(file)
        record = self.write('record.json', {'reference': 'A-1', 'date': '2026-11-20', 'answers': {}})
        for language in 'cy', None:
            rules['language'] = language
            if language is None:
                del rules['language']
            document = Document(make(record, ('--rules', self.write('rules.json', rules))))
            self.assertEqual(words_of(document.root['/Lang']), language or 'en-GB')

    def test_figures_have_words(self):
        """In the order of the page, each with those that stand above its bar."""
        text = subprocess.run([CLI, 'summary', RECORD], capture_output=True, check=True, env=ENVIRONMENT).stdout.decode()
        timeline = ' '.join(text[text.index('\nTimeline\n'):text.index('\nSources\n')].split())
        figures = self.list_elements('/Figure')
        self.assertGreater(len(figures), 1)
        place = 0
        for figure in figures:
            alternative = words_of(figure['/Alt'])
            self.assertTrue(alternative.startswith('Bar on a timeline. '), alternative)
            place = timeline.index(alternative.removeprefix('Bar on a timeline. ').replace(': ', ' ', 1), place)

    def test_tables_have_headings(self):
        """Every row has a heading, which says what it heads."""
        headings = self.list_elements('/TH')
        self.assertGreater(len(headings), 30)
        for heading in headings:
            self.assertEqual(heading['/A']['/O'], '/Table')
            self.assertIn(heading['/A']['/Scope'], ('/Row', '/Column'))
        for row in self.list_elements('/TR'):
            self.assertEqual(self.document.children(row)[0]['/S'], '/TH')
        for table in self.list_elements('/Table'):
            rows = [self.document.children(row) for row in self.document.children(table)]
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})

    def test_entries_are_below_their_questions(self):
        """A list is a table of its own, whose first row heads the columns."""
        tables = [self.document.children(table) for table in self.list_elements('/Table')]
        heads = [[self.document.get(cell) for cell in self.document.children(table[0])] for table in tables]
        lists = [head for head in heads if head[0].get('/A', {}).get('/Scope') == '/Column']
        self.assertEqual([len(head) for head in lists], [6, 3])
        for head in lists:
            self.assertEqual({cell['/S'] for cell in head}, {'/TH'})

    def test_links_lead_somewhere(self):
        """Every link within leads to a place on a page that there is, and is a link for a screen reader too."""
        pages = {name for name, value in self.document.objects.items() if isinstance(value, dict) and value.get('/Type') == '/Page'}
        places = self.document.names(self.document.get(self.document.root['/Names'])['/Dests'])
        links = [value for value in self.document.objects.values() if isinstance(value, dict) and value.get('/Subtype') == '/Link']
        self.assertGreater(len(links), 20)
        self.assertEqual(len(self.list_elements('/Link')), len(links))
        for link in links:
            place = link.get('/Dest')
            place = places[words_of(place)] if isinstance(place, str) else place
            self.assertIn(place[0], pages)

    def test_links_say_where_they_lead(self):
        links = [value for value in self.document.objects.values() if isinstance(value, dict) and value.get('/Subtype') == '/Link']
        for link in links:
            kind, number = words_of(link['/Dest']).split('-')
            self.assertEqual(words_of(link['/Contents']), f'{kind.capitalize()} {number}')

    def test_all_on_a_page_is_an_element_or_an_artifact(self):
        """What stands on every page is read by nobody, and no line or mark is without a place."""
        rules = ('--rules', RULES)
        strange = self.write('record.json', {'reference': 'EMC BDC S ( \\ (', 'date': '2026-11-20', 'answers': {}})
        for pdf in make(RECORD, ()), make(strange, rules):
            pages = read_contents(pdf)
            self.assertEqual(len(pages), len([page for page in Document(pdf).objects.values() if isinstance(page, dict) and page.get('/Type') == '/Page']))
            for page in pages:
                artifact = re.search(rb'/Artifact BMC\n(.*?)\nEMC\n', page, re.DOTALL)[1]
                # Between two letters that are kerned a text is cut in two.
                self.assertIn(NOTICE, b''.join(re.findall(rb'\(((?:\\.|[^\\()])*)\)', artifact)))
                operators = re.sub(rb'\((?:\\.|[^\\()])*\)', b'()', page, flags=re.DOTALL).split()
                depth = 0
                for operator in operators:
                    depth += {b'BMC': 1, b'BDC': 1, b'EMC': -1}.get(operator, 0)
                    self.assertIn(depth, (0, 1))
                    self.assertFalse(depth == 0 and operator in PAINTERS, operator)
                self.assertEqual(depth, 0)

    def test_pages_are_gone_through_in_their_order(self):
        for page in self.document.objects.values():
            if isinstance(page, dict) and page.get('/Type') == '/Page':
                self.assertEqual(page['/Tabs'], '/S')

    def test_bookmarks_are_the_headings(self):
        titles = [words_of(item['/Title']) for item in self.document.outline(self.document.get(self.document.root['/Outlines']))]
        for title in 'Requirements', 'Still open', 'Answers', 'Timeline', 'Sources', 'Signed':
            self.assertIn(title, titles)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
