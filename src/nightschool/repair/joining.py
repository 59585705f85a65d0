"""Joins edits that each repair another error of one program: three independent errors need three edits, one level.

Covered: tried programs that take away some of the errors and add none; for each error the first of them, edits at
different places joined; the second best of each error in turn. Not covered: edits at one place, errors that one
edit hides from the other; rustc has the last word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nightschool.rust.lexer import Token, tokenize
from nightschool.types import Judgement

MOST = 8
"""Joined programs of one program."""
Errors = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tried:
    """A program that was tried, what is wrong with it in outline, and where it came from."""

    program: str
    errors: Errors
    place: int


def errors_of(judgement: Judgement) -> Errors:
    """Codes and messages, without lines: an edit may move what comes after it."""
    return Counter((error.code or "", error.message) for error in judgement.diagnostics)


def joined(source: str, errors: Errors, tried: Sequence[Tried]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Programs that take away several errors at once, with the places of the tried ones they are made of."""
    by_error: dict[tuple[tuple[str, str], ...], list[Tried]] = {}
    for one in tried:
        gone = errors - one.errors
        if gone and not one.errors - errors:
            by_error.setdefault(tuple(sorted(gone)), []).append(one)
    if len(by_error) < 2:
        return
    seen: set[str] = set()
    for combination in _combinations(
        [found[:2] for _, found in sorted(by_error.items(), key=lambda one: -len(one[0]))]
    ):
        made = _merged(source, combination)
        if made is not None and made[0] not in seen and len(seen) < MOST:
            seen.add(made[0])
            yield made


def _combinations(choices: Sequence[Sequence[Tried]]) -> Iterator[list[Tried]]:
    """The first of each, then the second of one at a time."""
    firsts = [found[0] for found in choices]
    yield firsts
    for at, found in enumerate(choices):
        if len(found) > 1:
            yield [*firsts[:at], found[1], *firsts[at + 1 :]]


def _merged(source: str, tried: Sequence[Tried]) -> tuple[str, tuple[int, ...]] | None:
    """All whose edits are apart from those before; None if that is fewer than two."""
    tokens = tuple(tokenize(source))
    edits: list[tuple[int, int, str]] = []
    places: list[int] = []
    for one in tried:
        mine = list(_edits(source, tokens, one.program))
        if all(end < start or stop < begin for start, stop, _ in mine for begin, end, _ in edits):
            edits += mine
            places.append(one.place)
    if len(places) < 2:
        return None
    for start, stop, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[stop:]
    return source, tuple(places)


def _edits(source: str, before: Sequence[Token], program: str) -> Iterator[tuple[int, int, str]]:
    """Offsets in the source that give way to a text, layout included."""
    after = tuple(tokenize(program))
    old, new = [t.text for t in before], [t.text for t in after]
    first = common(old, new)
    last = common(old[first:][::-1], new[first:][::-1])
    matcher = SequenceMatcher(None, old[first : len(old) - last], new[first : len(new) - last], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag != "equal":
            start, stop = _end(before, first + i), _start(before, first + i_end, source)
            yield start, stop, program[_end(after, first + j) : _start(after, first + j_end, program)]


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are equal from the front."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _end(tokens: Sequence[Token], index: int) -> int:
    """Where the token before `index` ends."""
    return tokens[index - 1].end if index else 0


def _start(tokens: Sequence[Token], index: int, source: str) -> int:
    """Where the token at `index` starts."""
    return tokens[index].start if index < len(tokens) else len(source)
