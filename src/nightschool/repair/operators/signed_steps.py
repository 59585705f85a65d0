"""Operators on a signed step that is added to an unsigned number: the standard library's calls for that.

Covered: `saturating_add`, `checked_add` and their like with an argument of a signed type, cast to the number's width;
the sums `x + step` and `x += step`. Not covered: parameters that have to become signed (`widened`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

MIXED = re.compile(r"expected `u(8|16|32|64|128|size)`, found `i(8|16|32|64|128|size)`")
CALLS = ("saturating_add", "checked_add", "wrapping_add", "overflowing_add")


@repairs("E0308 E0277", late=200)
def add_signed_step(place: Place) -> Iterator[Proposed]:
    """`x.saturating_add(step)` becomes `x.saturating_add_signed(step as isize)`, so that a step may go back."""
    found = MIXED.search(place.message)
    if found is None:
        return
    cast = "" if found[1] == found[2] else f" as i{found[1]}"
    for call, receiver, name in method_calls(place.syntax, *CALLS):
        arguments = call.child_by_field_name("arguments")
        given = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        if given is not None and given.start_byte in place.points:
            text = f"{place.text(receiver)}.{name}_signed({_cast(place, given, cast)})"
            yield 0.0, swapped(call, text)
    for node in place.syntax.of("binary_expression", "compound_assignment_expr"):
        yield from ((0.3, edits) for edits in _sum(place, node, cast))


def _sum(place: Place, node: Node, cast: str) -> Iterator[tuple[Edit, ...]]:
    """`x + step` and `x += step` that stop at the ends."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    mark = place.syntax.field(node, "operator")
    if left is None or right is None or right.start_byte not in place.points or mark not in ("+", "+="):
        return
    plain = left.type in ("identifier", "field_expression", "index_expression", "call_expression")
    had = place.text(left) if plain else f"({place.text(left)})"
    sum_ = f"{had}.saturating_add_signed({_cast(place, right, cast)})"
    yield swapped(node, f"{had} = {sum_}" if mark == "+=" else sum_)


def _cast(place: Place, node: Node, cast: str) -> str:
    plain = node.type in ("identifier", "field_expression", "call_expression", "index_expression")
    return f"{place.text(node)}{cast}" if plain or not cast else f"({place.text(node)}){cast}"
