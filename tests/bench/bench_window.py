# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the program, and its most memory, beside those of an empty libadwaita window with the same renderer."""

import display
from variant import Variant

TITLE = 'From the start to the first frame'
ITEM = 'start'


def variants(place):
    if not display.can_show(place):
        return
    record = place.program('data/demo/example.checklist')
    empty, criteria = place.bench('bench-window-empty'), place.bench('bench-window-criteria')
    for renderer in ('cairo',) if place.smoke else ('gl', 'cairo'):
        for name, command in (('an empty window', [empty]), ('Criteria, start page', [criteria]),
                              ('Criteria, a filled-in record', [criteria, record])):
            yield Variant(f'{renderer}: {name}', display.command(renderer, *command), measures_itself=True,
                          environment=display.environment(place), beside=f'{renderer}: an empty window')
