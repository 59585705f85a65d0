"""The numbers, strings and characters that a program mentions: the inputs on which its branches part.

Covered: literals of any kind, strings built from its separators, neighbours of its numbers, edge values. The result
depends on the set of literals alone, not on their order. Not covered: constants that are computed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nightschool.rust.tree import Syntax

SHORTEST, LONGEST = 1, 40
"""Lengths of strings that are taken over."""
WHOLE = re.compile(r"0x[0-9a-fA-F]+|0b[01]+|0o[0-7]+|0+(?![1-9])|[1-9][0-9]*")
REAL = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?")
ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\0": "\0", '\\"': '"', "\\'": "'", "\\\\": "\\"}
WORDS = ("", "a", "hello World", "é", "12", "b a")
MOST = 12


@dataclass(frozen=True, slots=True)
class Literals:
    """What a program mentions, each sorted."""

    integers: tuple[int, ...] = ()
    floats: tuple[float, ...] = ()
    strings: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()

    def whole(self, low: int, high: int) -> list[int]:
        """Whole numbers of a range, the most telling first."""
        own = [number for number in self.integers if number > 2][:5]
        near = [number + step for number in own for step in (1, -1)]
        wanted = [1, *own[:2], 0, 2, *own[2:3], -1, high, *own[3:], 7, low, *near]
        return list(dict.fromkeys(number for number in wanted if low <= number <= high))[:MOST]

    def real(self) -> list[float]:
        """Numbers with a fraction, the most telling first."""
        own = [*self.floats[:4], *map(float, self.integers[:3])]
        return list(dict.fromkeys([1.0, *own, 0.0, 2.5, -1.5, 100.0]))[:MOST]

    def text(self) -> list[str]:
        """Strings: those of the program, some joined by its separators, and edge cases."""
        joined = [words for mark in self._separators() for words in _joined(mark, self._words())]
        own = [text for text in self.strings if text not in self._separators()]
        return list(dict.fromkeys(_alternating(own, [*joined[:6], *WORDS, *joined[6:]])))[: MOST + 4]

    def letters(self) -> list[str]:
        """Characters: those of the program and edge cases."""
        return list(dict.fromkeys([*self.characters[:6], "a", "B", "3", " ", "é"]))[:MOST]

    def _separators(self) -> list[str]:
        marks = [
            one for one in (*self.characters, *self.strings) if one and len(one) <= 2 and not one.strip().isalnum()
        ]
        return list(dict.fromkeys(marks))[:4]

    def _words(self) -> list[str]:
        return [text for text in self.strings if text.isalnum()][:2]


def _joined(mark: str, words: list[str]) -> list[str]:
    first, second = [*words, "a", "b"][:2]
    return [f"{first}{mark}{second}", f"{first}{mark}3", f"1{mark}2{mark}3", f"{mark}{first}", f"{first}{mark}"]


def _alternating(left: list[str], right: list[str]) -> list[str]:
    both = [one for pair in zip(left, right, strict=False) for one in pair]
    shorter = min(len(left), len(right))
    return both + left[shorter:] + right[shorter:]


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
    plain = re.sub(r"\\.", lambda found: ESCAPES.get(found[0], "\0\0"), body, flags=re.DOTALL)
    return "" if "\0\0" in plain else plain


def quoted(text: str, mark: str = '"') -> str:
    """A Rust literal of this text."""
    escaped = text.replace("\\", "\\\\").replace(mark, f"\\{mark}")
    for written, letter in (("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\0", "\0")):
        escaped = escaped.replace(letter, written)
    return f"{mark}{escaped}{mark}"
