"""Operators on fields that a method with `&self` changes: a `Cell`, where the trait's receiver has to stay.

Covered: fields of numbers, bools, Options and pairs of these with their literals, reads and writes in the whole file.
Not covered: the trait taking `&mut self` (`signatures`), receivers of own methods (`mutability`), other types
(`shared_fields`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.field_facts import own_uses, values_wrapped
from nightschool.repair.operators.item_facts import items, methods, receiver
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit

_COPY = r"(?:[iuf](?:8|16|32|64|128|size)|bool|char)"
PLAIN = re.compile(rf"{_COPY}|Option<{_COPY}>|\({_COPY}(?:, {_COPY})*\)|Option<\({_COPY}(?:, {_COPY})*\)>")
"""Types that are copied out of a cell as they stand."""
WRITES = ("assignment_expression", "compound_assignment_expr")


@repairs("E0053 E0594", late=200)
def cell_field(place: Place) -> Iterator[Proposed]:
    """`self.hits += 1` behind `&self` becomes `self.hits.set(self.hits.get() + 1)` with a field `Cell<u32>`."""
    if not re.search(r"types differ in mutability|expected signature `fn\(&\w|behind a `&` reference", place.message):
        return
    for item in place.syntax.of("struct_item"):
        blocks = [one for one in methods(place.syntax, place.syntax.name(item)) if place.touches(one)]
        for field in items(item, "field_declaration") if blocks else ():
            kind, name = field.child_by_field_name("type"), place.syntax.name(field)
            written = [one for block in blocks for one in _writes(place, block, name)]
            if kind is None or not written or not PLAIN.fullmatch(place.text(kind)):
                continue
            lent = [edit for block in blocks if place.near(block) is not None for edit in _lent(place, block)]
            yield 0.4, (*_celled(place, item, name, kind), *(lent if "E0053" in place.codes else ()))


def _writes(place: Place, function: Node, name: str) -> Iterator[Node]:
    """Assignments to a field of `self` in a function."""
    for node in place.syntax.of(*WRITES):
        inside = function.start_byte <= node.start_byte < function.end_byte
        if inside and place.syntax.field(node, "left") == f"self.{name}":
            yield node


def _lent(place: Place, method: Node) -> tuple[Edit, ...]:
    """`&mut self` becomes `&self`."""
    listed = method.child_by_field_name("parameters")
    own = child(listed, "self_parameter") if listed is not None else None
    if own is None or receiver(place.syntax, method) != "&mut self":
        return ()
    return swapped(own, "&self")


def _celled(place: Place, item: Node, name: str, kind: Node) -> Iterator[Edit]:
    """The field's type, its values in literals, and every read and write of it."""
    yield from around(kind, "std::cell::Cell<", ">")
    yield from values_wrapped(place, item, name, "std::cell::Cell::new(", ")")
    for one in own_uses(place, item, name):
        write = one.parent if one.parent is not None and one.parent.type in WRITES else None
        left = write.child_by_field_name("left") if write is not None else None
        yield from _accessed(place, one, write if left == one else None)


def _accessed(place: Place, node: Node, write: Node | None) -> tuple[Edit, ...]:
    """A read through `get`, or a write through `set`."""
    if write is None:
        return (insert(node.end_byte, ".get()"),)
    mark, right = place.syntax.field(write, "operator").rstrip("="), write.child_by_field_name("right")
    if right is None:
        return ()
    before = f".set({place.text(node)}.get() {mark} " if mark else ".set("
    return Edit(node.end_byte, right.start_byte, before), insert(right.end_byte, ")")
