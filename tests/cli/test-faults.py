#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-faults.py CRITERIA-CLI FAULT-LIBRARY RECORD: exports on disks that fail.

Each call to the file system of an export fails in turn, until the export passes. The file is always the old one or the new one,
whole; nothing is left beside it; and the exit status and the message say which. The same on a disk that is full, in a folder that
can only be read, in one that is gone, and through a symbolic link."""

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

RECORD = os.path.abspath(sys.argv.pop())
# The loader takes a space or a colon for the end of a name, and the source tree may be anywhere.
FAULT_FOLDER = tempfile.TemporaryDirectory(dir='/tmp')
FAULT = shutil.copy(sys.argv.pop(), FAULT_FOLDER.name)
CLI = os.path.abspath(sys.argv.pop())
OLD = b'the old file'
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH='1795183320', LC_ALL='C.UTF-8', ASAN_OPTIONS='verify_asan_link_order=0')
ONCE, FOR_GOOD = 0, 1
NOBODY = 65534
MOST_CALLS = 200


def export(path, form, **options):
    environment = dict(ENVIRONMENT, **options.pop('environment', {}))
    return subprocess.run([CLI, 'summary', '--format', form, '-o', path, RECORD], env=environment, capture_output=True, text=True, **options)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Faults(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='criteria-faults-')
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.report = self.folder + '.report'
        self.addCleanup(lambda: os.path.exists(self.report) and os.remove(self.report))

    def put_old(self):
        path = os.path.join(self.folder, 'summary')
        with open(path, 'wb') as file:
            file.write(OLD)
        return path

    def new(self, form):
        path = os.path.join(self.folder, 'new')
        self.assertEqual(export(path, form).returncode, 0)
        contents = read(path)
        os.remove(path)
        return contents

    def assert_refused(self, run, path, reason=''):
        """A sentence that names the file and the reason, and no temporary name."""
        self.assertNotEqual(run.returncode, 0)
        self.assertIn(path, run.stderr)
        self.assertIn(reason, run.stderr)
        self.assertIsNone(re.search(r'summary\.\w{6}\b', run.stderr))
        self.assertEqual(run.stdout, '')

    def assert_old(self, path):
        self.assertEqual(os.listdir(self.folder), [os.path.basename(path)])
        self.assertEqual(read(path), OLD)

    def fail_each_call(self, form, kind):
        new = self.new(form)
        for number in range(1, MOST_CALLS):
            with self.subTest(form=form, kind=kind, call=number):
                path = self.put_old()
                run = export(path, form, environment={
                    'LD_PRELOAD': FAULT, 'FAULT_FOLDER': self.folder, 'FAULT_NTH': str(number), 'FAULT_KIND': str(kind),
                    'FAULT_REPORT': self.report})
                self.assertEqual(os.listdir(self.folder), ['summary'])
                found = read(path)
                self.assertIn(found, (OLD, new))
                if run.returncode == 0:
                    self.assertEqual((found, run.stderr), (new, ''))
                else:
                    self.assert_refused(run, path)
            if int(read(self.report)) == 0:
                return number
        self.fail('it never passes')

    def test_each_call(self):
        """All forms are saved by the same function: a test of that one tries the rest."""
        self.assertGreater(self.fail_each_call('pdf', ONCE), 10)
        self.assertGreater(self.fail_each_call('text', FOR_GOOD), 10)

    def test_full_disk(self):
        """Without any right to make a small disk: the library counts the bytes."""
        for room in (0, 1, 4096, len(self.new('pdf')) - 1):
            with self.subTest(room=room):
                path = self.put_old()
                run = export(path, 'pdf', environment={'LD_PRELOAD': FAULT, 'FAULT_FOLDER': self.folder, 'FAULT_ROOM': str(room)})
                self.assert_refused(run, path, 'the disk is full')
                self.assert_old(path)

    def test_small_disk(self):
        """A real one, where making one is allowed."""
        if subprocess.run(['unshare', '-rm', 'true'], capture_output=True).returncode != 0:
            self.skipTest('this machine lets nobody mount anything')
        script = ('mount -t tmpfs -o size=64k none "$1" && printf "the old file" > "$1/summary" && head -c 60k /dev/zero > "$1/zeros" || exit 99\n'
                  '"$2" summary --format pdf -o "$1/summary" "$3" && exit 98\n'
                  'ls "$1" && cat "$1/summary"')
        run = subprocess.run(['unshare', '-rm', 'sh', '-c', script, 'sh', self.folder, CLI, RECORD], env=ENVIRONMENT, capture_output=True, text=True)
        self.assertEqual(run.stdout, 'summary\nzeros\nthe old file')
        self.assertIn('the disk is full', run.stderr)

    def as_nobody(self):
        """The administrator is kept from nothing: where the tests run as such, the program does not."""
        if os.getuid() != 0:
            return {}
        os.chmod(self.folder, 0o755)
        os.chown(self.folder, NOBODY, NOBODY)
        return {'user': NOBODY, 'group': NOBODY, 'extra_groups': []}

    def test_folder_that_can_only_be_read(self):
        path = self.put_old()
        options = self.as_nobody()
        if options:
            script = subprocess.run([CLI, '--version'], capture_output=True, **options)
            if script.returncode != 0:
                self.skipTest('nobody else can run the program here')
        os.chmod(self.folder, 0o555)
        run = subprocess.run([CLI, 'summary', '--format', 'text', '-o', path, '-'], input=read(RECORD).decode(), env=ENVIRONMENT,
                             capture_output=True, text=True, **options)
        os.chmod(self.folder, 0o755)
        self.assert_refused(run, path, 'you do not have permission')
        self.assert_old(path)

    def test_folder_that_is_gone(self):
        path = os.path.join(self.folder, 'gone', 'summary')
        self.assert_refused(export(path, 'pdf'), path, 'does not exist')
        self.assertEqual(os.listdir(self.folder), [])

    def test_link(self):
        """A link stays one; what it leads to is replaced, and is private."""
        path = self.put_old()
        link = self.folder + '.link'
        os.symlink(path, link)
        self.addCleanup(os.remove, link)
        self.assertEqual(export(link, 'text').returncode, 0)
        self.assertTrue(os.path.islink(link))
        self.assertEqual(os.listdir(self.folder), ['summary'])
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertIn(b'For information only. This is not a clinical decision.', read(path))

    def test_folder_turned_into_a_link(self):
        """To a folder that is not there: nothing is made anywhere."""
        os.rmdir(self.folder)
        os.symlink(self.folder + '.nowhere', self.folder)
        self.addCleanup(os.remove, self.folder)
        path = os.path.join(self.folder, 'summary')
        self.assert_refused(export(path, 'text'), path, 'does not exist')
        self.assertFalse(os.path.exists(self.folder + '.nowhere'))


unittest.main()
