"""Operators on one value: borrow it, dereference it, clone it."""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place

BORROW = "E0382 E0499 E0502 E0505 E0506 E0507 E0515 E0596 E0597 E0594 E0716 E0373 E0521"
TYPES = "E0308 E0277 E0599 E0614 E0369 E0282 E0283 E0608 E0609 E0610"
PREFIXES = (("&", 0.0), ("*", 0.0), ("&mut ", 0.5), ("&*", 2.0), ("**", 2.0), ("&**", 4.0))


@repairs(f"{BORROW} E0308 E0277", late=25)
def clone(place: Place) -> Iterator[Proposed]:
    """`x` becomes `x.clone()`."""
    for cost, node in place.postfix():
        yield cost, (insert(node.end_byte, ".clone()"),)


@repairs(f"{BORROW} {TYPES}")
def borrow_or_dereference(place: Place) -> Iterator[Proposed]:
    """`x` becomes `&x`, `*x`, `&mut x` and the like."""
    starts: dict[int, int] = {}
    for cost, node in place.values:
        starts[node.start_byte] = min(cost, starts.get(node.start_byte, cost))
    for start, cost in starts.items():
        for text, more in PREFIXES:
            yield cost + more, (insert(start, text),)
