"""Operators on functions that return an `Option` or `Result` of an owned value: all that they give is made to fit.

Covered: arms and early returns that give a reference, a bare value or an Option of a reference. Not covered: a single
value that does not fit (`mismatched`), results that become owned (`owned`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, return_type
from nightschool.repair.operators.lifetimes import heads
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.operators.value_positions import results
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree_edits import Edit

LENDING = re.compile(
    r"\.(?:get|first|last|peek|front|back|iter\(\)\.(?:next|find|max|min|max_by_key|min_by_key|last|nth))\([^;{}]*\)$"
)
"""Calls that end in an Option of a reference."""
TEXTS = {"&str": ".to_string()"}


@repairs("E0308", late=200)
def fit_every_result(place: Place) -> Iterator[Proposed]:
    """`Some(v) => v, None => map.get(k)` become `Some(v.clone())` and `.cloned()` where an Option is returned."""
    for far, function in heads(place):
        head, args = generic_args(return_type(place, function))
        if head not in ("Option", "Result") or not args or far > 1 or args[0].startswith("&"):
            continue
        for turn, copy in enumerate((".clone()", ".to_string()", "")):
            edits = tuple(_fitted(place, function, "Some" if head == "Option" else "Ok", args[0], copy))
            if len({edit.start for edit in edits}) > 1:
                yield far + turn * 0.4, edits


def _fitted(place: Place, function: Node, wrapper: str, wanted: str, copy: str) -> Iterator[Edit]:
    for leaf in results(place, function):
        have, text = _found(place, leaf), place.text(leaf)
        if have.startswith("&") and wrapper not in text:
            yield Edit(leaf.start_byte, leaf.end_byte, f"{wrapper}({text}{TEXTS.get(have, copy)})")
        elif have and have == wanted:
            yield Edit(leaf.start_byte, leaf.end_byte, f"{wrapper}({text})")
        elif wrapper == "Some" and (have.startswith("Option<&") or LENDING.search(text)):
            yield Edit(leaf.end_byte, leaf.end_byte, ".cloned()")


def _found(place: Place, leaf: Node) -> str:
    """The type that rustc says a value has, or that the text shows."""
    for diagnostic in place.diagnostics:
        for label in diagnostic.labels:
            told = re.search(r"found `([^`]+)`$", label.text)
            if told and place.offset(label.line, label.column) == leaf.start_byte:
                return told[1]
    return type_of(place, leaf)
