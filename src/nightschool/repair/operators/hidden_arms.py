"""Operators on an arm that no value can reach, where that is denied: it goes before the arm that takes its values.

Covered: whole arms of one match that rustc names together. Not covered: arms that are to go (`drop-unused`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

SAID = ("no value can reach", "unreachable pattern")
TAKES = ("matches any value", "matches all the relevant values", "matches some of the same values")


@repairs("none unreachable_patterns", late=300)
def hidden_arm_first(place: Place) -> Iterator[Proposed]:
    """`_ => a, 0 => b,` becomes `0 => b, _ => a,`."""
    for diagnostic in place.diagnostics:
        if "unreachable pattern" not in diagnostic.message:
            continue
        labels = [(place.offset(one.line, one.column), one) for one in diagnostic.labels]
        hidden = [_arm(place, at) for at, one in labels if one.primary or one.text.startswith(SAID)]
        taking = [_arm(place, at) for at, one in labels if not one.primary and one.text.startswith(TAKES)]
        for late, early in ((late, early) for late in hidden for early in taking):
            if late is not None and early is not None and late.parent == early.parent and late != early:
                yield 0.0, _moved(place, late, early)


def _arm(place: Place, at: int) -> Node | None:
    node = place.syntax.root.descendant_for_byte_range(at, at)
    return enclosing(node, "match_arm") if node is not None and node.type != "match_arm" else node


def _moved(place: Place, late: Node, early: Node) -> tuple[Edit, ...]:
    """The arm's text before the other one, and no longer where it was."""
    text = place.text(late).rstrip()
    start = len(place.data[: late.start_byte].rstrip())
    comma = "" if text.endswith((",", "}")) else ","
    between = place.data[start : late.start_byte].decode(errors="replace")
    return insert(early.start_byte, f"{text}{comma}{between}"), Edit(start, late.end_byte)
