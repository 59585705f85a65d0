"""Operators on a reference to a copy that ends with its function, where a reference to the place itself was meant.

Covered: a variable with a copy of a place whose reference is returned. Not covered: copies without a name
(`references`), owned results (`owned`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import within
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.operators.value_positions import results
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

COPIED = re.compile(r"([\w.\[\]()&* +-]+?)\.(?:clone|to_owned|to_vec|to_string)\(\)")


@repairs("E0515 E0597", late=100)
def give_place(place: Place) -> Iterator[Proposed]:
    """`let x = a[i].clone(); &mut x` becomes `let x = &mut a[i]; x`."""
    for variable in place.syntax.variables:
        value, function = (
            variable.declaration.child_by_field_name("value"),
            enclosing(variable.declaration, "function_item"),
        )
        copied = COPIED.fullmatch(variable.value)
        if value is None or function is None or copied is None or not place.touches(function):
            continue
        given = _references(place, function, variable.name)
        if given:
            mut = "mut " if any(child(node, "mutable_specifier") is not None for node in given) else ""
            still = child(variable.declaration, "mutable_specifier")
            head = (Edit(still.start_byte, still.end_byte + 1),) if still is not None else ()
            marks = [edit for node in given for edit in swapped(node, variable.name)]
            yield 0.0, (*head, *swapped(value, f"&{mut}{copied[1].lstrip('&')}"), *marks)


def _references(place: Place, function: Node, name: str) -> list[Node]:
    """`&x` and `&mut x` in what a function returns."""
    ends = list(results(place, function))
    marked = [node for node in place.syntax.of("reference_expression") if place.syntax.field(node, "value") == name]
    return [node for node in marked if any(within(node, end) for end in ends)]
