"""Operators on temporaries: values without a name that end before what borrows from them.

Covered: a `let` for a part of a chain, before the statement or before the variable that keeps the reference; the tail
of a block bound so that its temporaries end first; chains over borrowed values collected first. Not covered: owned
results (`owned`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.naming import CHAIN, COLLECTS, ITERATES, is_part, name_for
from nightschool.repair.operators.ownership_facts import bindings, fresh, labelled, line_before, statement, uses
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit


@repairs("E0716 E0597 E0515", late=60)
def own_temporary(place: Place) -> Iterator[Proposed]:
    """`let s = make().trim();` becomes `let made = make(); let s = made.trim();`: every prefix of the chain."""
    for offset, node in labelled(place, "temporary value", "creates a temporary", "does not live long", "temporary"):
        held = node
        while (
            held.parent is not None and held.parent.start_byte <= offset and held.parent.type in (*CHAIN, "arguments")
        ):
            if held.type in CHAIN and is_part(held) and "\n" not in place.text(held):
                name = fresh(place, name_for(place.text(held)), "whole", "held", "owned")
                lines = line_before(place, held, f"let {name} = {place.text(held)};")
                if lines:
                    yield 0, (lines[0], Edit(held.start_byte, held.end_byte, name), *lines[1:])
            held = held.parent


@repairs("E0597 E0716 E0506 E0502 E0505 none", late=60)
def bind_tail(place: Place) -> Iterator[Proposed]:
    """The tail of a block becomes `let result = tail; result`, so that its temporaries end first."""
    for block in place.syntax.of("block"):
        tail = block.named_children[-1] if block.named_children else None
        if tail is None or not place.touches(tail) or place.text(tail).endswith((";", "}")) or place.near(tail) is None:
            continue
        name = fresh(place, "result", "answer", "outcome")
        pad = place.syntax.indent(tail)
        yield 0.3, (insert(tail.start_byte, f"let {name} = "), insert(tail.end_byte, f";\n{pad}{name}"))


@repairs("E0716 E0597", late=80)
def keep_temporary_longer(place: Place) -> Iterator[Proposed]:
    """`kept = &mut Vec::new();` becomes `kept = &mut spare;` with `let mut spare = Vec::new();` before `let kept`."""
    for node in place.syntax.of("assignment_expression"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        inner = right.child_by_field_name("value") if right is not None else None
        if left is None or inner is None or right is None or place.near(node) is None:
            continue
        found = bindings(place, place.text(left), node.start_byte)[:1]
        holder = statement(found[0]) if found else None
        if holder is not None and right.type == "reference_expression" and holder.parent is not None:
            name = fresh(place, "spare", "other", "held")
            mut = "mut " if place.text(right).startswith("&mut") else ""
            line = f"let {mut}{name} = {place.text(inner)};\n{place.syntax.indent(holder)}"
            yield 0, (insert(holder.start_byte, line), Edit(inner.start_byte, inner.end_byte, name))


@repairs("E0502 E0499 E0506 E0505", late=60)
def collect_before_loop(place: Place) -> Iterator[Proposed]:
    """`for k in m.keys()`, or over a variable with such a chain, goes over what `cloned().collect::<Vec<_>>()` owns."""
    for loop in place.syntax.of("for_expression"):
        value, pattern = loop.child_by_field_name("value"), loop.child_by_field_name("pattern")
        if value is None or pattern is None or not place.touches(loop):
            continue
        chain = _chain(place, value)
        given = [insert(node.start_byte, "&") for node in uses(place, place.text(pattern), loop) if _is_argument(node)]
        for turn, call in enumerate(COLLECTS if chain is not None else ()):
            if chain is not None:
                yield 0.5 + turn * 0.3, (insert(chain.end_byte, call),)
                if given:
                    yield 0.4 + turn * 0.3, (insert(chain.end_byte, call), *given)


def _chain(place: Place, value: Node) -> Node | None:
    """The chain that a loop goes over, or that its variable is made from; None if it is none."""
    if value.type == "identifier":
        held = next((one for one in place.syntax.variables if one.name == place.text(value)), None)
        made = held.declaration.child_by_field_name("value") if held is not None else None
        return made if made is not None and ITERATES.search(place.text(made)) else None
    return value if ITERATES.search(place.text(value)) else None


def _is_argument(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "arguments"
