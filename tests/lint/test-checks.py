#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the checks to what they say: each finds what it is for, and leaves alone what only looks like it."""

import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import checks

SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
LONG = checks.LONGEST_FUNCTION

# check, path, text, lines of the findings
TABLE = (
    ('licence', 'src/a.c', SPDX, []),
    ('licence', 'src/a.c', 'int a;\n', [1]),
    ('licence', 'script/run', '#!/bin/sh\necho\n', [1]),
    ('licence', 'tests/cli/a.expected.txt', 'A-17\n', []),
    ('licence', 'README.md', '# Title\n', []),
    ('licence', 'data/rules/a.json', '{}\n', []),
    ('layers', 'src/core/json/a.c', '\n#include <gtk/gtk.h>\n', [2]),
    ('layers', 'src/core/summary/a.c', '#include <cairo.h>\n#include <glib.h>\n', [1]),
    ('layers', 'src/page/a.c', '#include <pango/pangocairo.h>\n', []),
    ('layers', 'src/page/a.c', '#include <adwaita.h>\n', [1]),
    ('layers', 'src/app/a.c', '#include <adwaita.h>\n', []),
    ('layers', 'src/core/rules/a.c', '#include "record/crit-record.h"\n#include "json/crit-finding.h"\n', [1]),
    ('layers', 'src/core/summary/a.c', '#include "record/crit-record.h"\n', []),
    ('calls', 'src/a.c', 'x = strtod (a, b);\n/* strtod () */\ny = "strtod (";\ng_ascii_strtod (a);\n', [1]),
    ('calls', 'src/a.c', 'g_file_set_contents (a);\n', [1]),
    ('calls', 'src/a.c', 'g_file_set_contents_full (a);\n', [1]),
    ('calls', 'src/a.c', 'f = fopen (path, "r");\ng = fopen (path, "wb");\n', [2]),
    ('calls', 'src/a.c', 'open (path, O_RDONLY);\nopen (path, O_WRONLY);\n', [2]),
    ('calls', checks.STORE, 'g_file_set_contents_full (a);\n', []),
    ('calls', 'src/a.c', 'g_file_replace_contents_async (a);\njson_parser_new ();\n', [1, 2]),
    ('calls', 'src/a.c', 'json_object_get_int_member_with_default (a);\n', [1]),
    ('calls', 'src/a.c', 'gtk_label_set_markup (a);\ngtk_label_set_text (a);\n', [1]),
    ('calls', 'tests/a.c', 'g_file_set_contents (a);\n', []),
    ('calls', 'ui/a.ui', '<object class="GtkSpinButton"/>\n<object class="GtkButton"/>\n', [1]),
    ('calls', 'ui/a.ui', '<property name="use-markup">True</property>\n<property name="use-markup">False</property>\n', [1]),
    ('sizes', 'src/a.c', 'void\na (void)\n{\n' + '  b ();\n' * LONG + '}\n', []),
    ('sizes', 'src/a.c', 'void\na (void)\n{\n' + '  b ();\n' * (LONG + 1) + '}\n', [3]),
    ('sizes', 'src/a.h', '\n' * checks.LONGEST_FILE, []),
    ('sizes', 'src/a.h', '\n' * (checks.LONGEST_FILE + 1), [checks.LONGEST_FILE + 1]),
    ('machine', 'script/a', 'cd /hom' + 'e/ann/src\n', [1]),
    ('machine', 'script/a', 'cd "$folder"/home/data\n', []),
)


class Files(unittest.TestCase):
    def test_table(self):
        for name, path, text, lines in TABLE:
            with self.subTest(check=name, text=text[:60]):
                self.assertEqual([line for line, _ in checks.OF_A_FILE[name](path, text)], lines)


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = folder.name

    def write(self, path, text):
        path = os.path.join(self.top, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)

    def test_potfiles(self):
        self.write('src/a.c', 'a = _("text");\n')
        self.write('src/b.c', '/* _("text") */ #define _(x) x\n')
        self.write('ui/c.ui', '<property name="label" translatable="yes">Text</property>\n')
        self.write('po/POTFILES', 'src/a.c\nui/c.ui\n')
        self.assertEqual(list(checks.potfiles(self.top)), [])
        self.write('po/POTFILES', 'ui/c.ui\nsrc/a.c\n')
        self.assertEqual(len(list(checks.potfiles(self.top))), 1)
        self.write('po/POTFILES', 'src/a.c\nsrc/gone.c\n')
        self.assertEqual(len(list(checks.potfiles(self.top))), 2)

    def test_verdicts(self):
        self.write('src/a.c', 'a = _ ("This person");\n\nb = _ ("is eligible");\nc = _ ("recommends nothing");\n')
        self.write('po/POTFILES', 'src/a.c\n')
        self.assertEqual([line for _, line, _ in checks.verdicts(self.top)], [3])

    def test_hazards(self):
        self.write('tests/core/test-a.c', 'g_test_add_func ("/a/one", test_one);\n')
        self.write('tests/cli/test-b.py', 'def test_two(self):\n')
        for row, found in (('`test-a /a/one`, `test-b test_two`', 0), ('`test-a`', 0), ('`test-a /a/on`', 1), ('`test-b test_tw`', 1),
                           ('`test-c`', 1), ('by reading', 1), ('`test-a /a/one`, `test-c /a/one`', 1)):
            with self.subTest(row=row):
                self.write('docs/hazard-log.md', f'| control | proved by |\n|---|---|\n| A control | {row} |\n')
                self.assertEqual([line for _, line, _ in checks.hazards(self.top)], [3] * found)

    def test_formatting(self):
        self.write('.clang-format', 'BasedOnStyle: GNU\n')
        self.write('src/a.c', 'int a;\nint   b;\n')
        self.assertEqual([line for _, line, _ in checks.formatting(self.top)], [2])

    def test_files(self):
        for path in ('build-x/a.c', '.git/a.c', 'src/a.c', 'data/build/a.c'):
            self.write(path, '')
        self.assertEqual([path for path, _ in checks.files_of(self.top)], ['data/build/a.c', 'src/a.c'])


unittest.main()
