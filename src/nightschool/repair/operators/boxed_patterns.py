"""Operators on patterns of what is inside a box: the value is matched through its `Box`, `Rc` or `Arc`.

Covered: one value, and the values of a tuple, all of them or one, where rustc expected the pointer in a pattern. Not
covered: texts (`matching`), moving out of a box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

BOXED = re.compile(r"expected `&*(Box|Rc|Arc)<")
HOLDERS = ("match_expression", "let_condition", "let_declaration")


@repairs("E0308", late=200)
def match_inside_box(place: Place) -> Iterator[Proposed]:
    """`match (&left, &right)` of boxes becomes `match (&*left, &*right)`, `match boxed` becomes `match &**boxed`."""
    if BOXED.search(place.message) is None:
        return
    for value in _matched(place):
        parts = [*value.named_children] if value.type == "tuple_expression" else [value]
        for rank, marks in enumerate((("*", "*"), ("*", "**"), ("**", "**"))):
            yield rank * 0.3, tuple(edit for one in parts for edit in _opened(place, one, *marks))
        for one in parts if len(parts) > 1 else ():
            yield 1.0, _opened(place, one, "*", "**")


def _matched(place: Place) -> Iterator[Node]:
    """The values that rustc names and patterns are matched with."""
    for node in place.syntax.of(*HOLDERS):
        value = node.child_by_field_name("value")
        if value is not None and place.near(value) is not None:
            yield value


def _opened(place: Place, node: Node, lent: str, plain: str) -> tuple[Edit, ...]:
    """A reference to what is inside: of `&x` with the first stars, of `x` with the second."""
    text = place.text(node)
    if node.type == "reference_expression" and not text.startswith("&mut"):
        inner = re.sub(r"^&\s*", "", text)
        return swapped(node, f"&{lent}{inner}")
    if node.type == "unary_expression":
        return swapped(node, f"&*{text}")
    return swapped(node, f"&{plain}{text}")
