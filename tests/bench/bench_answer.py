# SPDX-License-Identifier: GPL-3.0-or-later
"""From a key that chooses an answer to the frame that shows it and what follows from it, beside the time that an empty window takes
from one frame to the next."""

import display

TITLE = 'From an answer to its frame'
ITEM = 'answer'


def variants(place):
    for renderer in display.renderers(place):
        yield display.empty_frames(place, renderer)
        yield display.checklist_frames(
            place, renderer, 'Criteria, {n_criteria} questions, {n_criteria} criteria, {n_entries} entries', 'change')
