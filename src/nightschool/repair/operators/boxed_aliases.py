"""Operators on a type name that stands for a bare `dyn Trait`: boxed where it is used, with the values.

Covered: `type F = dyn Fn(..);` and `Option<F>`, `Vec<F>`, a field, parameter or result of it; closures that are stored
there. Not covered: `dyn Trait` written out (`trait_objects`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import disjoint, last_name
from nightschool.repair.operators.register import Proposed, around, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing

POINTERS = ("Box", "Rc", "Arc", "Weak")


@repairs("E0277 E0308", late=200)
def box_alias(place: Place) -> Iterator[Proposed]:
    """`Option<Effect>` becomes `Option<Box<Effect>>` for `type Effect = dyn Fn(..)`; or the name stands for the box."""
    if "known at compil" not in place.message:
        return
    for alias in place.syntax.of("type_item"):
        kind, name = alias.child_by_field_name("type"), place.syntax.name(alias)
        if kind is None or not place.text(kind).startswith("dyn "):
            continue
        used = [one for one in place.syntax.of("type_identifier") if place.text(one) == name and _is_bare(place, one)]
        values = [edit for one in _closures(place) for edit in around(one, "Box::new(", ")")]
        for rank, types in enumerate(([edit for one in used for edit in around(one, "Box<", ">")],
                                      [*around(kind, "Box<", ">")])):  # fmt: skip
            for more, edits in enumerate(([*types, *values], types)):
                if disjoint(edits) and (values or not more):
                    yield rank * 0.4 + more * 0.2, tuple(edits)


def _is_bare(place: Place, node: Node) -> bool:
    """Whether a type stands by itself: not its own name, not behind a reference or pointer."""
    parent = node.parent
    if parent is None or parent.type in ("type_item", "reference_type", "pointer_type"):
        return False
    outer = enclosing(node, "generic_type") if parent.type == "type_arguments" else None
    return outer is None or last_name(place.text(outer)) not in POINTERS


def _closures(place: Place) -> Iterator[Node]:
    """Closures at which rustc says that they are not the object."""
    for node in place.syntax.of("closure_expression"):
        if any(node.start_byte == point for point in place.points):
            yield node
