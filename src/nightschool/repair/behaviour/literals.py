"""The numbers, strings and characters that a program mentions: the inputs on which its branches part.

Covered: literals of any kind, strings built from its separators, neighbours of its numbers, edge values. The result
depends on the set of literals alone, not on their order. Not covered: constants that are computed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from nightschool.rust.tree import Syntax

SHORTEST, LONGEST = 1, 40
"""Lengths of strings that are taken over."""
WHOLE = re.compile(r"0x[0-9a-fA-F]+|0b[01]+|0o[0-7]+|0+(?![1-9])|[1-9][0-9]*")
REAL = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?")
ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\0": "\0", '\\"': '"', "\\'": "'", "\\\\": "\\"}
UNREAD = "\ufffe"
"""Stands for an escape that is not read."""
EDGES = ("", "12", "a", "hello World", "é", "b a", " x ", "abcdefghijkl")
MOST, MOST_TEXTS = 16, 24
PHRASES = 16


@dataclass(frozen=True, slots=True)
class Literals:
    """What a program mentions, each sorted."""

    integers: tuple[int, ...] = ()
    floats: tuple[float, ...] = ()
    strings: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Variants and fields, which programs often read from text."""
    lines: bool = False
    """It reads lines."""

    def whole(self, low: int, high: int) -> list[int]:
        """Whole numbers of a range, the most telling first."""
        own = [number for number in self.integers if number > 2][:5]
        near = [number + step for number in own for step in (1, -1)]
        wanted = [1, *own[:2], 0, 2, *own[2:3], -1, 100, high, *own[3:], 7, low, 1000, *near]
        return list(dict.fromkeys(number for number in wanted if low <= number <= high))[:MOST]

    def real(self) -> list[float]:
        """Numbers with a fraction, the most telling first."""
        own = [*self.floats[:4], *map(float, self.integers[:3])]
        return list(dict.fromkeys([1.0, *own, 0.0, 2.5, -1.5, 100.0]))[:MOST]

    def text(self) -> list[str]:
        """Strings: those of the program, some put together from its words and separators, and edge cases."""
        marks = self._marks()
        own = [text for text in self.strings if text not in marks] + list(self.names[:6])
        phrases = list(self._phrases(marks, own))
        mixed = [one for three in zip_longest(own[:8], EDGES, phrases) for one in three if one is not None]
        return list(dict.fromkeys([*own[:2], *mixed, *own[8:]]))[:MOST_TEXTS]

    def letters(self) -> list[str]:
        """Characters: those of the program and edge cases."""
        return list(dict.fromkeys([*self.characters[:6], "a", "B", "3", " ", "é"]))[:MOST]

    def _marks(self) -> list[str]:
        """What seems to separate or to lead words."""
        short = [one for one in (*self.characters, *self.strings) if 0 < len(one) <= 2]
        return list(dict.fromkeys(one for one in short if not any(map(str.isalnum, one))))[:4]

    def _phrases(self, marks: list[str], own: list[str]) -> Iterator[str]:
        """Words of the program, numbers and fillers, with separators between: plain pairs first, then drawn."""
        chance = random.Random(" ".join(own))
        words = [text for text in own if " " not in text][:6]
        fillers = ["a", "B", "12", "3", "long-word", *map(str, self.integers[-3:])]
        leading = [text for text in own if not text[-1].isalnum() and " " not in text]
        for mark in [*marks[:3], " "]:
            yield from (
                f"{word}{mark}{number}" for word, number in zip(["3", *words[:2]], ["4", "12", "7"], strict=False)
            )
        for at in range(PHRASES):
            parts = [chance.choice([*words, *words, *fillers]) for _ in range(2 + at % 3)]
            if leading and at % 3 == 0:
                yield chance.choice(leading) + parts[0]
            elif self.lines and marks and at % 3 == 1:
                yield "\n".join(f"{part}{chance.choice(marks)}{at % 9}" for part in parts)
            else:
                yield chance.choice([*marks, *marks, " ", *"\n" * self.lines]).join(parts)


def read_literals(syntax: Syntax) -> Literals:
    """Every literal of a program."""
    integers, floats = _texts(syntax, "integer_literal"), _texts(syntax, "float_literal")
    strings = map(_content, _texts(syntax, "string_literal", "raw_string_literal"))
    characters = map(_content, _texts(syntax, "char_literal"))
    return Literals(
        tuple(sorted({int(number[0], 0) for one in integers if (number := WHOLE.match(one))})),
        tuple(sorted({float(number[0]) for one in floats if (number := REAL.match(one))})),
        tuple(sorted({one for one in strings if SHORTEST <= len(one) <= LONGEST and not {"{", "}"} & set(one)})),
        tuple(sorted({one for one in characters if len(one) == 1})),
        tuple(sorted({syntax.name(one) for one in syntax.of("enum_variant", "field_declaration")})),
        ".lines()" in syntax.source,
    )


def _texts(syntax: Syntax, *kinds: str) -> list[str]:
    numeric = kinds[0] in ("integer_literal", "float_literal")
    return [syntax.text(node).replace("_", "") if numeric else syntax.text(node) for node in syntax.of(*kinds)]


def _content(literal: str) -> str:
    """The text of a string or character literal; empty where it is no plain one."""
    start = next((at for at, letter in enumerate(literal) if letter in "\"'"), len(literal))
    body = literal[start + 1 : len(literal.rstrip("#")) - 1]
    if "r" in literal[:start]:
        return body
    plain = re.sub(r"\\.", lambda found: ESCAPES.get(found[0], UNREAD), body, flags=re.DOTALL)
    return "" if UNREAD in plain else plain


def quoted(text: str, mark: str = '"') -> str:
    """A Rust literal of this text."""
    escaped = text.replace("\\", "\\\\").replace(mark, f"\\{mark}")
    for written, letter in (("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\0", "\0")):
        escaped = escaped.replace(letter, written)
    return f"{mark}{escaped}{mark}"
