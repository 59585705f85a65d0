"""What a rendered diagnostic says, as patterns and nearest rows compare it.

Covered: the error codes, the lines it names, what it quotes with the word before each quote (`expected`, `found`,
`type`), the kind of its message, and features of rows for their similarity. Not covered: suggested edits, which are
code. Rows have nothing but the rendering, so places are read through it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.patterns.carry import KEYWORDS, RENAMED
from nightschool.rust.canonical import ngrams
from nightschool.rust.lexer import Token, tokenize

AROUND = 1
"""Lines looked at on either side of those that the diagnostic names."""
GRAM = 3
_LINE = re.compile(r"\bline (\d+):")
_QUOTED = re.compile(r"(\w*)\W*`([^`]+)`")
_QUOTE = re.compile(r"`[^`]*`")
_WORD = re.compile(r"[A-Za-z']+")

_OPERATIONS = frozenset({"add", "subtract", "multiply", "divide", "compare", "calculate"})

Features = frozenset[str | tuple[str, ...]]


def plain(diagnostic: str) -> str:
    """The text without its edits, which are code."""
    return "\n".join(line for line in diagnostic.split("\n") if not line[:1].isdigit())


def lines(diagnostic: str) -> list[int]:
    """The lines that it names, in its order."""
    return [int(number) for number in _LINE.findall(diagnostic)]


def quotes(diagnostic: str) -> Iterator[tuple[str, str]]:
    """(word before it, quoted text) in order."""
    for word, text in _QUOTED.findall(plain(diagnostic)):
        yield ("operand" if word in _OPERATIONS else word), text


def kind_of_message(diagnostic: str) -> str:
    """The first lines without names and numbers: what errors of one kind have in common."""
    first = [line for line in plain(diagnostic).split("\n") if not line.startswith("help")][:2]
    return "\n".join(" ".join(_WORD.findall(_QUOTE.sub("", line))) for line in first)


def features(broken: str, diagnostic: str) -> Features:
    """Words of the diagnostic without what it quotes, and abstract trigrams of the lines it names."""
    words = _WORD.findall(_QUOTE.sub("", plain(diagnostic)))
    named = {number + step for number in lines(diagnostic) for step in range(-AROUND, AROUND + 1)}
    text = "\n".join(line for number, line in enumerate(broken.split("\n"), 1) if number in named)
    return frozenset(words) | ngrams([_abstract(token) for token in tokenize(text)], GRAM)


def _abstract(token: Token) -> str:
    if token.kind not in RENAMED or token.text in KEYWORDS:
        return token.text
    return "$" if token.kind == "name" else token.kind
