"""Operators on loops that remove elements by their index from the list that they go over.

Covered: `for (i, x) in v.iter().enumerate()` and `for i in 0..v.len()` whose body is one `if`, with an `else` or
without, that removes at the index: a `while` loop that goes on only where nothing was removed. Not covered: loops that
only remove (`retaining`), removals by another index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import statement, statements, uses, within
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

COUNTED = re.compile(r"(?P<base>[\w.]+)\.iter(?:_mut)?\(\)\.enumerate\(\)|0\.\.(?P<long>[\w.]+)\.len\(\)")


@dataclass(frozen=True, slots=True)
class _Loop:
    """A loop over a list with an index, whose body is one `if`."""

    node: Node
    body: Node
    base: str
    index: str
    element: str
    branch: Node


@repairs("E0502 E0499 E0505 E0596", late=150)
def remove_while_counting(place: Place) -> Iterator[Proposed]:
    """`for (i, x) in v.iter().enumerate() { if c(x) { v.remove(i); } }` counts in a `while`, not where it removes."""
    for loop in _loops(place):
        held, taken = statement(loop.node), loop.branch.child_by_field_name("consequence")
        steps = list(_counted(place, loop))
        if held is None or taken is None or not steps or not _removes(place, loop, taken):
            continue
        pad = place.syntax.indent(held)
        head = Edit(held.start_byte, loop.body.start_byte, f"let mut {loop.index} = 0;\n{pad}{_while(loop)}")
        element = f"{loop.base}[{loop.index}]"
        named = [edit for use in _uses(place, loop) for edit in _as_element(place, use, element)]
        yield 0.3, (head, *named, *steps)


def _removes(place: Place, loop: _Loop, taken: Node) -> bool:
    """Whether a branch removes at the index whenever it is taken, and goes on at its end."""
    held = statements(taken)
    calls = [
        call
        for call, receiver, _ in method_calls(place.syntax, "remove")
        if within(call, taken) and place.text(receiver) == loop.base and statement(call) in held
    ]
    given = [place.syntax.field(call, "arguments").strip("(*)") for call in calls]
    return given == [loop.index] and not re.search(r"\bcontinue\b", place.text(loop.body))


def _while(loop: _Loop) -> str:
    return f"while {loop.index} < {loop.base}.len() "


def _loops(place: Place) -> Iterator[_Loop]:
    for node in place.syntax.of("for_expression"):
        found, body = COUNTED.fullmatch(place.syntax.field(node, "value")), node.child_by_field_name("body")
        held = statements(body) if body is not None else []
        inner = held[0] if len(held) == 1 else None
        inner = inner.named_children[0] if inner is not None and inner.type == "expression_statement" else inner
        names = re.fullmatch(
            r"\((?P<index>\w+), &?(?P<element>\w+)\)|(?P<only>\w+)", place.syntax.field(node, "pattern")
        )
        if found is None or body is None or inner is None or names is None or not place.touches(node):
            continue
        index, base = names["index"] or names["only"], found["base"] or found["long"]
        if inner.type == "if_expression" and bool(names["index"]) == bool(found["base"]):
            yield _Loop(node, body, base, index, names["element"] or "", inner)


def _uses(place: Place, loop: _Loop) -> list[Node]:
    """Uses of the element before it is removed: in the condition, and in the branches unless they bind it anew."""
    if not loop.element:
        return []
    condition = loop.branch.child_by_field_name("condition")
    return uses(place, loop.element, condition if condition is not None and _rebound(place, loop) else loop.branch)


def _rebound(place: Place, loop: _Loop) -> bool:
    lets = place.syntax.between(loop.branch.start_byte, loop.branch.end_byte, "let_declaration")
    return any(place.syntax.field(let, "pattern").removeprefix("mut ") == loop.element for let in lets)


def _as_element(place: Place, use: Node, text: str) -> tuple[Edit, ...]:
    parent = use.parent
    if parent is not None and parent.type == "unary_expression" and place.text(parent)[:1] == "*":
        return swapped(parent, text)
    if parent is not None and parent.type == "arguments":
        return swapped(use, f"&{text}")
    return swapped(use, text)


def _counted(place: Place, loop: _Loop) -> Iterator[Edit]:
    """Where nothing is removed the index goes up; nothing where that place does not show."""
    other, step, pad = (
        loop.branch.child_by_field_name("alternative"),
        f"{loop.index} += 1;",
        place.syntax.indent(loop.branch),
    )
    block = next((one for one in other.named_children if one.type == "block"), None) if other is not None else None
    if other is None:
        yield insert(loop.branch.end_byte, f" else {{\n{pad}    {step}\n{pad}}}")
    elif block is not None:
        yield insert(block.end_byte - 1, f"    {step}\n{pad}")
