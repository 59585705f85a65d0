"""Operators on maps that borrow values from something too short-lived: the map owns the value or the key.

Covered: the written type of the map, the insert, functions that take the map, look-ups that copied the reference. Not
covered: lists and maps without a written type (`stored`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.facts import generic_args
from nightschool.repair.operators.ownership_facts import bindings
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.type_lifetimes import owned_type
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls


@repairs("E0597 E0505 E0716 E0502 E0506 E0515", late=100)
def own_in_map(place: Place) -> Iterator[Proposed]:
    """`m.insert(k, &v)` into a `HashMap<&str, &str>` becomes `m.insert(k, v)` into a `HashMap<&str, String>`."""
    for call, receiver, _ in method_calls(place.syntax, "insert"):
        arguments, kind = call.child_by_field_name("arguments"), _map_type(place, place.text(receiver), call.start_byte)
        given = [node for node in arguments.named_children if "comment" not in node.type] if arguments else []
        if not kind or len(given) != 2 or place.near(call) is None:
            continue
        for turn, at in enumerate((1, 0)):
            new = _owned(kind, at)
            if new != kind:
                calls = [".to_string()", ""] if generic_args(kind)[1][at].endswith("str") else [".clone()", ""]
                marked = place.text(given[at]).startswith("&")
                for late, copy in enumerate(calls[::-1] if marked else calls):
                    mark = (Edit(given[at].start_byte, given[at].start_byte + 1),) if marked else ()
                    owned = (insert(given[at].end_byte, copy),) if copy else ()
                    edits = (*_types(place, kind, new), *mark, *owned)
                    yield turn * 0.4 + late * 0.2, edits
                    yield turn * 0.4 + late * 0.2 + 0.1, (*edits, *_views(place, kind, new))


def _map_type(place: Place, name: str, offset: int) -> str:
    """The written type of a local map; empty if it has none."""
    for node in bindings(place, name, offset)[:1]:
        kind = node.parent.child_by_field_name("type") if node.parent is not None else None
        head, args = generic_args(place.text(kind))
        if head in ("HashMap", "BTreeMap") and len(args) == 2:
            return place.text(kind)
    return ""


def _owned(kind: str, at: int) -> str:
    """The type of a map with its key (0) or value (1) owned."""
    args = list(generic_args(kind)[1])
    args[at] = owned_type(args[at]) if args[at].startswith("&") else args[at]
    return f"{kind[: kind.index('<')]}<{', '.join(args)}>"


def _types(place: Place, kind: str, new: str) -> tuple[Edit, ...]:
    """The type wherever the file writes it, so also in functions that take the map."""
    return tuple(
        edit for node in place.syntax.of("generic_type") if place.text(node) == kind for edit in swapped(node, new)
    )


def _views(place: Place, kind: str, new: str) -> Iterator[Edit]:
    """Look-ups that copied a reference view the owned value instead."""
    view = ".map(String::as_str)" if generic_args(new)[1][1] == "String" else ""
    for call, receiver, _ in method_calls(place.syntax, "copied", "cloned"):
        looked = re.match(r"(\w+)\s*\.(?:get|values|remove)\(", place.text(receiver))
        found = bindings(place, looked[1], call.start_byte)[:1] if looked else []
        held = found[0].parent if found else None
        if held is not None and place.syntax.field(held, "type").lstrip("&").strip() == kind:
            yield Edit(receiver.end_byte, call.end_byte, view)
