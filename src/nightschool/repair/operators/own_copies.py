"""Operators on a name for something borrowed that is changed as if it were a copy of its own.

Covered: `let x = self;` and `let x = &y;` whose fields are assigned: a clone that may be changed, with the loops over
its fields. Not covered: what should be changed in its place (`mutability`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import uses, within
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.value_positions import results
from nightschool.repair.place import Place
from nightschool.rust.tree import Variable, child, enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0594 E0596", late=200)
def change_own_copy(place: Place) -> Iterator[Proposed]:
    """`let x = self; x.n = 1; x.clone()` becomes `let mut x = self.clone(); x.n = 1; x`, loops with `&mut x.items`."""
    for variable in place.syntax.variables:
        value, pattern = (variable.declaration.child_by_field_name(part) for part in ("value", "pattern"))
        borrowed = re.fullmatch(r"(&?)(?:self|[a-z_][\w.]*)", variable.value)
        named = [node for later in variable.later for node in uses(place, variable.name, later) if place.touches(node)]
        if value is None or pattern is None or borrowed is None or not named:
            continue
        head = () if variable.mutable else (insert(pattern.start_byte, "mut "),)
        mark = (Edit(value.start_byte, value.start_byte + 1),) if borrowed[1] else ()
        loops = [edit for later in variable.later for edit in _loops(place, variable.name, later)]
        ends = list(_ends(place, variable))
        yield 0.3, (*head, *mark, insert(value.end_byte, ".clone()"), *loops, *ends)


def _loops(place: Place, name: str, within_node: Node) -> Iterator[Edit]:
    """Loops that rustc names over fields of a name go through them mutably."""
    for loop in place.syntax.of("for_expression"):
        value = loop.child_by_field_name("value")
        if value is None or not within(loop, within_node) or not place.touches(loop):
            continue
        if re.fullmatch(rf"&{name}\.[\w.]+", place.text(value)):
            yield insert(value.start_byte + 1, "mut ")
        elif re.fullmatch(rf"{name}\.[\w.]+\.iter\(\)", place.text(value)):
            yield Edit(value.end_byte - len("iter()"), value.end_byte, "iter_mut()")


def _ends(place: Place, variable: Variable) -> Iterator[Edit]:
    """Clones of the name as the function's value, which the name itself can be now."""
    function = enclosing(variable.declaration, "function_item")
    for node in results(place, function) if function is not None else ():
        if place.text(node) == f"{variable.name}.clone()" and child(node, "arguments") is not None:
            yield Edit(node.end_byte - len(".clone()"), node.end_byte)
