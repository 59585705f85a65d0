"""Operators on Results gathered from a chain whose error is another than the function's: mapped where each comes up.

Covered: `map_err` in the last closure of the chain, with `collect::<Result<_, _>>()?`. Not covered: `map_err` behind
the whole (`collecting`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.collecting import ending_calls, gathered_type
from nightschool.repair.operators.mismatch_facts import function_kind
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.wrapper_forms import map_err_calls, spot
from nightschool.repair.place import POSTFIX, Place
from nightschool.rust.tree_edits import Edit


@repairs("E0277", late=60)
def gather_mapped(place: Place) -> Iterator[Proposed]:
    """`.map(|x| f(x)).collect()` becomes `.map(|x| f(x).map_err(..)).collect::<Result<_, _>>()?`."""
    for cost, call, receiver, name in ending_calls(place, "collect", "sum", "product"):
        body = _last_value(place, receiver)
        if body is None or "Result<" not in place.message or function_kind(place, call.start_byte) != "Result":
            continue
        inner = gathered_type(place, call) or ("Vec<_>" if name == "collect" else "_")
        for turn, text in enumerate(map_err_calls(spot(place, body.start_byte, body), 6)):
            whole = Edit(receiver.end_byte, call.end_byte, f".{name}::<Result<{inner}, _>>()?")
            yield cost + 0.8 + turn * 0.5, (insert(body.end_byte, text), whole)


def _last_value(place: Place, receiver: Node) -> Node | None:
    """What the closure of the `map` at the end of a chain gives, if a method can follow it."""
    if not place.syntax.field(receiver, "function").endswith(".map"):
        return None
    arguments = receiver.child_by_field_name("arguments")
    closure = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    body = closure.child_by_field_name("body") if closure is not None and closure.type == "closure_expression" else None
    return body if body is not None and body.type in POSTFIX and body.type != "block" else None
