# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs with a window are measured on a display of their own."""

import os
import shutil

WITH_DISPLAY = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'support', 'with-display.sh')
DRAWN_BY = {'gl': ['-u', 'GDK_DEBUG', 'GSK_RENDERER=gl'], 'cairo': ['GDK_DEBUG=gl-disable', 'GSK_RENDERER=cairo']}


def can_show(place):
    """Whether there is a display, and the program was built with a window."""
    return bool(shutil.which('xvfb-run')) and os.path.exists(place.bench('bench-window-criteria'))


def command(renderer, *words):
    return [WITH_DISPLAY, 'env', *DRAWN_BY[renderer], *words]


def environment(place):
    """English, and the settings' description as it was built."""
    return {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C', 'GSETTINGS_SCHEMA_DIR': place.program('data')}
