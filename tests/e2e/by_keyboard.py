#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""by_keyboard.py PROGRAM RULES: the whole way once, with nothing but keys.

No mouse and no action over the accessibility bus: the tree is only read, to know where the focus is and what is shown. After each
key something has the focus, has a name, and is in view."""

import json
import os
import re
import shutil
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
from person import Program, wait, xdotool  # noqa: E402

RULES = sys.argv.pop()
PROGRAM = sys.argv.pop()
HOME = os.environ['XDG_RUNTIME_DIR']
MOST_STEPS = 120


def question_of(node):
    """The name of the group that an answer belongs to."""
    group = node.ancestor(lambda above: above.role == 'grouping')
    return group.name if group else ''


class Keyboard:
    """Hands on the keys, and eyes that follow the focus."""

    def __init__(self, test, program):
        self.test = test
        self.program = program
        self.take_window()

    def take_window(self, title=None):
        """What a window manager does: the keys go to the window opened last."""
        window = self.program.window(title)
        xdotool('windowfocus', self.program.x_window(window))
        wait(self.program.focused, lambda: f'nothing in "{window.name}" has the focus:\n{self.program.describe()}')

    def where(self):
        """What has the focus. It may never be lost, nameless or out of sight."""
        focus = wait(self.program.focused, lambda: f'nothing has the focus:\n{self.program.describe()}')
        name = focus.name
        self.test.assertRegex(name, '^(?!Gtk|Adw|Crit)\\S', f'a {focus.role} without a name has the focus')
        wait(lambda: self.program.is_in_view(focus), lambda: f'{focus.role} "{name}" has the focus and is not in view: {focus.extents}')
        return focus

    def press(self, *keys):
        self.program.keys(*keys)
        return self.where()

    def until(self, key, role, name, question=''):
        """Presses a key until something has the focus: what is met on the way is looked at too."""
        met = []
        focus = self.where()
        while not (focus.role == role and re.search(name, focus.name) and re.search(question, question_of(focus))):
            met.append(f'{focus.role} "{focus.name}" {question_of(focus)}')
            self.test.assertLess(len(met), MOST_STEPS, f'{key} does not lead to the {role} "{name}":\n' + '\n'.join(met))
            before = focus.path
            self.program.keys(key)
            wait(lambda: (now := self.program.focused()) and now.path != before,
                 lambda: f'{key} leads nowhere from {met[-1]}')
            focus = self.where()
        return focus

    def tab_to(self, role, name, question=''):
        return self.until('Tab', role, name, question)

    def choose(self, question, answer):
        """On to a question, then with the arrows to an answer; Space chooses where the focus is already."""
        focus = self.tab_to('radio button', '', question)
        if not re.search(answer, focus.name):
            focus = self.until('Down', 'radio button', answer, question)
        if not focus.has('checked'):
            self.program.keys('space')
        wait(lambda: focus.has('checked'), f'"{answer}" is not chosen')

    def write(self, field, text):
        focus = self.tab_to('text', field)
        self.program.keys('ctrl+a')
        self.program.type(text)
        wait(lambda: focus.text == text, lambda: f'"{field}" holds "{focus.text}" and not "{text}"')

    def menu(self, entry):
        """Down in an open menu to an entry, and takes it."""
        self.until('Down', 'menu item', entry)
        self.program.keys('Return')


class ByKeyboard(unittest.TestCase):
    def setUp(self):
        folder = os.path.join(os.environ['XDG_DATA_HOME'], 'criteria', 'rules')
        os.makedirs(folder, exist_ok=True)
        shutil.copy(RULES, folder)

    def expect(self, criterion, status):
        self.program.find('status bar', f'^{status}: .*{criterion}')

    def expect_told(self, status, criterion):
        """A screen reader of the time of GTK 4.8 reads out what changes at the focus, and nowhere else."""
        words = f'{status}: {criterion}'
        wait(lambda: self.program.told() and words in self.program.told_at_focus,
             lambda: f'"{words}" was not told at the focus, but: {self.program.told_at_focus}')
        self.program.forget_told()

    def begin(self):
        hands = self.hands
        hands.tab_to('list item', '^Ketamine infusion')
        self.program.keys('Return')
        wait(lambda: (focus := self.program.focused()) and focus.role == 'text', 'the reference is not asked for')
        hands.write('^Reference', 'A-17')
        hands.write('^Date', '2026-11-20')
        self.program.keys('Return')
        wait(lambda: (focus := self.program.focused()) and focus.role == 'radio button', 'the first question has not the focus')

    def give_details(self):
        hands = self.hands
        self.program.keys('F10')
        hands.menu('^Record details')
        hands.take_window('etails$')
        hands.write('^Completed by$', 'Nurse of the day')
        hands.tab_to('push button', '^Apply$')
        self.program.keys('Return')
        wait(lambda: len(self.program.windows()) == 1, 'the details stay open')
        hands.take_window()

    def go_on(self, heading):
        self.program.keys('alt+Right')
        self.program.find('heading', f'^{heading}$')
        return self.hands.where()

    def fill_in_referral(self):
        hands = self.hands
        hands.choose('In which nation', '^England$')
        hands.press('Tab')
        hands.tab_to('push button', '^Note on “Nation”$')
        hands.press('Return')
        focus = hands.where()
        self.assertEqual((focus.role, focus.name), ('text', 'Note on “Nation”'))
        self.program.type('Lives near the border')
        hands.choose('depressed now', '^Yes$')
        self.expect_told('Recorded as met', 'The person is depressed now.')
        hands.choose('paid for', '^Not known$')
        hands.choose('Why is it not known', '^Awaiting')
        # Back by Shift+Tab, and what was answered by mistake is taken back.
        hands.until('shift+Tab', 'radio button', '^Not known$', 'paid for')
        hands.tab_to('push button', '^Clear the answer to “Funding”$')
        hands.press('Return')
        hands.choose('paid for', '^The NHS pays$')

    def add(self, item, field, typed, meant):
        hands = self.hands
        hands.tab_to('push button', f'^Add {item}$')
        self.program.keys('Return')
        wait(lambda: (focus := self.program.focused()) and focus.name == field and focus.text == '', f'the new {item} has not the focus')
        self.program.type(typed)
        self.program.find('list item', f'^{re.escape(meant)}')
        self.program.keys('Down')
        hands.until('Down', 'list item', f'^{re.escape(meant)}')
        self.program.keys('Return')
        focus = wait(lambda: (focus := self.program.focused()) and focus.name == field and focus.text == meant and focus, f'{meant} was not taken')
        return focus

    def fill_in_antidepressants(self):
        hands = self.hands
        self.add('antidepressant', 'Medicine', 'ser', 'Sertraline')
        hands.write('^Started$', 'Jan 2020')
        hands.write('^Stopped$', 'July 2020')
        hands.choose('dose adequate', '^Yes$')
        hands.choose('What happened', '^It did not work$')
        self.expect('Two or more types of antidepressant', 'Not known yet')
        self.add('antidepressant', 'Medicine', 'snri', 'Venlafaxine')
        self.go_on_by_enter()
        self.expect('Two or more types of antidepressant', 'Recorded as met')

    def go_on_by_enter(self):
        """Enter leads from question to question, and answers none of them: Space does."""
        hands = self.hands
        for field, text in (('Started', '2021'), ('Stopped', '2023')):
            self.assertEqual(hands.press('Return').name, field)
            self.program.type(text)
        focus = hands.press('Return')
        self.assertRegex(question_of(focus), 'dose adequate')
        self.program.keys('space')
        wait(lambda: focus.has('checked'), '"Yes" is not chosen')
        focus = hands.press('Return')
        self.assertRegex(question_of(focus), 'What happened')
        self.assertEqual(hands.press('Return').name, 'Add antidepressant')
        self.assertFalse(focus.has('checked'))
        hands.until('shift+Tab', 'radio button', '', 'What happened')
        self.program.keys('space')
        wait(lambda: focus.has('checked'), '"It did not work" is not chosen')

    def arrange_antidepressants(self):
        """Folded, moved, removed and brought back."""
        hands = self.hands
        self.add('antidepressant', 'Medicine', 'mir', 'Mirtazapine')
        header = hands.until('shift+Tab', 'push button', '^Mirtazapine')
        hands.press('Return')
        wait(lambda: not header.has('expanded'), 'the card does not fold')
        hands.tab_to('push button', '^Menu of Mirtazapine')
        self.program.keys('Return')
        hands.menu('^Move Up$')
        wait(lambda: self.medicines()[1].startswith('Mirtazapine'), lambda: f'not moved: {self.medicines()}')
        self.assertRegex(hands.where().name, '^Mirtazapine')
        hands.tab_to('push button', '^Menu of Mirtazapine')
        self.program.keys('Return')
        hands.menu('^Remove$')
        wait(lambda: len(self.medicines()) == 2, lambda: f'not removed: {self.medicines()}')
        self.assertRegex(hands.where().name, '^Venlafaxine')
        self.program.keys('ctrl+z')
        wait(lambda: len(self.medicines()) == 3, lambda: f'not brought back: {self.medicines()}')
        self.program.keys('ctrl+shift+z')
        wait(lambda: len(self.medicines()) == 2, lambda: f'not removed again: {self.medicines()}')
        hands.where()
        hands.choose('That is all of them', '^Yes$')

    def medicines(self):
        """The cards in their order; a menu button and the button inside it have the same name."""
        return [node.name[len('Menu of '):] for node in self.program.look('push button', '^Menu of .+·')][::2]

    def walk_through_the_rest(self):
        hands = self.hands
        self.go_on('Psychological therapies')
        self.add('therapy', 'Therapy', 'individual cog', 'Individual cognitive behavioural therapy (CBT)')
        hands.choose('What happened', '^It did not work$')
        self.expect('One or more psychological therapies', 'Recorded as met')
        self.go_on('Assessment')
        hands.choose('full assessment', '^Planned$')
        hands.choose('suicide risk', '^Yes$')
        for heading in ('Physical and mental health', 'Pregnancy', 'Discussion and practical matters'):
            self.go_on(heading)
        self.program.keys('alt+Left')
        self.program.find('heading', '^Pregnancy$')
        hands.choose('concern this person', '^Yes$')
        hands.choose('Is the person pregnant', '^No$')

    def look_at_criteria(self):
        hands = self.hands
        hands.press('F6')
        source = hands.tab_to('push button', '^(Answers and source|Source)$')
        self.program.keys('Return')
        self.program.find('label', '^Last checked')
        hands.where()
        self.program.keys('Escape')
        wait(lambda: source.has('focused'), 'the focus does not come back to the button of the source')
        self.assertEqual(self.program.look('label', '^Last checked'), [])
        hands.tab_to('push button', '^Go to: Referred by$')
        self.program.keys('Return')
        self.program.find('heading', '^Referral and funding$')
        self.assertRegex(question_of(hands.where()), 'Who has referred')
        # To the criteria and back: where one was.
        hands.press('F6')
        self.assertRegex(question_of(hands.press('shift+F6')), 'Who has referred')
        hands.choose('Who has referred', '^A psychiatrist$')

    def look_at_summary(self):
        hands = self.hands
        hands.press('shift+F6')
        self.assertRegex(hands.where().name, '^Referral and funding')
        hands.until('Down', 'list item', '^Summary')
        self.program.find('heading', '^Summary$')
        self.program.keys('Return')
        hands.where()
        hands.tab_to('push button', '^Show the pages larger$')

    def save_pdf(self):
        path = os.path.join(HOME, 'by-keyboard.pdf')
        self.program.keys('ctrl+shift+p')
        self.program.choose_file('^Save the Summary as PDF$', path)
        wait(lambda: os.path.exists(path), 'no PDF was saved')
        text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
        self.assertIn('Venlafaxine', text)
        self.hands.take_window()

    def print(self):
        """The dialog is GTK's own. It opens and closes by keyboard; printing to paper needs a printer."""
        self.program.keys('ctrl+p')
        self.program.window('^Print$')
        xdotool('windowfocus', self.program.x_window(self.program.window('^Print$')))
        self.program.keys('Escape')
        wait(lambda: len(self.program.windows()) == 1, 'the print dialog stays open')
        self.hands.take_window()

    def save(self, path):
        self.program.keys('ctrl+s')
        self.program.choose_file('^Save the Record$', path)
        wait(lambda: os.path.exists(path), 'no record was saved')
        with open(path, encoding='utf-8') as file:
            record = json.load(file)
        answers = record['answers']
        self.assertEqual(record['completed-by'], 'Nurse of the day')
        self.assertEqual([trial['medicine'] for trial in answers['antidepressants-tried']['entries']], ['sertraline', 'venlafaxine'])
        self.assertTrue(answers['antidepressants-tried']['complete'])
        self.assertIn('Lives near the border', json.dumps(record['notes']))
        self.assertEqual((answers['funding'], answers['referred-by'], answers['pregnant'], len(answers)), ('nhs', 'psychiatrist', False, 10))
        self.hands.take_window()

    def close(self):
        self.program.keys('ctrl+w')
        self.assertEqual(self.program.process.wait(10), 0)

    def test_whole_way(self):
        path = os.path.join(HOME, 'by-keyboard.checklist')
        with Program(PROGRAM) as self.program:
            self.hands = Keyboard(self, self.program)
            self.begin()
            self.give_details()
            self.fill_in_referral()
            self.go_on('Antidepressants')
            self.fill_in_antidepressants()
            self.arrange_antidepressants()
            self.walk_through_the_rest()
            self.look_at_criteria()
            self.look_at_summary()
            self.save_pdf()
            self.print()
            self.save(path)
            self.close()
        with Program(PROGRAM) as self.program:
            self.hands = Keyboard(self, self.program)
            self.hands.tab_to('list item', '^by-keyboard.checklist')
            self.program.keys('Return')
            wait(lambda: self.program.window().name == 'A-17', 'the record is not opened')
            self.expect('Two or more types of antidepressant', 'Recorded as met')
            self.assertRegex(question_of(self.hands.where()), 'In which nation')
            self.close()


unittest.main()
