# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules files and records of any size, made up from a seed: the same numbers give the same bytes, on every machine."""

import json
import random
import sys

TODAY = '2026-11-20'
CLASSES = ('SSRI', 'SNRI', 'TCA', 'MAOI', 'Atypical')
QUESTIONS_OF_A_SECTION = 10
OUTCOMES = ('none', 'partial', 'response', 'remission')
SHAPES = ('boolean', 'integer', 'choice', 'date', 'trials')


def options():
    return [{'code': f'medicine-{i}', 'text': f'Medicine {i}', 'class': CLASSES[i % len(CLASSES)]} for i in range(20)]


def outcomes():
    return [{'code': code, 'text': code.capitalize()} for code in OUTCOMES]


def trials():
    """Of each medicine as much as a referral tells."""
    return {
        'id': 'trials', 'type': 'list', 'text': 'Which medicines have been tried?', 'item': 'medicine',
        'questions': [
            {'id': 'medicine', 'type': 'choice', 'text': 'Medicine', 'options': 'medicines', 'other': True},
            {'id': 'dose', 'type': 'decimal', 'unit': 'mg', 'text': 'Highest dose'},
            {'id': 'started', 'type': 'date', 'text': 'Started'},
            {'id': 'stopped', 'type': 'date', 'text': 'Stopped', 'ongoing': True},
            {'id': 'worked', 'type': 'boolean', 'text': 'Did it work?'},
            {'id': 'outcome', 'type': 'choice', 'text': 'Outcome', 'options': 'outcomes'},
            {'id': 'stopped-because', 'type': 'string', 'text': 'Why was it stopped?'}]}


def question(number, shape):
    asked = {'id': f'question-{number}', 'text': f'What is the answer to question {number}?', 'label': f'Answer {number}'}
    asked.update({
        'boolean': {'type': 'boolean'},
        'integer': {'type': 'integer', 'unit': 'years', 'minimum': 0, 'maximum': 130, 'plausible': [16, 100]},
        'choice': {'type': 'choice', 'options': 'medicines'},
        'date': {'type': 'date', 'ongoing': True},
        'trials': {'type': 'boolean'}}[shape])
    return asked


def condition(number, shape, random_):
    name = f'question-{number}'
    return {
        'boolean': lambda: {'answer': name, 'is': True},
        'integer': lambda: {'answer': name, 'at-least': random_.randrange(1, 60), 'less-than': random_.randrange(60, 120)},
        'choice': lambda: {'answer': f'{name}.class', 'in': random_.sample(CLASSES, 2)},
        'date': lambda: {'not': {'answer': name, 'within': f'{random_.randrange(1, 24)} months'}},
        'trials': lambda: {'any': [
            {'answer': name, 'is': True},
            {'count': 'trials', 'distinct': 'medicine.class', 'at-least': random_.randrange(1, 4), 'where': {'all': [
                {'answer': 'worked', 'is': False},
                {'duration': ['started', 'stopped'], 'at-least': f'{random_.randrange(2, 12)} weeks'}]}}]},
    }[shape]()


def criterion(number, shape, random_):
    return {
        'id': f'criterion-{number}', 'section': f'section-{number // QUESTIONS_OF_A_SECTION}',
        'kind': 'requirement' if random_.random() < 0.7 else 'caution',
        'text': f'What criterion {number} says, in a sentence of the usual length.',
        'when': condition(number, shape, random_),
        'sources': [{'source': 'guide', 'place': f'Page {number}', 'certainty': 'verified'}]}


def rules(n_criteria, seed=1):
    """A rules file with that many criteria, each with a question of its own and some with a look at one list."""
    random_ = random.Random(seed)
    shapes = [SHAPES[i % len(SHAPES)] for i in range(n_criteria)]
    questions = [question(i, shape) for i, shape in enumerate(shapes)]
    sections = [{'id': f'section-{start // QUESTIONS_OF_A_SECTION}', 'title': f'Section {start // QUESTIONS_OF_A_SECTION}',
                 'questions': questions[start:start + QUESTIONS_OF_A_SECTION]}
                for start in range(0, n_criteria, QUESTIONS_OF_A_SECTION)]
    sections[-1]['questions'].append(trials())
    return {
        'format': 'criteria-rules/1', 'id': 'made-up', 'version': '1', 'title': 'Made up', 'language': 'en-GB',
        'status': 'active', 'effective-from': TODAY,
        'sources': [{'id': 'guide', 'title': 'A guide', 'publisher': 'A publisher', 'published': '2024-03-20'}],
        'option-sets': {'medicines': options(), 'outcomes': outcomes()},
        'sections': sections,
        'criteria': [criterion(i, shape, random_) for i, shape in enumerate(shapes)]}


def answer(shape, random_):
    return {
        'boolean': lambda: random_.random() < 0.5,
        'integer': lambda: random_.randrange(0, 131),
        'choice': lambda: f'medicine-{random_.randrange(20)}',
        'date': lambda: f'{random_.randrange(2015, 2027)}-{random_.randrange(1, 10):02}',
        'trials': lambda: random_.random() < 0.1,
    }[shape]()


def entry(random_):
    year = random_.randrange(2015, 2026)
    return {'medicine': f'medicine-{random_.randrange(20)}', 'dose': random_.randrange(1, 60) * 2.5,
            'started': f'{year}-0{random_.randrange(1, 10)}', 'stopped': f'{year + 1}-0{random_.randrange(1, 10)}',
            'worked': random_.random() < 0.3, 'outcome': random_.choice(OUTCOMES),
            'stopped-because': random_.choice(('Side effects: headache and nausea', 'No better after eight weeks at this dose', 'The patient asked to stop it', ''))}


def records(n_records, n_criteria, n_entries=4, seed=1):
    """That many records for rules(n_criteria), one after the other. Three answers in four are given, and some lists are open."""
    random_ = random.Random(seed)
    for number in range(n_records):
        answers = {f'question-{i}': answer(SHAPES[i % len(SHAPES)], random_)
                   for i in range(n_criteria) if random_.random() < 0.75}
        answers['trials'] = {'entries': [entry(random_) for _ in range(n_entries)], 'complete': random_.random() < 0.5}
        yield {'reference': f'A-{number}', 'date': TODAY, 'answers': answers}


def text_of(rules_file):
    """As people write it: indented, so that lines and columns are worked out as in a real file."""
    return json.dumps(rules_file, indent=2) + '\n'


def lines_of(some_records):
    return ''.join(json.dumps(record) + '\n' for record in some_records)


def main():
    """generate.py N_CRITERIA N_ENTRIES RULES RECORD: writes one of each."""
    n_criteria, n_entries = int(sys.argv[1]), int(sys.argv[2])
    for path, text in zip(sys.argv[3:], (text_of(rules(n_criteria)), lines_of(records(1, n_criteria, n_entries)))):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)


if __name__ == '__main__':
    main()
