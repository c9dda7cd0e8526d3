#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""every_page.py PROGRAM RULES EXAMPLE: what the accessibility tree says of every page.

Whatever takes the focus has a name of its own, every answer is a radio button of a group that is named, every question a group with a
name, and no name is a class of the toolkit or holds a mnemonic. So for each window, dialog and notice."""

import json
import os
import re
import shutil
import signal
import sys
import time
import unittest

sys.dont_write_bytecode = True
from person import Program, wait  # noqa: E402

EXAMPLE = sys.argv.pop()
RULES = sys.argv.pop()
PROGRAM = sys.argv.pop()
SPEAKING = ('check box', 'list item', 'push button', 'radio button', 'text', 'toggle button')


def is_bad(name):
    return not name.strip() or re.match('(Gtk|Adw|Crit)[A-Z]', name) or re.search('(^|\\s)_\\w', name)


class EveryPage(unittest.TestCase):
    def setUp(self):
        folder = os.path.join(os.environ['XDG_DATA_HOME'], 'criteria', 'rules')
        os.makedirs(folder, exist_ok=True)
        shutil.copy(RULES, folder)
        self.record = os.path.join(os.environ['XDG_RUNTIME_DIR'], 'example.checklist')
        shutil.copy(EXAMPLE, self.record)

    def check(self, program, page, least=3):
        """Every node that is on the screen, in every window that is open."""
        nodes = [node for node, _ in program.read().walk() if node.role in SPEAKING and node.had('focusable')]
        nodes = program.sized(nodes)
        self.assertGreaterEqual(len(nodes), least, page)
        bad = [f'{node.role} "{name}"' for node, name in zip(nodes, program.names(nodes)) if name is None or is_bad(name)]
        bad += [f'window "{window.name}"' for window in program.windows() if is_bad(window.name)]
        if bad:
            self.fail(f'{page}: {bad}:\n{program.describe()}')
        for radio in (node for node in nodes if node.role == 'radio button'):
            group = radio.ancestor(lambda above: above.role == 'grouping')
            self.assertTrue(group and not is_bad(group.name), f'{page}: "{radio.name}" belongs to no question')
            others = [node for node, _ in group.walk() if node.role == 'radio button' and node.had('checked')]
            self.assertLessEqual(len({node.path for node in others if node.parent.path == radio.parent.path}), 1)
        return nodes

    def check_questions(self, program, section):
        """Each question that is asked in a section is the name of a group, or of the field in which it is answered."""
        nodes = program.look()
        names = program.names(nodes)
        said = {name for node, name in zip(nodes, names) if node.role == 'label'}
        groups = {name for node, name in zip(nodes, names) if node.role in ('grouping', 'panel', 'text')}
        shown = [question['text'] for question in section['questions'] if question['text'] in said]
        self.assertTrue(shown, section['title'])
        for text in shown:
            self.assertIn(text, groups, section['title'])

    def open_dialog(self, program, action, title):
        before = len(program.windows())
        program.act(program.windows()[0], action)
        wait(lambda: len(program.windows()) > before, lambda: f'{action} opened no window:\n{program.describe()}')
        self.assertRegex(program.windows()[-1].name, title)

    def close_dialog(self, program):
        before = len(program.windows())
        program.close()
        wait(lambda: len(program.windows()) < before, 'the window stays open')

    def test_start_and_new_record(self):
        with Program(PROGRAM) as program:
            item = program.find('list item', '^Ketamine infusion')
            self.check(program, 'start')
            program.click(item)
            program.find('text', 'Reference')
            self.check(program, 'new record')

    def test_findings(self):
        path = os.path.join(os.environ['XDG_RUNTIME_DIR'], 'broken.json')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('{"format": "criteria-rules/1"}')
        with Program(PROGRAM, path) as program:
            program.find('push button', '^Copy the list$')
            self.check(program, 'findings')

    def test_every_section(self):
        with Program(PROGRAM, self.record) as program:
            with open(RULES, encoding='utf-8') as file:
                sections = json.load(file)['sections']
            for section in sections:
                program.press(program.find('list item', f'^{section["title"]}'))
                program.find('heading', f'^{section["title"]}$')
                self.check(program, section['title'])
                self.check_questions(program, section)
            program.press(program.find('list item', '^Summary'))
            program.find('heading', '^Summary$')
            self.check(program, 'Summary')

    def test_every_answer_says_whether_it_is_chosen(self):
        """In the example every question of this section is answered: one of its answers is checked."""
        with Program(PROGRAM, self.record) as program:
            for group in program.look('grouping', '\\?$'):
                radios = program.look('radio button', within=group)
                self.assertGreaterEqual(len(radios), 3, group.name)
                self.assertEqual(len([radio for radio in radios if radio.has('checked')]), 1, group.name)

    def test_entry(self):
        """A card that is unfolded, with all its fields, the list of a choice, a note and a reason."""
        with Program(PROGRAM, self.record) as program:
            program.press(program.find('list item', '^Antidepressants'))
            card = program.find('push button', '^Sertraline')
            program.press(card)
            program.find('grouping', '^Was the dose adequate')
            self.check(program, 'an entry')
            program.press(program.find('push button', '^Note on “Antidepressant 1'))
            program.find('text', '^Note on “Antidepressant 1')
            dose = program.find('grouping', '^Was the dose adequate')
            program.press(program.find('radio button', '^Not known$', within=dose))
            program.find('grouping', '^Why is it not known')
            program.write(program.find('text', '^Medicine$'), 'ven')
            program.find('list item', '^Venlafaxine')
            self.check(program, 'an entry that is being filled in')

    def test_dialogs(self):
        with Program(PROGRAM, self.record) as program:
            program.find('heading', '^Referral')
            for action, title, least in (('app.help', '^Help$', 3), ('app.shortcuts', 'hortcuts|Keys|keys', 3), ('app.about', 'About', 3),
                                         ('win.details', 'etails$', 4), ('win.about-rules', '.', 3), ('win.compare', 'ompare', 4)):
                with self.subTest(action):
                    self.open_dialog(program, action, title)
                    self.check(program, title, least)
                    self.close_dialog(program)

    def test_comparison(self):
        newer = os.path.join(os.environ['XDG_DATA_HOME'], 'criteria', 'rules', 'newer.json')
        self.addCleanup(os.remove, newer)
        with open(RULES, encoding='utf-8') as file, open(newer, 'w', encoding='utf-8') as other:
            other.write(re.sub('"version": "[^"]*"', '"version": "2027.1"', file.read(), count=1))
        with Program(PROGRAM, self.record) as program:
            program.find('heading', '^Referral')
            self.open_dialog(program, 'win.compare', 'ompare')
            program.press(program.find('list item', '^Ketamine infusion', which=-1))
            program.find('push button', '^Back', which=-1)
            self.check(program, 'a comparison')

    def test_source(self):
        with Program(PROGRAM, self.record) as program:
            program.press(program.find('push button', '^(Answers and source|Source)$'))
            program.find('label', '^Last checked')
            self.check(program, 'a source')

    def test_recent_records(self):
        with Program(PROGRAM, self.record) as program:
            program.find('heading', '^Referral')
        with Program(PROGRAM) as program:
            program.find('list item', '^example.checklist$')
            self.check(program, 'recent records')

    def test_found_draft(self):
        with Program(PROGRAM, self.record) as program:
            program.press(program.find('radio button', '^Scotland$'))
            drafts = os.path.join(os.environ['XDG_STATE_HOME'], 'criteria', 'drafts')
            wait(lambda: os.path.isdir(drafts) and [name for name in os.listdir(drafts) if name.endswith('.draft')], 'no draft is kept')
            program.process.send_signal(signal.SIGKILL)
            program.process.wait()
        self.addCleanup(shutil.rmtree, drafts)
        with Program(PROGRAM) as program:
            program.find('push button', '^Restore EXAMPLE-1$')
            self.check(program, 'a draft that was found')
            program.press(program.find('push button', '^Discard EXAMPLE-1$'))
            program.find('push button', '^Undo EXAMPLE-1$')
            self.check(program, 'a draft that was discarded')

    def test_conflict(self):
        """Somebody else has saved the file meanwhile."""
        with Program(PROGRAM, self.record) as program:
            program.press(program.find('radio button', '^Scotland$'))
            time.sleep(0.1)
            with open(self.record, encoding='utf-8') as file:
                text = file.read()
            with open(self.record, 'w', encoding='utf-8') as file:
                file.write(text.replace('EXAMPLE-1', 'EXAMPLE-2'))
            program.act(program.window(), 'win.save')
            wait(lambda: len(program.windows()) > 1, lambda: f'nothing is said about the other file:\n{program.describe()}')
            self.check(program, 'a conflict')

    def test_changed_rules(self):
        """The rules file that a record began with is another now: a notice offers what can be done."""
        rules = os.path.join(os.environ['XDG_RUNTIME_DIR'], 'rules.json')
        shutil.copy(RULES, rules)
        with Program(PROGRAM, rules) as program:
            program.write(program.find('text', '^Reference'), 'A-17')
            program.press(program.find('push button', '^Begin$'))
            program.press(program.find('radio button', '^England$'))
            with open(rules, encoding='utf-8') as file:
                text = file.read()
            with open(rules, 'w', encoding='utf-8') as file:
                file.write(text.replace('"northern-ireland"', '"ni"'))
            program.find('status bar', '^The rules have changed')
            self.check(program, 'other rules')


unittest.main()
