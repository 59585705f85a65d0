"""Operators on collections whose type stands in several places of a function: all of them own.

Covered: a value or key that is stored borrowed, with every `let` type and the result of the function that borrow a
`str` or a slice. Not covered: one collection alone (`stored`, `stored_maps`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import within
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.stored import STORES
from nightschool.repair.operators.type_lifetimes import owned_type
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls


@repairs("E0597 E0515 E0505 E0716", late=120)
def own_through_function(place: Place) -> Iterator[Proposed]:
    """`m.entry(&w)` becomes `m.entry(w.to_string())`, and each `let` and result of `&str`s is one of `String`s."""
    for call, _, _ in method_calls(place.syntax, *STORES):
        arguments, function = call.child_by_field_name("arguments"), enclosing(call, "function_item")
        given = [node for node in arguments.named_children if "comment" not in node.type] if arguments else []
        types = _types(place, function) if function is not None and given and place.touches(function) else ()
        if len(types) < 2:
            continue
        for value in given[:2]:
            inner = value.child_by_field_name("value") if value.type == "reference_expression" else None
            mark = (Edit(value.start_byte, inner.start_byte),) if inner is not None else ()
            for late, copy in enumerate(("", ".to_string()") if mark else (".to_string()",)):
                owned = (insert(value.end_byte, copy),) if copy else ()
                yield 0.5 + late * 0.3, (*types, *mark, *owned)


def _types(place: Place, function: Node) -> tuple[Edit, ...]:
    """Generic types of `let`s and of the result that hold references, owned."""
    result = function.child_by_field_name("return_type")
    found = [one.child_by_field_name("type") for one in place.syntax.of("let_declaration") if within(one, function)]
    kinds = [kind for kind in (*found, result) if kind is not None and "<" in place.text(kind)]
    changed = [kind for kind in kinds if not place.text(kind).startswith("&") and "&" in place.text(kind)]
    return tuple(edit for kind in changed for edit in swapped(kind, owned_type(place.text(kind))))
