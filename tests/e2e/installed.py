#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""installed.py PREFIX APPLICATION-ID EXAMPLE: the program as it is installed by script/run finds all that is its own."""

import os
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
from person import Program  # noqa: E402

EXAMPLE = sys.argv.pop()
APPLICATION_ID = sys.argv.pop()
PREFIX = sys.argv.pop()

FILES = (
    'share/applications/{}.desktop',
    'share/metainfo/{}.metainfo.xml',
    'share/glib-2.0/schemas/{}.gschema.xml',
    'share/glib-2.0/schemas/gschemas.compiled',
    'share/mime/packages/{}.xml',
    'share/icons/hicolor/scalable/apps/{}.svg',
    'share/icons/hicolor/symbolic/apps/{}-symbolic.svg',
    'share/criteria/rules/esketamine-nasal-spray.json',
    'share/criteria/rules/nhs-ketamine-infusion.json',
    'share/criteria/rules/pre-treatment-considerations.json',
)


class Installed(unittest.TestCase):
    def test_files(self):
        for path in FILES:
            with self.subTest(path=path):
                self.assertTrue(os.path.exists(os.path.join(PREFIX, path.format(APPLICATION_ID))))

    def test_rules_are_found(self):
        with Program(f'{PREFIX}/bin/criteria') as program:
            program.find('list item', '^Ketamine infusion for depression')

    def test_example_opens(self):
        with Program(f'{PREFIX}/bin/criteria', EXAMPLE) as program:
            self.assertEqual(program.window().name, 'EXAMPLE-1')
            program.find('status bar', '^Recorded as met: .*psychological therapies')
            program.find('status bar', '^Not known yet: ')
            program.find('label', '^For information only. This is not a clinical decision.')
            # A fifth more memory, for the picture of a window: its icon is given as pixels.
            with open(f'/proc/{program.process.pid}/maps', encoding='utf-8') as maps:
                self.assertNotIn('librsvg', maps.read())

    def test_command_line(self):
        command = (f'{PREFIX}/bin/criteria-cli', 'summary', EXAMPLE)
        summary = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        self.assertIn('EXAMPLE-1', summary)
        self.assertIn('For information only. This is not a clinical decision.', summary)


unittest.main()
