"""Operators on where a value that rustc refuses was made: its `let`, its field, its declared type.

Covered: `let x = v;` with `v` in the form that the uses of `x` expect; declared types of lets, parameters and fields
set to the type expected. Not covered: the place of use (`mismatched`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import plain
from nightschool.repair.operators.mismatch_facts import Mismatch, form, mismatches
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.wrapper_forms import forms, spot
from nightschool.repair.place import Place

_NO_TYPE = re.compile(
    r"[{}…]|\.\.\.|_|\b(integer|fn item|closure|opaque|type parameter|reference|struct|enum|array)\b|@"
)


def used_name(place: Place, one: Mismatch) -> str:
    """The variable or field that a mismatch is about."""
    node = place.syntax.root.descendant_for_byte_range(one.at, one.at + 1)
    found = re.match(rb"[&*]*(?:mut )?((?:self\.)?\w+)", place.data[one.at : one.at + 80]) if node is not None else None
    return found[1].decode(errors="replace").removeprefix("self.") if found else ""


def definitions(place: Place, name: str) -> Iterator[Node]:
    """Lets, parameters and fields of a name; those in the named function first."""
    function = place.function
    found = [
        node
        for node in place.syntax.of("let_declaration", "parameter", "field_declaration", "const_item", "static_item")
        if (place.syntax.field(node, "pattern") or place.syntax.name(node)) == name
    ]
    start, end = (function.start_byte, function.end_byte) if function is not None else (0, 0)
    yield from sorted(found, key=lambda node: not start <= node.start_byte < end)


@repairs("E0308 E0277", late=40)
def convert_definition(place: Place) -> Iterator[Proposed]:
    """The value of the `let` that a refused name comes from, in each form of what its use expects."""
    for turn, one in enumerate(mismatches(place)[:3]):
        name = used_name(place, one)
        for node in [d for d in definitions(place, name) if d.type == "let_declaration"][:1] if name else []:
            value = node.child_by_field_name("value")
            if value is None or node.end_byte > one.at:
                continue
            here = spot(place, value.start_byte, value)
            for cost, before, after in forms(here, plain(one.expected), plain(one.found)):
                yield 1 + turn + cost, form(value, before, after)


@repairs("E0308 E0277", late=40)
def declared_type(place: Place) -> Iterator[Proposed]:
    """A declared type of the refused name, or of the `let` or function around, becomes the found or expected one."""
    for turn, one in enumerate(mismatches(place)[:3]):
        cost = place.points.get(one.at, 1) + turn
        name = used_name(place, one)
        for node in definitions(place, name) if name else ():
            kind = node.child_by_field_name("type")
            if kind is not None and not _NO_TYPE.search(one.expected):
                yield cost + 1, swapped(kind, one.expected)
                yield cost + 1.5, swapped(kind, plain(one.expected))
        yield from ((cost + more, edits) for more, edits in _around(place, one))


def _around(place: Place, one: Mismatch) -> Iterator[Proposed]:
    """The type of the `let` or function whose value has the found type."""
    if _NO_TYPE.search(one.found) or one.found == "()":
        return
    for node in place.syntax.of("let_declaration", "const_item", "static_item"):
        kind = node.child_by_field_name("type")
        if kind is not None and node.start_byte <= one.at < node.end_byte:
            yield 1, swapped(kind, one.found)
    function = place.function_at(one.at)
    kind = function.child_by_field_name("return_type") if function is not None else None
    listed = function.child_by_field_name("parameters") if function is not None else None
    if kind is not None and place.text(kind) == one.expected:
        yield 1.5, swapped(kind, one.found)
    elif kind is None and listed is not None and one.expected == "()":
        yield 1, (insert(listed.end_byte, f" -> {one.found}"),)
