#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-terminal.py CRITERIA-CLI RULES: what is different on a terminal: colours, how far long work has come, and Ctrl-C. Each is looked at
through a pseudo-terminal."""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest

CLI, RULES = (os.path.abspath(path) for path in sys.argv[1:3])
PLAIN = {key: value for key, value in os.environ.items() if key not in ('NO_COLOR', 'TERM')}
LINE = b'{"reference":"A","date":"2026-11-20","answers":{}}\n'
CLEAR = '\r\x1b[K'
TIMEOUT = 60


def take_terminal():
    """In the child: the terminal on its standard error becomes the one whose keys send it signals."""
    os.setsid()
    fcntl.ioctl(2, termios.TIOCSCTTY, 0)


class Terminal:
    """A program with a terminal as its standard error, and as its standard output too where that is wanted."""

    def __init__(self, *arguments, output=None, given=subprocess.DEVNULL, cwd=None, columns=0, **environment):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 24 if columns else 0, columns, 0, 0))
        self.process = subprocess.Popen([CLI, *arguments], stdin=given, stdout=slave if output is None else output, stderr=slave, cwd=cwd,
                                        env=dict(PLAIN, LC_ALL='C.UTF-8', **environment), preexec_fn=take_terminal)
        os.close(slave)
        self.shown = b''

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        self.process.wait(TIMEOUT)
        os.close(self.master)

    def look(self, seconds):
        """Takes in what is shown for so long. Returns whether more can come."""
        if not select.select([self.master], [], [], seconds)[0]:
            return True
        try:
            more = os.read(self.master, 65536)
        except OSError:
            return False
        self.shown += more
        return more != b''

    def finish(self):
        while self.look(TIMEOUT):
            pass
        return self.process.wait(TIMEOUT), self.shown.decode().replace('\r\n', '\n')


def on_terminal(*arguments, **options):
    with Terminal(*arguments, **options) as terminal:
        return terminal.finish()[1]


class Width(unittest.TestCase):
    def test_lines_have_room(self):
        """No wider than the terminal; and as wide as in a file where that is not known, or it is wider."""
        for columns in (0, 60, 80, 200):
            for verb in (['audit', '--rules', RULES], ['audit', '--rules', RULES, '--compare', RULES]):
                with self.subTest(columns=columns, verb=verb):
                    widest = max(map(len, on_terminal(*verb, columns=columns).splitlines()))
                    self.assertLessEqual(widest, min(columns or 100, 100))
                    self.assertGreater(widest, min(columns or 100, 100) - 6)


class Colours(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        with open(os.path.join(self.folder, 'bad: error: .json'), 'w', encoding='utf-8') as file:
            file.write('{"id": }')
        with open(os.path.join(self.folder, 'A.json'), 'wb') as file:
            file.write(LINE)
        self.calls = [['lint', 'bad: error: .json'], ['test', 'bad: error: .json'], ['screen', '--rules', RULES, 'A.json'],
                      ['screen', '--help'], ['--help'], ['no-such']]

    def test_on_a_terminal(self):
        for call in self.calls:
            shown = on_terminal(*call, cwd=self.folder, TERM='xterm')
            self.assertRegex(shown, '\x1b\\[1', call)
            self.assertEqual(shown.count('\x1b[1'), shown.count('\x1b[0m'), call)

    def test_what_is_painted(self):
        shown = on_terminal('lint', 'bad: error: .json', cwd=self.folder, TERM='xterm')
        self.assertRegex(shown, r'^bad: error: \.json:1:8: \x1b\[1;31merror\x1b\[0m: [^\x1b]+ \[syntax\]\n$')
        shown = on_terminal('lint', '--date', '2100-01-01', RULES, TERM='xterm')
        self.assertIn(': \x1b[1;35mwarning\x1b[0m: ', shown)

    def test_no_status_is_red_or_green(self):
        shown = on_terminal('screen', '--rules', RULES, 'A.json', cwd=self.folder, TERM='xterm')
        self.assertIn('\x1b[1mNot known yet\x1b[0m: ', shown)
        self.assertEqual(set(re.findall(r'\x1b\[[0-9;]*m', shown)), {'\x1b[1m', '\x1b[0m'})

    def test_nowhere_else(self):
        for environment in [{'TERM': 'xterm', 'NO_COLOR': '1'}, {'TERM': 'xterm', 'NO_COLOR': '0'}, {'TERM': 'dumb'}, {'TERM': ''}, {}]:
            for call in self.calls:
                self.assertNotIn('\x1b', on_terminal(*call, cwd=self.folder, **environment), (call, environment))

    def test_an_empty_no_color_is_none(self):
        self.assertIn('\x1b[1', on_terminal(*self.calls[0], cwd=self.folder, TERM='xterm', NO_COLOR=''))

    def test_each_stream_by_itself(self):
        """What goes to a file stays plain while standard error is a terminal."""
        with Terminal('screen', '--rules', RULES, 'A.json', 'bad: error: .json', output=subprocess.PIPE, cwd=self.folder, TERM='xterm') as terminal:
            self.assertNotIn(b'\x1b', terminal.process.stdout.read())
            self.assertIn('\x1b[1;31merror', terminal.finish()[1])

    def test_a_pdf_is_not_for_terminals(self):
        for arguments in [[], ['-o', '-']]:
            shown = on_terminal('summary', '--format', 'pdf', '--rules', RULES, 'A.json', *arguments, cwd=self.folder)
            self.assertIn('cannot be shown in a terminal', shown)


class Progress(unittest.TestCase):
    """Records come slowly, for longer than anyone waits without a word."""

    def feed(self, terminal, file):
        terminal.process.stdin.write(b'{"reference": }\n' + LINE)
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end and b'so far' not in terminal.shown:
            terminal.process.stdin.write(LINE * 10)
            terminal.process.stdin.flush()
            terminal.look(0.1)
        # Written while the line of progress stands there.
        terminal.process.stdin.write(b'{"reference": }\n' + LINE)
        terminal.process.stdin.close()
        status, shown = terminal.finish()
        file.seek(0)
        self.assertEqual(status, 1)
        self.assertRegex(file.read(), rb'^({"reference":"A","criteria":{[^\n]+}}\n)+$')
        return shown

    def test_it_is_shown_and_cleared(self):
        for jobs in ['1', '2']:
            with (tempfile.TemporaryFile() as file, Terminal('screen', '--rules', RULES, '--format', 'ndjson', '--jobs', jobs,
                                                             given=subprocess.PIPE, output=file) as terminal):
                started = time.monotonic()
                shown = self.feed(terminal, file)
                self.assertGreater(time.monotonic() - started, 2)
            self.assertRegex(shown, rf'{re.escape(CLEAR)}\d+ records so far')
            # What is left when all that was cleared is gone: whole lines, as if there had been none.
            lines = re.sub(rf'[^\n]*{re.escape(CLEAR)}', '', shown).split('\n')
            self.assertEqual(lines[-1], '', shown)
            self.assertEqual([line for line in lines if 'so far' in line], [], shown)
            errors = [line for line in lines if line.startswith('standard input:')]
            self.assertEqual(len(errors), 2, shown)
            self.assertTrue(errors[0].startswith('standard input:1:'), errors)

    def test_it_goes_on_from_file_to_file(self):
        """None of them takes long, all together do."""
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, f'{i}.ndjson') for i in range(30)]
            for path in paths:
                os.mkfifo(path)
            with Terminal('screen', '--rules', RULES, '--format', 'ndjson', *paths, output=subprocess.DEVNULL) as terminal:
                for path in paths:
                    with open(path, 'wb') as file:
                        file.write(LINE)
                    terminal.look(0.01)
                    time.sleep(0.1)
                status, shown = terminal.finish()
        self.assertEqual(status, 0)
        counts = [int(count) for count in re.findall(r'(\d+) records so far', shown)]
        self.assertGreater(len(counts), 1, shown)
        self.assertGreater(counts[0], 1)

    def test_not_in_a_file(self):
        with subprocess.Popen([CLI, 'screen', '--rules', RULES, '--format', 'ndjson'], env=dict(PLAIN, TERM='xterm', LC_ALL='C.UTF-8'),
                              stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            for _ in range(25):
                process.stdin.write(LINE)
                process.stdin.flush()
                time.sleep(0.1)
            process.stdin.close()
            self.assertEqual(process.stderr.read().decode(), 'For information only. This is not a clinical decision.\n')


class Interrupt(unittest.TestCase):
    def check(self, form, jobs):
        with Terminal('screen', '--rules', RULES, '--format', form, '--jobs', jobs, given=subprocess.PIPE, output=subprocess.PIPE,
                      TERM='xterm') as terminal:
            terminal.process.stdin.write(LINE * 50 + LINE[:20])
            terminal.process.stdin.flush()
            first = terminal.process.stdout.readline()
            os.write(terminal.master, b'\x03')
            output = first + terminal.process.stdout.read()
            status, _ = terminal.finish()
        self.assertEqual(status, -signal.SIGINT, (form, jobs))
        return output.decode()

    def test_control_c_leaves_whole_lines(self):
        for jobs in ['1', '2']:
            lines = self.check('ndjson', jobs).split('\n')
            self.assertEqual(lines[-1], '')
            self.assertGreater(len(lines), 1)
            for line in lines[:-1]:
                self.assertEqual(json.loads(line)['reference'], 'A')
            rows = self.check('csv', jobs).split('\n')
            self.assertEqual((rows[-1], {row.count(',') for row in rows[:-1]}), ('', {rows[0].count(',')}))

    def test_it_leaves_whole_records(self):
        text, decoder = self.check('json', '1'), json.JSONDecoder()
        self.assertNotEqual(text, '')
        while text.strip():
            found, end = decoder.raw_decode(text)
            self.assertEqual(found['reference'], 'A')
            text = text[end:].lstrip()


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
