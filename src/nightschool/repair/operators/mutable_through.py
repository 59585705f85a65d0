"""Operators on what may be changed through several functions: from a parameter back to what its callers own.

Covered: a parameter `&T` with the loops, `let`s and parameters of its callers that the argument comes from, and their
receivers. Not covered: one function alone (`mutability`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.mutability import arguments_at, mutable, quoted_names
from nightschool.repair.operators.ownership_facts import declaration, made_mut
from nightschool.repair.operators.references import MUTABLE
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

DEPTH = 4
"""Functions that a borrow is followed back through."""


@repairs("E0596 E0594", late=200)
def mutable_through_calls(place: Place) -> Iterator[Proposed]:
    """A parameter `x: &T` becomes `&mut T`, and `for a in &b { f(a) }` becomes `for a in &mut b`, back to the owner."""
    for name in quoted_names(place):
        held = declaration(place, name, min(place.points, default=0))
        edits = {edit.start: edit for edit in _parameter(place, held, DEPTH)} if held is not None else {}
        if len(edits) > 1:
            yield 0.1, tuple(edits.values())


def _parameter(place: Place, held: Node, depth: int) -> Iterator[Edit]:
    """A parameter of `&T` becomes mutable, with what every call of its function gives."""
    kind, function = held.child_by_field_name("type"), enclosing(held, "function_item")
    if held.type != "parameter" or kind is None or kind.type != "reference_type" or function is None or depth == 0:
        return
    if child(kind, "mutable_specifier") is None and held.parent is not None:
        yield mutable(kind)
        position = [node for node in held.parent.named_children if node.type == "parameter"].index(held)
        for given in arguments_at(place, place.syntax.name(function), position):
            yield from _source(place, given, depth - 1)


def _source(place: Place, given: Node, depth: int) -> Iterator[Edit]:
    """What a value comes from becomes mutable: `&x`, `x.iter()`, the loop, `let` or parameter of a name."""
    if given.type == "reference_expression" and child(given, "mutable_specifier") is None:
        yield mutable(given)
        yield from _owner(place, given)
    elif given.type == "call_expression":
        function = given.child_by_field_name("function")
        field = function.child_by_field_name("field") if function is not None else None
        if field is not None and place.text(field) in MUTABLE:
            yield Edit(field.start_byte, field.end_byte, MUTABLE[place.text(field)])
            yield from _owner(place, given)
    elif given.type == "identifier" and (held := declaration(place, place.text(given), given.start_byte)) is not None:
        yield from _parameter(place, held, depth)
        value = held.child_by_field_name("value")
        if held.type in ("for_expression", "let_declaration", "let_condition") and value is not None and depth:
            yield from _source(place, value, depth - 1)


def _owner(place: Place, node: Node) -> Iterator[Edit]:
    """The variable or receiver at the head of a borrowed place becomes mutable."""
    while node.type in ("reference_expression", "field_expression", "index_expression", "call_expression"):
        inner = node.child_by_field_name("value") or node.child_by_field_name("function")
        node = inner if inner is not None else node.named_children[0]
    if node.type == "identifier":
        held = declaration(place, place.text(node), node.start_byte)
        kind = held.child_by_field_name("type") if held is not None and held.type == "parameter" else None
        if kind is not None and kind.type == "reference_type":
            yield from (mutable(kind),) if child(kind, "mutable_specifier") is None else ()
        else:
            yield from made_mut(place, place.text(node), node.start_byte)
    function = enclosing(node, "function_item") if node.type == "self" else None
    listed = function.child_by_field_name("parameters") if function is not None else None
    own = child(listed, "self_parameter") if listed is not None else None
    if own is not None and place.text(own).startswith("&") and child(own, "mutable_specifier") is None:
        yield mutable(own)
