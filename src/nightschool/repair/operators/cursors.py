"""Operators on cursors that walk along mutable links: `place = &mut node.next;` where `place` is used after the walk.

Covered: `while let`, `if let` and `match` on the cursor itself, on `as_mut()` and on `*place` with `ref mut`; any
number of links. Not covered: walks that change the nodes that they pass, and cursors over indices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

STEP = re.compile(r"&mut (?P<node>[a-z_]\w*)\.(?P<link>[\w.]+)")
LOOKED = r"(?:&mut \*?|\*)?{0}(?:\.as_(?:deref_)?mut\(\))?"


@repairs("E0499 E0506 E0502 E0505 E0503", late=150)
def look_then_step(place: Place) -> Iterator[Proposed]:
    """`while let Some(n) = p.as_mut() { p = &mut n.next; }` looks at `p.as_ref()`, steps by `p.as_mut().unwrap()`."""
    for (cursor, _), (holder, steps) in _walks(place).items():
        value, pattern = holder.child_by_field_name("value"), holder.child_by_field_name("pattern") or holder
        if value is not None and re.fullmatch(LOOKED.format(cursor), place.text(value)):
            look = swapped(value, f"{cursor}.as_ref()")
            yield (
                0.2,
                (*look, *_plain(place, pattern), *(edit for step in steps for edit in _stepped(place, step, cursor))),
            )


def _walks(place: Place) -> dict[tuple[str, int], tuple[Node, list[Node]]]:
    """By cursor: the condition or match that looks at it in the function that rustc names, and the steps in there."""
    found: dict[tuple[str, int], tuple[Node, list[Node]]] = {}
    function = place.function
    if function is None:
        return found
    for step in place.syntax.between(function.start_byte, function.end_byte, "reference_expression"):
        link, assigned = STEP.fullmatch(place.text(step)), enclosing(step, "assignment_expression")
        cursor = place.syntax.field(assigned, "left") if assigned is not None else ""
        holder = _holder(place, step, link["node"]) if link is not None else None
        if holder is not None and re.fullmatch(r"[a-z_]\w*", cursor):
            found.setdefault((cursor, holder.start_byte), (holder, []))[1].append(step)
    return found


def _holder(place: Place, step: Node, name: str) -> Node | None:
    """The `let` condition or `match` around a step whose pattern binds the node in `Some`."""
    bound = re.compile(rf"Some\((?:ref )?(?:mut )?{name}\)")
    outer = step.parent
    while outer is not None and outer.type != "function_item":
        condition = outer.child_by_field_name("condition")
        if condition is not None and bound.fullmatch(place.syntax.field(condition, "pattern")):
            return condition
        if outer.type == "match_arm" and bound.match(place.syntax.field(outer, "pattern")):
            return enclosing(outer, "match_expression")
        outer = outer.parent
    return None


def _plain(place: Place, pattern: Node) -> Iterator[Edit]:
    """Bindings by mutable reference become plain ones."""
    for one in place.syntax.between(pattern.start_byte, pattern.end_byte, "ref_pattern"):
        yield Edit(one.start_byte, one.end_byte, re.sub(r"^ref\s+(mut\s+)?", "", place.text(one)))


def _stepped(place: Place, step: Node, cursor: str) -> tuple[Edit, ...]:
    found = STEP.fullmatch(place.text(step))
    return swapped(step, f"&mut {cursor}.as_mut().unwrap().{found['link']}") if found is not None else ()
