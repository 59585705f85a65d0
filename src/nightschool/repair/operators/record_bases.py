"""Operators on `..` without a base in a value of a struct.

Covered: the default of the fields, or a value of the type by its own constructor. Not covered: patterns, where `..`
stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place

BASES = ("Default::default()", "Self::default()", "Self::new()")


@repairs("E0797", late=300)
def base_of_record(place: Place) -> Iterator[Proposed]:
    """`Query { table, .. }` becomes `Query { table, ..Default::default() }`."""
    if "E0797" not in place.codes:
        return
    for point, cost in place.points.items():
        at = point + 2 if place.data[point : point + 2] == b".." else point
        if place.data[max(at - 2, 0) : at] == b"..":
            yield from ((cost + turn * 0.4, (insert(at, base),)) for turn, base in enumerate(BASES))
