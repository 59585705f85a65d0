"""Operators on collections of references to a local that a function returns: converted to owned ones at the end.

Covered: `Vec`s, sets and maps that were filled with views, with the function's type. Not covered: single values and
what is owned when it is pushed (`owned`).
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.facts import generic_args
from nightschool.repair.operators.lifetimes import heads
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.type_lifetimes import owned_type
from nightschool.repair.operators.value_positions import results
from nightschool.repair.place import Place

LISTS = ("Vec", "VecDeque", "HashSet", "BTreeSet", "BinaryHeap")
MAPS = ("HashMap", "BTreeMap")


@repairs("E0515 E0505 E0597", late=100)
def own_results(place: Place) -> Iterator[Proposed]:
    """`-> Vec<&str> { .. found }` becomes `-> Vec<String> { .. found.into_iter().map(str::to_string).collect() }`."""
    for far, function in heads(place):
        kind = function.child_by_field_name("return_type")
        ends = [node for node in results(place, function) if node.type == "identifier"]
        call = _conversion(place.text(kind))
        if kind is not None and ends and call:
            edits = [insert(node.end_byte, f".into_iter().map({call}).collect()") for node in ends]
            yield far + 0.3, (*swapped(kind, owned_type(place.text(kind))), *edits)


def _conversion(kind: str) -> str:
    """What turns an element of a collection of references into an owned one; empty if there is nothing to own."""
    head, args = generic_args(kind)
    calls = [_owning(arg) for arg in args]
    if head in LISTS and len(args) == 1 and calls[0]:
        return "str::to_string" if calls[0] == ".to_string()" else f"|item| item{calls[0]}"
    if head in MAPS and len(args) == 2 and any(calls):
        return f"|(key, value)| (key{calls[0]}, value{calls[1]})"
    return ""


def _owning(kind: str) -> str:
    if not kind.startswith("&"):
        return ""
    return ".to_string()" if kind.endswith("str") else ".to_vec()" if kind.endswith("]") else ".clone()"
