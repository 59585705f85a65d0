"""Whether a package's licence is among those that may teach.

Covered: SPDX expressions with AND, OR, WITH and parentheses, cargo's older `MIT/Apache-2.0`, a package that says none.
Not covered: what licences mean; who configures `episodes.licenses` decides that.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

NONE = "none"
"""Stands for a package that says no licence."""
_WORD = re.compile(r"[()]|[^\s()]+")


def license_fault(said: str | None, allowed: Collection[str]) -> str:
    """Why a package may not teach; empty if it may. One side of an OR is enough, an AND needs both."""
    names = frozenset(name.lower() for name in allowed)
    if not said:
        return "" if NONE in names else "the package says no licence, and episodes.licenses does not name `none`"
    try:
        plain = canonicalize_license_expression(said.replace("/", " OR "))
    except InvalidLicenseExpression:
        return f"licence {said!r:.80} is no SPDX expression"
    return "" if _any(_WORD.findall(plain), names) else f"licence {said!r:.80} is not allowed by episodes.licenses"


def _any(words: list[str], names: Collection[str]) -> bool:
    """Terms with OR between them, read off the list's head."""
    found = _every(words, names)
    while words[:1] == ["OR"]:
        words.pop(0)
        found |= _every(words, names)
    return found


def _every(words: list[str], names: Collection[str]) -> bool:
    found = _one(words, names)
    while words[:1] == ["AND"]:
        words.pop(0)
        found &= _one(words, names)
    return found


def _one(words: list[str], names: Collection[str]) -> bool:
    word = words.pop(0)
    if word == "(":
        found = _any(words, names)
        words.pop(0)
        return found
    if words[:1] == ["WITH"]:
        word = f"{word} {words.pop(0)} {words.pop(0)}"
    return word.lower() in names
