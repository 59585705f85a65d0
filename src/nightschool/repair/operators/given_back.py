"""Operators on a call that takes a variable and gives it back where nothing is to be given.

Covered: `ready.wait(guard).unwrap()` as an arm or the end of a block: it is assigned to the variable that it took. Not
covered: statements (`assign-back`), variables that cannot be changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.mismatch_facts import mismatches, starting_at
from nightschool.repair.operators.ownership_facts import bindings
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place


@repairs("E0308", late=300)
def assign_what_comes_back(place: Place) -> Iterator[Proposed]:
    """`None => ready.wait(guard).unwrap(),` becomes `None => guard = ready.wait(guard).unwrap(),`."""
    for one in mismatches(place):
        if one.expected != "()" or one.found == "()":
            continue
        for node in [node for node in starting_at(place, one.at) if node.type == "call_expression"][:1]:
            for turn, name in enumerate(dict.fromkeys(_taken(place, node))):
                yield turn * 0.4, (insert(node.start_byte, f"{name} = "),)


def _taken(place: Place, call: Node) -> Iterator[str]:
    """Variables that may change and are given to the calls of a chain."""
    for listed in place.syntax.between(call.start_byte, call.end_byte, "arguments"):
        for one in listed.named_children:
            name = place.text(one)
            bound = bindings(place, name, call.start_byte)[:1] if one.type == "identifier" else []
            if bound and re.match(r"let mut\b|mut\b", place.text(bound[0].parent)):
                yield name
