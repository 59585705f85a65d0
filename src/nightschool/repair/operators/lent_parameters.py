"""Operators on functions that take by value what they change, though their callers go on using it: they borrow it.

Covered: a parameter `mut x: T` of a function or method of the file, with all its calls and the callers' bindings. Not
covered: functions that give the value back (`owned`), `self` (`mutability`), parameters of traits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, bound_names, has_self
from nightschool.repair.operators.ownership_facts import (
    bindings,
    declaration,
    function_named,
    labelled,
    starting,
    uses,
)
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.value_positions import results
from nightschool.repair.place import Place
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit


@repairs("E0382 E0505", late=200)
def lend_changed_parameter(place: Place) -> Iterator[Proposed]:
    """`fn f(mut x: T)` becomes `fn f(x: &mut T)`, its calls give `&mut y`, and `y` becomes `mut` in the callers."""
    seen: set[int] = set()
    for _, node in labelled(place, "moved here", "moved into"):
        given = starting(node, "identifier", "self", "field_expression") or node
        arguments = given.parent
        call = arguments.parent if arguments is not None and arguments.type == "arguments" else None
        if call is None or arguments is None or call.type != "call_expression":
            continue
        called = re.split(r"\.|::", place.syntax.field(call, "function"))[-1]
        found = function_named(place, called)
        at = _given(arguments).index(given) if given in _given(arguments) else -1
        method = re.search(rf"\.\s*{re.escape(called)}$", place.syntax.field(call, "function")) is not None
        parameter = _parameter(place, found[0], at, method) if len(found) == 1 else None
        if parameter is not None and parameter.start_byte not in seen:
            seen.add(parameter.start_byte)
            yield from _lent(place, found[0], parameter, _position(found[0], parameter))


def _given(arguments: Node) -> list[Node]:
    return [node for node in arguments.named_children if "comment" not in node.type]


def _listed(function: Node) -> list[Node]:
    """Parameters without `self`."""
    listed = function.child_by_field_name("parameters")
    return [node for node in listed.named_children if node.type == "parameter"] if listed is not None else []


def _position(function: Node, parameter: Node) -> int:
    return _listed(function).index(parameter)


def _parameter(place: Place, function: Node, at: int, method: bool) -> Node | None:
    """The parameter that takes an argument, if it is `mut x: T` of a type that moves, and is not given back."""
    at -= has_self(place, function) and not method
    listed = _listed(function)
    found = listed[at] if 0 <= at < len(listed) else None
    if found is None or child(found, "mutable_specifier") is None:
        return None
    kind, names = found.child_by_field_name("type"), list(bound_names(place, found.child_by_field_name("pattern")))
    ends = {place.text(one) for one in results(place, function)}
    plain = kind is not None and not NUMBER.fullmatch(place.text(kind)) and kind.type != "reference_type"
    return found if plain and len(names) == 1 and names[0] not in ends else None


def _lent(place: Place, function: Node, parameter: Node, position: int) -> Iterator[Proposed]:
    mark, kind = child(parameter, "mutable_specifier"), parameter.child_by_field_name("type")
    pattern, body = parameter.child_by_field_name("pattern"), function.child_by_field_name("body")
    if mark is None or kind is None or pattern is None or body is None:
        return
    edits = [Edit(mark.start_byte, pattern.start_byte), insert(kind.start_byte, "&mut ")]
    edits += [insert(node.start_byte, "*") for node in uses(place, place.text(pattern), body) if _assigned(node)]
    made: set[int] = set()
    for node in _all_given(place, function, position):
        for edit in _lending(place, node):
            if edit.text != "mut " or edit.start not in made:
                edits.append(edit)
            made.add(edit.start)
    yield 0.0, tuple(edits)


def _assigned(node: Node) -> bool:
    """Whether a whole value is assigned: through the reference it needs a star."""
    parent = node.parent
    changed = parent is not None and parent.type in ("assignment_expression", "compound_assignment_expr")
    return changed and parent is not None and parent.child_by_field_name("left") == node


def _all_given(place: Place, function: Node, position: int) -> Iterator[Node]:
    """What the calls of a function give for a parameter, as methods and by path."""
    name = place.syntax.name(function)
    for call in place.syntax.of("call_expression"):
        called, arguments = place.syntax.field(call, "function"), call.child_by_field_name("arguments")
        if arguments is None or re.split(r"\.|::", called)[-1] != name:
            continue
        method = re.search(rf"\.\s*{name}$", called) is not None
        at = position + (has_self(place, function) and not method)
        if at < len(_given(arguments)):
            yield _given(arguments)[at]


def _lending(place: Place, node: Node) -> Iterator[Edit]:
    """`x` becomes `&mut x` with `mut` where it is bound; a mutable reference is given on as it is."""
    if node.type == "identifier":
        name = place.text(node)
        held = declaration(place, name, node.start_byte)
        kind = place.syntax.field(held, "type") if held is not None else ""
        if kind.startswith("&mut"):
            return
        for bound in bindings(place, name, node.start_byte)[:1]:
            if bound.parent is not None and child(bound.parent, "mutable_specifier") is None:
                yield insert(bound.start_byte, "mut ")
    yield insert(node.start_byte, "&mut ")
