"""Operators on several orders of floats at once: sorts, largest and smallest elements, comparisons.

Covered: `sort`, `max`, `min` and `cmp` near what rustc names, all in one repair. Not covered: one of them alone, and
keys (`idioms`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.idioms import ORDERED
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

NO_CMP = re.compile(r"`&?f(?:32|64)` is not an iterator")
"""What rustc says of `a.cmp(&b)` of floats: only iterators have such a method."""
NO_ORD = re.compile(r"`f(?:32|64)`?: (?:std::cmp::)?Ord|f(?:32|64): Ord")


@repairs("E0599 E0277", late=200)
def compare_floats(place: Place) -> Iterator[Proposed]:
    """`a.cmp(&b)` of floats becomes `a.total_cmp(&b)`, with the sorts and ends of floats that rustc names."""
    compared = list(_compared(place)) if NO_CMP.search(place.message) else []
    every = [*_ordered(place), *(edit for _, name in compared for edit in swapped(name, "total_cmp"))]
    if len(every) > 1:
        yield 0.0, tuple(every)
    for call, name in compared:
        yield 0.1, swapped(name, "total_cmp")
        yield 0.5, (*swapped(name, "partial_cmp"), insert(call.end_byte, ".unwrap_or(std::cmp::Ordering::Equal)"))


def _compared(place: Place) -> Iterator[tuple[Node, Node]]:
    """(call, its name) of each `cmp` that rustc points at."""
    for call, _, _ in method_calls(place.syntax, "cmp"):
        function = call.child_by_field_name("function")
        name = function.child_by_field_name("field") if function is not None else None
        if name is not None and name.start_byte in place.points:
            yield call, name


def _ordered(place: Place) -> Iterator[Edit]:
    """Each sort, largest or smallest element near, by `total_cmp`."""
    for call, receiver, name in method_calls(place.syntax, *ORDERED) if NO_ORD.search(place.message) else ():
        if place.near(call) is not None:
            yield Edit(receiver.end_byte, call.end_byte, f".{ORDERED[name][0]}")
