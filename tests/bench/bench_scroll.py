# SPDX-License-Identifier: GPL-3.0-or-later
"""From a turn of the wheel to the frame that shows a page scrolled by it, on a full screen of 1920 × 1080 and of twice that, beside the
time that an empty window takes from one frame to the next."""

import display
import generate
from variant import Variant

TITLE = 'From a scroll to its frame'
ITEM = 'scroll'


def variants(place):
    if not display.can_show(place):
        return
    n_criteria, n_entries = (5, 2) if place.smoke else (200, 30)
    rules = place.file(f'scroll-rules-{n_criteria}.json', generate.text_of(generate.rules(n_criteria)))
    record = place.file(f'scroll-record-{n_criteria}.json', generate.lines_of(generate.records(1, n_criteria, n_entries)))
    for renderer in ('cairo',) if place.smoke else ('gl', 'cairo'):
        empty = f'{renderer}: an empty window, frame to frame'
        yield Variant(empty, display.command(renderer, place.bench('bench-window-empty'), 'frame'), measures_itself=True,
                      environment=display.environment(place), beside=empty)
        for scale in (1, 2):
            yield Variant(f'{renderer}: {n_entries} entries, 1920 × 1080 at {scale} times', display.command(
                renderer, place.bench('bench-window-criteria'), 'scroll', rules, record), measures_itself=True,
                environment={**display.environment(place), 'GDK_SCALE': str(scale), 'TEST_SCREEN': '3840x2160'}, beside=empty)
