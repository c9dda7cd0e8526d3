# SPDX-License-Identifier: GPL-3.0-or-later
"""What a benchmark is made of."""

import dataclasses
import os
import shutil
import sys
import typing


@dataclasses.dataclass
class Variant:
    """One row of a table: a command, and how many items it deals with. One that measures itself prints what bench_print()
    does; of any other bench-command takes the time from start to end, and the memory of its largest process. It is held against
    the first row, or against the one it names."""
    name: str
    command: list
    items: int = 1
    measures_itself: bool = False
    environment: typing.Optional[dict] = None
    beside: typing.Optional[str] = None


class Place:
    """Where the programs are, and where made-up files are put."""

    def __init__(self, build, smoke, is_instrumented):
        self.build = build
        self.smoke = smoke
        self.is_instrumented = is_instrumented

    def bench(self, name):
        """A program of this folder."""
        return os.path.join(self.build, 'tests', 'bench', name)

    def source(self, name):
        """A script of this folder."""
        return os.path.join(os.path.dirname(os.path.abspath(__file__)), name)

    def program(self, path):
        """Any other program, by its path in the build folder: src/cli/criteria-cli."""
        return os.path.join(self.build, path)

    def find(self, name):
        """A program of the machine; where it is missing, that is said, since the rows that need it are then left out."""
        path = shutil.which(name)
        if path is None:
            print(f'{name} is not on this machine: what needs it is left out', file=sys.stderr)
        return path

    def file(self, name, text):
        """Puts a made-up file down, and says where."""
        path = os.path.join(self.build, 'tests', 'bench', name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path
