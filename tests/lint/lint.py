#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py CHECK TOP: prints what the check finds in the tree as file:line: sentence; exit status 1 where there is any."""

import sys

sys.dont_write_bytecode = True
import checks


def main(name, top):
    found = 0
    if name in checks.OF_THE_TREE:
        findings = checks.OF_THE_TREE[name](top)
    else:
        check = checks.OF_A_FILE[name]
        findings = ((path, *finding) for path, text in checks.files_of(top) for finding in check(path, text))
    for path, line, sentence in findings:
        print(f'{path}:{line}: {sentence}')
        found += 1
    return 1 if found else 0


sys.exit(main(*sys.argv[1:]))
