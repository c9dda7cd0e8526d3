# SPDX-License-Identifier: GPL-3.0-or-later
"""What criteria-cli says of itself, taken apart. The manual page and the completion are held to it."""

import os
import re
import subprocess

ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='C')


def said(cli, *arguments):
    return subprocess.run([cli, *arguments, '--help'], capture_output=True, check=True, env=ENVIRONMENT, text=True).stdout


def commands(cli):
    """Every command and what it does, as `criteria-cli --help` lists them."""
    part = said(cli).split('\nCommands:\n')[1].split('\n\n')[0]
    return dict(line.split(None, 1) for line in part.splitlines())


class Help:
    """The parts of `criteria-cli COMMAND --help`. An option is (short or None, long, what it takes or None, what it does)."""

    def __init__(self, cli, command):
        text = said(cli, command)
        self.examples = self.lines_of(text, 'Examples:')
        self.usage = self.lines_of(text, 'Usage:')[0]
        self.options = [self.option(line) for line in self.lines_of(text, 'Options:')]
        self.statuses = [line.split(None, 1)[1] for line in self.lines_of(text, 'Exit status:')]
        self.details = ' '.join(text.split('\nOptions:\n')[1].split('\n\n')[1].split())

    @staticmethod
    def lines_of(text, heading):
        part = text.split(f'\n{heading}\n')[1].split('\n\n')[0]
        return [line.strip() for line in part.splitlines()]

    @staticmethod
    def option(line):
        short, name, value, does = re.fullmatch(r'(?:-(\w), )?--([a-z-]+)(?:=(\S+))?\s+(.+)', line).groups()
        return short, name, value, does
