"""What a candidate changes: the words taken out and put in, place by place.

Covered: tokens without comments and layout, runs of changed tokens with their offset in the broken program. Not
covered: what the change means (`risks`, `features`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nightschool.rust.lexer import Token, tokenize


@dataclass(frozen=True, slots=True)
class Hunk:
    """One run of changed words."""

    start: int
    """Offset in the broken program, in characters, of the first word taken out or of the word before which words are
    put in."""
    out: tuple[Token, ...]
    into: tuple[Token, ...]


def tokens(source: str) -> tuple[Token, ...]:
    """Tokens of a program, as `hunks` wants them."""
    return tuple(tokenize(source))


def hunks(before: Sequence[Token], after: Sequence[Token]) -> tuple[Hunk, ...]:
    """The changed runs in order. What is equal at both ends is cut off first: most edits are small."""
    old, new = [one.text for one in before], [one.text for one in after]
    head = _equal(old, new)
    tail = _equal(old[head:][::-1], new[head:][::-1])
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    found = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return tuple(
        Hunk(_start(before, head + i1), tuple(before[head + i1 : head + i2]), tuple(after[head + j1 : head + j2]))
        for tag, i1, i2, j1, j2 in found
        if tag != "equal"
    )


def _equal(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words are equal from the front."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _start(before: Sequence[Token], at: int) -> int:
    if at < len(before):
        return before[at].start
    return before[-1].end if before else 0
