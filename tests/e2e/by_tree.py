#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""by_tree.py PROGRAM RULES: the whole way once, by the accessibility tree alone.

No key and no mouse: whoever reads the screen by ear, or presses one switch, has the names, states, texts and actions that the tree
offers, and the changes that it tells of. The focus cannot be set over the bus in GTK 4.8, and nothing here needs it to be."""

import json
import os
import re
import shutil
import sys
import unittest

sys.dont_write_bytecode = True
from person import Program, wait  # noqa: E402

RULES = sys.argv.pop()
PROGRAM = sys.argv.pop()
HOME = os.environ['XDG_RUNTIME_DIR']

NOTICE = 'For information only. This is not a clinical decision.'
TWO_TYPES = 'Two or more types of antidepressant were tried and did not work.'
ONE_THERAPY = 'One or more psychological therapies were tried and did not work.'


class ByTree(unittest.TestCase):
    def setUp(self):
        folder = os.path.join(os.environ['XDG_DATA_HOME'], 'criteria', 'rules')
        os.makedirs(folder, exist_ok=True)
        shutil.copy(RULES, folder)

    def press(self, role, name, within=None, which=0):
        self.program.press(self.program.find(role, name, within, which))

    def answer(self, question, answer, which=-1):
        """Presses an answer and hears that it is chosen, and no other of its question."""
        group = self.program.find('grouping', f'^{question}$', which=which)
        radio = self.program.find('radio button', f'^{answer}$', within=group)
        self.program.press(radio)
        wait(lambda: radio.has('checked'), f'"{answer}" is not chosen')
        chosen = [node for node in self.program.look('radio button', within=group) if node.parent.path == radio.parent.path and node.had('checked')]
        self.assertEqual([node.path for node in chosen], [radio.path])

    def write(self, field, text, which=-1):
        self.program.write(self.program.find('text', f'^{field}$', which=which), text)

    def expect_told(self, status, criterion):
        """That a status changed is told of, by its new name, and what was told is what the panel says."""
        words = f'{status}: {criterion}'
        wait(lambda: words in self.program.told(), lambda: f'"{words}" was not told, but:\n' + '\n'.join(self.program.told()))
        self.program.find('status bar', f'^{re.escape(words)}$')
        self.program.forget_told()

    def begin(self):
        self.press('list item', '^Ketamine infusion')
        self.write('Reference.*', 'A-17')
        self.write('Date.*', '2026-11-20')
        self.press('push button', '^Begin$')
        self.program.find('heading', '^Referral and funding$')
        self.program.find('label', f'^{NOTICE}$')

    def give_details(self):
        self.program.act(self.program.window(), 'win.details')
        self.program.window('etails$')
        self.write('Completed by', 'Nurse of the day')
        self.press('push button', '^Apply$')
        wait(lambda: len(self.program.windows()) == 1, 'the details stay open')

    def go_to(self, section):
        self.press('list item', f'^{section}')
        self.program.find('heading', f'^{section}$')

    def fill_in_referral(self):
        self.answer('In which nation would treatment be given\\?', 'England')
        self.program.forget_told()
        self.answer('Is the person depressed now\\?', 'Yes')
        self.expect_told('Recorded as met', 'The person is depressed now.')
        self.answer('How would treatment be paid for\\?', 'Not known')
        self.answer('Why is it not known\\?', 'Awaiting a result')
        self.press('push button', '^Clear the answer to “Funding”$')
        group = self.program.find('grouping', '^How would treatment be paid for')
        wait(lambda: not [node for node in self.program.look('radio button', within=group) if node.had('checked')], 'the answer is not cleared')
        self.answer('How would treatment be paid for\\?', 'The NHS pays')
        self.press('push button', '^Note on “Funding”$')
        self.write('Note on “Funding”', 'As told by the family')

    def add_antidepressant(self, letters, medicine, started, stopped):
        """The medicine is taken from the list that typing opens; it need not be typed to its end."""
        self.press('push button', '^Add antidepressant$')
        wait(lambda: self.program.find('text', '^Medicine$', which=-1).text == '', 'no field for another medicine')
        self.write('Medicine', letters)
        self.press('list item', f'^{medicine}')
        wait(lambda: self.program.find('text', '^Medicine$', which=-1).text == medicine, f'{medicine} was not taken from the list')
        self.write('Started', started)
        self.write('Stopped', stopped)
        self.answer('Was the dose adequate\\?', 'Yes')
        self.program.forget_told()
        self.answer('What happened\\?', 'It did not work')

    def fill_in_antidepressants(self):
        self.go_to('Antidepressants')
        self.add_antidepressant('sert', 'Sertraline', 'Jan 2020', 'July 2020')
        self.add_antidepressant('venla', 'Venlafaxine', '2021', '2023')
        self.expect_told('Recorded as met', TWO_TYPES)
        self.add_antidepressant('mirt', 'Mirtazapine', '2024-02', '2024-06')
        self.arrange_antidepressants()
        self.answer('That is all of them\\?', 'Yes', which=0)

    def medicines(self):
        return [node.name[len('Menu of '):] for node in self.program.look('push button', '^Menu of .+·')][::2]

    def card(self, name):
        """The group that holds an entry: it offers what its menu does."""
        button = self.program.find('push button', f'^Menu of {name}')
        return button.ancestor(lambda above: above.name.startswith(name))

    def arrange_antidepressants(self):
        header = self.program.find('push button', '^Mirtazapine')
        self.assertTrue(header.has('expanded'))
        self.program.press(header)
        wait(lambda: not header.has('expanded'), 'the card does not fold')
        self.program.act(self.card('Mirtazapine'), 'entry.move-up')
        wait(lambda: self.medicines()[1].startswith('Mirtazapine'), lambda: f'not moved: {self.medicines()}')
        self.program.act(self.card('Mirtazapine'), 'entry.remove')
        wait(lambda: len(self.medicines()) == 2, lambda: f'not removed: {self.medicines()}')
        self.press('push button', '^Undo: Remove Mirtazapine')
        wait(lambda: len(self.medicines()) == 3, lambda: f'not brought back: {self.medicines()}')
        self.press('push button', '^Redo: Remove Mirtazapine')
        wait(lambda: len(self.medicines()) == 2, lambda: f'not removed again: {self.medicines()}')

    def fill_in_therapies(self):
        self.press('push button', '^Next$')
        self.program.find('heading', '^Psychological therapies$')
        self.press('push button', '^Add therapy$')
        self.write('Therapy', 'individual cog')
        self.press('list item', '^Individual cognitive')
        self.program.forget_told()
        self.answer('What happened\\?', 'It did not work')
        self.expect_told('Recorded as met', ONE_THERAPY)

    def ask_for_help(self):
        for action, title in (('app.help', '^Help$'), ('app.shortcuts', 'hortcuts'), ('app.about', 'About')):
            self.program.act(self.program.window('^A-17$'), action)
            self.program.window(title)
            self.program.close()
            wait(lambda: len(self.program.windows()) == 1, f'"{title}" stays open')

    def look_at_criteria(self):
        """Where a criterion comes from, and to what is still open."""
        self.press('push button', '^(Answers and source|Source)$')
        self.program.find('label', '^Last checked')
        self.press('push button', '^(Answers and source|Source)$')
        wait(lambda: not self.program.look('label', '^Last checked'), 'the source stays open')
        self.press('push button', '^Go to: Referred by$')
        self.program.find('heading', '^Referral and funding$')
        self.answer('Who has referred the person\\?', 'A psychiatrist')

    def read_summary(self):
        self.go_to('Summary')
        pages = self.program.find(None, '^The summary as it will print$')
        text = pages.get('Accessible', 'Description')
        for words in (NOTICE, TWO_TYPES, 'Sertraline', 'Venlafaxine'):
            self.assertIn(words, ' '.join(text.split()))
        self.press('push button', '^Show the pages larger$')

    def choose_file(self, title, path, button):
        dialog = self.program.window(title)
        self.program.write(self.program.find('text', '', within=dialog), path)
        self.program.press(self.program.find('push button', button, within=dialog))

    def save(self, path):
        self.press('push button', '^Save$')
        self.choose_file('^Save the Record$', path, '^_?Save')
        wait(lambda: os.path.exists(path), 'no record was saved')
        with open(path, encoding='utf-8') as file:
            record = json.load(file)
        answers = record['answers']
        self.assertEqual((record['reference'], record['date'], record['completed-by']), ('A-17', '2026-11-20', 'Nurse of the day'))
        self.assertEqual([trial['medicine'] for trial in answers['antidepressants-tried']['entries']], ['sertraline', 'venlafaxine'])
        self.assertTrue(answers['antidepressants-tried']['complete'])
        self.assertEqual((answers['funding'], answers['referred-by']), ('nhs', 'psychiatrist'))
        self.assertIn('As told by the family', json.dumps(record['notes']))

    def save_pdf(self):
        path = os.path.join(HOME, 'by-tree.pdf')
        self.program.act(self.program.window(), 'win.save-pdf')
        self.choose_file('^Save the Summary as PDF$', path, '^_?Save')
        wait(lambda: os.path.exists(path), 'no PDF was saved')

    def close(self):
        self.program.close()
        self.assertEqual(self.program.process.wait(10), 0)

    def test_whole_way(self):
        path = os.path.join(HOME, 'by-tree.checklist')
        with Program(PROGRAM) as self.program:
            self.begin()
            self.give_details()
            self.ask_for_help()
            self.fill_in_referral()
            self.fill_in_antidepressants()
            self.fill_in_therapies()
            self.look_at_criteria()
            self.read_summary()
            self.save_pdf()
            self.save(path)
            self.close()
        with Program(PROGRAM) as self.program:
            self.press('list item', '^by-tree.checklist')
            self.program.find('status bar', f'^Recorded as met: {TWO_TYPES}')
            self.close()


unittest.main()
