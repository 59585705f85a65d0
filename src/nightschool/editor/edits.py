"""Text edits that make one text of another and touch only the lines that differ.

Covered: positions as the protocol counts them: lines end at \\n, \\r\\n and \\r alone, columns in the units that client
and server agreed on (UTF-16 if on nothing). Not covered: edits inside a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher

from lsprotocol.types import Position, Range, TextEdit

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
Units = Callable[[str], int]
"""How many columns a text takes."""


def text_edits(before: str, after: str, units: Units) -> list[TextEdit]:
    """The edits, in the order of the lines."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        TextEdit(Range(_place(old, i1, units), _place(old, i2, units)), "".join(new[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _place(lines: list[str], number: int, units: Units) -> Position:
    """Where a line begins; behind the last one: where the text ends."""
    if number < len(lines) or not lines or lines[-1].endswith(("\n", "\r")):
        return Position(number, 0)
    return Position(number - 1, units(lines[-1]))
