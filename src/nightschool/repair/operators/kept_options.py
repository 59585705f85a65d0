"""Operators on an `Option` that keeps a reference to something that ends before it: it owns the value.

Covered: `best = Some(&x)` with the written type, and the later looks into the option. Not covered: plain references
(`stored`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import bindings, uses
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.type_lifetimes import owned_type
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

LOOKS = ("map", "map_or", "map_or_else", "is_some_and", "is_none_or", "unwrap", "unwrap_or", "expect", "and_then",
         "filter", "ok_or", "unwrap_or_else")  # fmt: skip


@repairs("E0597 E0716 E0505 E0506 E0502 E0499", late=100)
def own_kept_option(place: Place) -> Iterator[Proposed]:
    """`best = Some(&x)` becomes `best = Some(x.clone())`, with its type, and looks into `best` go by `as_deref`."""
    for node in place.syntax.of("assignment_expression"):
        left, right = place.syntax.field(node, "left"), node.child_by_field_name("right")
        given = _given(place, right) if right is not None else []
        found = bindings(place, left, node.start_byte)[:1]
        function = enclosing(node, "function_item")
        if not given or not found or function is None or place.near(node) is None:
            continue
        types, looks = _types(place, found[0]), _looks(place, left, function)
        for turn, call in enumerate((".to_string()", ".clone()", "")):
            owned = [edit for value in given for edit in _owned(place, value, call)]
            for late, view in enumerate((".as_deref()", ".as_ref()", "") if looks else ("",)):
                if owned:
                    views = [insert(look.end_byte, view) for look in looks] if view else []
                    yield 0.2 + turn * 0.3 + late * 0.1, (*types, *owned, *views)


def _given(place: Place, right: Node) -> list[Node]:
    """What `Some(..)` holds: its value, or the parts of its tuple that are borrowed."""
    arguments = right.child_by_field_name("arguments")
    if place.syntax.field(right, "function") != "Some" or arguments is None or len(arguments.named_children) != 1:
        return []
    inner = arguments.named_children[0]
    if inner.type != "tuple_expression":
        return [inner]
    return [part for part in inner.named_children if part.type in ("reference_expression", "identifier")]


def _owned(place: Place, value: Node, call: str) -> Iterator[Edit]:
    inner = value.child_by_field_name("value") if value.type == "reference_expression" else None
    if inner is not None:
        yield Edit(value.start_byte, inner.start_byte)
    if call and (inner is not None or not re.search(r"\.(to_string|clone|to_owned)\(\)$", place.text(value))):
        yield insert(value.end_byte, call)


def _types(place: Place, bound: Node) -> tuple[Edit, ...]:
    kind = bound.parent.child_by_field_name("type") if bound.parent is not None else None
    return swapped(kind, owned_type(place.text(kind))) if kind is not None and "&" in place.text(kind) else ()


def _looks(place: Place, name: str, function: Node) -> list[Node]:
    """Uses of an option that would move it: calls of `map` and its like, `if let` and `match`."""
    found = []
    for use in uses(place, name, function):
        parent = use.parent
        called = (
            parent is not None and parent.type == "field_expression" and place.syntax.field(parent, "field") in LOOKS
        )
        matched = parent is not None and parent.type in ("let_condition", "match_expression")
        if called or matched:
            found.append(use)
    return found
