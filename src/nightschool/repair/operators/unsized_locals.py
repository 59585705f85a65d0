"""Operators on variables that are bound to a part of a list or text without a size: a copy of it, or a reference.

Covered: `let x = list[..n];` and of a text. Not covered: trait objects (`trait_objects`), parameters and fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place

LACKS = re.compile(r"size for values of type `(str|\[[^`]*\])` cannot be known")


@repairs("E0277", late=200)
def own_part(place: Place) -> Iterator[Proposed]:
    """`let x = list[..n];` becomes `list[..n].to_vec()`, `text[..n].to_string()`, or `&list[..n]`."""
    found = LACKS.search(place.message)
    for node in place.syntax.of("let_declaration") if found else ():
        value, near = node.child_by_field_name("value"), place.near(node)
        if found and value is not None and value.type == "index_expression" and near is not None and near < 2:
            call = ".to_string()" if found[1] == "str" else ".to_vec()"
            yield near, (insert(value.end_byte, call),)
            yield near + 0.2, (insert(value.start_byte, "&"),)
