#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-example.py RULES RECORD OUTPUT: saves a plain record as the program would, with the rules it was filled in under.

The example is made when the program is built, so that it can never lag behind the rules."""

import hashlib
import json
import sys


def main(rules_path, record_path, output_path):
    with open(rules_path, 'rb') as file:
        text = file.read()
    rules = json.loads(text)
    with open(record_path, encoding='utf-8') as file:
        record = {'format': 'criteria-record/1', **json.load(file)}
    record['rules'] = {
        'id': rules['id'],
        'version': rules['version'],
        'digest': hashlib.sha256(text).hexdigest(),
        'text': text.decode().split('\n'),
    }
    with open(output_path, 'w', encoding='utf-8') as file:
        json.dump(record, file, ensure_ascii=False, indent=2)
        file.write('\n')


main(*sys.argv[1:])
