"""Operators on calls whose error type was inferred and is another: E0271 at `text.parse()`.

Covered: `map_err` behind the call that rustc names, and behind all of them. Not covered: errors that `?` does not
convert (`results`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.wrapper_forms import map_err_calls, spot
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import method_calls


def named_calls(place: Place) -> list[Node]:
    """Method calls whose name rustc names, in the order of the text."""
    found = []
    for call, receiver, _ in method_calls(place.syntax):
        if any(receiver.end_byte < point < call.end_byte and _is_name(call, point) for point in place.points):
            found.append(call)
    return sorted(found, key=lambda one: one.start_byte)


def _is_name(call: Node, point: int) -> bool:
    function = call.child_by_field_name("function")
    if function is not None and function.type == "generic_function":
        function = function.child_by_field_name("function")
    name = function.child_by_field_name("field") if function is not None else None
    return name is not None and name.start_byte == point


@repairs("E0271", late=100)
def map_inferred_error(place: Place) -> Iterator[Proposed]:
    """`x.parse()` becomes `x.parse().map_err(..)` where its error was taken for the function's; all alike together."""
    if "::Err ==" not in place.message and "::Error ==" not in place.message:
        return
    calls = named_calls(place)
    for turn, call in enumerate(calls[:5]):
        for number, text in enumerate(map_err_calls(spot(place, call.start_byte, call), 14)):
            yield turn * 0.4 + number * 0.3, (insert(call.end_byte, text),)
    for number, text in enumerate(map_err_calls(spot(place, calls[0].start_byte), 8) if len(calls) > 1 else ()):
        yield number * 0.4, tuple(insert(call.end_byte, text) for call in calls)
