"""Operators on bounds that methods of a generic type need, not the type: where rustc says that a method is not there.

Covered: traits of the file that declare the missing methods, on every method that calls one; arithmetic whose result is
another parameter. Not covered: bounds of `std` by name (`method_bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.bound_facts import PATHS, quoted_traits
from nightschool.repair.operators.bounds import with_predicate
from nightschool.repair.operators.item_facts import items, owner, type_parameters
from nightschool.repair.operators.method_bounds import ARITHMETIC
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import DEFINES, Place

MISSING = re.compile(r"no method named `(\w+)` found for (?:[\w ]+ )?`&?(?:mut )?(\w+)`")


@repairs("E0599", late=200)
def own_trait_where_called(place: Place) -> Iterator[Proposed]:
    """Methods that call a trait of the file on a `T` get `where T: Trait`, all together."""
    wanted = dict.fromkeys((trait, kind) for name, kind in MISSING.findall(place.message)
                           for trait in _declaring(place, name))  # fmt: skip
    for rank, (trait, kind) in enumerate(wanted):
        found = [one for one in place.syntax.of("function_item") if _is_asked(place, one, kind)]
        if found:
            yield rank * 0.4, tuple(with_predicate(place, one, f"{kind}: {trait}") for one in found)


def _declaring(place: Place, name: str) -> list[str]:
    """Traits of the file with a method of that name."""
    traits = place.syntax.of("trait_item")
    return [place.syntax.name(one) for one in traits
            if name in map(place.syntax.name, items(one, "function_item", "function_signature_item"))]  # fmt: skip


def _is_asked(place: Place, function: Node, kind: str) -> bool:
    """Whether rustc names a line of a method of an own `impl` with that parameter."""
    block = owner(function)
    if block is None or block.type != "impl_item" or block.child_by_field_name("trait") is not None:
        return False
    named = [line for line, cost in place.lines.items() if cost < DEFINES]
    inside = any(place.line(function.start_byte) <= line <= place.line(function.end_byte) for line in named)
    return inside and kind in map(place.syntax.name, type_parameters(block))


@repairs("E0369 E0277 E0308", late=200)
def output_is_parameter(place: Place) -> Iterator[Proposed]:
    """`M` becomes `M: Sub<Output = G>` where arithmetic on one parameter gives another one of the head."""
    traits = [one for one in quoted_traits(place) if one in ARITHMETIC and not one.endswith("Assign")]
    for item in place.syntax.of("function_item", "impl_item") if traits else ():
        names = [place.syntax.name(one) for one in type_parameters(item)]
        for parameter in type_parameters(item) if place.touches(item) and len(names) > 1 else ():
            name = place.syntax.name(parameter)
            if not re.search(rf"`&?{re.escape(name)}`", place.message):
                continue
            for rank, other in enumerate(one for one in names if one != name):
                text = f"{PATHS[traits[0]].split('<')[0]}<Output = {other}>"
                yield rank * 0.4, (with_predicate(place, item, f"{name}: {text}"),)
                yield rank * 0.4 + 0.2, (with_predicate(place, item, f"{name}: {text} + Copy"),)
