# SPDX-License-Identifier: GPL-3.0-or-later
"""From a key that chooses an answer to the frame that shows it and what follows from it, beside the time that an empty window takes
from one frame to the next."""

import display
import generate
from variant import Variant

TITLE = 'From an answer to its frame'
ITEM = 'answer'


def variants(place):
    if not display.can_show(place):
        return
    n_criteria, n_entries = (5, 2) if place.smoke else (200, 30)
    rules = place.file(f'answer-rules-{n_criteria}.json', generate.text_of(generate.rules(n_criteria)))
    record = place.file(f'answer-record-{n_criteria}.json', generate.lines_of(generate.records(1, n_criteria, n_entries)))
    for renderer in ('cairo',) if place.smoke else ('gl', 'cairo'):
        for name, command in (('an empty window, frame to frame', ['bench-window-empty', 'frame']),
                              (f'Criteria, {n_criteria} questions, {n_criteria} criteria, {n_entries} entries',
                               ['bench-window-criteria', 'change', rules, record])):
            yield Variant(f'{renderer}: {name}', display.command(renderer, place.bench(command[0]), *command[1:]),
                          measures_itself=True, environment=display.environment(place), beside=f'{renderer}: an empty window, frame to frame')
