"""Operators on trait objects made of a parameter that may hold references.

Covered: a lifetime for the parameter and the object that a function gives. Not covered: `'static` (`lifetimes`),
fields (`type_lifetimes`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.lifetime_facts import declare, in_scope
from nightschool.repair.operators.lifetimes import heads
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit


@repairs("E0310 E0309 E0311 E0621", late=100)
def lend_to_object(place: Place) -> Iterator[Proposed]:
    """`fn f<T: U>(x: T) -> Box<dyn U>` becomes `fn f<'a, T: U + 'a>(x: T) -> Box<dyn U + 'a>`."""
    for far, function in heads(place):
        given = _objects(place, function.child_by_field_name("return_type"))
        taken = [*_parameters(function), *_objects(place, function.child_by_field_name("parameters"))]
        if not given or not taken:
            continue
        known = [name for name in in_scope(place, function) if name != "'static"]
        for turn, lifetime in enumerate(dict.fromkeys(known or ["'a"])):
            edits = [*(_bound(node, lifetime) for node in taken), *(_bound(node, lifetime) for node in given)]
            yield far + turn * 0.3, (*(declare(place, function, lifetime) if not known else ()), *edits)


def _objects(place: Place, node: Node | None) -> list[Node]:
    """`dyn T` and `impl T` inside a node that have no lifetime yet."""
    found = place.syntax.of("dynamic_type", "abstract_type") if node is not None else []
    inside = [one for one in found if node is not None and node.start_byte <= one.start_byte < node.end_byte]
    outer = [one.parent if one.parent is not None and one.parent.type == "bounded_type" else one for one in inside]
    return [one for one in outer if "'" not in place.text(one)]


def _parameters(function: Node) -> list[Node]:
    listed = function.child_by_field_name("type_parameters")
    return [node for node in listed.named_children if node.type == "type_parameter"] if listed is not None else []


def _bound(node: Node, lifetime: str) -> Edit:
    bare = node.type == "type_parameter" and child(node, "trait_bounds") is None
    return insert(node.end_byte, f": {lifetime}" if bare else f" + {lifetime}")
