"""Finds constructs that an answer may not use unless the broken program already did."""

from __future__ import annotations

from collections import Counter

from nightschool.rust.lexer import tokenize

WORDS = ("unsafe", "include", "include_str", "include_bytes", "env", "option_env", "todo", "unimplemented")


def find_forbidden(answer: str, broken: str | None) -> str | None:
    """Name of the first forbidden construct, or None."""
    had = Counter(token.text for token in tokenize(broken or ""))
    has = Counter(token.text for token in tokenize(answer))
    return next((word for word in WORDS if has[word] > had[word]), None)
