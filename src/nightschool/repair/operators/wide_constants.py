"""Operators on constants that their type cannot hold: a wider type.

Covered: `const` and `static` items of whole numbers whose value overflows, with casts where the file reads them at the
old width. Not covered: sums in functions, where a `checked_` call is as likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, around, repairs, swapped
from nightschool.repair.place import Place, is_no_value
from nightschool.rust.tree_edits import Edit

OVERFLOWS = re.compile(r"overflow|out of range")
WIDER = {
    "u8": ("u16", "u32", "u64"), "u16": ("u32", "u64"), "u32": ("u64", "u128"), "u64": ("u128",),
    "i8": ("i16", "i32", "i64"), "i16": ("i32", "i64"), "i32": ("i64", "u64", "u32"), "i64": ("i128", "u64"),
    "usize": ("u64", "u128"), "isize": ("i64", "i128"),
}  # fmt: skip


@repairs("E0080 none", late=200)
def wider_constant(place: Place) -> Iterator[Proposed]:
    """`const MOST: u32 = 6 * 1024 * 1024 * 1024;` becomes `u64`, and what reads it as `u32` casts."""
    if OVERFLOWS.search(place.message) is None:
        return
    for item in place.syntax.of("const_item", "static_item"):
        kind, value = item.child_by_field_name("type"), item.child_by_field_name("value")
        had = place.text(kind)
        if kind is None or value is None or place.near(value) is None or had not in WIDER:
            continue
        for rank, wider in enumerate(WIDER[had]):
            yield 0.1 + rank * 0.4, swapped(kind, wider)
            cast = tuple(_cast(place, place.syntax.name(item), had))
            if cast:
                yield 0.3 + rank * 0.4, (*swapped(kind, wider), *cast)


def _cast(place: Place, name: str, kind: str) -> Iterator[Edit]:
    """Reads of a constant in the type it had, except those that are converted where they stand."""
    for node in place.syntax.of("identifier"):
        if place.text(node) != name or is_no_value(node):
            continue
        before = place.data[: node.start_byte].decode(errors="replace")
        after = place.data[node.end_byte : node.end_byte + 8].decode(errors="replace")
        if not re.search(r"\b[iu]\w+::(?:try_)?from\($", before) and not re.match(r"\s+as\b", after):
            yield from around(node, "(", f" as {kind})")
