"""What the words that an edit brings in have to do with the words around: names tell what is meant.

Error variants, fields, constants and helpers are named for their use, so a repair that brings in `DivideByZero` belongs
to a line that says `checked_div`, and a variant that a program declares and never makes is often the missing one.
Covered: parts of names, compared by their beginnings, with those of the lines that are changed or that rustc names, and
of the function's head and comments; names that were declared only. Not covered: meaning; these are numbers for a
chooser to weigh.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nightschool.repair.changes import Hunk
from nightschool.repair.place import Place
from nightschool.rust.lexer import Token, tokenize

LEAST = 3
"""Letters that a part of a name must have."""
NEAR = 2
"""Lines before and after the changed ones that are near."""
_COMMON = """
    self some none err error result option string str vec box let mut ref fn pub use impl for where match else return
    clone map unwrap expect into iter from new default collect copied cloned owned borrow push get insert take and not
    the that this with are has its usize bool std
"""
COMMON = frozenset(_COMMON.split())
"""Parts that say nothing about what is meant."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def parts(text: str) -> set[str]:
    """The words that names, texts and comments are made of."""
    found = (one.lower() for one in _PART.findall(text))
    return {one for one in found if len(one) >= LEAST and one not in COMMON}


@dataclass(frozen=True)
class Surroundings:
    """The words of one broken program by where they stand."""

    place: Place
    counts: Counter[str]
    """How often each name stands there."""

    def near(self, changed: Sequence[Hunk], reach: int) -> set[str]:
        """Words of the changed lines, of those that rustc names first, and of `reach` lines before and after."""
        lines = self.place.source.split("\n")
        rows = {self.place.source.count("\n", 0, one.start) for one in changed}
        rows |= {line - 1 for line, cost in self.place.lines.items() if cost == 0}
        wanted = {row + step for row in rows for step in range(-reach, reach + 1)}
        return parts(" ".join(line for row, line in enumerate(lines) if row in wanted))

    def head(self) -> set[str]:
        """Words of the named function's signature, of its comments, and of those above it."""
        function = self.place.function
        if function is None:
            return set()
        body = function.child_by_field_name("body")
        text = self.place.syntax.text(function)
        signature = text[: len(text) - len(self.place.syntax.text(body))]
        return parts(signature + " ".join(re.findall(r"//[^\n]*", text)) + self._above(function.start_byte))

    def told_numbers(self) -> set[str]:
        """Numbers in comments: a default that is told there is the one that is meant."""
        return set(_NUMBER.findall(" ".join(re.findall(r"//[^\n]*", self.place.source))))

    def _above(self, at: int) -> str:
        """The comment and attribute lines directly above."""
        lines = self.place.data[:at].decode(errors="replace").split("\n")[:-1]
        kept: list[str] = []
        while lines and lines[-1].strip().startswith(("//", "#[")):
            kept.append(lines.pop())
        return " ".join(kept)


def surroundings(place: Place) -> Surroundings:
    """The words of a broken program."""
    return Surroundings(place, Counter(_names(tokenize(place.source))))


def kin(around: Surroundings, changed: Sequence[Hunk]) -> dict[str, float]:
    """Shares of the parts brought in that stand near, and how many names were declared only, or are new."""
    into = Counter(_names(token for one in changed for token in one.into))
    fresh = into - Counter(_names(token for one in changed for token in one.out))
    brought = {name: parts(name) for name in fresh if parts(name)}
    words = set[str]().union(*brought.values())
    return {
        "kin_line": _share(words, around.near(changed, 0)),
        "kin_near": _share(words, around.near(changed, NEAR)),
        "kin_head": _share(words, around.head()),
        "kin_numbers": min(3.0, float(len(_numbers(changed) & around.told_numbers()))),
        "wakes": min(3.0, float(sum(around.counts[name] == 1 for name in brought))),
        "known_names": min(3.0, float(sum(around.counts[name] > 1 for name in brought))),
        "new_names": min(3.0, float(sum(around.counts[name] == 0 for name in brought))),
    }


def _numbers(changed: Sequence[Hunk]) -> set[str]:
    """Numbers brought in."""
    texts = {one.text.replace("_", "") for each in changed for one in each.into if one.kind == "number"}
    return {found for text in texts for found in _NUMBER.findall(text)[:1]}


def _names(tokens: Iterable[Token]) -> list[str]:
    return [one.text for one in tokens if one.kind in ("name", "raw_name")]


def _share(words: set[str], others: set[str]) -> float:
    """The share of words of which the beginning is there, or which begin another: `book` and `books`."""
    found = sum(any(one.startswith(word) or word.startswith(one) for one in others) for word in words)
    return found / len(words) if words else 0.0
