#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-count-results.py PROGRAM: the closing line of script/test, for what meson test may write into its log."""

import json
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop()
TAP = 'TAP version 13\nok 1 /a\n# note\nok 2 /b # SKIP no display\nok 3 /c\n1..3\n'

# result, standard output, passed, failed
TABLE = (
    ('OK', TAP, 2, 0),
    ('OK', 'all is well\n', 1, 0),
    ('OK', None, 1, 0),
    ('FAIL', TAP.replace('ok 3', 'not ok 3'), 1, 1),
    ('FAIL', 'no TAP\n', 0, 1),
    ('ERROR', TAP, 2, 1),
    ('TIMEOUT', 'ok 1 /a\n', 1, 1),
    ('SKIP', '1..0 # SKIP\n', 0, 0),
)


def count(*logs):
    files = []
    for log in logs:
        files.append(tempfile.NamedTemporaryFile('w', suffix='.json'))
        files[-1].write(''.join(json.dumps(run) + '\n' for run in log))
        files[-1].flush()
    paths = [file.name for file in files]
    return subprocess.run([PROGRAM, *paths], check=True, capture_output=True, text=True).stdout


class Count(unittest.TestCase):
    def test_one_program(self):
        for result, stdout, passed, failed in TABLE:
            with self.subTest(result=result, stdout=stdout):
                self.assertEqual(count([{'result': result, 'stdout': stdout}]), f'{passed} passed, {failed} failed\n')

    def test_sum(self):
        log = [{'result': result, 'stdout': stdout} for result, stdout, _, _ in TABLE]
        passed = 2 * sum(row[2] for row in TABLE)
        failed = 2 * sum(row[3] for row in TABLE)
        self.assertEqual(count(log, log), f'{passed} passed, {failed} failed\n')


unittest.main()
