#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-summary.py CRITERIA-CLI RULES RECORD: the verb `summary` as a person at a terminal meets it, read back with poppler."""

import html.parser
import json
import os
import pty
import re
import stat
import subprocess
import sys
import tempfile
import unicodedata
import unittest

CLI, RULES, RECORD = sys.argv[1:4]
NOTICE = 'For information only. This is not a clinical decision.'
LABELS = {
    'met': 'Recorded as met', 'not-met': 'Recorded as not met', 'unknown': 'Not known yet',
    'present': 'Point to discuss', 'absent': 'Recorded as absent', 'not-applicable': 'Does not apply',
}
SPECIAL = ' <b>5 & 6</b> 100 % %s _u_ "q" \'s\' Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'
ARABIC = 'لا قرار سريري'
TEXTS = {'title', 'text', 'label', 'help', 'about', 'publisher', 'place', 'item', 'unit', 'name'}
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH='1795183320', TZ='UTC', LC_ALL='C.UTF-8')


def run(*arguments, **options):
    return subprocess.run([CLI, *arguments], capture_output=True, env=ENVIRONMENT, **options)


def squeeze(text):
    return re.sub(r'\s', '', text)


def read_pdf(pdf, *options):
    return subprocess.run(['pdftotext', '-raw', *options, '-', '-'], input=pdf, capture_output=True, check=True).stdout.decode()


class Words(html.parser.HTMLParser):
    """What a browser would show of a page."""
    def __init__(self, page):
        super().__init__()
        self.words, self.hidden = [], False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.hidden = tag in ('style', 'title')

    def handle_endtag(self, tag):
        self.hidden = False

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


READERS = {
    'text': bytes.decode,
    'html': lambda page: ''.join(Words(page.decode()).words),
    'pdf': read_pdf,
}


def make_special(node, key=None):
    """Every text for people in a rules file holds every character that a renderer could stumble over."""
    if isinstance(node, dict):
        return {k: make_special(v, k) for k, v in node.items()}
    if isinstance(node, list):
        return [make_special(v, key) for v in node]
    return node + SPECIAL if isinstance(node, str) and key in TEXTS else node


def make_arabic(node, key=None):
    if isinstance(node, dict):
        return {k: make_arabic(v, k) for k, v in node.items() if k != 'translations'}
    if isinstance(node, list):
        return [make_arabic(v, key) for v in node]
    return ARABIC if isinstance(node, str) and key in TEXTS - {'name'} else node


class Summary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, value):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(value, file, ensure_ascii=False)
        return path

    def check_every_criterion(self, squeezed, rules, screening):
        outcomes = {c['id']: c for c in screening['criteria']}
        for criterion in rules['criteria']:
            with self.subTest(criterion=criterion['id']):
                wanted = criterion['text']
                if criterion['kind'] == 'note' and 'applies-when' in criterion:
                    continue  # The page may leave it out, and `screen` does not say whether it applies.
                if criterion['kind'] != 'note':
                    outcome = outcomes[criterion['id']]
                    self.assertIn(squeeze(LABELS[outcome['status']] + wanted), squeezed)
                    self.assertIn(squeeze(outcome['reason']), squeezed)
                self.assertIn(squeeze(wanted), squeezed)
        for number, source in enumerate(rules['sources'], 1):
            self.assertIn(squeeze(f"[{number}]{source['title']}"), squeezed)

    def check_each_format(self, rules_path, record_path):
        """Text, HTML and PDF say of each criterion what `screen` says of it."""
        with open(rules_path, encoding='utf-8') as file:
            rules = json.load(file)
        screening = run('screen', '--rules', rules_path, '--format', 'json', record_path)
        self.assertEqual(screening.returncode, 0, screening.stderr)
        screening = json.loads(screening.stdout)
        for form in READERS:
            with self.subTest(format=form):
                got = run('summary', record_path, '--rules', rules_path, '--format', form)
                self.assertEqual(got.returncode, 0, got.stderr)
                self.check_every_criterion(squeeze(READERS[form](got.stdout)), rules, screening)

    def test_says_what_screen_says(self):
        self.check_each_format(RULES, RECORD)

    def test_special_characters_come_back(self):
        with open(RULES, encoding='utf-8') as file:
            rules = make_special(json.load(file))
        record = {'reference': 'A & <b> %s', 'date': '2026-11-20', 'answers': {}}
        self.check_each_format(self.write('rules.json', rules), self.write('record.json', record))

    def test_entries_and_long_notes_come_back(self):
        """In a table and in a note over several pages, in scripts of both directions: the same from text, HTML and PDF."""
        words = [f'w{i}{strange}' for i in range(198) for strange in ('<b>&amp;', '%s_"q"\'s\'', 'tŷ', 'Fluß', ' سلام')]
        names = [f'n{i} {strange}' for i in range(9) for strange in ('<i> & 5 > 4', '100 % %n _u_', 'Ŵyau a môr', 'لا دواء ولا علاج')]
        note = ' '.join(words)
        with open(RULES, encoding='utf-8') as file:
            rules = json.load(file)
        lists = [q for section in rules['sections'] for q in section['questions'] if q['type'] == 'list']
        medicine = lists[0]['questions'][0]
        entries = [{medicine['id']: {'other': name}} for name in names]
        record = {'reference': 'A-1', 'date': '2026-11-20', 'answers': {lists[0]['id']: {'entries': entries}},
                  'notes': {f"/{lists[0]['id']}/entries/3": note}}
        path = self.write('record.json', record)
        self.assertGreater(len(note), 9000)
        for form in READERS:
            got = run('summary', path, '--rules', RULES, '--format', form)
            self.assertEqual(got.returncode, 0, got.stderr)
            # Two letters that are one glyph come back as the one character that stands for both.
            read = unicodedata.normalize('NFKC', READERS[form](got.stdout))
            squeezed = squeeze(''.join(c for c in read if unicodedata.category(c) != 'Cf'))
            for text in names + words:
                with self.subTest(format=form, text=text):
                    # Which of two words comes first is a matter of their line where one is read from the right.
                    for part in text.split() if re.search('[ا-ي]', text) else [squeeze(text)]:
                        self.assertIn(unicodedata.normalize('NFKC', part), squeezed)

    def test_pieces_keep_their_place(self):
        """Where the rules are in Arabic and the program is not, no word of one runs into the other."""
        with open(RULES, encoding='utf-8') as file:
            rules = make_arabic(json.load(file))
        rules['cases'] = []
        path = self.write('rules.json', rules)
        text = run('summary', self.write('record.json', {'reference': 'A-1', 'date': '2026-11-20', 'answers': {}}), '--rules', path).stdout.decode()
        arabic = f'\u2068{ARABIC}\u2069'
        self.assertIn(f'\u200eOpen: \u2068\u200e{arabic}: any more?\u2069 (answer 5)', text)
        self.assertIn(f'\u200eOpen: {arabic}. (answer 2)', text)
        self.assertIn(f'\n\u200e{arabic} · \u2068{rules["id"]}\u2069 \u2068{rules["version"]}\u2069 · review by', text)
        self.assertEqual(text.count('\u2068'), text.count('\u2069'))
        self.assertNotIn('\u2068', run('summary', RECORD).stdout.decode())

    def test_every_page_says_what_it_is(self):
        pdf = run('summary', RECORD, '--format', 'pdf').stdout
        info = subprocess.run(['pdfinfo', '-'], input=pdf, capture_output=True, check=True).stdout.decode()
        n_pages = int(re.search(r'^Pages: +(\d+)$', info, re.MULTILINE).group(1))
        self.assertGreater(n_pages, 2)
        with open(RULES, encoding='utf-8') as file:
            rules = json.load(file)
        for page in range(1, n_pages + 1):
            text = squeeze(read_pdf(pdf, '-f', str(page), '-l', str(page)))
            for line in (NOTICE, rules['title'], rules['version'], 'review by 1 May 2027', 'EXAMPLE-1 · 20 November 2026',
                         f'Page {page} of {n_pages}', 'made 20 November 2026, 14:02 UTC', 'These rules are a draft.'):
                self.assertIn(squeeze(line), text)
            self.assertRegex(text, r'rules[0-9a-f]{12}·record[0-9a-f]{12}·cases\d+/\d+')

    def test_papers(self):
        for paper, size in (('a4', '595.28 x 841.89'), ('Letter', '612 x 792')):
            pdf = run('summary', RECORD, '--format', 'pdf', '--paper', paper).stdout
            info = subprocess.run(['pdfinfo', '-'], input=pdf, capture_output=True, check=True).stdout.decode()
            self.assertIn(size, info)

    def test_same_bytes_twice(self):
        self.assertEqual(run('summary', RECORD, '--format', 'pdf').stdout, run('summary', RECORD, '--format', 'pdf').stdout)

    def test_saves_for_the_owner_only(self):
        path = os.path.join(self.folder, 'summary.pdf')
        got = run('summary', RECORD, '--format', 'pdf', '-o', path)
        self.assertEqual((got.returncode, got.stdout, got.stderr), (0, b'', b''))
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, 'rb') as file:
            self.assertEqual(file.read(), run('summary', RECORD, '--format', 'pdf').stdout)

    def test_nothing_answered(self):
        record = self.write('record.json', {'reference': 'A-1', 'date': '2026-11-20', 'answers': {}})
        text = run('summary', record, '--rules', RULES).stdout.decode()
        self.assertIn('Not known yet', text)
        self.assertNotRegex(text, r'(?m)^Recorded as')

    def check_refused(self, status, words, *arguments, **options):
        got = run(*arguments, **options)
        self.assertEqual(got.returncode, status, got.stderr)
        self.assertIn(words, got.stderr.decode())
        return got

    def test_refusals(self):
        plain = self.write('plain.json', {'reference': 'A-1', 'date': '2026-11-20', 'answers': {}})
        broken = self.write('broken.json', {'reference': 'A-1', 'date': '2026-11-20', 'answers': {'no-such': 1}})
        missing = os.path.join(self.folder, 'no-such-folder', 'summary.txt')
        self.check_refused(1, '--rules', 'summary', plain)
        self.check_refused(1, 'broken.json:1:', 'summary', broken, '--rules', RULES)
        self.check_refused(2, 'one record', 'summary')
        self.check_refused(2, 'one record', 'summary', RECORD, RECORD)
        self.check_refused(2, 'a4 or letter', 'summary', RECORD, '--format', 'pdf', '--paper', 'foolscap')
        self.check_refused(2, 'docx', 'summary', RECORD, '--format', 'docx')
        self.check_refused(2, 'no-such.json', 'summary', os.path.join(self.folder, 'no-such.json'))
        self.check_refused(1, 'plain.json:1:', 'summary', RECORD, '--rules', plain)
        self.check_refused(2, 'no-such-folder', 'summary', RECORD, '-o', missing)
        self.assertEqual(sorted(os.listdir(self.folder)), ['broken.json', 'plain.json'])

    def test_a_saved_record_is_read_as_the_program_opens_it(self):
        """What cannot be read is left open, and the page says so; only a plain record is refused for it."""
        def change(record, *path):
            *way, key, value = path
            for step in way:
                record = record[step]
            record[key] = value
        for status, code, *path in [(1, 'rules-digest', 'rules', 'digest', '0' * 64), (1, 'answers-digest', 'digest', '0' * 64), (0, 'unknown-key', 'added', 1), (1, 'unknown-question', 'answers', 'added', 1), (1, 'unknown-key', 'rules', 'added', 1),
                                    (1, 'unknown-option', 'answers', 'nation', 'mars'), (1, 'newer-format', 'format', 'criteria-record/2')]:
            with open(RECORD, encoding='utf-8') as file:
                record = json.load(file)
            change(record, *path)
            saved = self.write('A-17.checklist', record)
            for verb in (['summary'], ['compare', '--rules', RULES]):
                got = run(*verb, saved)
                self.assertEqual((got.returncode, got.stderr.count(b'\n')), (status, 1), (verb, path, got.stderr))
                self.assertRegex(got.stderr.decode(), rf': warning: .*\[{code}\]\n$')
                self.assertIn('EXAMPLE-1', got.stdout.decode())
            text = run('summary', saved).stdout.decode()
            said = 'Parts of this record may be missing' in text or 'This record was changed after it was saved' in text
            self.assertEqual(said, status == 1, path)

    def test_a_full_disk_is_an_error(self):
        with open('/dev/full', 'wb') as full:
            got = subprocess.run([CLI, 'summary', RECORD], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT)
        self.assertEqual(got.returncode, 2)
        self.assertIn(b'No space left', got.stderr)

    def test_no_pdf_on_a_terminal(self):
        master, terminal = pty.openpty()
        self.addCleanup(os.close, master)
        got = subprocess.run([CLI, 'summary', RECORD, '--format', 'pdf'], stdout=terminal, stderr=subprocess.PIPE, env=ENVIRONMENT)
        os.close(terminal)
        self.assertEqual(got.returncode, 2)
        self.assertIn(b'-o', got.stderr)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
