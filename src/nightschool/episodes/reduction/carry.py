"""A third program through a reduction that was made for two: its changes of the broken one, carried to the reduced one.

A three-way merge by lines, with the broken program as the base: what reduction has left of the lines around a change
decides where it goes. Covered: changes whose lines are all left, side by side. Not covered: whether the result compiles
(rustc is asked), and changes of what reduction took away, which cannot be carried: None.
Source: Khanna, Kunal and Pierce 2007, "A formal investigation of diff3".
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher


def carried(base: str, changed: str, reduced: str) -> str | None:
    """`reduced` with what `changed` does to `base`; None where that has no place in it."""
    old, new, left = (text.split("\n") for text in (base, changed, reduced))
    where = _kept(old, left)
    edits = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            place = _place(where, a, b)
            if place is None:
                return None
            edits.append((*place, new[c:d]))
    for start, end, lines in reversed(sorted(edits, key=lambda one: one[:2])):  # of two at one place the last first
        left[start:end] = lines
    return "\n".join(left)


def _kept(old: list[str], left: list[str]) -> Mapping[int, int]:
    """Where a line is now."""
    blocks = SequenceMatcher(None, old, left, autojunk=False).get_matching_blocks()
    return {one.a + n: one.b + n for one in blocks for n in range(one.size)}


def _place(where: Mapping[int, int], start: int, end: int) -> tuple[int, int] | None:
    """The lines from `start` to `end` in the reduced program; between two lines if there are none."""
    if start == end:
        before, after = where.get(start - 1), where.get(start)
        at = before + 1 if before is not None else after
        return (0, 0) if start == 0 else None if at is None else (at, at)
    found = [where.get(line) for line in range(start, end)]
    first = found[0]
    together = first is not None and found == list(range(first, first + len(found)))
    return (first, first + len(found)) if together and first is not None else None
