#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-schema.py CRITERIA-CLI TOP: the schemas in data and the reader, held against each other. Both take every good file, and
both refuse every fault of shape. What only the reader can see stands in tables of its own."""

import copy
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

CLI, TOP = sys.argv[1:3]
LEFT_OUT = object()


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return json.load(file)


def make_schema(name):
    schema = read(f'data/{name}.schema.json')
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


RULES_SCHEMA = make_schema('criteria-rules-1')
RECORD_SCHEMA = make_schema('criteria-record-1')
EXAMPLE = read('tests/data/rules/example.json')
RECORD = read('data/demo/example.json')
RECORD_RULES = os.path.join(TOP, 'data/rules/nhs-ketamine-infusion.json')
# With one criterion and one case: to read answers is all that is asked of it.
ASKING = dict(EXAMPLE, criteria=EXAMPLE['criteria'][:1], cases=[dict(EXAMPLE['cases'][0], expect={})])
SHIPPED = sorted(glob.glob(os.path.join(TOP, 'data/rules/*.json')))

# Edits of the example that leave it a rules file.
GOOD = (
    ('version', '1'), ('title', 'Ελληνικά, ಕನ್ನಡ and 😀'), ('language', 'cy'), ('language', LEFT_OUT), ('status', 'retired'),
    ('status', LEFT_OUT), ('effective-from', LEFT_OUT), ('review-by', '2028-02-29'), ('about', 'One\n\n\ttwo'), ('about', LEFT_OUT),
    ('cases', LEFT_OUT), ('cases', []), ('translations', LEFT_OUT), ('translations/cy', {'Age': 'Oed'}),
    ('sources/0/published', '2024'), ('sources/0/retrieved', '2024-02-29'), ('sources/0/url', 'http://example.org'),
    ('sources/0/url', 'https://example.org?a=b@c#d'), ('sources/1/publisher', 'A press'), ('sources/1/origin', 'A letter'),
    ('sections/0/questions/7/for-the-record', False), ('sections/1/questions/0/questions/5/for-the-record', True),
    ('option-sets/antidepressants/0/class-of-class', 'A class'), ('sections/0/help', LEFT_OUT),
    ('sections/0/questions/0/plausible', [0, 130]), ('sections/0/questions/0/minimum', -5), ('sections/0/questions/0/unit', LEFT_OUT),
    ('sections/0/questions/1/plausible', [40.25, 200]), ('sections/0/questions/3/minimum', '1904-02-29'),
    ('sections/0/questions/5/other', False), ('sections/0/questions/5/options/0/text', 'GP'),
    ('sections/1/questions/0/item', LEFT_OUT), ('criteria/0/help', 'More.\n\nAnd more.'), ('criteria/0/section', LEFT_OUT),
    ('criteria/0/sources', LEFT_OUT), ('criteria/0/sources', []), ('criteria/0/when', {'answer': 'age', 'is': 18}),
    ('criteria/0/when', {'all': []}), ('criteria/0/when/at-least', 0), ('criteria/2/when/at-least', '0 days'),
    ('criteria/2/when/at-least', '1 week'), ('criteria/2/when/at-least', '65535 months'),
    ('criteria/4/when/where', {'not': {'any': [{'answer': 'worked', 'is': True}]}}),
    ('criteria/4/when/where', {'at-least': 1, 'of': [{'answer': 'worked', 'is': True}]}),
    ('criteria/5/when', {'count': 'trials', 'distinct': 'medicine', 'at-least': 1}), ('criteria/8/applies-when', LEFT_OUT),
    ('criteria/0/reasons', {}), ('criteria/0/reasons', {'not-applicable': 'A text.'}), ('criteria/1/reasons', {'absent': 'A text.'}),
    ('cases/0/expect', {}), ('cases/0/expect', {'reminder': 'none'}),
)
GOOD_ANSWERS = (
    ('cases/0/answers/age', 41), ('cases/0/answers/age', {'unknown': 'conflicting'}), ('cases/0/answers/weight', 70.5),
    ('cases/0/answers/depressed', False), ('cases/0/answers/episode-end', 'ongoing'), ('cases/0/answers/last-review', '2026-02'),
    ('cases/0/answers/referred-by', 'gp'), ('cases/0/answers/referred-by', {'other': 'A neighbour'}), ('cases/0/answers/hospital', ''),
    ('cases/0/answers/remarks', 'a\nb\tc'), ('cases/0/answers/trials', {'unknown': 'awaiting'}), ('cases/0/answers/trials', {'entries': []}),
    ('cases/0/answers/trials', {'entries': [{}, {'medicine': {'other': 'Tianeptine'}}], 'complete': False}),
)

WITHIN = 'criteria/6/when/all/0/within'
WHEN = 'criteria/0/when'
WHERE = 'criteria/4/when/where'

# Faults of shape.
BAD = (
    ('format', LEFT_OUT), ('format', 'criteria-rules/2'), ('format', 1), ('id', LEFT_OUT), ('id', 'Example'), ('id', ''), ('id', 'a b'),
    ('id', '1a'), ('id', 'a' * 65), ('id', None), ('version', LEFT_OUT), ('version', ''), ('version', 1), ('version', 'a\nb'),
    ('title', LEFT_OUT), ('title', ' \t '), ('title', 'a\tb'), ('title', 'not \u202eton'), ('title', 'a\u0007b'), ('title', ['a']),
    ('language', 'English'), ('language', 'en_GB'), ('language', ''), ('status', 'activ'), ('status', True),
    ('effective-from', '2026-11'), ('effective-from', '2026-11-31'), ('effective-from', '1/11/2026'), ('effective-from', 20261101),
    ('review-by', '2026-13-01'), ('review-by', '0000-01-01'), ('about', '\n'), ('about', {}), ('sources', {}), ('wibble', 1),
    ('sources/0/id', LEFT_OUT), ('sources/0/title', LEFT_OUT), ('sources/0/published', 'March 2024'), ('sources/0/published', '2024-3'),
    ('sources/0/published', '2024-02-30'), ('sources/0/retrieved', 2024), ('sources/0/url', 'file:///etc/passwd'),
    ('sources/0/url', 'javascript:alert(1)'), ('sources/0/url', 'https://'), ('sources/0/url', 'https://nhs.uk@example.org/'),
    ('sources/0/page', '3'), ('sources/0/origin', ''),
    ('sections/0/questions/7/for-the-record', 'yes'), ('sources/1', 'paper'), ('option-sets', []), ('option-sets/Antidepressants', [{'code': 'a', 'text': 'A'}]),
    ('option-sets/antidepressants', []), ('option-sets/antidepressants/0/code', LEFT_OUT), ('option-sets/antidepressants/0/code', 'A'),
    ('option-sets/antidepressants/1/text', LEFT_OUT), ('option-sets/antidepressants/0/Since', '1990'),
    ('option-sets/antidepressants/0/since', 1990), ('option-sets/antidepressants/0/since', ''), ('option-sets/antidepressants/0', 'sertraline'),
    ('sections', LEFT_OUT), ('sections', []), ('sections/0/id', LEFT_OUT), ('sections/0/title', LEFT_OUT), ('sections/0/questions', LEFT_OUT),
    ('sections/0/questions', {}), ('sections/0/when', {'all': []}), ('sections/0/help', ''),
    ('sections/0/questions/0/id', LEFT_OUT), ('sections/0/questions/0/type', LEFT_OUT), ('sections/0/questions/0/type', 'number'),
    ('sections/0/questions/0/text', LEFT_OUT), ('sections/0/questions/0/label', ''), ('sections/0/questions/0/hint', 'x'),
    ('sections/0/questions/0/minimum', 0.5), ('sections/0/questions/0/minimum', '0'), ('sections/0/questions/0/plausible', [16]),
    ('sections/0/questions/0/plausible', [16, 50, 100]), ('sections/0/questions/0/plausible', 16),
    ('sections/0/questions/0/plausible', ['16', 100]), ('sections/0/questions/0/plausible', [16.5, 100]),
    ('sections/0/questions/1/maximum', '500'), ('sections/0/questions/2/unit', 'kg'), ('sections/0/questions/2/options', []),
    ('sections/0/questions/2/other', True), ('sections/0/questions/2/ongoing', True), ('sections/0/questions/2/maximum', 1),
    ('sections/0/questions/2/plausible', [0, 1]), ('sections/0/questions/2/item', 'x'), ('sections/0/questions/2/questions', []),
    ('sections/0/questions/3/minimum', 1950), ('sections/0/questions/3/minimum', '1950'), ('sections/0/questions/4/ongoing', 'yes'),
    ('sections/0/questions/5/options', LEFT_OUT), ('sections/0/questions/5/options', []), ('sections/0/questions/5/options', 4),
    ('sections/0/questions/5/other', 1), ('sections/1/questions/0/questions', LEFT_OUT), ('sections/1/questions/0/questions', []),
    ('sections/1/questions/0/questions/5/type', 'list'), ('sections/1/questions/0/item', ''), ('sections/1/shown-when', 'depressed'),
    ('sections/1/questions/0/questions/4/shown-when', {'criterion': 'adult'}),
    ('criteria', LEFT_OUT), ('criteria', []), ('criteria/0/id', LEFT_OUT), ('criteria/0/kind', LEFT_OUT), ('criteria/0/kind', 'rule'),
    ('criteria/0/text', LEFT_OUT), ('criteria/0/when', LEFT_OUT), ('criteria/0/if', {'all': []}), ('criteria/8/kind', 'requirement'),
    ('criteria/8/when', {'answer': 'depressed', 'is': True}), ('criteria/0/section', 1), ('criteria/0/sources', 'guide'),
    ('criteria/0/sources/0/certainty', LEFT_OUT), ('criteria/0/sources/0/certainty', 'certain'), ('criteria/0/sources/0/source', LEFT_OUT),
    ('criteria/0/sources/0/place', ''), ('criteria/0/sources/0/page', 3), ('criteria/8/applies-when', 'depressed'),
    ('criteria/0/reasons', []), ('criteria/0/reasons', {'met': ''}), ('criteria/0/reasons', {'met': 'a\nb'}), ('criteria/0/reasons', {'met': 1}),
    ('criteria/0/reasons', {'present': 'x'}), ('criteria/1/reasons', {'met': 'x'}), ('criteria/0/reasons', {'open': 'x'}),
    ('criteria/8/reasons', {'unknown': 'x'}),
    (WHEN, {}), (WHEN, []), (WHEN, {'anwser': 'age', 'is': 18}), (WHEN, {'answer': 'age'}), (WHEN, {'answer': 3, 'is': 18}),
    (WHEN, {'answer': 'age', 'is': None}), (WHEN, {'answer': 'age', 'is': [18]}), (WHEN, {'answer': 'age', 'is': 18, 'at-least': 18}),
    (WHEN, {'answer': 'age', 'at-least': 18, 'more-than': 17}), (WHEN, {'answer': 'age', 'at-least': 18, 'at-mots': 65}),
    (WHEN, {'answer': 'age', 'at-least': '18'}), (WHEN, {'answer': 'age', 'all': []}), (WHEN, {'all': {}}), (WHEN, {'all': [1]}),
    (WHEN, {'not': []}), (WHEN, {'not': {}}), (WHEN, {'any': [], 'all': []}), (WHEN, {'of': [{'all': []}]}),
    (WHEN, {'at-least': 0, 'of': [{'all': []}]}), (WHEN, {'at-least': 1, 'of': []}), (WHEN, {'at-least': 1.5, 'of': [{'all': []}, {'all': []}]}),
    (WHEN, {'criterion': 7}), (WHEN, {'criterion': 'referred', 'is': 'met'}), ('criteria/3/when/in', []), ('criteria/3/when/in', 'gp'),
    ('criteria/3/when/in', ['gp', 1]), ('criteria/2/when/duration', ['episode-start']), ('criteria/2/when/duration', 'episode-start'),
    ('criteria/2/when/duration', ['episode-start', 'episode-start']), ('criteria/2/when/at-least', 3), ('criteria/2/when/at-least', '3 moons'),
    ('criteria/2/when/at-least', '03 months'), ('criteria/2/when/at-least', '3  months'), ('criteria/2/when/at-least', LEFT_OUT),
    ('criteria/2/when/is', '3 months'), (WITHIN, '1 yr'), (WITHIN, 365), ('criteria/6/when/all/1/more-than', '2019'),
    ('criteria/4/when/at-least', -2), ('criteria/4/when/at-least', '2'), ('criteria/4/when/at-least', 2.5), ('criteria/4/when/at-least', LEFT_OUT),
    ('criteria/4/when/counted', ['one']), ('criteria/4/when/counted', ['one', 2]), ('criteria/4/when/distinct', 'medicine.'),
    ('criteria/4/when/is', 2), ('criteria/4/when/count', 3), (WHERE, {'count': 'trials', 'at-least': 1}), (WHERE, {'criterion': 'adult'}),
    (WHERE, {'all': [{'criterion': 'adult'}]}), (WHERE, []), ('cases', {}), ('cases/0/name', ''), ('cases/0/name', LEFT_OUT),
    ('cases/0/date', '2026-11'), ('cases/0/date', LEFT_OUT), ('cases/0/answers', []), ('cases/0/answers', LEFT_OUT), ('cases/0/expect', LEFT_OUT),
    ('cases/0/expect', []), ('cases/0/expect/adult', 'notmet'), ('cases/0/expect/adult', True), ('cases/0/sex', 'f'),
    ('translations', []), ('translations/Welsh', {}), ('translations/cy', []), ('translations/cy', {'Age': ''}), ('translations/cy', {'Age': 7}),
)

# Faults of shape in the answers of a case: these are read when the case is run.
BAD_ANSWERS = (
    ('cases/0/answers/age', None), ('cases/0/answers/age', [41]), ('cases/0/answers/age', {'unknown': 'maybe'}),
    ('cases/0/answers/age', {'unknown': 'awaiting', 'since': '2026'}), ('cases/0/answers/age', {}), ('cases/0/answers/Age', 41),
    ('cases/0/answers/referred-by', {'other': ' '}), ('cases/0/answers/referred-by', {'other': 7}),
    ('cases/0/answers/trials', {'complete': True}), ('cases/0/answers/trials', {'entries': {}}),
    ('cases/0/answers/trials', {'entries': [7]}), ('cases/0/answers/trials', {'entries': [], 'complete': 'yes'}),
    ('cases/0/answers/trials', {'entries': [{'medicine': None}]}), ('cases/0/answers/trials', {'entries': [], 'n': 0}),
    ('cases/0/answers/trials', {'entries': [{'medicine': {'entries': []}}]}),
)

# What no schema can see, with the finding of the reader: what a word refers to, what fits together, in which order, round in circles.
READER_ONLY = (
    ('sources/1/id', 'guide', 'duplicate-id'), ('sections/1/id', 'person', 'duplicate-id'), ('criteria/8/id', 'adult', 'duplicate-id'),
    ('sections/0/questions/1/id', 'age', 'duplicate-id'), ('sections/1/questions/0/questions/5/id', 'remarks', 'duplicate-id'),
    ('option-sets/antidepressants/1/code', 'sertraline', 'duplicate-option'), ('review-by', '2026-05-01', 'bad-order'),
    ('effective-from', '2027-02-29', 'bad-date'), ('sections/0/questions/0/maximum', -1, 'bad-order'),
    ('sections/0/questions/0/plausible', [100, 16], 'bad-order'), ('sections/0/questions/0/plausible', [16, 200], 'bound-outside'),
    ('sections/0/questions/0/minimum', 16.0, 'wrong-type'),
    ('sections/0/questions/0/maximum', 2 ** 53, 'number'), ('sections/1/questions/0/questions/0/options', 'medicines', 'unknown-option-set'),
    ('sections/0/questions/3/shown-when', {'answer': 'episode-start', 'within': '1 day'}, 'circle'),
    ('criteria/0/section', 'persons', 'unknown-section'), ('criteria/0/sources/0/source', 'paperr', 'unknown-source'),
    (WHEN, {'answer': 'aeg', 'is': 18}, 'unknown-question'), (WHEN, {'answer': 'worked', 'is': True}, 'field-of-list'),
    (WHEN, {'answer': 'hospital', 'is': 'x'}, 'unlike'), (WHEN, {'answer': 'trials', 'is': True}, 'unlike'),
    (WHEN, {'answer': 'age', 'within': '1 year'}, 'unlike'), (WHEN, {'answer': 'age', 'is': True}, 'wrong-type'),
    (WHEN, {'answer': 'age', 'at-least': '2019-01-01'}, 'wrong-type'), (WHEN, {'answer': 'age', 'at-least': 18.5}, 'wrong-type'),
    (WHEN, {'answer': 'age', 'at-least': 65, 'at-most': 18}, 'bad-order'), (WHEN, {'answer': 'age', 'at-most': 131}, 'bound-outside'),
    (WHEN, {'answer': 'depressed', 'is': 'true'}, 'wrong-type'), (WHEN, {'answer': 'depressed.class', 'is': 'x'}, 'unlike'),
    (WHEN, {'answer': 'referred-by', 'is': 'nurse'}, 'unknown-option'), (WHEN, {'criterion': 'refered'}, 'unknown-criterion'),
    (WHEN, {'criterion': 'adult'}, 'circle'), (WHEN, {'criterion': 'reminder'}, 'note-has-no-status'),
    (WHEN, {'at-least': 2, 'of': [{'answer': 'depressed', 'is': True}]}, 'bad-count'), ('criteria/4/when/count', 'age', 'unlike'),
    ('criteria/4/when/distinct', 'medicine.clas', 'unknown-attribute'), ('criteria/4/when/distinct', 'worked', 'unlike'),
    ('criteria/2/when/duration', ['episode-end', 'episode-start'], 'ongoing-start'), ('criteria/2/when/duration', ['episode-start', 'age'], 'unlike'),
    ('criteria/2/when/at-least', '65536 days', 'bad-period'), ('criteria/2/when/at-most', '8 weeks', 'bad-order'),
    ('cases/0/expect/adlt', 'met', 'unknown-criterion'), ('cases/0/expect/adult', 'present', 'unknown-word'),
    ('cases/0/expect/reminder', 'met', 'unknown-word'), ('translations/cy', {'Aeg': 'Oed'}, 'unknown-text'),
    ('translations/cy', {'Age': 'O\ned'}, 'line-break'),
)

# What is left out may be needed elsewhere in the file, which no schema can see.
REFERRING = {'unknown-question', 'unknown-option', 'unknown-option-set', 'unknown-value', 'unknown-attribute', 'unknown-source',
             'unknown-section', 'unknown-criterion', 'unlike'}

# The same for the answers of a case.
READER_ONLY_ANSWERS = (
    ('cases/0/answers/agee', 41), ('cases/0/answers/age', 41.5), ('cases/0/answers/age', 131), ('cases/0/answers/age', '41'),
    ('cases/0/answers/depressed', 'yes'), ('cases/0/answers/referred-by', 'nurse'), ('cases/0/answers/last-review', 'yesterday'),
    ('cases/0/answers/last-review', 'ongoing'), ('cases/0/answers/hospital', 'a\nb'), ('cases/0/answers/trials', True),
    ('cases/0/answers/trials', {'entries': [{'medicin': 'lithium'}]}), ('cases/0/answers/depressed', {'other': 'somewhat'}),
)

GOOD_RECORDS = (
    ('reference', ''), ('format', 'criteria-record/1'), ('completed-by', LEFT_OUT), ('completed-by', ''), ('answers', {}),
    ('id', 'b7c1'), ('created', '2026-11-20T14:02:09Z'), ('saved', '2024-02-29T23:59:59Z'), ('changes', []),
    ('changes', [{'time': '2026-11-20T14:02:09Z', 'part': 'answer', 'place': '/age', 'question': 'Age', 'before': 40, 'more': {}}]),
    ('notes', {}), ('notes', {'/psychosis': 'Asked twice.\nSame answer.', '/antidepressants-tried/entries/0': 'a', '/antidepressants-tried/entries/0/outcome': 'b'}),
)
BAD_RECORDS = (
    ('reference', LEFT_OUT), ('reference', 17), ('reference', 'a\nb'), ('date', LEFT_OUT), ('date', '2026-11'), ('date', 'today'),
    ('answers', LEFT_OUT), ('answers', []), ('completed-by', 7), ('completed-by', 'a\tb'), ('format', 'criteria-record/2'), ('format', 1),
    ('id', ''), ('id', 7), ('id', 'x' * 65), ('created', 7), ('created', '2026-11-20'), ('saved', '2026-11-20T24:00:00Z'),
    ('digest', 7), ('changes', {}), ('changes', ['x']), ('changes', [{'time': '2026-11-20T14:02:09Z', 'part': 'answer'}]), ('name', 'x'),
    ('notes', 'x'), ('notes', {'psychosis': 'x'}), ('notes', {'/psychosis': ''}), ('notes', {'/psychosis': 7}),
    ('notes', {'/psychosis': 'x' * 10001}), ('notes', {'/antidepressants-tried/complete': 'x'}), ('notes', {'/antidepressants-tried/entries/00': 'x'}),
    ('answers/psychosis', None), ('answers/psychosis', {'unknown': 'perhaps'}), ('rules', 'example'),
)
BAD_CARRIED = (
    ('rules/text', LEFT_OUT), ('rules/digest', LEFT_OUT), ('rules/digest', '0'), ('rules/id', LEFT_OUT), ('rules/version', LEFT_OUT),
    ('rules/text', 'all of it'), ('rules/text/0', 7), ('rules/text/0', ['{', 10]), ('rules/text/0', {}), ('rules/page', 1),
)


def change(document, pointer, value):
    """A copy in which one value is another, or is left out."""
    changed = copy.deepcopy(document)
    *path, last = [int(key) if key.isdigit() else key for key in pointer.split('/')]
    place = changed
    for key in path:
        place = place[key]
    if value is LEFT_OUT:
        del place[last]
    else:
        place[last] = value
    return changed


def keys_of(schema):
    """Every key that a schema knows."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get('properties', ())).union(*map(keys_of, schema.values()))


def keys_of_rules():
    """Those of rules alone: what answers hold is shared with records, and read only when a case is run."""
    own = {name: schema for name, schema in RULES_SCHEMA.schema['$defs'].items() if name not in RECORD_SCHEMA.schema['$defs']}
    return keys_of(dict(RULES_SCHEMA.schema, **{'$defs': own}))


# What the author names: here a key is a word of the file, and no key of the format.
NAMED_BY_AUTHOR = ('option-sets', 'translations', 'expect', 'answers')


def members_of(value, path=()):
    """The path to each member of an object, of those that differ only in their place in an array the first."""
    for key, member in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(key, str):
            yield path + (str(key),)
        if key not in NAMED_BY_AUTHOR:
            yield from members_of(member, path + (str(key),))
        elif key == 'option-sets':
            yield from members_of(next(iter(member.values())), path + (key, next(iter(member))))


# An option may have any further key.
ATTRIBUTE = re.compile('/antidepressants/[0-9]/(class|since)$')


def distinct_members(document):
    found = {}
    for path in members_of(document):
        shape = tuple(key for key in path if not key.isdigit())
        # In a condition it makes no difference how deep a key is, but which question it is about.
        found.setdefault((shape[0], shape[-2:], path[:4] if 'when' in path else None), '/'.join(path))
    return list(found.values())


def misspell(document, pointer):
    *path, last = pointer.split('/')
    changed = change(document, pointer, LEFT_OUT)
    place = changed
    for key in path:
        place = place[int(key) if key.isdigit() else key]
    value = document
    for key in pointer.split('/'):
        value = value[int(key) if key.isdigit() else key]
    place[last + 'x'] = value
    return changed


class Schema(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, documents):
        paths = [os.path.join(self.folder, f'{number}.json') for number in range(len(documents))]
        for path, document in zip(paths, documents):
            with open(path, 'w', encoding='utf-8') as file:
                json.dump(document, file)
        return paths

    def run_cli(self, *arguments):
        return subprocess.run([CLI, *arguments], capture_output=True, encoding='utf-8', check=False)

    def lint(self, documents):
        """Of each document the codes of its errors. What a case comes to no schema can say."""
        paths = self.write(documents)
        codes = {path: set() for path in paths}
        for line in self.run_cli('lint', *paths).stdout.splitlines():
            found = re.fullmatch(r'(.*?):\d+:\d+: error: (?!Case “).* \[(.*)\]', line)
            if found:
                codes[found.group(1)].add(found.group(2))
        return [codes[path] for path in paths]

    def can_run(self, document):
        return self.run_cli('test', *self.write([document])).returncode == 0

    def test_good(self):
        documents = [read(path) for path in ('tests/data/rules/example.json', 'tests/data/rules/translated.json', 'tests/app/every-kind.json')]
        documents += [read(path) for path in SHIPPED]
        documents += [change(EXAMPLE, *edit) for edit in GOOD]
        for document, codes, edit in zip(documents, self.lint(documents), [None] * (len(documents) - len(GOOD)) + list(GOOD)):
            with self.subTest(edit=edit or document['id']):
                self.assertEqual([error.message for error in RULES_SCHEMA.iter_errors(document)], [])
                self.assertEqual(codes, set())

    def test_bad(self):
        self.assertGreaterEqual(len(BAD), 60)
        documents = [change(EXAMPLE, *edit) for edit in BAD]
        for document, codes, edit in zip(documents, self.lint(documents), BAD):
            with self.subTest(edit=edit):
                self.assertFalse(RULES_SCHEMA.is_valid(document))
                self.assertNotEqual(codes, set())

    def test_every_key(self):
        """Of each key the two agree what it is when it holds nothing, is misspelt or is left out."""
        used = {path[-1] for path in members_of(EXAMPLE)}
        self.assertEqual(sorted(keys_of_rules() - used), [], 'the example uses every key')
        pointers = distinct_members(EXAMPLE)
        self.assertGreater(len(keys_of_rules()), 50)
        self.assertGreater(len(pointers), 100)
        wrong = [(pointer, change(EXAMPLE, pointer, None)) for pointer in pointers]
        wrong += [(pointer, misspell(EXAMPLE, pointer)) for pointer in pointers if not ATTRIBUTE.search(pointer)]
        for (pointer, document), codes in zip(wrong, self.lint([document for _, document in wrong])):
            with self.subTest(wrong=pointer):
                self.assertFalse(RULES_SCHEMA.is_valid(document))
                self.assertNotEqual(codes, set())
        without = [change(EXAMPLE, pointer, LEFT_OUT) for pointer in pointers]
        for pointer, document, codes in zip(pointers, without, self.lint(without)):
            with self.subTest(left_out=pointer):
                self.assertEqual(RULES_SCHEMA.is_valid(document), not codes or codes <= REFERRING, codes)

    def test_answers(self):
        for edit in GOOD_ANSWERS:
            with self.subTest(edit=edit):
                document = change(ASKING, *edit)
                self.assertEqual([error.message for error in RULES_SCHEMA.iter_errors(document)], [])
                self.assertTrue(self.can_run(document))
        for edit in BAD_ANSWERS:
            with self.subTest(edit=edit):
                document = change(ASKING, *edit)
                self.assertFalse(RULES_SCHEMA.is_valid(document))
                self.assertFalse(self.can_run(document))

    def test_what_only_the_reader_sees(self):
        documents = [change(EXAMPLE, pointer, value) for pointer, value, _ in READER_ONLY]
        for document, codes, edit in zip(documents, self.lint(documents), READER_ONLY):
            with self.subTest(edit=edit):
                self.assertEqual([error.message for error in RULES_SCHEMA.iter_errors(document)], [])
                self.assertIn(edit[2], codes)
        for edit in READER_ONLY_ANSWERS:
            with self.subTest(edit=edit):
                document = change(ASKING, *edit)
                self.assertTrue(RULES_SCHEMA.is_valid(document))
                self.assertFalse(self.can_run(document))

    def test_no_schema_reads_text(self):
        """What is no JSON, or says a thing twice, is over before a schema sees it."""
        text = json.dumps(EXAMPLE)
        for broken in text[:-1], text.replace('"id"', '"id": "a", "id"', 1), text + text, '\ufeff' + text, text.replace('130', '0130'):
            path = os.path.join(self.folder, 'broken.json')
            with open(path, 'w', encoding='utf-8') as file:
                file.write(broken)
            self.assertIn(': error: ', self.run_cli('lint', path).stdout)

    def is_record(self, document, *arguments):
        return self.run_cli('summary', *arguments, *self.write([document])).returncode == 0

    def test_records(self):
        for edit in (('date', RECORD['date']), *GOOD_RECORDS):
            with self.subTest(edit=edit):
                document = change(RECORD, *edit)
                self.assertEqual([error.message for error in RECORD_SCHEMA.iter_errors(document)], [])
                self.assertTrue(self.is_record(document, '--rules', RECORD_RULES))
        for edit in BAD_RECORDS:
            with self.subTest(edit=edit):
                document = change(RECORD, *edit)
                self.assertFalse(RECORD_SCHEMA.is_valid(document))
                self.assertFalse(self.is_record(document, '--rules', RECORD_RULES))

    def test_carried_rules(self):
        saved = read('tests/fuzz/corpus/record/saved.json')
        self.assertTrue(RECORD_SCHEMA.is_valid(saved))
        self.assertTrue(self.is_record(saved))
        for edit in BAD_CARRIED:
            with self.subTest(edit=edit):
                document = change(saved, *edit)
                self.assertFalse(RECORD_SCHEMA.is_valid(document))
                self.assertFalse(self.is_record(document))

    def test_both_schemas_mean_the_same(self):
        rules, record = RULES_SCHEMA.schema['$defs'], RECORD_SCHEMA.schema['$defs']
        shared = rules.keys() & record.keys()
        self.assertEqual({name: record[name] for name in shared}, {name: rules[name] for name in shared})
        self.assertIn('answers', shared)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
