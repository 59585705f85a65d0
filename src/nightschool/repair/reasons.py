"""Whether an error that a repair names suits the call that failed: `checked_add` overflows, `parse` meets no number.

Names of error variants follow what went wrong, in any crate. Covered: variants and constructors given to `ok_or`,
`ok_or_else` and `map_err` right behind a call of the standard library whose failure has one usual name. Not covered:
calls of the program's own, messages, whether that variant is meant here; a chooser learns what it is worth.
"""

from __future__ import annotations

import re
from collections import Counter

_NAMED = re.compile(
    r"\.(\w+)(?:::<[^()]*?>)?\((?:[^()]|\([^()]*\))*\)\s*\.(?:ok_or|ok_or_else|map_err)\(\s*(?:\|[^|]*\|\s*)?"
    r"(?:\w+::)+(\w+)"
)
_PARTS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
WHY = {
    "beyond": {
        "overflow", "overflows", "range", "large", "big", "limit", "bounds", "capacity", "full", "exceeded",
        "underflow",
    },
    "form": {
        "parse", "parsing", "number", "invalid", "bad", "format", "digit", "malformed", "syntax", "numeric", "integer",
        "int",
    },
    "absent": {
        "missing", "unknown", "absent", "empty", "none", "short", "end", "no", "found", "nothing", "unmatched",
        "incomplete",
    },
}  # fmt: skip
"""Words in the names of errors, by what they say went wrong."""
CALLS = {
    "form": {"parse", "from_str", "from_str_radix", "from_utf8", "to_digit"},
    "absent": {
        "get", "get_mut", "first", "last", "next", "next_back", "find", "rfind", "pop", "pop_front", "pop_back", "nth",
        "remove", "position", "split_once", "rsplit_once", "strip_prefix", "strip_suffix", "min", "max", "split_first",
        "split_last",
    },
}  # fmt: skip
"""Calls by what goes wrong where they answer nothing; those that begin with `checked_` go beyond a type's range."""


def reasons(program: str) -> tuple[Counter[str], Counter[str]]:
    """Errors named behind a call that suit it, and those whose name says that something else went wrong."""
    fit: Counter[str] = Counter()
    unfit: Counter[str] = Counter()
    for found in _NAMED.finditer(program):
        wrong, said = _went_wrong(found[1]), _said(found[2])
        if wrong and said:
            (fit if wrong in said else unfit)[found[0]] += 1
    return fit, unfit


def _went_wrong(call: str) -> str:
    if call.startswith("checked_"):
        return "beyond"
    return next((why for why, calls in CALLS.items() if call in calls), "")


def _said(name: str) -> set[str]:
    words = {part.lower() for part in _PARTS.findall(name)}
    return {why for why, known in WHY.items() if words & known}
