"""Joins edits that each repair another error of one program: three independent errors need three edits, one level.

Covered: tried programs that take away some of the errors and add none, told apart by line, so that two errors of one
wording are two; edits at different places joined, the likeliest of each first, and those that write the same. Not
covered: edits at one place, errors that one edit hides from the other; rustc has the last word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heappop, heappush
from itertools import accumulate, zip_longest

from nightschool.rust.lexer import Token, tokenize
from nightschool.types import Diagnostic, Judgement

MOST = 40
"""Joined programs of one program."""
CHOICES = 8
"""Edits for one error that are joined with those for others."""
Errors = Counter[tuple[str, str]]
Gone = frozenset[tuple[str, str, int]]
"""Code, message and line of errors that an edit takes away."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A program that was tried, what is wrong with it in outline, and where it came from."""

    program: str
    errors: Sequence[Diagnostic]
    place: int


@dataclass(frozen=True, slots=True)
class _Part:
    """What one tried program changes."""

    edits: tuple[tuple[int, int, str], ...]
    """Offsets in the source that give way to a text."""
    place: int

    @property
    def text(self) -> str:
        """What it writes."""
        return "\n".join(text for _, _, text in self.edits)

    def apart(self, other: _Part) -> bool:
        """Whether the two can be made together."""
        return all(end < start or stop < begin for start, stop, _ in self.edits for begin, end, _ in other.edits)


def errors_of(judgement: Judgement) -> Errors:
    """Codes and messages, without lines: an edit may move what comes after it."""
    return Counter((error.code or "", error.message) for error in judgement.diagnostics)


def joined(source: str, errors: Sequence[Diagnostic], tried: Sequence[Tried]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Programs that take away several errors at once, with the places of the tried ones they are made of."""
    tokens = tuple(tokenize(source))
    starts = list(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))
    by_error: dict[tuple[Gone, int], list[_Part]] = {}
    for one in tried:
        gone = taken_away(source, errors, one)
        if gone:
            part = _Part(tuple(_edits(source, tokens, one.program)), one.place)
            by_error.setdefault((gone, _which(starts, errors, gone, part)), []).append(part)
    seen: set[str] = set()
    for parts in _turns([list(_combinations(chosen)) for chosen in _covers(by_error, _counts(errors))]):
        made = _merged(source, parts)
        if made is not None and made[0] not in seen and len(seen) < MOST:
            seen.add(made[0])
            yield made


def taken_away(source: str, errors: Sequence[Diagnostic], tried: Tried) -> Gone:
    """The errors that are gone; none if the program has others that were not there."""
    old, new = source.split("\n"), tried.program.split("\n")
    first = common(old, new)
    last = common(old[first:][::-1], new[first:][::-1])
    left = Counter(_placed(error, first, len(new) - last, len(new) - len(old)) for error in tried.errors)
    gone = []
    for error in errors:
        key = _placed(error, first, len(old) - last, 0)
        if left[key]:
            left[key] -= 1
        else:
            gone.append((error.code or "", error.message, error.line))
    return frozenset(gone) if not left.total() else frozenset()


def _placed(error: Diagnostic, first: int, last: int, shift: int) -> tuple[str, str, int]:
    """An error with its line in the program before; 0 for the lines that were changed."""
    line = error.line if error.line <= first else 0 if error.line <= last else error.line - shift
    return error.code or "", error.message, line


def _counts(errors: Sequence[Diagnostic]) -> Counter[tuple[str, str, int]]:
    """How many errors of one wording each line has."""
    return Counter((error.code or "", error.message, error.line) for error in errors)


def _which(starts: Sequence[int], errors: Sequence[Diagnostic], gone: Gone, part: _Part) -> int:
    """The column rustc names that is nearest to the edit, if its line has several such errors; else where it starts."""
    several = _counts(errors)
    if not part.edits or all(several[one] < 2 for one in gone):
        return -1
    start = part.edits[0][0]
    line = bisect_right(starts, start)
    marks = [starts[line - 1] + label.column - 1
             for error in errors if (error.code or "", error.message, line) in gone
             for label in error.labels if label.primary and label.line == line]  # fmt: skip
    return min(marks, key=lambda at: abs(at - start), default=start)


def _covers(
    by_error: dict[tuple[Gone, int], list[_Part]], counts: Counter[tuple[str, str, int]]
) -> Iterator[list[list[_Part]]]:
    """Choices for different errors: first with edits that repair most at once, then with those that repair one."""
    known: list[list[tuple[Gone, int]]] = []
    for most_first in (True, False):
        keys: list[tuple[Gone, int]] = []
        for key in sorted(by_error, key=lambda key: -len(key[0]) if most_first else len(key[0])):
            twins = sum(other == key[0] for other, _ in keys)  # of errors of one wording on one line
            if twins and twins >= min((counts[one] for one in key[0]), default=0):
                continue
            if all(not key[0] & other or (key[1] != which and key[0] == other) for other, which in keys):
                keys.append(key)
        if len(keys) > 1 and sorted(keys, key=str) not in known:
            known.append(sorted(keys, key=str))
            yield [by_error[key][:CHOICES] for key in keys]


def _combinations(choices: Sequence[Sequence[_Part]]) -> Iterator[list[_Part]]:
    """One of each, in turns: those of the earliest places, and those that write the same everywhere."""
    texts = [{one.text: one for one in reversed(found)} for found in choices]
    same = [[each[one.text] for each in texts] for one in choices[0] if all(one.text in each for each in texts)]
    yield from _turns([list(_earliest(choices)), same])


def _earliest(choices: Sequence[Sequence[_Part]]) -> Iterator[list[_Part]]:
    """All combinations by the sum of their parts' places, as many as are joined at most."""
    start = (0,) * len(choices)
    queue, seen = [(0, start)], {start}
    for _ in range(MOST):
        if not queue:
            return
        total, at = heappop(queue)
        yield [found[n] for found, n in zip(choices, at, strict=True)]
        for place, n in enumerate(at):
            further = (*at[:place], n + 1, *at[place + 1 :])
            if n + 1 < len(choices[place]) and further not in seen:
                seen.add(further)
                heappush(queue, (total + 1, further))


def _turns(lists: Sequence[Sequence[list[_Part]]]) -> Iterator[list[_Part]]:
    """The first of each list, the second of each, and so on."""
    for turn in zip_longest(*lists):
        yield from (one for one in turn if one is not None)


def _merged(source: str, parts: Sequence[_Part]) -> tuple[str, tuple[int, ...]] | None:
    """All whose edits are apart from those before; None if that is fewer than two."""
    kept: list[_Part] = []
    for one in parts:
        if all(one.apart(other) for other in kept):
            kept.append(one)
    if len(kept) < 2:
        return None
    for start, stop, text in sorted((edit for one in kept for edit in one.edits), reverse=True):
        source = source[:start] + text + source[stop:]
    return source, tuple(one.place for one in kept)


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
