# SPDX-License-Identifier: GPL-3.0-or-later
"""Records under any rules file, made up from a seed: some answers are given, some unknown, some missing."""

import json
import random

DAY = '2026-11-20'


def sets_of(rules):
    return rules.get('option-sets', {})


def made_date(random_):
    year, month, day = random_.randrange(2010, 2027), random_.randrange(1, 13), random_.randrange(1, 28)
    return random_.choice([f'{year}', f'{year}-{month:02}', f'{year}-{month:02}-{day:02}', f'{year}-{month:02}-{day:02}'])


def made_number(question, random_):
    low, high = question.get('minimum', 0), question.get('maximum', 120)
    return random_.randrange(int(low), int(high) + 1)


def made_choice(question, rules, random_):
    options = question['options']
    if isinstance(options, str):
        options = sets_of(rules)[options]
    if question.get('other') and random_.random() < 0.05:
        return {'other': 'Something else'}
    return random_.choice(options)['code']


def made_list(question, rules, random_):
    made = {'entries': [made_answers(question['questions'], rules, random_, 0.1) for _ in range(random_.randrange(5))]}
    if random_.random() < 0.7:
        made['complete'] = True
    return made


def made_answer(question, rules, random_):
    if random_.random() < 0.05:
        return {'unknown': random_.choice(['not-known', 'not-in-notes', 'awaiting', 'conflicting'])}
    kind = question['type']
    if kind == 'boolean':
        return random_.random() < 0.5
    if kind in ('integer', 'decimal'):
        return made_number(question, random_)
    if kind == 'choice':
        return made_choice(question, rules, random_)
    if kind == 'date':
        return 'ongoing' if question.get('ongoing') and random_.random() < 0.1 else made_date(random_)
    return made_list(question, rules, random_) if kind == 'list' else 'A few words'


def made_answers(questions, rules, random_, missing):
    return {question['id']: made_answer(question, rules, random_) for question in questions if random_.random() >= missing}


def made_records(rules, n, seed=1):
    """Lines of JSON, each with its end."""
    random_ = random.Random(seed)
    questions = [question for section in rules['sections'] for question in section['questions']]
    for number in range(n):
        record = {'reference': f'MADE-{number}', 'date': DAY, 'answers': made_answers(questions, rules, random_, random_.choice([0, 0, 0.1, 0.4]))}
        yield json.dumps(record) + '\n'
