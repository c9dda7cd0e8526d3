#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""canary.py PROGRAM RULES: what the program is told stays where the person put it.

A record with marked words is filled in, printed to PDF, saved, killed, restored and discarded, in a home of its own and among
somebody's list of recent files. Afterwards each file is searched for the marks."""

import datetime
import json
import os
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True
from person import Program, wait  # noqa: E402

RULES = sys.argv.pop()
PROGRAM = sys.argv.pop()
HOME = os.environ['HOME']
CHOSEN = os.path.join(HOME, 'chosen')
DRAFTS = os.path.join(os.environ['XDG_STATE_HOME'], 'criteria', 'drafts')
KILLS = 3
TEMPORARY = ('/tmp', '/var/tmp', '/dev/shm')
RECENT = os.path.join(os.environ['XDG_DATA_HOME'], 'recently-used.xbel')

REFERENCE = 'QXREF-4711'
MEDICINE = 'Qxzmedicine'
NAME = 'Qxzname'
NOTE = 'Qxznote'
MARKS = tuple(mark.encode() for mark in (REFERENCE, MEDICINE, NAME, NOTE))


# Word for word as GLib writes it.
SOMEBODYS_LIST = '''<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
  <bookmark href="file:///somewhere/holiday.txt" added="{now}" modified="{now}" visited="{now}">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="text/plain"/>
        <bookmark:applications>
          <bookmark:application name="editor" exec="&apos;editor %u&apos;" modified="{now}" count="1"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
</xbel>'''


def write_somebodys_list():
    """With a file of today: GTK drops what is older than a month, whoever uses it."""
    now = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S.%fZ')
    os.makedirs(os.path.dirname(RECENT), exist_ok=True)
    with open(RECENT, 'w', encoding='utf-8') as file:
        file.write(SOMEBODYS_LIST.format(now=now))


def entries(folder):
    """What is in a folder for everybody, but for the homes of tests, this one's too."""
    if os.path.isdir(folder):
        yield from (entry.path for entry in os.scandir(folder) if not entry.name.startswith('criteria-test.'))


def files(folder):
    if os.path.isfile(folder):
        yield folder
    for inner, _folders, names in os.walk(folder):
        for name in names:
            yield os.path.join(inner, name)


def holds_mark(path):
    """In the name or in what is in it."""
    if any(mark in path.encode() for mark in MARKS):
        return True
    try:
        contents = read(path) if stat.S_ISREG(os.lstat(path).st_mode) else b''
    except OSError:
        return False
    return any(mark in contents or mark.decode().encode('utf-16-le') in contents for mark in MARKS)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Canary(unittest.TestCase):
    def setUp(self):
        os.makedirs(CHOSEN)
        self.addCleanup(shutil.rmtree, CHOSEN)
        self.addCleanup(shutil.rmtree, DRAFTS, True)
        folder = os.path.join(os.environ['XDG_DATA_HOME'], 'criteria', 'rules')
        os.makedirs(folder, exist_ok=True)
        shutil.copy(RULES, folder)
        write_somebodys_list()
        self.somebodys_list = read(RECENT)
        self.before = {path for place in TEMPORARY for path in entries(place)}

    def assert_kept_to_itself(self, drafts):
        """No file that was not chosen holds a mark, but for this number of private drafts."""
        new = {path for place in TEMPORARY for path in entries(place)} - self.before
        looked_at = {path for place in (HOME, *new) for path in files(place)}
        leaking = {path for path in looked_at if not path.startswith(CHOSEN + os.sep) and holds_mark(path)}
        self.assertIn(self.log, looked_at)
        kept = {path for path in leaking if os.path.dirname(path) == DRAFTS and path.endswith('.draft')}
        self.assertEqual(sorted(leaking - kept), [])
        self.assertEqual(len(kept), drafts)
        for path in kept:
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
            self.assertEqual(stat.S_IMODE(os.stat(DRAFTS).st_mode), 0o700)
            self.assertNotRegex(os.path.basename(path), '(?i)qx')
        self.assertEqual(read(RECENT), self.somebodys_list)

    def start(self, *arguments):
        """With everything on its standard outputs kept in a file that nobody chose."""
        self.log = os.path.join(HOME, 'log')
        with open(self.log, 'ab') as log:
            return Program(PROGRAM, *arguments, stdout=log, stderr=subprocess.STDOUT, env=dict(os.environ, G_MESSAGES_DEBUG='all'))

    def fill_in(self, program):
        program.click(program.find('list item', '^Ketamine infusion'))
        program.type_into(program.find('text', 'Reference'), REFERENCE)
        program.type_into(program.find('text', '^Date'), '2026-11-20')
        program.keys('Return')
        program.find('heading', '^Referral')
        program.click(program.find('list item', '^Antidepressants'))
        program.press(program.find('push button', '^Add antidepressant$'))
        program.find('text', '^Medicine$')
        wait(lambda: program.focused() and program.focused().name == 'Medicine', 'the new antidepressant has not the focus')
        program.type(MEDICINE)
        program.keys('Escape', 'Tab')
        program.press(program.find('push button', '^Record details$'))
        program.type_into(program.find('text', '^Completed by$'), NAME)
        program.press(program.find('push button', '^Apply$'))
        wait(lambda: len(program.windows()) == 1, 'the details stay open')
        program.press(program.find('push button', '^Note on “Antidepressants tried'))
        program.type_into(program.find('text', '^Note on “Antidepressants tried'), NOTE)

    def wait_for_draft(self, *marks):
        def look():
            drafts = [path for path in files(DRAFTS) if path.endswith('.draft')]
            return drafts and all(mark.encode() in read(drafts[0]) for mark in marks)
        wait(look, 'no draft holds what was filled in')

    def assert_without_core(self, program):
        limits = resource.prlimit(program.process.pid, resource.RLIMIT_CORE)
        self.assertEqual(limits, (0, 0))
        filter = f'/proc/{program.process.pid}/coredump_filter'
        if os.path.exists(filter):
            self.assertEqual(int(read(filter), 16), 0)

    def save(self, program, key, title, name):
        path = os.path.join(CHOSEN, name)
        program.keys(key)
        program.choose_file(title, path)
        wait(lambda: os.path.exists(path), f'{name} was not saved')
        return path

    def test_whole_way(self):
        with self.start() as program:
            self.assert_without_core(program)
            self.fill_in(program)
            self.wait_for_draft(REFERENCE, MEDICINE, NAME, NOTE)
            self.assert_kept_to_itself(drafts=1)
            program.process.send_signal(signal.SIGKILL)
            program.process.wait()

        with self.start() as program:
            program.find('list item', REFERENCE)
            self.restore(program)
            program.click(program.find('list item', '^Antidepressants'))
            program.find('label', MEDICINE)
            self.save(program, 'ctrl+shift+p', '^Save the Summary as PDF$', 'summary.pdf')
            path = self.save(program, 'ctrl+s', '^Save the Record$', 'record.checklist')
            wait(lambda: not os.listdir(DRAFTS), 'the draft was not deleted')
            with open(path, encoding='utf-8') as file:
                record = json.load(file)
            self.assertEqual(record['reference'], REFERENCE)
            self.assertIn(MEDICINE, json.dumps(record['answers']))
            self.assertEqual(record['completed-by'], NAME)
            self.assertIn(NOTE, json.dumps(record['notes']))
            program.close()
            self.assertEqual(program.process.wait(10), 0)
        self.assert_kept_to_itself(drafts=0)

    def restore(self, program):
        program.press(program.find('push button', f'^Restore {REFERENCE}$'))
        wait(lambda: program.window().name == REFERENCE, 'the draft is not restored')

    def test_killed_at_any_moment(self):
        """What was filled in stays, whenever the program is killed while somebody goes on."""
        with self.start() as program:
            self.fill_in(program)
            self.wait_for_draft(REFERENCE, MEDICINE, NAME, NOTE)
            program.process.kill()
            program.process.wait()
        for _ in range(KILLS):
            with self.start() as program:
                self.restore(program)
                program.click(program.find('list item', '^Referral'))
                program.click(program.find('radio button', random.choice(('^Scotland$', '^Wales$', '^Northern Ireland$'))))
                time.sleep(random.uniform(0, 3))
                program.process.kill()
                program.process.wait()
        with self.start() as program:
            self.restore(program)
            program.click(program.find('list item', '^Antidepressants'))
            program.find('label', MEDICINE)
        self.assert_kept_to_itself(drafts=1)

    def test_told_to_end(self):
        """A session that ends asks nobody, and takes nothing with it; what is discarded then is gone."""
        with self.start() as program:
            self.fill_in(program)
            program.process.terminate()
            self.assertEqual(program.process.wait(10), 0)
        self.wait_for_draft(REFERENCE, MEDICINE)
        self.assert_kept_to_itself(drafts=1)
        with self.start() as program:
            program.press(program.find('push button', f'^Discard {REFERENCE}$'))
            program.find('push button', f'^Undo {REFERENCE}$')
            program.close()
            self.assertEqual(program.process.wait(10), 0)
        self.assert_kept_to_itself(drafts=0)

    def test_no_network(self):
        """Nothing that could talk to another computer is linked by us, and no such connection is open while it runs."""
        needed = re.findall(r'\(NEEDED\).*\[(.*)\]', subprocess.run(['readelf', '-d', PROGRAM], check=True, capture_output=True, text=True).stdout)
        self.assertIn('libgtk-4.so.1', needed)
        self.assertEqual([name for name in needed if re.search('soup|curl|ssl|gnutls|nss|proxy|rest-|webkit|resolv', name)], [])
        symbols = subprocess.run(['nm', '-D', '--undefined-only', PROGRAM], check=True, capture_output=True, text=True).stdout
        self.assertEqual(re.findall(r'\b(?:socket|connect|getaddrinfo|gethostby\w+|send|sendto|g_socket_\w+|g_network_\w+|g_resolver_\w+'
                                    r'|g_tcp_\w+|g_inet_\w+|gtk_show_uri\w*)\b', symbols), [])
        with self.start() as program:
            self.fill_in(program)
            sockets = {match.group(1) for descriptor in os.listdir(f'/proc/{program.process.pid}/fd')
                       if (match := re.match(r'socket:\[(\d+)\]', os.readlink(f'/proc/{program.process.pid}/fd/{descriptor}')))}
            for table in ('tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'):
                path = f'/proc/{program.process.pid}/net/{table}'
                if os.path.exists(path):
                    with open(path, encoding='ascii') as file:
                        inodes = {line.split()[9] for line in file.readlines()[1:]}
                    self.assertEqual(sockets & inodes, set(), table)


unittest.main()
