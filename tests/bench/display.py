# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs with a window are measured on a display of their own."""

import os
import shutil

import generate
from variant import Variant

WITH_DISPLAY = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'support', 'with-display.sh')
DRAWN_BY = {'gl': ['-u', 'GDK_DEBUG', 'GSK_RENDERER=gl'], 'cairo': ['GDK_DEBUG=gl-disable', 'GSK_RENDERER=cairo']}
EMPTY_FRAMES = 'an empty window, frame to frame'


def renderers(place):
    """What windows are drawn by: nothing where there is no display, or the programs were built without a window."""
    if not shutil.which('xvfb-run') or not os.path.exists(place.bench('bench-window-criteria')):
        return ()
    return ('cairo',) if place.smoke else ('gl', 'cairo')


def variant(place, renderer, name, program, *words, beside, **environment):
    """A program with a window, in English, with the settings' description as it was built."""
    return Variant(f'{renderer}: {name}', [WITH_DISPLAY, 'env', *DRAWN_BY[renderer], place.bench(program), *words],
                   measures_itself=True, beside=f'{renderer}: {beside}', environment={
                       **os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C', 'GSETTINGS_SCHEMA_DIR': place.program('data'), **environment})


def empty_frames(place, renderer):
    """What a frame takes where nothing has changed: the measure of the others."""
    return variant(place, renderer, EMPTY_FRAMES, 'bench-window-empty', 'frame', beside=EMPTY_FRAMES)


def checklist_frames(place, renderer, name, action, **environment):
    """What an action in a large checklist takes till its frame. The name may hold {n_criteria} and {n_entries}."""
    size = {'n_criteria': 5, 'n_entries': 2} if place.smoke else {'n_criteria': 200, 'n_entries': 30}
    rules = place.file('window-rules.json', generate.text_of(generate.rules(size['n_criteria'])))
    record = place.file('window-record.json', generate.lines_of(generate.records(1, **size)))
    return variant(place, renderer, name.format(**size), 'bench-window-criteria', action, rules, record,
                   beside=EMPTY_FRAMES, **environment)
