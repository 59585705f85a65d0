"""Programs that no developer can want: they do nothing that the broken one did not do.

Covered: a variable assigned to itself, `drop` of a reference or of what a call gives that borrows nothing away, a lazy
iterator that is put aside unasked. Not covered: repairs that are wrong; tests and the chooser tell those.
"""

from __future__ import annotations

import re

_SELF_ASSIGNED = re.compile(r"(?:^|[;{}]|=>)\s*(\*?[a-z_][\w.]*) = \1\s*[;,}]", re.MULTILINE)
_DROPPED = re.compile(r"\bdrop\((?:&|[\w.]+\.(?!take|pop|lock|write|read|unwrap|expect|borrow_mut|remove)\w+\(\)\))")

_ASIDE = re.compile(r"\blet _ = ")
_SOURCES = {"iter", "iter_mut", "into_iter", "values", "values_mut", "keys", "chars", "bytes", "lines", "drain"}
_LAZY = {"map", "filter", "filter_map", "flat_map", "inspect", "map_while", "take_while", "skip_while"}


def pointless(source: str, program: str) -> bool:
    """Whether a proposal has such a statement that the broken program does not have."""
    if any(len(form.findall(program)) > len(form.findall(source)) for form in (_SELF_ASSIGNED, _DROPPED)):
        return True
    return len(_ASIDE.findall(program)) > len(_ASIDE.findall(source)) and _unasked(program) > _unasked(source)


def _unasked(program: str) -> int:
    """How many `let _ =` have a lazy iterator, which then does nothing."""
    chains = [_outer(program, found.end()) for found in _ASIDE.finditer(program)]
    called = [re.findall(r"\.(\w+)(?:::<[^>]*>)?\(\)", chain) for chain in chains]
    return sum(bool(names and names[-1] in _LAZY and _SOURCES & set(names)) for names in called)


def _outer(program: str, start: int) -> str:
    """An expression up to its semicolon, without what stands in brackets."""
    kept, depth = "", 0
    for mark in program[start : start + 2000]:
        depth -= mark in ")]}"
        if depth < 0 or (depth == 0 and mark == ";"):
            break
        kept += mark if depth == 0 else ""
        depth += mark in "([{"
    return kept
