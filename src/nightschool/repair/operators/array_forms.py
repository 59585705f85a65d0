"""Operators on a slice where an array is wanted: `try_into`, whose length is tested as the program runs.

Covered: arguments and values of which rustc expected `[T; N]` or a reference to one, with `unwrap` or `?`. Not covered:
arrays of other lengths, elements of other types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import POSTFIX, Place

WANTED = re.compile(
    r"expected `(&?)(?:'\w+ )?\[[^;`]+; (\w+)\]`, found `(?:&(?:'\w+ )?)?(?:mut )?(?:\[[^;`]+\]|Vec<[^`]+>)`"
)


@repairs("E0308", late=200)
def array_from_slice(place: Place) -> Iterator[Proposed]:
    """`u32::from_le_bytes(bytes)` of a slice becomes `u32::from_le_bytes(bytes.try_into().unwrap())`."""
    found = WANTED.search(place.message)
    for node in _given(place) if found is not None else ():
        text = place.text(node)
        if node.type == "reference_expression" and found is not None and not found[1]:
            text = re.sub(r"^&\s*(?:mut\s+)?", "", text)
        elif node.type not in POSTFIX:
            text = f"({text})"
        for rank, end in enumerate((".unwrap()", "?")):
            yield rank * 0.6, swapped(node, f"{text}.try_into(){end}")


def _given(place: Place) -> Iterator[Node]:
    """The values that start where rustc points first, the longest of each place."""
    for point, cost in place.points.items():
        starting = [node for _, node in place.values if node.start_byte == point] if cost == 0 else []
        if starting:
            yield max(starting, key=lambda one: one.end_byte)
