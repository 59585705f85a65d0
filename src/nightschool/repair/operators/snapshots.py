"""Operators on loops that change the elements of a list and read others of it meanwhile.

Covered: what the loop reads comes from a copy made before it, so that every element sees the list as it was; the loop
goes over indices, so that it sees what was changed before. Not covered: reads through methods of `self`, two elements
changed at once (`splitting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import fresh, statement, uses, within
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

CHANGES = re.compile(r"&mut (?P<lent>[\w.]+)|(?P<called>[\w.]+?)\.iter_mut\(\)(?P<counted>\.enumerate\(\))?")


@dataclass(frozen=True, slots=True)
class _Loop:
    """A loop over a list's elements that it may change."""

    node: Node
    base: str
    counted: bool
    pattern: Node
    body: Node
    reads: tuple[Node, ...]
    """Expressions in the body that are the list itself."""


@repairs("E0502 E0499 E0506 E0503", late=150)
def read_as_before(place: Place) -> Iterator[Proposed]:
    """`for x in v.iter_mut() { *x += v[0]; }` becomes `let before = v.clone(); for .. { *x += before[0]; }`."""
    for loop in _loops(place):
        holder, name = statement(loop.node), fresh(place, "before", "old", f"old_{loop.base.rpartition('.')[2]}")
        if holder is not None and holder.parent is not None:
            line = insert(holder.start_byte, f"let {name} = {loop.base}.clone();\n{place.syntax.indent(holder)}")
            yield 0.3, (line, *(edit for node in loop.reads for edit in swapped(node, name)))
            line = insert(holder.start_byte, f"let {name} = {loop.base}.to_vec();\n{place.syntax.indent(holder)}")
            yield 0.8, (line, *(edit for node in loop.reads for edit in swapped(node, name)))


@repairs("E0502 E0499 E0506 E0503", late=150)
def change_by_index(place: Place) -> Iterator[Proposed]:
    """`for (i, x) in v.iter_mut().enumerate() { *x += v[0]; }` becomes `for i in 0..v.len() { v[i] += v[0]; }`."""
    for loop in _loops(place):
        names = (
            [place.text(one) for one in loop.pattern.named_children] if loop.counted else ["", place.text(loop.pattern)]
        )
        if len(names) != 2 or not all(re.fullmatch(r"\w*", name) for name in names):
            continue
        index = names[0] or fresh(place, "at", "i", "index")
        value = loop.node.child_by_field_name("value") or loop.pattern
        head = Edit(loop.pattern.start_byte, value.end_byte, f"{index} in 0..{loop.base}.len()")
        found = uses(place, names[1], loop.body)
        yield 0.6, (head, *(edit for use in found for edit in _element(place, use, f"{loop.base}[{index}]")))


def _loops(place: Place) -> Iterator[_Loop]:
    """Loops that rustc names whose bodies read the list that they change."""
    for node in place.syntax.of("for_expression"):
        value, pattern, body = (node.child_by_field_name(part) for part in ("value", "pattern", "body"))
        found = CHANGES.fullmatch(place.text(value)) if place.touches(node) else None
        if found is None or pattern is None or body is None:
            continue
        base = found["lent"] or found["called"]
        reads = [one for one in place.syntax.between(body.start_byte, body.end_byte, "field_expression", "identifier")
                 if place.text(one) == base and _is_whole(one)]  # fmt: skip
        if reads:
            yield _Loop(node, base, bool(found["counted"]), pattern, body, tuple(reads))


def _is_whole(node: Node) -> bool:
    """Whether an expression is no part of a path or field."""
    parent = node.parent
    return parent is not None and (parent.type != "field_expression" or parent.child_by_field_name("value") == node)


def _element(place: Place, use: Node, text: str) -> tuple[Edit, ...]:
    """`*x` and `x` become `v[i]`; a reference that is given away stays one."""
    parent = use.parent
    if parent is not None and parent.type == "unary_expression" and place.text(parent)[:1] == "*":
        return swapped(parent, text)
    if parent is not None and parent.type == "arguments" and within(use, parent):
        return swapped(use, f"&mut {text}")
    return swapped(use, text)
