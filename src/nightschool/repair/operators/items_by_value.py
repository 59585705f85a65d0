"""Operators on iterators whose elements are references where values are wanted: `copied` or `cloned`.

Covered: `iter`, `values`, `keys` and sets' calls, in what rustc names or in the `let` that makes it, where a bound on
the iterator's elements fails. Not covered: closures that take values (`closures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import method_calls

WANTS = re.compile(
    r"(?:slice::|vec_deque::|\b)(?:Iter|Values|Keys)<[^`]*trait bounds were not satisfied|unsatisfied trait bounds"
    r"|type mismatch resolving `<[^`]*as (?:std::iter::)?(?:Iterator|IntoIterator)>::Item|::Item == "
    r"|to be an iterator that yields `(?!&)"
)
GIVES = ("iter", "values", "keys", "difference", "intersection", "union")


@repairs("E0271 E0599 E0277", late=200)
def items_by_value(place: Place) -> Iterator[Proposed]:
    """`Pairs::new(bytes.iter())` becomes `Pairs::new(bytes.iter().copied())` for an adapter over `u8`."""
    if WANTS.search(place.message) is None:
        return
    for call, _, name in method_calls(place.syntax, *GIVES):
        near = place.near(call)
        after = place.data[call.end_byte : call.end_byte + 8]
        if near is None or after.startswith((b".copied", b".cloned", b".map(")):
            continue
        late = 0.0 if name == "iter" else 0.2
        yield near * 0.1 + late, (insert(call.end_byte, ".copied()"),)
        yield near * 0.1 + late + 0.4, (insert(call.end_byte, ".cloned()"),)
