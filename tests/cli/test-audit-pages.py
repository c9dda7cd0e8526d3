#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-audit-pages.py CRITERIA-CLI RULES...: the numbers of `audit` as a table for a spreadsheet and as a page: each number is there,
charts have names, and no text of a rules file is obeyed."""

import csv
import html.parser
import json
import os
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from audit_support import NOTICE, RULES, SHIPPED, Audit, lines_of, load, run

VOID = {'meta', 'br', 'path', 'rect', 'circle', 'line'}
STRANGE = ('</style></title><script>alert(1)</script>', '=1+1 &amp; <b> "q" \'s\' %s', 'Rindfleischetikettierungsüberwachung' * 9, 'لا قرار سريري')
STATUSES = {'met': 'Recorded as met', 'not-met': 'Recorded as not met', 'unknown': 'Not known yet', 'not-applicable': 'Does not apply',
            'present': 'Point to discuss', 'absent': 'Recorded as absent'}


class Page(html.parser.HTMLParser):
    """Tables as lists of rows of texts, below their headings; and what a page may not have."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.ids, self.refers, self.problems, self.outside, self.charts = [], [], [], [], [], [], []
        self.tables, self.headings, self.row, self.text = [], [], None, None
        self.feed(text)
        self.close()

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [values['id']] if 'id' in values else []
        self.refers += [name for key in ('aria-labelledby', 'aria-describedby') for name in values.get(key, '').split()]
        self.refers += [values['href'][1:]] if values.get('href', ' ')[0] == '#' else []
        self.outside += [name for name in values if name in ('src', 'srcset', 'action', 'data', 'background') or name.startswith('on')]
        if values.get('role') == 'img':
            self.charts.append(values)
        if tag == 'table':
            self.tables.append((self.headings[-1] if self.headings else '', []))
        if tag == 'tr':
            self.row = []
        if tag in ('h2', 'h3', 'h4', 'th', 'td'):
            self.text = ''

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.problems.append(f'{self.getpos()}: </{tag}>')
        if tag in ('h2', 'h3', 'h4'):
            self.headings.append(self.text)
        if tag in ('th', 'td'):
            self.row.append(self.text.strip())
        if tag == 'tr':
            self.tables[-1][1].append(self.row)

    def table(self, heading):
        return next(rows for title, rows in self.tables if title == heading)


def numbers(row):
    return [int(cell.split()[0]) for cell in row[1:]]


class Html(Audit):
    def page(self, rules=RULES, n=60, other=None):
        compare = ['--compare', other] if other else []
        result = run('audit', '--rules', rules, *compare, '--format', 'html', input=lines_of(rules, n))
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        return result.stdout.decode()

    def strange(self, text):
        rules = load(RULES)
        for part in [rules, *rules['criteria'], *(question for section in rules['sections'] for question in section['questions'])]:
            part['title' if 'title' in part else 'text'] = text
            part.pop('label', None)
        return self.write('strange.json', json.dumps(rules, ensure_ascii=False).encode())

    def pages(self):
        yield 'compared', self.page(other=self.newer())
        yield 'no records', self.page(n=0, other=self.newer())
        for path in SHIPPED:
            yield path, self.page(path)
        for text in STRANGE:
            yield text, self.page(self.strange(text), other=RULES)

    def test_is_whole_in_itself_and_valid(self):
        for name, text in self.pages():
            with self.subTest(page=name):
                page = Page(text)
                self.assertEqual((page.problems, page.open, page.outside), ([], [], []))
                self.assertEqual(len(page.ids), len(set(page.ids)))
                self.assertEqual(set(page.refers) - set(page.ids), set())
                for tag in 'script', 'link', 'img', 'iframe', 'object', 'form', 'foreignobject', 'use', 'image':
                    self.assertNotIn(tag, page.tags)
                style = text[text.index('<style>'):text.index('</style>')]
                self.assertNotIn('@import', style)
                self.assertEqual(set(re.findall(r'url\(([^)]*)\)', style)), {'#striped', '#dotted'})
                self.assertEqual([page.tags.count(tag) for tag in ('h1', 'main', 'header', 'footer')], [1, 1, 1, 1])
                self.assertEqual(text.count(NOTICE), 2)
                got = subprocess.run(['tidy', '-quiet', '-errors', '-utf8'], input=text.encode(), capture_output=True, check=False)
                self.assertEqual((got.returncode, got.stderr.decode()), (0, ''))

    def test_each_chart_has_a_name_and_a_table(self):
        page = Page(self.page(other=self.newer()))
        self.assertGreater(len(page.charts), 5)
        titles = {title for title, _ in page.tables}
        for chart in page.charts:
            self.assertIn(re.sub(r', bars \d+ to \d+$', '', chart['aria-label']), titles)
            self.assertIn(chart['aria-describedby'], page.ids)
        self.assertEqual(Page(self.page(n=0)).charts, [])

    def test_bars_are_as_long_as_the_numbers(self):
        text = self.page(n=80)
        chart = text[text.index('aria-label="Requirements"'):]
        chart = chart[:chart.index('</svg>')]
        for line, row in zip(re.findall(r'^.*<rect.*$', chart, re.MULTILINE), Page(text).table('Requirements')[1:], strict=True):
            bars = [(x, width) for x, width in re.findall(r'x="([\d.]+)%".*?width="([\d.]+)%"', line.partition('<rect')[2])]
            drawn = [n for n in numbers(row) if n]
            self.assertEqual([float(width) for _, width in bars], [100 * n / 80 for n in drawn])
            self.assertEqual([float(x) for x, _ in bars], [100 * sum(drawn[:i]) / 80 for i in range(len(drawn))])

    def test_numbers_are_those_of_the_tally(self):
        newer = self.newer()
        page = Page(self.page(other=newer))
        tally = json.loads(self.tally('--rules', RULES, '--compare', newer, input=lines_of(RULES, 60)))
        for kind, heading in (('requirement', 'Requirements'), ('caution', 'Points to discuss')):
            rows, criteria = page.table(heading), [each for each in tally['criteria'] if each['kind'] == kind]
            self.assertEqual(rows[0][1:], [STATUSES[code] for code in criteria[0]['statuses']])
            self.assertEqual([numbers(row) for row in rows[1:]], [list(each['statuses'].values()) for each in criteria])
            self.assertEqual([row[0].partition('. ')[2] for row in rows[1:]], [each['text'] for each in criteria])
        steps = page.table('One requirement after the other')
        for row, each in zip(steps[1:], [each for each in tally['criteria'] if 'step' in each], strict=True):
            expected = [each['step'][code] for code in ('met', 'not-applicable', 'not-met', 'unknown')]
            self.assertEqual(numbers(row), [*expected, expected[0] + expected[1]])
        questions = sorted((each for each in tally['questions'] if each['records']), key=lambda each: -each['records'])
        self.assertEqual([(row[0], *numbers(row)) for row in page.table('Open questions')[1:]], [(each['text'], each['records']) for each in questions])

    def test_changes_are_those_of_the_tally(self):
        newer = self.newer()
        page = Page(self.page(other=newer))
        tally = json.loads(self.tally('--rules', RULES, '--compare', newer, input=lines_of(RULES, 60)))
        changes = [(each, [move for move in each['moves'] if move['from'] != move['to']]) for each in tally['changes']]
        changes = [(each, sum(move['records'] for move in moves)) for each, moves in changes if moves]
        self.assertEqual([(row[0], *numbers(row)) for row in page.table('What differs under the other rules')[1:]],
                         [(each['text'], moved) for each, moved in changes])
        reasons = [row for title, rows in page.tables if title == 'Why' for row in rows[1:]]
        expected = [[STATUSES[why['from']], STATUSES[why['to']], ''.join(cause['sentence'] for cause in why['causes']), str(why['records'])]
                    for each, _ in changes for why in each['why']]
        self.assertEqual(sorted(reasons), sorted(expected))
        matrices = {title: rows for title, rows in page.tables if rows[0][0] == 'Before' and title != 'Why'}
        for each, _ in changes:
            rows = matrices[each['text']]
            counts = {(row[0], to.removeprefix('Now: ')): n for row in rows[1:] for to, n in zip(rows[0][1:], numbers(row), strict=True)}
            self.assertEqual({pair: n for pair, n in counts.items() if n},
                             {(STATUSES[move['from']], STATUSES[move['to']]): move['records'] for move in each['moves']})


class SmallNumbers(Audit):
    def output(self, name, *more):
        result = run('audit', '--rules', RULES, '--compare', self.newer(), '--format', name, *more, input=lines_of(RULES, 58))
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        return result.stdout.decode()

    def check_shown(self, exact, shown):
        """Zero stays zero, small ones are hidden, and the others are rounded."""
        self.assertEqual(shown, '<10' if 0 < exact < 10 else str((exact + 5) // 10 * 10))

    def test_tables(self):
        exact = list(csv.DictReader(self.output('csv').splitlines(True)))
        shown = list(csv.DictReader(self.output('csv', '--suppress-below', '8').splitlines(True)))
        about = shown.pop(1)
        self.assertEqual((about['part'], about['text']), ('small-numbers', 'Numbers from 1 to 9 are hidden; the others are rounded to the nearest 10.'))
        for one, other in zip(exact, shown, strict=True):
            self.assertEqual({**one, 'records': ''}, {**other, 'records': ''})
            if one['records']:
                self.check_shown(int(one['records']), other['records'])
        self.assertGreater(sum(row['records'] == '<10' for row in shown), 10)

    def test_pages(self):
        exact, text = Page(self.output('html')), self.output('html', '--suppress-below', '8')
        page = Page(text)
        for (_, rows), (_, others) in zip(exact.tables[1:], page.tables[1:], strict=True):
            for row, other in zip(rows[1:], others[1:], strict=True):
                for cell, shown in zip(row, other, strict=True):
                    if re.fullmatch(r'\d+( .*)?', cell):
                        self.check_shown(int(cell.split()[0]), shown.split()[0])
                        self.assertFalse(shown.startswith('<10 '), shown)
        self.assertIn('from 1 to 9 are hidden', text)
        # Bars too are as long as what is shown, and never longer than all records.
        lengths = [float(width) for width in re.findall(r'<rect class="\w+" x="[^"]*" y="[^"]*" width="([\d.]+)%"', text)]
        self.assertTrue(lengths)
        self.assertEqual([n for n in lengths if abs(n / 100 * 60 - round(n / 100 * 60 / 10) * 10) > 0.001], [])
        self.assertNotRegex(text, r'>58[ <]|\b58 rec')

    def test_what_adds_up_is_not_hidden(self):
        for arguments in (['--tally'], ['--format', 'json']):
            result = run('audit', '--rules', RULES, '--suppress-below', '8', *arguments, input=b'')
            self.assertEqual((result.returncode, result.stdout), (2, b''))
        for number in ('1', '-3', '101', 'x'):
            self.assertEqual(run('audit', '--rules', RULES, '--suppress-below', number, input=b'').returncode, 2)


class Csv(Audit):
    def test_holds_every_number(self):
        newer = self.newer()
        lines = lines_of(RULES, 60)
        result = run('audit', '--rules', RULES, '--compare', newer, '--format', 'csv', input=lines)
        tally = json.loads(self.tally('--rules', RULES, '--compare', newer, input=lines))
        rows = list(csv.DictReader(result.stdout.decode().splitlines(True)))
        got = {}
        for row in rows:
            key = (row['part'], row['id'], row['status'], row['other-status'], row['why'])
            self.assertNotIn(key, got)
            got[key] = int(row['records']) if row['records'] else row['text']
        self.assertEqual(got['notice', '', '', '', ''], NOTICE)
        self.assertEqual(got['rules', 'digest', '', '', ''], tally['rules']['digest'])
        self.assertEqual([got['records', each, '', '', ''] for each in ('read', 'refused', 'changed')], [60, 0, tally['changed']])
        expected = {(each['kind'], each['id'], code, '', ''): n for each in tally['criteria'] for code, n in each['statuses'].items()}
        expected.update({('step', each['id'], code, '', ''): n for each in tally['criteria'] for code, n in each.get('step', {}).items()})
        expected.update({('open-question', each['question'], '', '', ''): each['records'] for each in tally['questions']})
        expected.update({('change', each['id'], move['from'], move['to'], ''): move['records'] for each in tally['changes'] for move in each['moves']})
        expected.update({('why', each['id'], why['from'], why['to'], '\n'.join(cause['sentence'] for cause in why['causes'])): why['records']
                         for each in tally['changes'] for why in each['why']})
        self.assertEqual({key: value for key, value in got.items() if key[0] not in ('notice', 'rules', 'compared-with', 'records')}, expected)

    def test_no_spreadsheet_takes_a_cell_for_a_formula(self):
        rules = load(RULES)
        requirements = [each for each in rules['criteria'] if each['kind'] == 'requirement']
        for criterion, text in zip(requirements, ['=1+1', '+1', '-1', '@sum', '"a", b'], strict=False):
            criterion['text'] = text
        path = self.write('formulas.json', json.dumps(rules).encode())
        rows = list(csv.DictReader(run('audit', '--rules', path, '--format', 'csv', input=b'').stdout.decode().splitlines(True)))
        texts = list(dict.fromkeys(row['text'] for row in rows if row['part'] == 'requirement'))
        self.assertEqual(texts[:5], ["'=1+1", "'+1", "'-1", "'@sum", '"a", b'])


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
