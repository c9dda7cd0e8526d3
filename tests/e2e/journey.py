#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey.py PROGRAM RULES: the whole way once, as a person goes it.

Three antidepressants and one therapy are filled in by keyboard and mouse, and the statuses follow each answer. The summary is
read, saved as PDF and as a record, and the record is opened again, unchanged."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
from person import Program, wait  # noqa: E402

RULES = sys.argv.pop()
PROGRAM = sys.argv.pop()
HOME = os.environ['XDG_RUNTIME_DIR']

NOTICE = 'For information only. This is not a clinical decision.'
TWO_TYPES = 'Two or more types of antidepressant were tried'
LONG_ENOUGH = 'taken for 6 weeks or more at an adequate dose'
ONE_THERAPY = 'One or more psychological therapies were tried'


class Checklist:
    """The checklist as a person sees it."""

    def __init__(self, program):
        self.program = program

    def go_to_section(self, title):
        self.program.click(self.program.find('list item', f'^{title}'))
        self.program.find('heading', f'^{title}$')

    def choose(self, text, answer):
        """Clicks an answer of the last question called so."""
        group = self.program.find('grouping', f'^{text}$', which=-1)
        button = self.program.find('radio button', f'^{answer}$', within=group)
        self.program.click(button)
        wait(lambda: button.has('checked'), f'"{answer}" is not chosen')

    def type(self, text, answer):
        """Types into the field of the last question called so, and leaves it by Tab."""
        self.program.type_into(self.program.find('text', f'^{text}$', which=-1), answer)
        self.program.keys('Tab')

    def expect(self, criterion, status):
        self.program.find('status bar', f'^{status}: .*{criterion}')

    def statuses(self):
        words = ('Recorded as met', 'Recorded as not met', 'Not known yet', 'Does not apply', 'Point to discuss', 'Recorded as absent')
        return [status.name for status in self.program.look('status bar', f'^({"|".join(words)}): ')]

    def add(self, item, field, typed, meant):
        """Adds an entry to a list: its first field has the focus, and what is typed there narrows the options."""
        program = self.program
        program.press(program.find('push button', f'^Add {item}$'))

        def is_ready():
            focused = program.focused()
            return focused and focused.name == field and focused.text == '' and program.hidden_side(focused) == 0
        wait(is_ready, lambda: f'the new {item} has not the focus, in view:\n{program.describe()}')
        program.type(typed)
        program.find('list item', f'^{re.escape(meant)}')
        program.keys('Down', 'Return')
        wait(lambda: any(node.text == meant for node in program.look('text', f'^{field}$')), lambda: f'{meant} was not taken from the list')


def fill_in_antidepressant(checklist, medicine, started, stopped):
    checklist.add('antidepressant', 'Medicine', medicine[:4].lower(), medicine)
    checklist.type('Started', started)
    checklist.type('Stopped', stopped)


class Journey(unittest.TestCase):
    def setUp(self):
        folder = os.path.join(os.environ['XDG_DATA_HOME'], 'criteria', 'rules')
        os.makedirs(folder, exist_ok=True)
        shutil.copy(RULES, folder)

    def begin(self, program):
        program.click(program.find('list item', '^Ketamine infusion'))
        program.type_into(program.find('text', 'Reference'), 'A-17')
        program.type_into(program.find('text', '^Date'), '2026-11-20')
        program.keys('Return')
        wait(Checklist(program).statuses, lambda: f'the checklist is not shown:\n{program.describe()}')
        program.find('label', NOTICE)

    def fill_in(self, checklist):
        program = checklist.program

        # Nothing is answered, so nothing is known, either way.
        self.assertEqual([status for status in checklist.statuses() if not status.startswith('Not known yet: ')], [])

        checklist.go_to_section('Antidepressants')
        fill_in_antidepressant(checklist, 'Sertraline', 'Jan 2020', 'July 2020')
        checklist.choose('Was the dose adequate\\?', 'Yes')
        checklist.choose('What happened\\?', 'It did not work')
        checklist.expect(TWO_TYPES, 'Not known yet')

        fill_in_antidepressant(checklist, 'Venlafaxine', '2021', '2023')
        checklist.choose('What happened\\?', 'It did not work')
        checklist.expect(TWO_TYPES, 'Recorded as met')
        checklist.expect(LONG_ENOUGH, 'Not known yet')
        checklist.choose('Was the dose adequate\\?', 'Yes')
        checklist.expect(LONG_ENOUGH, 'Recorded as met')

        # What two have settled a third with an unknown outcome cannot unsettle.
        fill_in_antidepressant(checklist, 'Mirtazapine', '2024-02-12', '2024-06')
        checklist.choose('What happened\\?', 'Not known')
        checklist.expect(TWO_TYPES, 'Recorded as met')

        checklist.go_to_section('Psychological therapies')
        checklist.expect(ONE_THERAPY, 'Not known yet')
        checklist.add('therapy', 'Therapy', 'individual cog', 'Individual cognitive behavioural therapy (CBT)')
        checklist.choose('What happened\\?', 'It worked')
        checklist.expect(ONE_THERAPY, 'Not known yet')
        checklist.choose('That is all of them\\?', 'Yes')
        checklist.expect(ONE_THERAPY, 'Recorded as not met')
        checklist.choose('What happened\\?', 'It did not work')
        checklist.expect(ONE_THERAPY, 'Recorded as met')

        # A change can be taken back, and made again.
        program.keys('ctrl+z')
        checklist.expect(ONE_THERAPY, 'Recorded as not met')
        program.keys('ctrl+shift+z')
        checklist.expect(ONE_THERAPY, 'Recorded as met')

    def read_summary(self, checklist):
        program = checklist.program
        program.keys('alt+Right')
        program.find('heading', '^Assessment$')
        checklist.go_to_section('Summary')
        for words in (NOTICE, TWO_TYPES, 'Sertraline', 'Venlafaxine', 'Mirtazapine', 'Individual cognitive behavioural therapy'):
            program.find(None, words)

    def save_pdf(self, program):
        path = os.path.join(HOME, 'summary.pdf')
        program.keys('ctrl+shift+p')
        program.choose_file('^Save the Summary as PDF$', path)
        wait(lambda: os.path.exists(path), 'no PDF was saved')
        text = ' '.join(subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout.split())
        pages = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
        number = int(next(line.split()[1] for line in pages.split('\n') if line.startswith('Pages:')))
        self.assertGreaterEqual(text.count(NOTICE), number)
        for words in ('A-17', 'Recorded as met', TWO_TYPES, ONE_THERAPY, 'Sertraline', 'Venlafaxine', 'Mirtazapine'):
            self.assertIn(words, text)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)

    def save_record(self, program, path):
        program.keys('ctrl+s')
        program.choose_file('^Save the Record$', path)
        wait(lambda: os.path.exists(path), 'no record was saved')
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, encoding='utf-8') as file:
            record = json.load(file)
        self.assertEqual((record['reference'], record['date']), ('A-17', '2026-11-20'))
        trials = record['answers']['antidepressants-tried']['entries']
        self.assertEqual([trial['medicine'] for trial in trials], ['sertraline', 'venlafaxine', 'mirtazapine'])
        self.assertEqual(trials[2]['outcome'], {'unknown': 'not-known'})
        self.assertEqual(record['answers']['therapies-tried']['entries'], [{'therapy': 'individual-cbt', 'therapy-outcome': 'no-response'}])
        with open(RULES, encoding='utf-8') as file:
            self.assertEqual('\n'.join(record['rules']['text']), file.read())

    def test_whole_way(self):
        path = os.path.join(HOME, 'a-17.checklist')
        with Program(PROGRAM) as program:
            self.begin(program)
            checklist = Checklist(program)
            self.fill_in(checklist)
            before = checklist.statuses()
            self.read_summary(checklist)
            self.save_pdf(program)
            self.save_record(program, path)
            program.close()
            self.assertEqual(program.process.wait(10), 0)

        with open(path, 'rb') as file:
            saved = file.read()
        with Program(PROGRAM, path) as program:
            self.assertEqual(wait(Checklist(program).statuses, 'no status is shown'), before)
            # Opened and looked at, it is not changed: closing asks nothing.
            program.close()
            self.assertEqual(program.process.wait(10), 0)
        with open(path, 'rb') as file:
            self.assertEqual(file.read(), saved)



unittest.main()
