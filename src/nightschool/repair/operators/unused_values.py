"""Operators on a variable that nothing uses although it should: what follows uses it, or it takes its source's name.

Covered: a variable made from another one that what follows goes on using. Not covered: dropping it (`lints`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place, is_no_value
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

MOST = 4
"""Most sources of a variable that are looked at."""


@repairs("none unused_variables", late=300)
def use_variable(place: Place) -> Iterator[Proposed]:
    """`let b = f(a); g(a)` with an unused `b` becomes `g(b)`, or `let a = f(a); g(a)`."""
    for node in place.syntax.of("let_declaration") if "unused variable" in place.message else ():
        pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        holder = enclosing(node, "block")
        if pattern is None or value is None or holder is None or pattern.type != "identifier":
            continue
        near = place.near(pattern)
        if near is None or place.text(pattern) not in place.names:
            continue
        for rank, source in enumerate(_sources(place, value)[:MOST]):
            uses = _uses(place, source, node.end_byte, holder.end_byte)
            if uses:
                yield near + rank * 0.4, _renamed(place, uses, place.text(pattern))
                yield near + rank * 0.4 + 0.2, swapped(pattern, source)
            if len(uses) > 1:
                yield near + rank * 0.4 + 0.3, _renamed(place, uses[:1], place.text(pattern))


def _sources(place: Place, value: Node) -> list[str]:
    """Names that a value is made from, in their order."""
    found = place.syntax.between(value.start_byte, value.end_byte, "identifier")
    return list(dict.fromkeys(place.text(one) for one in found if not is_no_value(one) and not _is_called(one)))


def _is_called(node: Node) -> bool:
    return node.parent is not None and node.parent.child_by_field_name("function") == node


def _uses(place: Place, name: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where a name is used between two offsets, also inside the text of formats."""
    found = [(one.start_byte, one.end_byte) for one in place.syntax.between(start, stop, "identifier")
             if place.text(one) == name and not is_no_value(one) and not _is_called(one)]  # fmt: skip
    for macro in place.syntax.between(start, stop, "token_tree"):
        inner = place.data[macro.start_byte : macro.end_byte]
        for one in re.finditer(rb"(?<![\w.\"])%b(?=\W)(?!\s*\()|(?<=\{)%b(?=[:}])" % ((name.encode(),) * 2), inner):
            found.append((macro.start_byte + one.start(), macro.start_byte + one.end()))
    return sorted(set(found))


def _renamed(place: Place, uses: list[tuple[int, int]], name: str) -> tuple[Edit, ...]:
    return tuple(Edit(start, stop, name) for start, stop in uses)
