# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of `audit` share. They are called with CRITERIA-CLI RULES..."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from made_records import made_records

CLI = os.path.abspath(sys.argv[1])
SHIPPED = [os.path.abspath(path) for path in sys.argv[2:]]
RULES = next(path for path in SHIPPED if 'nhs-ketamine' in path)
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8')
NOTICE = 'For information only. This is not a clinical decision.'


def run(*arguments, **options):
    return subprocess.run([CLI, *arguments], capture_output=True, env=ENVIRONMENT, timeout=120, check=False, **options)


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def lines_of(path, n, seed=1):
    return ''.join(made_records(load(path), n, seed)).encode()


class Audit(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, 'wb') as file:
            file.write(content)
        return path

    def newer(self):
        """The rules of the test with three changes."""
        with open(RULES, encoding='utf-8') as file:
            text = file.read()
        for old, new in (('"6 weeks"', '"8 weeks"'), ('"current-depression"', '"depression-now"'), ('"in": ["gp", "psych', '"in": ["psych')):
            self.assertTrue(old in text, old)
            text = text.replace(old, new)
        return self.write('newer.json', text.encode())

    def tally(self, *arguments, **options):
        result = run('audit', *arguments, '--tally', **options)
        self.assertEqual((result.returncode, result.stderr), (0, b''), arguments)
        self.assertEqual(result.stdout.count(b'\n'), 1)
        return result.stdout
