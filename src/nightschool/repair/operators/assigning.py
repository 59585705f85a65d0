"""Operators on first and second values of a variable.

Covered: a variable that is read before it has a value on every path, one without `mut` that is assigned again. Not
covered: `mut` itself (`mutability`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.likely import plain_values
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import child


@repairs("E0381", late=200)
def initial_value(place: Place) -> Iterator[Proposed]:
    """`let x: T;` gets a value of its type at once, or in an `else` that was left out."""
    for node in place.syntax.of("let_declaration"):
        pattern, kind = node.child_by_field_name("pattern"), node.child_by_field_name("type")
        name = place.text(pattern)
        if pattern is None or node.child_by_field_name("value") is not None or name not in place.message:
            continue
        known = plain_values(place, place.text(kind)) if kind is not None else list(PLAIN)
        values = list(dict.fromkeys([*known, *PLAIN[:2]]))[:6]
        after = kind if kind is not None else pattern
        for turn, value in enumerate(values):
            mut = () if child(node, "mutable_specifier") else (insert(pattern.start_byte, "mut "),)
            yield turn / 3, (*mut, insert(after.end_byte, f" = {value}"))
            for last in _without_else(place, name):
                yield turn / 3 + 0.1, (insert(last.end_byte, f" else {{ {name} = {value}; }}"),)


PLAIN = ("Default::default()", "0", "String::new()", "None", "Vec::new()", "false")


def _without_else(place: Place, name: str) -> list[Node]:
    """`if`s without a last `else` that assign a name."""
    found = [node for node in place.syntax.of("if_expression") if node.child_by_field_name("alternative") is None]
    return [node for node in found if re.search(rf"\b{re.escape(name)}\s*=[^=]", place.text(node))]


@repairs("E0384", late=60)
def shadow(place: Place) -> Iterator[Proposed]:
    """`x = f(x);` becomes `let x = f(x);`."""
    for node in place.syntax.of("assignment_expression"):
        left = node.child_by_field_name("left")
        cost = place.near(node)
        if cost is not None and left is not None and left.type == "identifier":
            yield cost + 1, (insert(node.start_byte, "let "),)
