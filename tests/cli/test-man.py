#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-man.py CRITERIA-CLI PAGE...: the manual pages are well formed, and that of criteria-cli says what the program says of itself: the
same commands, options, exit statuses and examples, and no others."""

import os
import re
import subprocess
import sys
import unittest

from help_text import Help, commands

CLI = sys.argv[1]
PAGES = sys.argv[2:]
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8')
NOTICE = 'For information only. This is not a clinical decision.'


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False)


def rendered(page):
    """A page as it is read, but with each paragraph on one line."""
    result = run('groff', '-man', '-Tutf8', '-rLL=5000n', '-dAD=l', '-rHY=0', '-P-c', '-P-bou', page)
    return re.sub(r'(?<=\S)  +', ' ', result.stdout.replace('\u2212', '-').replace('\u2010', '-'))


def parts(text, indent):
    """What stands under each heading that begins so far from the margin."""
    found = re.split(rf'(?m)^ {{{indent}}}(?=\S)(.+)\n', text)
    return {heading: body for heading, body in zip(found[1::2], found[2::2])}


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


class Form(unittest.TestCase):
    def test_groff_has_nothing_to_say(self):
        for page in PAGES:
            result = run('groff', '-man', '-Tutf8', '-ww', '-z', page)
            self.assertEqual((result.returncode, result.stderr), (0, ''), page)

    def test_man_has_nothing_to_say(self):
        for page in PAGES:
            result = run('man', '--warnings', '--encoding=UTF-8', '--local-file', '-Tutf8', '-Z', page)
            self.assertEqual((result.returncode, result.stderr), (0, ''), page)
            self.assertIn('NAME', result.stdout)

    def test_mandoc_has_nothing_to_say(self):
        for page in PAGES:
            self.assertEqual(run('mandoc', '-T', 'lint', '-W', 'style', page).stdout, '')

    def test_no_line_is_too_wide(self):
        for page in PAGES:
            shown = run('groff', '-man', '-Tutf8', '-rLL=80n', '-P-c', '-P-bou', page).stdout
            self.assertLessEqual(max(map(len, shown.splitlines())), 90, page)

    def test_each_says_the_notice(self):
        for page in PAGES:
            self.assertIn(NOTICE, ' '.join(rendered(page).split()), page)


class Content(unittest.TestCase):
    def setUp(self):
        page, = [page for page in PAGES if page.endswith('/criteria-cli.1')]
        self.sections = parts(rendered(page), 0)
        self.commands = commands(CLI)
        self.help = {command: Help(CLI, command) for command in self.commands}

    def test_synopsis(self):
        said = [self.help[command].usage.replace('…', '...') for command in self.commands]
        self.assertEqual(lines(self.sections['SYNOPSIS']), said + ['criteria-cli --help | --version'])

    def test_commands(self):
        said = parts(self.sections['COMMANDS'], 3)
        self.assertEqual(list(said), list(self.commands))
        for command, summary in self.commands.items():
            first = lines(said[command])[0]
            self.assertTrue(first.startswith(f'{summary[0].upper()}{summary[1:]}.'), first)
            self.assertTrue(first.endswith(self.help[command].details), first)

    def test_options(self):
        said = parts(self.sections['COMMANDS'], 3)
        for command in self.commands:
            found = lines(said[command])
            options = {line: found[i + 1] for i, line in enumerate(found) if re.match('--?[a-z]', line)}
            wanted = {f'{f"-{short}, " if short else ""}--{name}{f"={value}" if value else ""}': does
                      for short, name, value, does in self.help[command].options if name != 'help'}
            self.assertEqual(options, wanted, command)

    def test_exit_statuses(self):
        found = ' '.join(self.sections['EXIT STATUS'].split())
        for command in self.commands:
            for status in self.help[command].statuses[:2]:
                self.assertRegex(found, rf'{command}: {re.escape(status)}[;.]')
            self.assertIn(f'For every command: {self.help[command].statuses[2]}.', found)

    def test_examples(self):
        found = [line for line in lines(self.sections['EXAMPLES']) if 'criteria-cli ' in line]
        self.assertEqual(found, [line for command in self.commands for line in self.help[command].examples])


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
