"""The fixes of the nearest rows, carried over: the most specific patterns there are.

Covered: similarity by error code, by the words of the diagnostic and by the abstract tokens around the lines it names;
rows whose fix and surroundings are alike kept once. Not covered: carrying a fix over (`carry`), and general patterns
(`mine`). Source: retrieval for program repair, after Nashid et al. (2023).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nightschool.files import digest_json
from nightschool.repair.patterns.carry import Fix, Hunk, Word, carry_over, fix_of
from nightschool.repair.patterns.mine import Fixed
from nightschool.repair.patterns.said import Features, features
from nightschool.rust.canonical import jaccard
from nightschool.rust.lexer import tokenize

NEAREST = 24
"""Rows whose fixes are carried over to one program."""
HUNKS = 6
"""A fix of more places is not kept."""


@dataclass(frozen=True, slots=True)
class Example:
    """One row, reduced to what carrying its fix over needs."""

    code: str
    features: Features
    fix: Fix
    rows: int = 1
    """Rows that are alike."""

    @property
    def id(self) -> str:
        """Names the example by its content."""
        return digest_json(self.to_json()[:3])[:10]

    def to_json(self) -> list[Any]:
        """A list that JSON can hold, equal for equal examples."""
        said = sorted((one if isinstance(one, str) else list(one) for one in self.features), key=str)
        fix = [[*map(_flat, (hunk.left, hunk.deleted, hunk.right)), hunk.text] for hunk in self.fix]
        return [self.code, said, fix, self.rows]

    @classmethod
    def from_json(cls, data: list[Any]) -> Example:
        """The reverse of `to_json`."""
        code, said, fix, rows = data
        hunks = tuple(Hunk(_pairs(hunk[0]), _pairs(hunk[1]), _pairs(hunk[2]), str(hunk[3])) for hunk in fix)
        return cls(code, frozenset(one if isinstance(one, str) else tuple(one) for one in said), hunks, int(rows))


def _flat(words: Sequence[Word]) -> list[str]:
    return [part for word in words for part in word]


def _pairs(flat: Sequence[str]) -> tuple[Word, ...]:
    return tuple(Word(kind, text) for kind, text in zip(flat[::2], flat[1::2], strict=True))


def example_of(row: Fixed) -> Example | None:
    """The row as an example; None if its fix has too many places."""
    fix = fix_of(row.broken, row.fixed)
    if not 0 < len(fix) <= HUNKS:
        return None
    return Example(row.error_code or "none", features(row.broken, row.diagnostic), fix)


class Rows:
    """Examples by error code."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._by_code: dict[str, list[Example]] = defaultdict(list)
        for example in examples:
            self._by_code[example.code].append(example)
        self._ids: dict[str, list[str]] = {}

    def nearest(self, codes: Sequence[str], source: str, diagnostic: str) -> Iterator[tuple[float, str, str]]:
        """(similarity, id, program) of the nearest examples of these codes whose fix fits, nearest first."""
        wanted = features(source, diagnostic)
        near = [(-jaccard(wanted, one.features), name, one) for code in codes for name, one in self._named(code)]
        tokens = tuple(tokenize(source))
        for distance, name, example in sorted(near, key=lambda one: one[:2])[:NEAREST]:
            program = carry_over(example.fix, source, tokens)
            if program is not None and program != source:
                yield -distance, name, program

    def _named(self, code: str) -> Iterator[tuple[str, Example]]:
        """Examples of a code with their ids, which are digests: they are made of codes that are asked for."""
        examples = self._by_code.get(code, [])
        if code not in self._ids:
            self._ids[code] = [one.id for one in examples]
        return zip(self._ids[code], examples, strict=True)
