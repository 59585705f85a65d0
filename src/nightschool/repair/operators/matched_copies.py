"""Operators that copy what an `if let`, a `match` or a `let .. else` looks at, so that its body may change the owner.

Covered: `cloned()` and its like behind a look-up, with loops over what the pattern binds. Not covered: plain `let`s
(`naming`), the scrutinee of a move (`moving`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.ownership_facts import labelled, within
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

COPIES = (".cloned()", ".copied()", ".clone()", ".map(|found| found.to_string())")


@repairs("E0502 E0499 E0505 E0506", late=120)
def copy_what_is_matched(place: Place) -> Iterator[Proposed]:
    """`if let Some(xs) = m.get(k)` becomes `if let Some(xs) = m.get(k).cloned()`, and `for x in xs` goes over `&xs`."""
    for at, (_, node) in enumerate(labelled(place, "borrow occurs here", "is borrowed here", "borrow of `")):
        holder = enclosing(node, "let_condition", "match_expression", "let_declaration", "block")
        value = holder.child_by_field_name("value") if holder is not None and holder.type != "block" else None
        if holder is None or value is None or not within(node, value):
            continue
        loops = _loops(place, holder)
        for turn, call in enumerate(COPIES):
            copied = insert(value.end_byte, call)
            if loops:
                yield at + turn * 0.3, (copied, *loops)
            if holder.type != "let_declaration":
                yield at + turn * 0.3 + 0.1, (copied,)


def _loops(place: Place, holder: Node) -> tuple[Edit, ...]:
    """Loops over a name that a pattern binds go over a reference to it."""
    patterns = [holder.child_by_field_name("pattern")]
    if holder.type == "match_expression":
        patterns = [arm.child_by_field_name("pattern") for arm in place.syntax.of("match_arm") if within(arm, holder)]
    names = {name for pattern in patterns for name in bound_names(place, pattern)}
    function = enclosing(holder, "function_item")
    values = [loop.child_by_field_name("value") for loop in place.syntax.of("for_expression")]
    return tuple(
        insert(value.start_byte, "&")
        for value in values
        if value is not None and function is not None and within(value, function) and place.text(value) in names
    )
