# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how many instructions a command takes for one file more than for another: count-instructions.py FEW MANY COMMAND…"""

import json
import re
import subprocess
import sys
import tempfile


def count(command):
    with tempfile.NamedTemporaryFile() as counts:
        run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={counts.name}', *command],
                             check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(re.search(r'Collected : (\d+)', run.stderr).group(1))


few, many, *command = sys.argv[1:]
print(json.dumps({'instructions': count([*command, many]) - count([*command, few])}))
