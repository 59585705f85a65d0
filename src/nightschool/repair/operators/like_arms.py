"""Operators on an arm or branch that gives a bare value where its neighbours give what a function makes of one.

Covered: `a => check(x), b => y` becomes `b => check(y)`, with the neighbour's function. Not covered: `Ok(..)` and
`Some(..)`, conversions (`mismatched`, `wrapping`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args
from nightschool.repair.operators.error_fields import arguments_of
from nightschool.repair.operators.mismatch_facts import mismatches, starting_at
from nightschool.repair.operators.register import Proposed, around, repairs
from nightschool.repair.operators.value_positions import leaves
from nightschool.repair.place import Place

WRAPPERS = ("Ok", "Err", "Some", "Box::new")


@repairs("E0308", late=200)
def as_neighbours_do(place: Place) -> Iterator[Proposed]:
    """A bare arm's value is handed to the function that other arms hand theirs to."""
    for one in mismatches(place):
        if generic_args(one.expected)[0] == generic_args(one.found)[0]:
            continue
        for node in starting_at(place, one.at)[:2]:
            for turn, name in enumerate(_calls_beside(place, node)[:2]):
                yield place.points.get(one.at, 1) + turn * 0.5, around(node, f"{name}(", ")")


def _calls_beside(place: Place, node: Node) -> list[str]:
    """Functions that other arms or branches call with one argument."""
    holder: Node | None = node
    while holder is not None and holder.type not in ("function_item", "closure_expression"):
        given = list(leaves(holder)) if holder.type in ("match_expression", "if_expression") else []
        if node in given:
            calls = [one for one in given if one.type == "call_expression" and len(arguments_of(one)) == 1]
            names = [place.syntax.field(one, "function") for one in calls]
            return [one for one in dict.fromkeys(names) if one not in WRAPPERS and len(one) < 40 and "(" not in one]
        holder = holder.parent
    return []
