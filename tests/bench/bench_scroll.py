# SPDX-License-Identifier: GPL-3.0-or-later
"""From a turn of the wheel to the frame that shows a page scrolled by it, on a full screen of 1920 × 1080 and of twice that, beside the
time that an empty window takes from one frame to the next."""

import display

TITLE = 'From a scroll to its frame'
ITEM = 'scroll'


def variants(place):
    for renderer in display.renderers(place):
        yield display.empty_frames(place, renderer)
        for scale in (1, 2):
            yield display.checklist_frames(place, renderer, f'{{n_entries}} entries, 1920 × 1080 at {scale} times', 'scroll',
                                           GDK_SCALE=str(scale), TEST_SCREEN='3840x2160')
