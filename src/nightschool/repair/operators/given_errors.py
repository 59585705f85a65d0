"""Operators on a text or value given as an error where the function's error type has a variant for it.

Covered: what `ok_or`, `ok_or_else` and `map_err` are given, put into a variant of one field of its type. Not covered:
errors that come from elsewhere (`error_variants`), variants that hold nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import variants
from nightschool.repair.operators.error_variants import pair_at
from nightschool.repair.operators.item_facts import last_name
from nightschool.repair.operators.register import Proposed, around, repairs
from nightschool.repair.operators.value_positions import leaves
from nightschool.repair.place import Place

GIVING = ("ok_or", "ok_or_else", "map_err")


@repairs("E0277", late=200)
def given_error_in_variant(place: Place) -> Iterator[Proposed]:
    """`x.ok_or("name")?` becomes `x.ok_or(E::Missing("name"))?` where `Missing(&'static str)` is a variant."""
    for node in place.syntax.of("try_expression"):
        pair = pair_at(place, node.end_byte - 1)
        value = _given(place, node.named_children[0]) if pair and node.named_children else None
        if pair is None or value is None:
            continue
        for turn, (path, text) in enumerate(_holders(place, *pair)):
            yield turn * 0.4, around(value, f"{path}(", f"{text})")


def _given(place: Place, call: Node) -> Node | None:
    """What the call before the `?` makes its error of."""
    function, listed = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    named = place.syntax.field(function, "field") if function is not None else ""
    if listed is None or named not in GIVING or len(listed.named_children) != 1:
        return None
    value = listed.named_children[0]
    if value.type == "closure_expression":
        return next(iter(leaves(value.child_by_field_name("body"))), None)
    return value if named == "ok_or" else None


def _holders(place: Place, have: str, wanted: str) -> Iterator[tuple[str, str]]:
    """(path, conversion) of the variants of one field that hold a value of that type."""
    item = place.item(last_name(wanted), "enum_item")
    for one in variants(place, item):
        kind = re.sub(r"'\w+\s+", "", one.fields[0].type) if one.shape == "(" and len(one.fields) == 1 else ""
        path = f"{place.syntax.name(item)}::{one.name}" if item is not None else one.name
        if kind and (kind == have or last_name(kind) == last_name(have)):
            yield path, ""
        elif kind == "String" and have == "&str":
            yield path, ".to_string()"
