"""Operators on values that are given where a closure is asked for which makes them.

Covered: `get_or_init(Mutex::new(x))`, `unwrap_or_else(value)`, `map(x + 1)`: the value behind `||` or `|_|`, and the
sibling method that takes the value. Not covered: closures with other arguments than are wanted (`closures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place

ASKED = re.compile(r"expected an? `Fn(?:Mut|Once)?\(([^)]*)\)`? closure, found")
EAGER = {
    "unwrap_or_else": "unwrap_or", "or_insert_with": "or_insert", "ok_or_else": "ok_or", "or_else": "or",
    "map_or_else": "map_or", "resize_with": "resize", "then": "then_some", "get_or_insert_with": "get_or_insert",
}  # fmt: skip
"""Methods that take a closure, and those that take the value."""


@repairs("E0277", late=200)
def lazy_argument(place: Place) -> Iterator[Proposed]:
    """`get_or_init(Vec::new())` becomes `get_or_init(|| Vec::new())`, `unwrap_or_else(0)` becomes `unwrap_or(0)`."""
    asked = ASKED.search(place.message)
    if asked is None:
        return
    wanted = asked[1].strip().rstrip(",")
    given = "|" + ", ".join("_" for _ in wanted.split(",") if wanted) + "|"
    for arguments in place.syntax.of("arguments"):
        named = [one for one in arguments.named_children if place.points.get(one.start_byte) == 0]
        function = arguments.parent.child_by_field_name("function") if arguments.parent is not None else None
        for one in named:
            if one.type == "closure_expression":
                continue
            yield 0.0, (insert(one.start_byte, f"{given} "),)
            yield 0.6, (insert(one.start_byte, f"move {given} "),)
            field = function.child_by_field_name("field") if function is not None else None
            if field is not None and place.text(field) in EAGER:
                yield 0.2, swapped(field, EAGER[place.text(field)])
