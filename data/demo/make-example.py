#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-example.py RULES RECORD OUTPUT: saves a plain record as the program would, with the rules it was filled in under.

The example is made when the program is built, so that it can never lag behind the rules."""

import hashlib
import json
import sys


def put_in_order(answers, questions):
    """The answers in the order of the rules, and those of each entry likewise."""
    ordered = {}
    for question in questions:
        if question['id'] not in answers:
            continue
        answer = answers[question['id']]
        if question['type'] == 'list' and 'entries' in answer:
            answer = {**answer, 'entries': [put_in_order(entry, question['questions']) for entry in answer['entries']]}
        ordered[question['id']] = answer
    return ordered


def digest_of(record):
    """What docs/record-format.md says of it. An example has no notes."""
    covered = {key: record[key] for key in ('reference', 'date', 'completed-by', 'answers')}
    return hashlib.sha256(json.dumps(covered, ensure_ascii=False, separators=(',', ':')).encode()).hexdigest()


def main(rules_path, record_path, output_path):
    with open(rules_path, 'rb') as file:
        text = file.read()
    rules = json.loads(text)
    with open(record_path, encoding='utf-8') as file:
        record = {'format': 'criteria-record/1', **json.load(file)}
    record['answers'] = put_in_order(record['answers'], [question for section in rules['sections'] for question in section['questions']])
    record['digest'] = digest_of(record)
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
