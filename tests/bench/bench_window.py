# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the program, and its most memory, beside those of an empty libadwaita window with the same renderer."""

import display

TITLE = 'From the start to the first frame'
ITEM = 'start'


def variants(place):
    record = place.program('data/demo/example.checklist')
    for renderer in display.renderers(place):
        for name, *command in (('an empty window', 'bench-window-empty'),
                               ('Criteria, start page', 'bench-window-criteria'),
                               ('Criteria, a filled-in record', 'bench-window-criteria', record)):
            yield display.variant(place, renderer, name, *command, beside='an empty window')
