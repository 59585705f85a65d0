"""Operators on own fields that the program fills and nothing reads: what a value begins with where there is none yet.

Covered: an Option local that is asked as if it held something takes the field in its stead, in `.or(Some(..))`, and the
question about what is found there is mapped. Not covered: defaults at the very value (`defaulting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import fields, implemented
from nightschool.repair.operators.defaulting import COPIED
from nightschool.repair.operators.mismatch_facts import wrong_receivers
from nightschool.repair.operators.options import holder
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree_edits import Edit


@repairs("E0599", late=200)
def start_from_field(place: Place) -> Iterator[Proposed]:
    """`let x = a.last().copied();` ends in `.or(Some(self.start));`, and `x.and_then(..).m()` is mapped."""
    unread = _unread(place)
    if holder(place)[0] != "Option" or not unread:
        return
    for cost, access, receiver, _ in wrong_receivers(place):
        value = _bound_value(place, receiver)
        if value is None:
            continue
        rest = place.data[receiver.end_byte : access.end_byte].decode(errors="replace").lstrip()
        test = type_of(place, access) == "bool"
        way = f".is_some_and(|value| value{rest})" if test else f".map(|value| value{rest}).unwrap_or_default()"
        for turn, text in enumerate(unread[:2]):
            edits = insert(value.end_byte, f".or(Some({text}))"), Edit(receiver.end_byte, access.end_byte, way)
            yield cost + 0.5 + turn * 0.3, edits


def _bound_value(place: Place, receiver: Node) -> Node | None:
    """The call that the local is bound to with which a chain begins."""
    base = re.match(r"[a-z_]\w*(?=\.)", place.text(receiver))
    function = place.function_at(receiver.start_byte)
    for let in reversed(place.syntax.of("let_declaration")) if base is not None and base[0] != "self" else ():
        value = let.child_by_field_name("value")
        named = base is not None and place.syntax.field(let, "pattern") == base[0]
        if named and let.end_byte <= receiver.start_byte and place.function_at(let.start_byte) == function:
            return value if value is not None and value.type == "call_expression" else None
    return None


def _unread(place: Place) -> list[str]:
    """Own fields of types that are copied, which nothing reads."""
    owner = implemented(place, place.function)
    own = fields(place, place.item(owner, "struct_item")) if owner else ()
    found = [one for one in own if COPIED.fullmatch(one.type) and one.name.isidentifier()]
    return [f"self.{one.name}" for one in found if not re.search(rf"\.{one.name}\b", place.source)]
