"""Operators on looking a text up in a list of owned texts: `names.contains(text)`."""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, around, repairs, swapped
from nightschool.repair.place import Place

WANTED = "`&String`"


@repairs("E0308", late=60)
def text_among_owned(place: Place) -> Iterator[Proposed]:
    """`names.contains(text)` becomes `names.iter().any(|one| one == text)` or `names.contains(&text.to_string())`."""
    if WANTED not in place.message:
        return
    for cost, node in place.values:
        call = node.parent.parent if node.parent is not None and node.parent.type == "arguments" else None
        if call is None or call.type != "call_expression" or cost > 1:
            continue
        function = call.child_by_field_name("function")
        given = place.text(node)
        if function is not None and function.type == "field_expression":
            held = place.text(function.child_by_field_name("value"))
            if place.syntax.field(function, "field") == "contains":
                yield cost, swapped(call, f"{held}.iter().any(|one| one == {given})")
        if not given.startswith("&"):
            yield cost + 0.5, around(node, "&", ".to_string()")
