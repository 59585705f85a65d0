"""Operators on lifetimes by what a body returns: each function tied to its own inputs, aliases with a lifetime.

Covered: several functions together, `type A<'a>` with the functions that return it, results of methods that give what
their type borrows. Not covered: other choices of inputs (`lifetimes`), types that hold references (`type_lifetimes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.flow_facts import returned_from
from nightschool.repair.operators.lifetime_facts import Slot, declare, declared, slots
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit


@repairs("E0106", late=200)
def tie_by_body(place: Place) -> Iterator[Proposed]:
    """Results get a lifetime with the inputs that the bodies return: all functions that rustc names, and each alone."""
    made = []
    for function in place.syntax.of("function_item"):
        result = function.child_by_field_name("return_type")
        outputs = [one for one in slots(place, result) if not one.named]
        asked = result is not None and place.near(result) is not None and "E0106" in place.codes
        if asked and outputs and (edits := _tied(place, function, outputs)):
            made.append(edits)
    if len(made) > 1:
        yield 0.0, tuple(edit for edits in made for edit in edits)
    yield from ((0.1, edits) for edits in made)


def _tied(place: Place, function: Node, outputs: list[Slot], lifetime: str = "'a") -> tuple[Edit, ...]:
    """The edits that tie outputs to the inputs that are returned; none if the body shows no input."""
    inputs = [one for one in _returned(place, function) if not one.named]
    if not inputs or lifetime in declared(place, function):
        return ()
    return (*declare(place, function, lifetime), *(one.edit(lifetime) for one in (*inputs, *outputs)))


def _returned(place: Place, function: Node) -> list[Slot]:
    """The first slot of each parameter that the body returns something of."""
    listed, names = function.child_by_field_name("parameters"), returned_from(place, function)
    found = []
    for one in listed.named_children if listed is not None else ():
        own = {"self"} if one.type == "self_parameter" else {*bound_names(place, one.child_by_field_name("pattern"))}
        inside = slots(place, one if one.type == "self_parameter" else one.child_by_field_name("type"))
        if own & names and inside:
            found.append(inside[-1] if re.match(r"&\s*(mut\s+)?\[&", place.syntax.field(one, "type")) else inside[0])
    return found


@repairs("E0106", late=200)
def give_alias_lifetime(place: Place) -> Iterator[Proposed]:
    """`type A = Map<&str, X>` becomes `type A<'a> = Map<&'a str, X>`, with the functions that return it."""
    for alias in place.syntax.of("type_item"):
        kind = alias.child_by_field_name("type")
        inner = [one for one in slots(place, kind) if not one.named]
        if not inner or not place.touches(alias) or alias.child_by_field_name("type_parameters") is not None:
            continue
        own = (*declare(place, alias, "'a"), *(one.edit("'a") for one in inner))
        name = place.syntax.name(alias)
        used = [one for one in place.syntax.of("function_item") if _names(place, one, name)]
        ties = [edit for one in used for edit in _tied(place, one, _uses(place, one, name))]
        yield 0.0, (*own, *ties)


def _names(place: Place, function: Node, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b(?!\s*<)", place.syntax.field(function, "return_type")))


def _uses(place: Place, function: Node, name: str) -> list[Slot]:
    """Where a lifetime goes in a result that names an alias."""
    result = function.child_by_field_name("return_type")
    nodes = [one for one in place.syntax.of("type_identifier") if result is not None and place.text(one) == name
             and result.start_byte <= one.start_byte < result.end_byte]  # fmt: skip
    return [Slot(one.end_byte, one.end_byte, "<{}>", "") for one in nodes]
