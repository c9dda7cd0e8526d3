# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file of the tree is held to. A check of one file is given its path, from the top of the tree, and its text,
and yields the line and the sentence of each finding; a check of the tree is given the top and yields the path too."""

import os
import re
import subprocess

LONGEST_FILE = 600
LONGEST_FUNCTION = 50


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def code_of(text):
    """C without its comments, and with empty strings."""
    def blank(match):
        word = match.group()
        if word[0] in '"\'':
            return word[0] + ' ' * (len(word) - 2) + word[0]
        return re.sub(r'[^\n]', ' ', word)
    return COMMENT_OR_STRING.sub(blank, text)


# --- One file at a time ---

# These formats have no comments, or are the words of somebody else.
WITHOUT_LICENCE = re.compile(
    r'(^COPYING|^po/(LINGUAS|POTFILES|.*\.pot?)|\.(md|json|ndjson|checklist|png|txt|csv|html|pdf|supp)|(^|/)\.\w[\w-]*)$'
    r'|^tests/.*(/(corpus|files|cases)/|\.expected\.\w+$)')


def licence(path, text):
    if not WITHOUT_LICENCE.search(path) and 'SPDX-License-Identifier: ' not in '\n'.join(text.split('\n')[:4]):
        yield 1, 'the first lines do not name the licence (SPDX-License-Identifier)'


TOOLKIT = r'(gtk|gdk|gsk|adw)[^">]*'
PAPER = r'(pango|cairo)[^">]*'
CORE_ROOMS = {
    'json': (),
    'store': ('json',),
    'rules': ('json',),
    'record': ('json', 'rules'),
    'screening': ('json', 'rules', 'record'),
    'summary': ('json', 'rules', 'record', 'screening'),
    'audit': ('json', 'rules', 'record', 'screening', 'summary'),
}
INCLUDE = re.compile(r'^#\s*include\s*[<"]([^">]+)[>"]', re.MULTILINE)


def layers(path, text):
    """Data flows one way: a room may know those before it. Lines of CORE_ROOMS are the order of design and of docs."""
    parts = path.split('/')
    if parts[0] != 'src' or not path.endswith(('.c', '.h')):
        return
    forbidden = {'core': f'{TOOLKIT}|{PAPER}', 'page': TOOLKIT, 'cli': TOOLKIT}.get(parts[1])
    for match in INCLUDE.finditer(text):
        included = match.group(1)
        if forbidden and re.match(forbidden, included):
            yield line_of(text, match.start()), f'src/{parts[1]} may not know {included}'
        room = included.split('/')[0]
        if parts[1] == 'core' and room in CORE_ROOMS and room != parts[2] and room not in CORE_ROOMS[parts[2]]:
            yield line_of(text, match.start()), f'src/core/{parts[2]} comes before src/core/{room} and may not know it'


# Call, the one file that may make it, and what to do instead.
STORE = 'src/core/store/crit-file.c'
CALLS = (
    (r'g_file_set_contents_full', STORE, 'crit_file_save() keeps the old file whole when the disk is full'),
    (r'g_file_set_contents|g_file_replace\w*|g_file_copy\w*|g_file_create\w*|g_file_append_to\w*|creat', None,
     'save with crit_file_save(): these leave half a file, or one that others can read'),
    (r'g_get_tmp_dir|g_file_open_tmp|g_file_new_tmp\w*|g_dir_make_tmp|g_mkdtemp\w*|g_mkstemp\w*|mkstemp|tmpfile', None,
     'nothing about a person goes into a temporary folder'),
    (r'json_parser_\w+|json_from_string', None, 'json-glib reads numbers and keys wrongly: use crit_json_reader'),
    (r'json_\w+_with_default', None, 'a value of the wrong type would turn into the default silently'),
    (r'json_generator_\w+|json_to_string', None, 'json-glib writes numbers wrongly: use crit_json_write'),
    (r'\w+_set_markup\w*|g_markup_printf_escaped|\w+_set_use_markup', None, 'text from files is never markup'),
    (r'strtod|strtof|atof|atoi|atol|strtol|strtoul|strtoll|sscanf|g_strtod', None,
     'what these read depends on the locale or may not fit: use g_ascii_strtod and its kin'),
    (r'sprintf|vsprintf|strcpy|strcat|gets|alloca|g_alloca', None, 'this has no bounds'),
    (r'system|popen|g_spawn_\w+|g_subprocess_\w+|g_module_open', None, 'the program runs no other program'),
    (r'g_socket_\w+|g_network_\w+|g_resolver_\w+|soup_\w+', None, 'nothing leaves the computer'),
    (r'gtk_spin_button_\w+|gtk_combo_box_\w+|gtk_scale_\w+', None, 'a wheel turned over it would change the answer'),
)
CALLS = tuple((re.compile(rf'\b(?:{names})(?=\s*\()'), place, advice) for names, place, advice in CALLS)
# The lock beside a draft is always empty, and the other writes one digit for the kernel.
OPENING = ('src/core/store/crit-draft-slot.c', 'src/core/store/crit-core-dumps.c')
WORDS = (
    (re.compile(r'\bO_(WRONLY|RDWR|CREAT|APPEND|TRUNC)\b'), OPENING, 'save with crit_file_save(): this leaves half a file, or one that others can read'),
    (re.compile(r'fopen \([^;]*, "[^"]*[aw+]'), (), 'save with crit_file_save(): this leaves half a file, or one that others can read'),
    (re.compile(r'GTK_PRINT_OPERATION_ACTION_PREVIEW'), (), 'it leaves the pages in the temporary folder'),
    (re.compile(r'gtk-recent-files-(enabled|max-age)'), (), "it would empty the user's own list of recent files"),
    (re.compile(r'class="(GtkSpinButton|GtkScale|GtkComboBox\w*)"'), (), 'a wheel turned over it would change the answer'),
    (re.compile(r'name="use-markup">\s*(?!0|[Ff]alse|no)'), (), 'text from files is never markup'),
)


def calls(path, text):
    """Tests may write what they like, the program may not."""
    if not path.startswith(('src/', 'ui/')):
        return
    if path.endswith(('.c', '.h')):
        code = code_of(text)
        for pattern, place, advice in CALLS:
            for match in pattern.finditer(code):
                if path != place:
                    yield line_of(code, match.start()), f'{match.group()} is not called here: {advice}'
    for pattern, places, advice in WORDS:
        for match in pattern.finditer(text) if path not in places else ():
            yield line_of(text, match.start()), f'{match.group()}: {advice}'


def sizes(path, text):
    if not path.endswith(('.c', '.h', '.py')):
        return
    lines = text.split('\n')
    if len(lines) - 1 > LONGEST_FILE:
        yield LONGEST_FILE + 1, f'{len(lines) - 1} lines are more than {LONGEST_FILE}: this file holds more than one thing'
    start = None
    for number, line in enumerate(lines, 1):
        if line == '{':
            start = number
        elif line == '}' and start is not None and path.endswith('.c'):
            if number - start - 1 > LONGEST_FUNCTION:
                yield start, f'{number - start - 1} lines are more than {LONGEST_FUNCTION}: this function does more than one thing'
            start = None


# One letter of each stands in brackets, so that this line does not find itself.
MACHINE = re.compile(
    r'(?<![\w.~-])/(wor[k]|roo[t]|hom[e]/\w+)/|\b(de[b]\.debian|securit[y]\.debian|snapsho[t]\.debian|pyp[i]\.|registr[y]\.npm|prox[y]\.golang'
    r'|cra[t]es\.io)|[a-z]\.pk[g]\.dev')


def machine(path, text):
    for match in MACHINE.finditer(text):
        yield line_of(text, match.start()), f'{match.group()} is a place of one machine'


# --- The whole tree ---

TRANSLATABLE = {
    '.c': re.compile(r'(?<!define )\b(_|N_|C_|NC_|Q_|(g_)?(d|n|dn|dp|dc)?gettext2?|ngettext)\s*\('),
    '.ui': re.compile(r'translatable="(yes|true|1)"'),
    '.desktop.in.in': re.compile(r'^(Name|Comment|Keywords)=', re.MULTILINE),
    '.gschema.xml.in': re.compile('<summary>'),
    '.metainfo.xml.in.in': re.compile('<summary>'),
    '.mime.xml.in.in': re.compile('<comment>'),
}


def is_translatable(path, text):
    for ending, pattern in TRANSLATABLE.items():
        if path.endswith(ending):
            return bool(pattern.search(code_of(text) if ending == '.c' else text))
    return False


def files_of(top):
    """Path and text of every file of ours, whether git knows it yet or not."""
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(f for f in folders if f not in ('.git', '__pycache__') and not (folder == top and f.startswith('build')))
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, 'rb') as file:
                try:
                    yield os.path.relpath(path, top), file.read().decode()
                except UnicodeDecodeError:
                    continue


def potfiles(top):
    with open(os.path.join(top, 'po/POTFILES'), encoding='utf-8') as file:
        listed = [line for line in file.read().split('\n') if line and not line.startswith('#')]
    wanted = {path for path, text in files_of(top) if path.startswith(('src/', 'ui/', 'data/')) and is_translatable(path, text)}
    for path in sorted(wanted - set(listed)):
        yield 'po/POTFILES', 1, f'{path} has text to translate and is not listed'
    for number, path in enumerate(listed, 1):
        if path not in wanted:
            yield 'po/POTFILES', number, f'{path} is listed and has no text to translate'
        if number > 1 and listed[number - 2] >= path:
            yield 'po/POTFILES', number, f'{path} stands after {listed[number - 2]}: the list is sorted, each file once'


VERDICT = re.compile(r'\b(in)?eligib\w*|\b(un)?suitab\w*|\bapprov\w*|\brecommend(?!s nothing)\w*|\bqualif(y|ies)\b', re.IGNORECASE)


def verdicts(top):
    """No text that a person reads may call anybody anything: the program gives information."""
    template = subprocess.run(
        ['xgettext', '--files-from=po/POTFILES', '--from-code=UTF-8', '--no-wrap', '--output=-', '--add-comments=Translators:',
         '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3'],
        cwd=top, check=True, capture_output=True, text=True).stdout
    place = ('po/POTFILES', 1)
    for line in template.split('\n'):
        if line.startswith('#: '):
            path, _, number = line.split()[1].rpartition(':')
            place = (path, int(number))
        elif line.startswith(('msgid', '"')):
            for match in VERDICT.finditer(line):
                yield *place, f'"{match.group()}" is the word of a verdict'


def formatting(top):
    sources = [path for path, _ in files_of(top) if path.endswith(('.c', '.h'))]
    run = subprocess.run(['clang-format-14', '--dry-run', *sources],
                         cwd=top, check=True, capture_output=True, text=True)
    for path, number in dict.fromkeys(re.findall(r'^(\S+?):(\d+):\d+: warning:', run.stderr, re.MULTILINE)):
        yield path, int(number), 'not as clang-format 14 would write it'


TEST_NAME = re.compile(r'`(test-[a-z-]+|journey|canary|installed)(?: (/[a-z/-]+|test_\w+))?`')


def has_case(text, case):
    return f'"{case}"' in text if case.startswith('/') else f'def {case}(' in text


def hazards(top):
    """A control in the hazard log is proved by a test that is there."""
    path = 'docs/hazard-log.md'
    tests = {}
    for name, text in files_of(os.path.join(top, 'tests')):
        test, ending = os.path.splitext(os.path.basename(name))
        if ending in ('.c', '.py'):
            tests[test] = tests.get(test, '') + text
    with open(os.path.join(top, path), encoding='utf-8') as file:
        lines = file.read().split('\n')
    for number, line in enumerate(lines, 1):
        named = TEST_NAME.findall(line)
        if line.startswith('| ') and not line.startswith('| control |') and not named:
            yield path, number, 'this control names no test'
        for test, case in named:
            if not tests.get(test):
                yield path, number, f'there is no {test}'
            elif case and not has_case(tests[test], case):
                yield path, number, f'{test} has no case {case}'


OF_A_FILE = {check.__name__: check for check in (licence, layers, calls, sizes, machine)}
OF_THE_TREE = {check.__name__: check for check in (potfiles, verdicts, formatting, hazards)}
