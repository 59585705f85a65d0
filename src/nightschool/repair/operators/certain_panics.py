"""Operators on what rustc knows to panic: an index past the end, arithmetic that overflows.

Covered: indices into arrays of known length, arithmetic of integers. Not covered: hiding the panic from rustc, which
other operators may propose and a chooser has to see through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

_INDEX = re.compile(r"the length is (\d+) but the index is (\d+)")
WRAPPING = {"+": "add", "-": "sub", "*": "mul", "<<": "shl", ">>": "shr"}
KINDS = ("wrapping", "saturating")


@repairs("unconditional_panic", late=400)
def last_index(place: Place) -> Iterator[Proposed]:
    """`table[3]` of three values becomes `table[2]`."""
    for length, index in _INDEX.findall(place.message):
        for node in place.syntax.of("index_expression"):
            near, at = place.near(node), node.named_children[-1]
            if near is not None and int(length) and place.text(at).rstrip("usize_") == index:
                yield near, (Edit(at.start_byte, at.end_byte, str(int(length) - 1)),)


@repairs("arithmetic_overflow", late=400)
def spelt_overflow(place: Place) -> Iterator[Proposed]:
    """`a + b` becomes `a.wrapping_add(b)`, or `saturating_add`."""
    for node in place.syntax.of("binary_expression"):
        near, sign = place.near(node), place.text(node.child_by_field_name("operator"))
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if near is None or left is None or right is None or sign not in WRAPPING:
            continue
        for rank, kind in enumerate(KINDS[:1] if sign in ("<<", ">>") else KINDS):
            value = place.text(left) if left.type != "binary_expression" else f"({place.text(left)})"
            call = f"{value}.{kind}_{WRAPPING[sign]}({place.text(right)})"
            yield near + rank / 2, (Edit(node.start_byte, node.end_byte, call),)
