"""Operators on loops' control and on names declared twice.

Covered: labels, `break` and `continue` outside loops or with values, doubled items, fields, parameters and bindings.
Not covered: imports that clash (`imports`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

LOOPS = ("for_expression", "while_expression", "loop_expression")
DOUBLED = (
    "function_item", "struct_item", "enum_item", "const_item", "field_declaration", "impl_item", "enum_variant",
    "type_item",
)  # fmt: skip
REMOVED = ("impl_item", "function_item", "const_item", "field_declaration")

TWICE = "E0415 E0416 E0428 E0124 E0403 E0592 E0201 E0119"
"""Codes of names that are declared twice."""


@repairs("E0426 E0695 E0767 E0267 E0268 E0571 E0572 none", late=120)
def loop_control(place: Place) -> Iterator[Proposed]:
    """Labels are set or taken off; `break` and `continue` outside loops become `return`; `break v` becomes `break`."""
    for node in place.syntax.of("break_expression", "continue_expression"):
        near = place.near(node)
        if near is None:
            continue
        inner = [one for one in node.named_children if one.type != "label"]
        label = next((one for one in node.named_children if one.type == "label"), None)
        value = f" {place.text(inner[0])}" if inner else ""
        if label is not None:
            yield near + 0.5, swapped(node, place.text(node).split("'")[0].rstrip() + value)
            loops = _loops(node)
            for rank, loop in enumerate(loops):
                yield near + rank * 0.3, (insert(loop.start_byte, f"{place.text(label)}: "),)
        yield near + 0.4, swapped(node, f"return{value}")
        if value:
            yield near + 0.3, swapped(node, "break")
            for loop in _loops(node)[:1]:
                yield near + 0.6, _to_loop(place, loop)
        for rank, text in enumerate(("return None", "return Ok(())", "return false", "return;")):
            yield near + 1 + rank * 0.3, swapped(node, text.rstrip(";"))


def _loops(node: Node) -> list[Node]:
    found = []
    one = enclosing(node, *LOOPS, "function_item")
    while one is not None and one.type != "function_item":
        found.append(one)
        one = enclosing(one, *LOOPS, "function_item")
    return found


def _to_loop(place: Place, loop: Node) -> tuple[Edit, ...]:
    """`while c { .. }` as `loop { if !(c) { break; } .. }` is more than a slip; only `while true` becomes `loop`."""
    condition, body = loop.child_by_field_name("condition"), loop.child_by_field_name("body")
    if condition is not None and body is not None and place.text(condition) == "true":
        return (Edit(loop.start_byte, body.start_byte, "loop "),)
    return ()


@repairs(TWICE, late=120)
def declared_twice(place: Place) -> Iterator[Proposed]:
    """Of two declarations of a name one gets another name, or goes."""
    if not place.codes & {*TWICE.split(), "none"}:
        return
    named = [one for one in place.syntax.of(*DOUBLED) if place.near(one) is not None and (
        place.syntax.name(one) in place.names or one.type == "impl_item")]  # fmt: skip
    for rank, node in enumerate(reversed(named)):
        title = node.child_by_field_name("name")
        if node.type in REMOVED and place.line(node.start_byte) in place.lines:
            yield 1 + rank * 0.3, (_gone(place, node),)
        if title is not None and node.type != "impl_item":
            end = "2" if title.type == "type_identifier" else "_2"
            yield 0.5 + rank * 0.3, swapped(title, place.text(title) + end)
    for node in place.syntax.of("parameter", "tuple_pattern", "tuple_struct_pattern", "closure_parameters"):
        names = list(bound_names(place, node.child_by_field_name("pattern") or node))
        for one in place.syntax.of("identifier") if place.near(node) is not None else ():
            if node.start_byte <= one.start_byte < node.end_byte and place.text(one) in place.names:
                for text in (f"_{place.text(one)}", "_", f"{place.text(one)}_2"):
                    yield 0.6 + 0.1 * len(names), swapped(one, text)


def _gone(place: Place, node: Node) -> Edit:
    rest = place.data[node.end_byte :]
    found = re.match(rb",?[ \t]*(?:\r?\n)*[ \t]*", rest)
    return Edit(node.start_byte, node.end_byte + (len(found[0]) if found else 0), "")
