#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""every_page.py PROGRAM RULES EXAMPLE: what the accessibility tree says of every page.

Whatever takes the focus has a name of its own, every answer is a radio button of a group that is named, and no name is a class of
the toolkit or holds a mnemonic."""

import json
import os
import re
import shutil
import sys
import unittest

sys.dont_write_bytecode = True
from person import Program  # noqa: E402

EXAMPLE = sys.argv.pop()
RULES = sys.argv.pop()
PROGRAM = sys.argv.pop()
SPEAKING = ('check box', 'list item', 'push button', 'radio button', 'text', 'toggle button')


def is_bad(name):
    return not name.strip() or re.match('(Gtk|Adw|Crit)[A-Z]', name) or re.search('(^|\\s)_\\w', name)


class EveryPage(unittest.TestCase):
    def check(self, program, page):
        """Every node that is on the screen."""
        nodes = [node for node, _ in program.read().walk() if node.role in SPEAKING and node.had('focusable')]
        nodes = [node for node in nodes if node.extents[2] > 0 and node.extents[3] > 0]
        self.assertGreater(len(nodes), 2, page)
        bad = [f'{node.role} "{node.name}"' for node in nodes if is_bad(node.name)]
        self.assertEqual(bad, [], f'{page}:\n{program.describe()}')
        for radio in (node for node in nodes if node.role == 'radio button'):
            group = radio.ancestor(lambda above: above.role == 'grouping')
            self.assertTrue(group and not is_bad(group.name), f'{page}: "{radio.name}" belongs to no question')
            others = [node for node, _ in group.walk() if node.role == 'radio button' and node.had('checked')]
            self.assertLessEqual(len({node.path for node in others if node.parent.path == radio.parent.path}), 1)

    def test_start_and_new_record(self):
        folder = os.path.join(os.environ['XDG_DATA_HOME'], 'criteria', 'rules')
        os.makedirs(folder, exist_ok=True)
        shutil.copy(RULES, folder)
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
        with Program(PROGRAM, EXAMPLE) as program:
            with open(RULES, encoding='utf-8') as file:
                titles = [section['title'] for section in json.load(file)['sections']] + ['Summary']
            for title in titles:
                program.click(program.find('list item', f'^{title}'))
                program.find('heading', f'^{title}$')
                self.check(program, title)


unittest.main()
