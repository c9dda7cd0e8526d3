# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the program: sees what the accessibility tree says, and has a keyboard and a mouse.

Everything waits, with a limit, until what it asks for is there, and fails by saying what was there instead."""

import os
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

LIMIT = float(os.environ.get('PERSON_LIMIT', 10))
WINDOWS = ('frame', 'dialog', 'alert', 'file chooser')


class NotSeen(AssertionError):
    """What was waited for did not come."""


def wait(look, what):
    """The first true answer of look(); the tree may change while it is read, which counts as not yet."""
    end = time.monotonic() + LIMIT
    while True:
        try:
            seen = look()
        except GLib.Error:
            seen = None
        if seen:
            return seen
        if time.monotonic() > end:
            raise NotSeen(what() if callable(what) else what)
        time.sleep(0.03)


def xdotool(*words):
    return subprocess.run(['xdotool', *map(str, words)], check=True, capture_output=True, text=True).stdout.split()


def children(node):
    return [child for child in map(node.get_child_at_index, range(node.get_child_count())) if child]


def walk(node, depth=0):
    yield node, depth
    for child in children(node):
        yield from walk(child, depth + 1)


def text_of(node):
    """What is written in an entry or a label."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''


def has(node, state):
    node.clear_cache()
    return node.get_state_set().contains(getattr(Atspi.StateType, state.upper()))


class Program:
    """A running program and the person before it. Use as a context manager: it is closed at the end."""

    def __init__(self, *command, environment=None):
        self.process = subprocess.Popen(command, env={**os.environ, **(environment or {})})
        self.tree = wait(self._appear, f'{command[0]} did not appear on the accessibility bus')
        wait(self.windows, f'{command[0]} opened no window')

    def _appear(self):
        if self.process.poll() is not None:
            raise NotSeen(f'the program ended with status {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        return next((program for program in children(desktop) if program.get_process_id() == self.process.pid), None)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(LIMIT)

    # --- Seeing ---

    def windows(self):
        self.tree.clear_cache()
        return [node for node in children(self.tree) if node.get_role_name() in WINDOWS]

    def window(self, title=None):
        """The window called so (a regular expression), or the one opened last."""
        def look():
            return [node for node in self.windows() if title is None or re.search(title, node.get_name())]
        return wait(look, lambda: f'no window is called "{title}":\n{self.describe()}')[-1]

    def describe(self, within=None):
        self.tree.clear_cache()
        lines = []
        for node, depth in walk(within or self.tree):
            states = [state for state in ('checked', 'pressed', 'focused', 'expanded') if has(node, state)]
            text = text_of(node)
            lines.append('  ' * depth + f'[{node.get_role_name()}] "{node.get_name()}"'
                         + (f' = "{text}"' if text and text != node.get_name() else '') + (f' {states}' if states else ''))
        return '\n'.join(lines)

    def look(self, role=None, name=None, within=None):
        """Every node of this role whose name or text matches the regular expression, as it is now."""
        self.tree.clear_cache()
        return [node for node, _ in walk(within or self.tree)
                if (role is None or node.get_role_name() == role)
                and (name is None or re.search(name, node.get_name()) or re.search(name, text_of(node)))]

    def find(self, role=None, name=None, within=None, which=0):
        """The node, waited for; of several the first, or another (-1: the last)."""
        def look():
            nodes = self.look(role, name, within)
            return nodes and len(nodes) > max(which, -which - 1) and nodes[which]
        return wait(look, lambda: f'no {role or "node"} called "{name}" ({which}):\n{self.describe(within)}')

    def sees(self, name, within=None):
        """Waits until this is written somewhere."""
        return self.find(None, name, within)

    def gone(self, role=None, name=None):
        wait(lambda: not self.look(role, name), lambda: f'{role} "{name}" is still there:\n{self.describe()}')

    def focused(self):
        return next((node for node, _ in walk(self.tree) if has(node, 'focused') and node.get_role_name() not in WINDOWS), None)

    def screenshot(self, path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    # --- Mouse ---

    def _x_window(self, node):
        """The X window a node is in: the one with its title, else the one opened last."""
        window = node
        while window.get_role_name() not in WINDOWS:
            window = window.get_parent()
        numbers = wait(lambda: xdotool('search', '--onlyvisible', '--pid', self.process.pid, '--name', ''), 'no window is on the screen')
        titled = [number for number in numbers if ' '.join(xdotool('getwindowname', number)) == window.get_name()]
        return window, (titled or numbers)[-1]

    def place_of(self, node):
        """The X window of a node, and its middle there. The tree counts from inside the window's shadow."""
        window, number = self._x_window(node)
        geometry = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', number))
        inside = window.get_child_at_index(0).get_extents(Atspi.CoordType.WINDOW)
        extents = node.get_extents(Atspi.CoordType.WINDOW)
        x = extents.x + extents.width // 2 + (int(geometry['WIDTH']) - inside.width) // 2
        y = extents.y + extents.height // 2 + (int(geometry['HEIGHT']) - inside.height) // 2
        return number, x, y

    def bring_into_view(self, node):
        """Turns the wheel over the scrolled area that a node is in until all of it, or its top, can be seen."""
        area = node
        while area and area.get_role_name() != 'scroll pane':
            area = area.get_parent()
        if not area:
            return

        def look():
            pane = area.get_extents(Atspi.CoordType.WINDOW)
            extents = node.get_extents(Atspi.CoordType.WINDOW)
            if extents.y < pane.y and extents.y + extents.height // 2 < pane.y + 12:
                wheel = 4
            elif extents.y + extents.height // 2 > pane.y + pane.height - 12:
                wheel = 5
            else:
                return True
            number, x, y = self.place_of(area)
            xdotool('mousemove', '--window', number, x, y, 'click', wheel)
            return False
        wait(look, lambda: f'"{node.get_name()}" does not come into view')

    def click(self, node):
        self.bring_into_view(node)
        number, x, y = self.place_of(node)
        xdotool('windowfocus', number)
        xdotool('mousemove', '--window', number, x, y, 'click', 1)

    # --- Keyboard ---

    def keys(self, *keys):
        """Presses each in turn, as xdotool writes them: "ctrl+s", "Tab", "Return"."""
        for key in keys:
            xdotool('key', '--clearmodifiers', key)

    def type(self, text):
        """ASCII only: other letters may arrive without their accents."""
        assert text.isascii()
        xdotool('type', '--delay', 4, text)

    def tab_to(self, look, most=80):
        """Tabs until look() is true of the node with the focus."""
        for _ in range(most):
            node = self.focused()
            if node and look(node):
                return node
            self.keys('Tab')
            time.sleep(0.02)
        raise NotSeen(f'{most} tabs did not come there:\n{self.describe()}')

    def type_into(self, node, text):
        """Replaces what an entry holds, as a person would: click, mark all, type."""
        self.click(node)
        self.keys('ctrl+a')
        self.type(text)
        wait(lambda: text_of(node) == text, lambda: f'the entry holds "{text_of(node)}" and not "{text}"')

    # --- By the accessibility bus, as a screen reader or a switch would ---

    def press(self, node):
        """Does the first action of a node: a click, a toggle."""
        wait(lambda: has(node, 'sensitive') or None, lambda: f'"{node.get_name()}" cannot be pressed')
        Atspi.Action.do_action(node.get_action_iface(), 0)

    def action(self, name, window=None):
        """Fires an action of a window by its name, such as "win.save"."""
        actions = (window or self.window()).get_action_iface()
        names = [Atspi.Action.get_action_name(actions, i) for i in range(Atspi.Action.get_n_actions(actions))]
        assert name in names, f'{name} is not among {names}'
        try:
            Atspi.Action.do_action(actions, names.index(name))
        except GLib.Error:
            # The program may be gone before it answers.
            if name not in ('window.close', 'app.quit'):
                raise

    def choose_file(self, path):
        """Answers a file dialog by typing the whole name."""
        dialog = self.window('Open|Save')
        _, number = self._x_window(dialog)
        xdotool('windowfocus', number)
        self.keys('ctrl+a')
        self.type(path)
        self.keys('Return')
