"""Operators on conditions: what is no `bool` compared or asked, `!` and `-` on what does not take them, `=` for `==`.

Covered: numbers, Options, Results and texts as conditions. Not covered: which comparison is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.facts import NUMBER, plain
from nightschool.repair.operators.mismatch_facts import mismatches, starting_at
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place


@repairs("E0600 E0308 E0277", late=60)
def negation(place: Place) -> Iterator[Proposed]:
    """`!x` becomes `!x.is_empty()`, `x != 0`, `x.is_none()`; a number condition becomes `x != 0`."""
    for node in place.syntax.of("unary_expression"):
        cost, text = place.near(node), place.text(node)
        if cost is None or not node.named_children or text[:1] not in "!-":
            continue
        inner = place.text(node.named_children[0])
        for turn, text in enumerate(
            (
                f"{inner}.is_empty()",
                f"{inner} == 0",
                f"{inner}.is_none()",
                f"!{inner}.is_empty()",
                f"!*{inner}",
                f"-*{inner}",
                f"-({inner} as i64)",
                f"-({inner} as i32)",
                inner,
                f"{inner}.is_err()",
            )
        ):
            yield cost + turn * 0.4, swapped(node, text)


@repairs("E0308", late=60)
def condition(place: Place) -> Iterator[Proposed]:
    """A condition that is no `bool`: `x != 0`, `x.is_some()`; `=` becomes `==`."""
    for one in mismatches(place):
        for node in starting_at(place, one.at)[:2] if one.expected == "bool" else ():
            forms = (
                (" != 0", " > 0")
                if NUMBER.fullmatch(plain(one.found)) or one.found == "integer"
                else (".is_some()", ".is_ok()")
            )
            for turn, after in enumerate((*forms, "")):
                yield place.points.get(one.at, 1) + turn * 0.5, (insert(node.end_byte, after),)
            if node.parent is not None and node.parent.type == "assignment_expression":
                mark = node.parent.children[1]
                yield 0, swapped(mark, "==")
    for node in place.syntax.of("assignment_expression"):
        if place.near(node) is not None and len(node.children) == 3:
            yield 1, swapped(node.children[1], "==")
