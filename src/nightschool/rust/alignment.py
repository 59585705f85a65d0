"""Aligns two token streams into hunks, each moved to where it is a whole syntax node.

Covered: what was taken out and put in, in order. Not covered: naming it; `edits` does that. Streams that
differ over more than MOST_TOKENS tokens are not aligned. Source: difflib (Ratcliff and Obershelp).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nightschool.rust.edit_words import BRACKETS, SILENT
from nightschool.rust.syntax import Token

MOST_TOKENS = 2000
"""Longest differing stretch that is aligned."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """One differing stretch: tokens taken out, tokens put in."""

    deleted: tuple[Token, ...]
    inserted: tuple[Token, ...]

    @property
    def bare(self) -> bool:
        """Nothing but punctuation: usually the far end of another hunk."""
        return all(token.text in SILENT for token in (*self.deleted, *self.inserted))


def texts(tokens: Sequence[Token]) -> list[str]:
    """Token texts."""
    return [token.text for token in tokens]


def align(before: Sequence[Token], after: Sequence[Token]) -> list[Hunk] | None:
    """Hunks in order of the text; None if the streams differ over too long a stretch."""
    a, b = texts(before), texts(after)
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    middle_a, middle_b = a[start : len(a) - end], b[start : len(b) - end]
    if max(len(middle_a), len(middle_b)) > MOST_TOKENS:
        return None
    blocks = SequenceMatcher(None, middle_a, middle_b, autojunk=False).get_opcodes()
    return [
        Hunk(
            _slid(before, start + i1, start + i2) if j1 == j2 else tuple(before[start + i1 : start + i2]),
            _slid(after, start + j1, start + j2) if i1 == i2 else tuple(after[start + j1 : start + j2]),
        )
        for tag, i1, i2, j1, j2 in blocks
        if tag != "equal"
    ]


def _slid(tokens: Sequence[Token], start: int, end: int) -> tuple[Token, ...]:
    """Of the equivalent places of a pure insertion, the one that makes it a whole syntax node.

    `a; b;` -> `a; c; b;` may be aligned as `; c` or as `c ;`: sliding finds the statement.
    """
    size = end - start
    places = [start]
    for step in (-1, 1):
        low = start
        while size and low + step >= 0 and low + step + size <= len(tokens):
            leaving, entering = (low + size - 1, low - 1) if step < 0 else (low, low + size)
            if tokens[leaving].text != tokens[entering].text:
                break
            low += step
            places.append(low)
    best = min(places, key=lambda low: _raggedness(tokens[low : low + size])) if size else start
    return tuple(tokens[best : best + size])


def _raggedness(window: Sequence[Token]) -> tuple[int, int, bool]:
    """How badly a window fits whole nodes: unbalanced brackets, shallow common path, no end mark."""
    opened: list[str] = []
    unmatched = 0
    for token in window:
        if token.text in BRACKETS.values():
            opened.append(token.text)
        elif token.text in BRACKETS:
            if opened and opened[-1] == BRACKETS[token.text]:
                opened.pop()
            else:
                unmatched += 1
    return unmatched + len(opened), -len(common_path(window)), window[-1].text not in {";", "}", ",", "]"}


def common_path(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Path that all tokens share."""
    first, last = min(token.path for token in tokens), max(token.path for token in tokens)
    length = next((i for i, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    return first[:length]
