# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the program: sees what the accessibility tree says, and has a keyboard and a mouse.

Everything waits, with a limit, until what it asks for is there, and fails by saying what was there instead. The tree is read over
D-Bus, many questions at a time: libatspi asks one after the other, and remembers answers that are no longer true."""

import os
import re
import subprocess
import time

from gi.repository import Gio, GLib

LIMIT = float(os.environ.get('PERSON_LIMIT', 30))
PAUSE = 0.03

ATSPI = 'org.a11y.atspi.'
REGISTRY = ATSPI + 'Registry'
ROOT = '/org/a11y/atspi/accessible/root'
WITHIN_WINDOW = 1

# The numbers of the roles and states that tests speak of.
ROLES = {
    7: 'check box', 16: 'dialog', 20: 'filler', 23: 'frame', 27: 'image', 29: 'label', 31: 'list', 32: 'list item', 35: 'menu item', 39: 'panel',
    43: 'push button', 44: 'radio button', 48: 'scroll bar', 49: 'scroll pane', 50: 'separator', 54: 'status bar', 61: 'text',
    62: 'toggle button', 75: 'application', 83: 'heading', 99: 'grouping',
}
# Nodes of these roles hold nothing but the parts they are drawn with.
LEAVES = ('check box', 'image', 'label', 'radio button', 'scroll bar', 'separator', 'text')
STATES = {'checked': 4, 'expanded': 10, 'focusable': 11, 'focused': 12, 'pressed': 20, 'selected': 23, 'sensitive': 24}


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
        time.sleep(PAUSE)


def xdotool(*words):
    return subprocess.run(['xdotool', *map(str, words)], check=True, capture_output=True, text=True).stdout.split()


class Bus:
    """The accessibility bus."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, -1).unpack()
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def ask_all(self, owner, questions):
        """Asks (path, interface, method, arguments) all at once; None stands for an answer that did not come."""
        answers = [None] * len(questions)
        left = len(questions)

        def answered(connection, result, number):
            nonlocal left
            left -= 1
            try:
                answers[number] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (path, interface, method, arguments) in enumerate(questions):
            self.connection.call(owner, path, interface, method, arguments, None, 0, int(LIMIT * 1000), None, answered, number)
        while left:
            GLib.MainContext.default().iteration(True)
        return answers

    def ask(self, owner, path, interface, method, arguments=None):
        return self.connection.call_sync(owner, path, interface, method, arguments, None, 0, int(LIMIT * 1000)).unpack()


class Node:
    """One node of the tree as it was when it was read. What can change meanwhile is asked for anew: has(), text, extents."""

    def __init__(self, program, path, parent):
        self.program = program
        self.path = path
        self.parent = parent
        self.children = []
        self.role = ''
        self.states = 0

    def ask(self, interface, method, arguments=None):
        return self.program.bus.ask(self.program.owner, self.path, interface, method, arguments)

    def get(self, interface, name):
        return self.ask('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ATSPI + interface, name)))[0]

    @property
    def name(self):
        return self.get('Accessible', 'Name')

    @property
    def text(self):
        """What is written in an entry or a label."""
        if self.role not in ('heading', 'label', 'status bar', 'text'):
            return ''
        return self.ask(ATSPI + 'Text', 'GetText', GLib.Variant('(ii)', (0, self.get('Text', 'CharacterCount'))))[0]

    @property
    def extents(self):
        """x, y, width and height, from the corner of the window."""
        return self.ask(ATSPI + 'Component', 'GetExtents', GLib.Variant('(u)', (WITHIN_WINDOW,)))[0]

    def has(self, state):
        (low, _high), = self.ask(ATSPI + 'Accessible', 'GetState')
        return bool(low >> STATES[state] & 1)

    def had(self, state):
        """Whether the state held when the tree was read."""
        return bool(self.states >> STATES[state] & 1)

    def walk(self, depth=0):
        yield self, depth
        for child in self.children:
            yield from child.walk(depth + 1)

    def ancestor(self, is_it):
        node = self
        while node and not is_it(node):
            node = node.parent
        return node


class Program:
    """A running program and the person before it. Use as a context manager: it is closed at the end."""

    def __init__(self, *command, **options):
        """The command, and what subprocess.Popen() takes besides."""
        self.bus = Bus()
        self.leaves = set()
        self.focus_path = None
        self.names_told = []
        self.told_at_focus = []
        self.process = subprocess.Popen(command, **options)
        self.owner = wait(self._appear, f'{command[0]} did not appear on the accessibility bus')
        self.bus.connection.signal_subscribe(
            self.owner, ATSPI + 'Event.Object', 'StateChanged', None, 'focused', 0, self._focus_moved)
        self.bus.connection.signal_subscribe(
            self.owner, ATSPI + 'Event.Object', 'PropertyChange', None, 'accessible-name', 0, self._name_told)
        self.bus.connection.signal_subscribe(
            self.owner, ATSPI + 'Event.Object', 'PropertyChange', None, 'accessible-description', 0, self._description_told)
        wait(self.windows, f'{command[0]} opened no window')

    def _focus_moved(self, _connection, _sender, path, _interface, _signal, arguments):
        if arguments[1]:
            self.focus_path = path

    def _appear(self):
        if self.process.poll() is not None:
            raise NotSeen(f'the program ended with status {self.process.returncode}')
        programs, = self.bus.ask(REGISTRY, ROOT, ATSPI + 'Accessible', 'GetChildren')
        for owner, _path in programs:
            arguments = GLib.Variant('(s)', (owner,))
            process, = self.bus.ask('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID', arguments)
            if process == self.process.pid:
                return owner
        return None

    def _name_told(self, _connection, _sender, _path, _interface, _signal, arguments):
        self.names_told.append(arguments[3])

    def _description_told(self, _connection, _sender, path, _interface, _signal, arguments):
        if path == self.focus_path:
            self.told_at_focus += arguments[3].split('\n')

    def told(self):
        """The new names of what said meanwhile that it is called otherwise. Beside this, what the focus says of itself."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.names_told

    def forget_told(self):
        self.told()
        self.names_told = []
        self.told_at_focus = []

    def __enter__(self):
        return self

    def __exit__(self, error, *_rest):
        if error and 'PERSON_PICTURES' in os.environ:
            self.screenshot(os.path.join(os.environ['PERSON_PICTURES'], 'last-seen.png'))
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(LIMIT)

    # --- Seeing ---

    def read(self):
        """The whole tree, as it is now: a question for each node of a level at a time, then roles and states in one."""
        root = Node(self, ROOT, None)
        nodes = {ROOT: root}
        level = [root]
        while level:
            level = [node for node in level if node.path not in self.leaves]
            answers = self.bus.ask_all(self.owner, [(node.path, ATSPI + 'Accessible', 'GetChildren', None) for node in level])
            for node, answer in zip(level, answers):
                node.children = [Node(self, path, node) for _owner, path in (answer or [[]])[0]]
            level = [child for node in level for child in node.children]
            nodes.update((node.path, node) for node in level)
        items, = self.bus.ask(self.owner, '/org/a11y/atspi/cache', ATSPI + 'Cache', 'GetItems')
        for (_owner, path), _root, _parent, _index, _count, _interfaces, _name, role, _description, states in items:
            if path in nodes:
                nodes[path].role = ROLES.get(role, f'role {role}')
                nodes[path].states = states[0]
        self.leaves.update(path for path, node in nodes.items() if node.role in LEAVES)
        return root

    def windows(self):
        return self.read().children

    def window(self, title=None):
        """The window called so (a regular expression), or the one opened last."""
        def look():
            return [node for node in self.windows() if title is None or re.search(title, node.name)]
        return wait(look, lambda: f'no window is called "{title}":\n{self.describe()}')[-1]

    def describe(self):
        lines = []
        for node, depth in self.read().walk():
            name, text = node.name, node.text
            states = [state for state in ('checked', 'pressed', 'focused', 'expanded') if node.had(state)]
            lines.append('  ' * depth + f'[{node.role}] "{name}"' + (f' = "{text}"' if text and text != name else '')
                         + (f' {states}' if states else ''))
        return '\n'.join(lines)

    def look(self, role=None, name=None, within=None):
        """Every node of this role whose name or text matches the regular expression, as it is now. Pages of a stack that were
        never shown are in the tree too, but have no size yet: they are left out."""
        tree = self.read()
        nodes = [node for node, _ in tree.walk() if role is None or node.role == role]
        if within:
            nodes = [node for node in nodes if node.ancestor(lambda above: above.path == within.path)]
        if name is not None:
            nodes = [node for node, called in zip(nodes, self.names(nodes)) if called is not None and re.search(name, called)]
        return self.sized(nodes)

    def names(self, nodes):
        """What they are called, asked for all at once; None where one is gone."""
        properties = GLib.Variant('(ss)', (ATSPI + 'Accessible', 'Name'))
        answers = self.bus.ask_all(self.owner, [(node.path, 'org.freedesktop.DBus.Properties', 'Get', properties) for node in nodes])
        return [answer[0] if answer else None for answer in answers]

    def sized(self, nodes):
        """Those that have a size, asked for all at once."""
        inside = GLib.Variant('(u)', (WITHIN_WINDOW,))
        answers = self.bus.ask_all(self.owner, [(node.path, ATSPI + 'Component', 'GetExtents', inside) for node in nodes])
        return [node for node, answer in zip(nodes, answers) if answer and answer[0][2] > 0 and answer[0][3] > 0]

    def find(self, role=None, name=None, within=None, which=0):
        """The node, waited for; of several the first, or another (-1: the last)."""
        def look():
            nodes = self.look(role, name, within)
            return nodes[which] if len(nodes) > max(which, -which - 1) else None
        return wait(look, lambda: f'no {role or "node"} called "{name}" ({which}):\n{self.describe()}')

    def node_at(self, path):
        """A node that the program told of, and those it is in: much quicker than reading the whole tree."""
        node = Node(self, path, None)
        node.role = ROLES.get(role := node.ask(ATSPI + 'Accessible', 'GetRole')[0], f'role {role}')
        _owner, above = node.get('Accessible', 'Parent')
        node.parent = self.node_at(above) if path != ROOT and above.startswith('/') and not above.endswith('/null') else None
        return node

    def focused(self):
        """What has the focus in the window opened last: those before keep theirs meanwhile."""
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            node = self.node_at(self.focus_path) if self.focus_path else None
            if node and node.has('focused'):
                return node
        except GLib.Error:
            pass  # It is gone.
        nodes = [node for node, _ in self.read().walk() if node.had('focused') and node.parent and node.parent.parent]
        return nodes[-1] if nodes else None

    def screenshot(self, path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    # --- Mouse ---

    def x_window(self, window):
        """The X window of a window: the one with its title, else the one opened last."""
        numbers = wait(lambda: xdotool('search', '--onlyvisible', '--pid', self.process.pid, '--name', ''), 'no window is on the screen')
        titled = [number for number in numbers if ' '.join(xdotool('getwindowname', number)) == window.name]
        return (titled or numbers)[-1]

    def place_of(self, node):
        """The X window of a node, and its middle there. The tree counts from inside the window's shadow."""
        window = node.ancestor(lambda above: above.parent.parent is None)
        number = self.x_window(window)
        geometry = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', number))
        inside = window.children[0].extents
        x, y, width, height = node.extents
        return (number, x + width // 2 + (int(geometry['WIDTH']) - inside[2]) // 2,
                y + height // 2 + (int(geometry['HEIGHT']) - inside[3]) // 2)

    def is_in_view(self, node):
        """Whether the whole of a node is inside what is scrolled around it. A popover is not: it stands before that."""
        area = node.ancestor(lambda above: above.role in ('scroll pane', 'popover'))
        if not area or area.role == 'popover':
            return True
        _, top, _, height = area.extents
        _, y, _, own_height = node.extents
        return top <= y and y + min(own_height, 40) <= top + height

    def hidden_side(self, node):
        """On which side of the scrolled area that a node is in its middle is hidden: -1 above, 1 below, 0 where it is in view."""
        area = node.ancestor(lambda above: above.role == 'scroll pane')
        if not area:
            return 0
        _, top, _, height = area.extents
        _, y, _, own_height = node.extents
        middle = y + own_height // 2
        return (middle > top + height - 12) - (middle < top + 12)

    def bring_into_view(self, node):
        """Turns the wheel over the scrolled area that a node is in until its middle can be seen."""
        def look():
            side = self.hidden_side(node)
            if side != 0:
                number, x, y = self.place_of(node.ancestor(lambda above: above.role == 'scroll pane'))
                xdotool('mousemove', '--window', number, x, y, 'click', 5 if side > 0 else 4)
            return side == 0
        wait(look, lambda: f'"{node.name}" does not come into view')

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

    def type_into(self, node, text):
        """Replaces what an entry holds, as a person would: click, mark all, type."""
        self.click(node)
        wait(lambda: node.has('focused'), lambda: f'"{node.name}" does not take the focus')
        self.keys('ctrl+a')
        self.type(text)
        wait(lambda: node.text == text, lambda: f'the entry holds "{node.text}" and not "{text}"')

    def choose_file(self, title, path):
        """Answers a file dialog by typing the whole name."""
        dialog = self.window(title)
        xdotool('windowfocus', self.x_window(dialog))
        self.keys('ctrl+a')
        self.type(path)
        self.keys('Return')

    # --- By the accessibility bus, as a screen reader or a switch would ---

    def press(self, node):
        """Does the first action of a node: a click, a toggle."""
        wait(lambda: node.has('sensitive'), lambda: f'"{node.name}" cannot be pressed')
        node.ask(ATSPI + 'Action', 'DoAction', GLib.Variant('(i)', (0,)))

    def act(self, node, action):
        """Does one of the actions of a node, such as those of the menus of a window or an entry."""
        names = [name for name, _description, _key in node.ask(ATSPI + 'Action', 'GetActions')[0]]
        node.ask(ATSPI + 'Action', 'DoAction', GLib.Variant('(i)', (names.index(action),)))

    def write(self, node, text):
        """Replaces what an entry holds."""
        node.ask(ATSPI + 'EditableText', 'SetTextContents', GLib.Variant('(s)', (text,)))
        wait(lambda: node.text == text, lambda: f'"{node.name}" holds "{node.text}" and not "{text}"')

    def close(self):
        """Closes the window opened last, as its own close button does. The program may be gone before it answers."""
        try:
            self.act(self.window(), 'window.close')
        except GLib.Error:
            pass
