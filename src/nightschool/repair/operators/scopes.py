"""Operators on where names are declared: `let` for what is not, wider scopes, captures, parameters.

Covered: a missing `let`, a name of an inner block used outside, an inner function that captures, parameters
that a function lacks. Not covered: misspelt names (`names`), moves of statements that borrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import parameters
from nightschool.repair.operators.item_facts import newline
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

PLAIN = ("0", "Vec::new()", "String::new()", "0.0", "false", "None", "Default::default()")


@repairs("E0425 E0070 E0384 none", late=120)
def declare(place: Place) -> Iterator[Proposed]:
    """`x = v;` becomes `let x = v;` or `let mut x = v;`; a name that is only changed is declared before."""
    for node in place.syntax.of("assignment_expression", "compound_assignment_expr"):
        left = node.child_by_field_name("left")
        near = place.near(node)
        if left is None or near is None or place.text(left) not in place.names:
            continue
        if node.type == "assignment_expression":
            yield near, (insert(node.start_byte, "let "),)
            yield near + 0.3, (insert(node.start_byte, "let mut "),)
        for more, outer in enumerate(_statements_around(node)[:3]):
            for rank, value in enumerate(PLAIN[:5]):
                text = f"let mut {place.text(left)} = {value};"
                yield near + 0.5 + rank * 0.4 + more * 0.3, (_before(place, outer, text),)


@repairs("E0425 E0597", late=120)
def widen_scope(place: Place) -> Iterator[Proposed]:
    """A name declared in an inner block is declared before it and assigned inside, or its `let` moves before it."""
    for node in place.syntax.of("let_declaration"):
        pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        if pattern is None or pattern.type != "identifier" or place.text(pattern) not in place.names:
            continue
        name, kind = place.text(pattern), place.syntax.field(node, "type")
        for rank, outer in enumerate(_statements_around(node)[1:4]):
            typed = f": {kind}" if kind else ""
            if value is not None:
                inside = Edit(node.start_byte, value.start_byte, f"{name} = ")
                inits = ["", *(f" = {one}" for one in PLAIN)]
                for more, init in enumerate(inits):
                    text = f"let {'mut ' if init else ''}{name}{typed}{init};"
                    yield rank * 0.3 + more * 0.4, (_before(place, outer, text), inside)
            rest = place.data[node.end_byte :]
            gone = Edit(node.start_byte, node.end_byte + len(rest) - len(rest.lstrip()), "")
            yield 0.2 + rank * 0.3, (_before(place, outer, place.text(node)), gone)


def _statements_around(node: Node) -> list[Node]:
    """The statements that hold a node, the innermost first, up to its function."""
    found = []
    one: Node | None = node
    while one is not None and one.type != "function_item":
        if one.parent is not None and one.parent.type == "block":
            found.append(one)
        one = one.parent
    return found


def _before(place: Place, node: Node, text: str) -> Edit:
    return insert(node.start_byte, f"{text}{newline(place)}{place.syntax.indent(node)}")


@repairs("E0425 E0433 E0423", late=120)
def flatten_block(place: Place) -> Iterator[Proposed]:
    """The braces of an inner block go, so that its names reach the statements after it."""
    for node in place.syntax.of("block"):
        parent = node.parent
        if parent is None or parent.type != "expression_statement" or not place.touches(node):
            continue
        inner = place.text(node)[1:-1].strip()
        if any(re.search(rf"\blet (?:mut )?{re.escape(name)}\b", inner) for name in place.names):
            yield 0.5, swapped(node, inner)


@repairs("E0434", late=150)
def capture(place: Place) -> Iterator[Proposed]:
    """An inner `fn` that captures becomes a closure, or takes what it captures as parameters; a const moves in."""
    for function in place.syntax.of("function_item"):
        outer = enclosing(function, "function_item")
        listed, body = function.child_by_field_name("parameters"), function.child_by_field_name("body")
        if outer is None or listed is None or body is None or not place.touches(function):
            continue
        name = place.syntax.name(function)
        given = place.text(listed)[1:-1].strip().rstrip(",")
        result = place.syntax.field(function, "return_type")
        arrow = f" -> {result}" if result else ""
        for rank, mark in enumerate(("", "mut ", "move ")):
            kind = mark if mark == "move " else ""
            text = f"let {'mut ' if mark == 'mut ' else ''}{name} = {kind}|{given}|{arrow} {place.text(body)};"
            yield rank * 0.4, swapped(function, text)
        yield from _as_parameters(place, function, outer, listed)


def _as_parameters(place: Place, function: Node, outer: Node, listed: Node) -> Iterator[Proposed]:
    """Captured names become parameters, given in every call."""
    used = [one for one in locals_at(place, function.end_byte + 1) if one.name in place.names]
    name = place.syntax.name(function)
    calls = [one for one in place.syntax.of("call_expression") if place.syntax.field(one, "function") == name]
    for rank, form in enumerate(("{}", "&{}", "&mut {}")):
        kinds = [f"{one.name}: {form.format(one.type or 'i32')}" for one in used]
        edits = [insert(listed.end_byte - 1, _comma(listed) + ", ".join(kinds))]
        for call in calls:
            arguments = call.child_by_field_name("arguments")
            if arguments is not None:
                inside = function.start_byte <= call.start_byte < function.end_byte
                values = [one.name if inside else form.format(one.name) for one in used]
                edits.append(insert(arguments.end_byte - 1, _comma(arguments) + ", ".join(values)))
        if used:
            yield 0.5 + rank * 0.4, tuple(edits)


def _comma(listed: Node) -> str:
    return ", " if listed.named_children else ""


@repairs("E0425", late=150)
def add_parameter(place: Place) -> Iterator[Proposed]:
    """A name that nothing declares becomes a parameter, with its type from callers, and is given in every call."""
    function = place.function
    listed = function.child_by_field_name("parameters") if function is not None else None
    if function is None or listed is None:
        return
    title = place.syntax.name(function)
    calls = [one for one in place.syntax.of("call_expression")
             if place.syntax.field(one, "function").split(".")[-1].split("::")[-1] == title]  # fmt: skip
    for name in sorted(place.names):
        if not re.fullmatch(r"[a-z_]\w*", name) or any(one.name == name for one in parameters(place, function)):
            continue
        known = [
            one.type for call in calls for one in locals_at(place, call.start_byte) if one.name == name and one.type
        ]
        if not known or not calls:
            continue
        for front in (True, False):
            edits = [_given(place, listed, f"{name}: {known[0]}", front)]
            arguments = [one for call in calls if (one := call.child_by_field_name("arguments")) is not None]
            edits += [_given(place, one, name, front) for one in arguments]
            yield 2.5 + front * 0.2, tuple(edits)


def _given(place: Place, listed: Node, text: str, front: bool) -> Edit:
    if not front:
        return insert(listed.end_byte - 1, _comma(listed) + text)
    first = next((one for one in listed.named_children if one.type != "self_parameter"), None)
    if first is not None:
        return insert(first.start_byte, f"{text}, ")
    return insert(listed.end_byte - 1, _comma(listed) + text)
