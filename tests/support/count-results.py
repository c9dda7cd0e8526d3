#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints "N passed, N failed" for logs of meson test (testlog.json): cases where a program prints TAP, programs elsewhere."""

import json
import re
import sys

GOOD = ('OK', 'EXPECTEDFAIL')
CASE = re.compile(r'^(not )?ok\b([^#\n]*)(#\s*SKIP)?', re.MULTILINE | re.IGNORECASE)


def count(run):
    """Passed and failed cases of one program."""
    if run['result'] == 'SKIP':
        return 0, 0
    cases = [bad for bad, _name, skip in CASE.findall(run.get('stdout') or '') if not skip]
    failed = sum(1 for bad in cases if bad)
    if run['result'] in GOOD:
        return max(len(cases), 1), 0
    # A program that crashed or ran out of time has failed even if every case it came to was well.
    return len(cases) - failed, max(failed, 1)


def main():
    passed = failed = 0
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as log:
            for line in log:
                good, bad = count(json.loads(line))
                passed += good
                failed += bad
    print(f'{passed} passed, {failed} failed')


main()
