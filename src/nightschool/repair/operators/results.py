"""Operators on `?` and what stands before it: `map_err`, `ok_or`, `.ok()`, a default.

Covered: `?` whose error, Option or function does not fit; error values as the file uses them first. Not covered: the
function's own type (`returning`), `let .. else` (`leaving`), `impl From` (items).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, return_type
from nightschool.repair.likely import AtHand, error_values
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.value_positions import tail
from nightschool.repair.operators.wrapper_forms import Spot, defaults, map_err_calls, ok_or_calls, spot
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at, type_of
from nightschool.rust.tree_edits import Edit, method_calls

_ON_OPTION = re.compile(
    r"Option<Infallible>|use `\.ok_or\(|to return `Option|on `Option`|use `Option|`\?` operator on an `Option`"
)

_ASKED = re.compile(r"\|(\w+)\| \1\.")
"""A closure that calls a method of what it is given."""
_ERRORS = re.compile(r"`Result<[^`]*?, (?:[a-z_]+::)*(\w+)>`")
_PATHS = {
    name: f"std::{path}::{name}"
    for path, names in (
        ("num", ("ParseIntError", "ParseFloatError", "TryFromIntError")), ("str", ("ParseBoolError", "Utf8Error")),
        ("char", ("ParseCharError", "CharTryFromError")),
        ("net", ("AddrParseError",)),
        ("array", ("TryFromSliceError",)),
    )
    for name in names
}  # fmt: skip
"""Errors of `parse` and `try_into` with their paths."""

_DISCARD = "use `.ok()?`"
"""What rustc says at a Result in a function of Option."""


def named_tries(place: Place) -> list[tuple[int, Node]]:
    """`?` expressions that rustc names at their mark or on their line, cheapest first."""
    found = []
    for node in place.syntax.of("try_expression"):
        cost = place.cost(node.end_byte - 1)
        cost = place.near(node) if cost is None else cost
        if cost is not None and node.named_children:
            found.append((cost, node))
    return sorted(found, key=lambda one: (one[0], one[1].start_byte))


def told(place: Place, node: Node, text: str) -> tuple[Edit, ...]:
    """`text` before the mark of a `?`; a closure that asks an error for something needs its type."""
    value = node.named_children[0]
    called = value.child_by_field_name("function") if _ASKED.search(text) else None
    name = called.child_by_field_name("field") if called is not None and called.type == "field_expression" else None
    if name is None or place.text(name) not in ("parse", "try_into"):
        return (insert(node.end_byte - 1, text),)
    binding = node.parent if node.parent is not None and node.parent.type == "let_declaration" else None
    declared = place.syntax.field(binding, "type") if binding is not None else ""
    if declared and place.text(name) == "parse":
        return insert(name.end_byte, f"::<{declared}>"), insert(node.end_byte - 1, text)
    error = next((path for one in _ERRORS.findall(place.message) if (path := _PATHS.get(one))), "")
    return (insert(node.end_byte - 1, _ASKED.sub(rf"|\1: {error}| \1.", text) if error else text),)


@repairs("E0277 E0271", late=30)
def error_before_question(place: Place) -> Iterator[Proposed]:
    """`x?` becomes `x.map_err(..)?` or `x.ok_or(..)?`, whichever the message asks for first."""
    option = bool(_ON_OPTION.search(place.message))
    for turn, (cost, node) in enumerate(named_tries(place)[:5]):
        here = spot(place, node.start_byte, node.named_children[0])
        first, second = (ok_or_calls, map_err_calls) if option else (map_err_calls, ok_or_calls)
        for number, text in enumerate(first(here, 14)):
            yield cost + turn * 0.4 + number * 0.3, told(place, node, text)
        for number, text in enumerate(second(here, 6)):
            yield cost + 4 + turn + number * 0.5, (insert(node.end_byte - 1, text),)
        yield cost + (turn * 0.4 if _DISCARD in place.message else 1), (insert(node.end_byte - 1, ".ok()"),)
        yield cost + 2, (insert(node.end_byte - 1, ".transpose()"),)


@repairs("E0277", late=40)
def map_err_everywhere(place: Place) -> Iterator[Proposed]:
    """The same `map_err` or `ok_or` before every `?` that rustc names."""
    marks = [node for cost, node in named_tries(place) if node.end_byte - 1 in place.points]
    if len(marks) > 1:
        here = spot(place, marks[0].start_byte)
        texts = [*map_err_calls(here)[:6], *ok_or_calls(here)[:4], ".ok()"]
        for number, text in enumerate(reversed(texts) if _DISCARD in place.message else texts):
            yield number * 0.5, tuple(edit for node in marks for edit in told(place, node, text))


@repairs("E0277 E0271 E0308", late=30)
def question_for_default(place: Place) -> Iterator[Proposed]:
    """`x?` becomes `x`, `x.unwrap_or_default()`, `x.unwrap_or(v)` or `x.unwrap()`."""
    for cost, node in named_tries(place)[:4]:
        mark = node.end_byte - 1
        kind = _content_type(place, node)
        values = defaults(spot(place, node.start_byte), kind) if kind else ["1"]
        texts = [".unwrap_or_default()", *(f".unwrap_or({v})" for v in values), "", ".unwrap()"]
        for number, text in enumerate(texts):
            yield cost + 0.5 + number * 0.5, (Edit(mark, mark + 1, text),)


def _content_type(place: Place, node: Node) -> str:
    """Type of what a `?` gives: as the value shows it, or the `let` or function that it is the value of."""
    _, args = generic_args(type_of(place, node.named_children[0]))
    holder = node.parent
    if (args and args[0] != "_") or holder is None:
        return args[0] if args else ""
    if holder.type == "let_declaration":
        return place.syntax.field(holder, "type")
    function = place.function_at(node.start_byte)
    body = function.child_by_field_name("body") if function is not None else None
    return return_type(place, function) if tail(body) == node else ""


@repairs("E0308 E0277 E0599 E0369 E0614 E0608", late=25)
def question(place: Place) -> Iterator[Proposed]:
    """`x` becomes `x?`; with `ok_or` and `map_err` before it where the function returns a Result."""
    for cost, node in place.postfix():
        if (
            node.parent is not None
            and node.parent.type != "try_expression"
            and node.type
            in ("call_expression", "identifier", "field_expression", "index_expression", "await_expression")
        ):
            yield cost + (node.type != "call_expression") * 0.5, (insert(node.end_byte, "?"),)


@repairs("E0308 E0599 E0609 E0277 E0369", late=45)
def error_and_question(place: Place) -> Iterator[Proposed]:
    """`x` becomes `x.ok_or(..)?` or `x.map_err(..)?`."""
    calls = [(c, n) for c, n in place.postfix() if n.type == "call_expression" and n.parent is not None]
    calls = [(c, n) for c, n in calls if place.syntax.field(n, "function") not in ("Ok", "Err", "Some")]
    for turn, (cost, node) in enumerate(sorted(calls, key=lambda one: (one[0], -one[1].end_byte))[:4]):
        here = spot(place, node.start_byte, node)
        if here.returns == "Result":
            yield from _asked(here, node, cost + turn)


def _asked(here: Spot, node: Node, cost: float) -> Iterator[Proposed]:
    for number, (one, other) in enumerate(zip(ok_or_calls(here, 8), map_err_calls(here, 8), strict=False)):
        yield cost + number * 0.7, (insert(node.end_byte, one + "?"),)
        yield cost + number * 0.7 + 0.3, (insert(node.end_byte, other + "?"),)


@repairs("E0308 E0277 E0271", late=30)
def other_error(place: Place) -> Iterator[Proposed]:
    """The error in `Err(..)`, `ok_or(..)` or `map_err(..)` near becomes one the file uses, or is converted."""
    for cost, inner, closure in _errors_near(place):
        names = locals_at(place, inner.start_byte)
        text = place.text(inner)
        caught = next((n.name for n in names if n.name in ("e", "err", "error")), "e" if closure else "")
        forms = [f"{text}.into()", f"{text}.to_string()", f"Box::new({text})", f"Box::from({text})"]
        forms += [one for one in error_values(place, inner.start_byte, AtHand(names, caught), 10) if one != text]
        forms += [one.replace("(" + caught + ")", f"({text})") for one in forms[4:] if caught and f"({caught})" in one]
        for number, one in enumerate(dict.fromkeys(forms)):
            yield cost + number * 0.4, (Edit(inner.start_byte, inner.end_byte, one),)


def _errors_near(place: Place) -> Iterator[tuple[int, Node, bool]]:
    for call in place.syntax.of("call_expression"):
        arguments = call.child_by_field_name("arguments")
        if place.syntax.field(call, "function") == "Err" and arguments is not None and arguments.named_children:
            cost = place.near(call)
            if cost is not None:
                yield cost, arguments.named_children[0], False
    for call, _, _ in method_calls(place.syntax, "ok_or", "ok_or_else", "map_err"):
        arguments, cost = call.child_by_field_name("arguments"), place.near(call)
        for one in arguments.named_children if arguments is not None and cost is not None else ():
            inner = one.child_by_field_name("body") if one.type == "closure_expression" else one
            if inner is not None and cost is not None:
                yield cost, inner, one.type == "closure_expression"
