#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-html.py CRITERIA-CLI RULES RECORD: the summary as an HTML page: valid, whole in itself, and every link within it leads somewhere."""

import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

CLI, RULES, RECORD = sys.argv[1:4]
VOID = {'meta', 'br', 'path'}
STRANGE = ('</style></title><script>alert(1)</script>', '&amp; <b> "q" \'s\' %s', 'Rindfleischetikettierungsüberwachung' * 9, 'لا قرار سريري', 'Ŵyau a thŷ')


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.problems, self.outside = [], [], [], [], [], []
        self.root = {}
        self.feed(text)
        self.close()

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append(tag)
        if tag == 'html':
            self.root = values
        if tag not in VOID:
            self.open.append(tag)
        if 'id' in values:
            self.ids.append(values['id'])
        if 'href' in values:
            self.links.append(values['href'])
        self.outside += [name for name in values if name in ('src', 'srcset', 'action', 'data', 'background') or name.startswith('on')]

    def handle_endtag(self, tag):
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.problems.append(f'{self.getpos()}: </{tag}>')


class Html(unittest.TestCase):
    def make(self, record, rules=RULES):
        if isinstance(record, dict):
            record = self.write('record.json', record)
        rules = ('--rules', rules) if record != RECORD else ()
        got = subprocess.run([CLI, 'summary', record, *rules, '--format', 'html'], capture_output=True, check=True)
        return got.stdout.decode()

    def write(self, name, value):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = os.path.join(folder.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(value, file, ensure_ascii=False)
        return path

    def make_strange(self, text):
        with open(RULES, encoding='utf-8') as file:
            rules = json.load(file)
        rules['title'] = rules['about'] = text
        for part in rules['sections'] + rules['criteria'] + rules['sources']:
            part['title' if 'title' in part else 'text'] = text
        return self.make({'reference': text[:90], 'date': '2026-11-20', 'answers': {}}, self.write('rules.json', rules))

    def pages(self):
        yield 'example', self.make(RECORD)
        yield 'nothing', self.make({'reference': 'A-1', 'date': '2026-11-20', 'answers': {}})
        for text in STRANGE:
            yield text, self.make_strange(text)

    def test_is_whole_in_itself(self):
        for name, text in self.pages():
            with self.subTest(page=name):
                page = Page(text)
                self.assertEqual((page.problems, page.open, page.outside), ([], [], []))
                self.assertEqual(len(page.ids), len(set(page.ids)))
                self.assertTrue(page.links)
                for link in page.links:
                    self.assertEqual(link[:1], '#')
                    self.assertIn(link[1:], page.ids)
                for tag in 'script', 'link', 'img', 'iframe', 'object', 'form':
                    self.assertNotIn(tag, page.tags)
                self.assertNotRegex(text[text.index('<style>'):text.index('</style>')], r'url\(|@import')
                self.assertEqual([page.tags.count(tag) for tag in ('h1', 'main', 'header', 'footer', 'title')], [1, 1, 1, 1, 1])

    def test_is_valid(self):
        for name, text in self.pages():
            with self.subTest(page=name):
                got = subprocess.run(['tidy', '-quiet', '-errors', '-utf8'], input=text.encode(), capture_output=True)
                self.assertEqual((got.returncode, got.stderr.decode()), (0, ''))

    def test_says_which_way_it_is_read(self):
        self.assertEqual(Page(self.make(RECORD)).root, {'lang': 'en-GB', 'dir': 'ltr'})
        self.assertEqual(Page(self.make_strange(STRANGE[3])).root['dir'], 'rtl')

    def test_the_notice_is_at_both_ends(self):
        text = self.make(RECORD)
        notice = 'For information only. This is not a clinical decision.'
        self.assertEqual(text.count(notice), 2)
        self.assertLess(text.index(notice), text.index('Recorded as'))
        self.assertRegex(text[text.rindex(notice):], r'rules [0-9a-f ]{14} · record [0-9a-f ]{14} · cases \d+/\d+')

    def test_a_reason_leads_to_its_answers(self):
        text = self.make(RECORD)
        self.assertRegex(text, r'\. <span class="held" dir="auto">\(answers? <a href="#answer-\d+">[^(]*\)</span></p>')
        self.assertTrue(re.search(r'<tr id="answer-5">', text))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
