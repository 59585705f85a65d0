"""What a candidate changes: the words taken out and put in, place by place.

Covered: runs of changed tokens, comments and layout left out, with their offset in the broken program. Not covered:
text and comments of several lines that change in part (their lines are read alone), what the change means (`features`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nightschool.rust.lexer import Token, tokenize
from nightschool.rust.written import lines_with_ends


@dataclass(frozen=True, slots=True)
class Hunk:
    """One run of changed words."""

    start: int
    """Offset in the broken program, in characters, of the first word taken out or of the word before which words are
    put in."""
    out: tuple[Token, ...]
    into: tuple[Token, ...]


def hunks(before: str, after: str) -> tuple[Hunk, ...]:
    """The changed runs in order. Equal lines, then words, at both ends are left out first: most edits are small."""
    head, tail = _equal_lines(before, after)
    old, new = (tuple(tokenize(text[head : len(text) - tail])) for text in (before, after))
    a, b = [one.text for one in old], [one.text for one in new]
    first = _equal(a, b)
    last = _equal(a[first:][::-1], b[first:][::-1])
    found = SequenceMatcher(None, a[first : len(a) - last], b[first : len(b) - last], autojunk=False).get_opcodes()
    return tuple(
        Hunk(head + _start(old, first + i1), old[first + i1 : first + i2], new[first + j1 : first + j2])
        for tag, i1, i2, j1, j2 in found
        if tag != "equal"
    )


def _equal_lines(before: str, after: str) -> tuple[int, int]:
    """Characters of equal whole lines at the start and at the end."""
    old, new = lines_with_ends(before), lines_with_ends(after)
    head = _equal(old, new)
    tail = _equal(old[head:][::-1], new[head:][::-1])
    return sum(map(len, old[:head])), sum(map(len, old[len(old) - tail :]))


def _equal(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words are equal from the front."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _start(before: Sequence[Token], at: int) -> int:
    if at < len(before):
        return before[at].start
    return before[-1].end if before else 0
