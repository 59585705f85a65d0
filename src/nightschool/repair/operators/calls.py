"""Operators on calls: arguments too many, missing, in the wrong order; fields called and methods not called.

Covered: functions and methods of the file by their parameters, closures by count; the missing argument from names in
scope, of the parameter's name first. Not covered: types of arguments (`mismatched`), names (`naming`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from tree_sitter import Node

from nightschool.repair.facts import Local, fields, functions, has_self, implemented, parameters, plain, variants
from nightschool.repair.likely import likely_values
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at, type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

_VALUES = (
    "0",
    "1",
    "None",
    '""',
    "false",
    "true",
    "Vec::new()",
    "String::new()",
    "&mut Vec::new()",
    "0.0",
    "&[]",
    "self",
    "Default::default()",
)


def named_calls(place: Place) -> Iterator[tuple[int, Node, Node, str]]:
    """(cost, call, arguments, function name) near what rustc names."""
    for call in place.syntax.of("call_expression"):
        function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        if function is None or arguments is None:
            continue
        costs = [c for c in (place.cost(function.start_byte), place.cost(arguments.start_byte)) if c is not None]
        costs += [c for p, c in place.points.items() if function.start_byte <= p < arguments.end_byte]
        if costs:
            name = re.sub(r"::<.*$", "", place.text(function))
            yield min(costs), call, arguments, re.split(r"::|\.", name)[-1]


def expected_parameters(place: Place, call: Node, name: str) -> list[tuple[Local, ...]]:
    """Parameters of the functions, variants and structs of the file that a call may mean."""
    function = call.child_by_field_name("function")
    method = function is not None and function.type == "field_expression"
    found = []
    for one in functions(place, name):
        own = parameters(place, one)
        if has_self(place, one) and not method:
            own = (Local("self", implemented(place, one)), *own)
        found.append(own)
    for item in place.syntax.of("enum_item", "struct_item"):
        found += [
            tuple(Local("", f.type) for f in v.fields)
            for v in variants(place, item)
            if v.name == name and v.shape == "("
        ]
    return found


def _count(place: Place) -> tuple[int, int] | None:
    """(wanted, given) numbers of arguments as the message has them."""
    found = re.search(r"takes (\d+) .*?arguments? but (\d+) .*?supplied", place.message)
    return (int(found[1]), int(found[2])) if found else None


@repairs("E0061 E0057 E0107", late=80)
def extra_argument(place: Place) -> Iterator[Proposed]:
    """One or more arguments go."""
    count = _count(place)
    many = max(count[1] - count[0], 1) if count else 1
    for cost, _, arguments, _ in named_calls(place):
        inner = arguments.named_children
        if count and (len(inner) != count[1] or count[0] > count[1]):
            continue
        for turn, gone in enumerate(combinations(range(len(inner) - 1, -1, -1), min(many, len(inner)))):
            left = [place.text(node) for n, node in enumerate(inner) if n not in gone]
            named = any(inner[n].start_byte in place.points for n in gone)
            yield (
                cost + turn * 0.3 - named * 0.2,
                (Edit(arguments.start_byte, arguments.end_byte, f"({', '.join(left)})"),),
            )


@repairs("E0061 E0057", late=80)
def missing_argument(place: Place) -> Iterator[Proposed]:
    """A missing argument from names in scope and plain values, at each position."""
    count = _count(place)
    for cost, call, arguments, name in named_calls(place):
        inner = arguments.named_children
        if count and (len(inner) != count[1] or count[0] <= count[1]):
            continue
        wanted = [one for one in expected_parameters(place, call, name) if len(one) > len(inner)]
        yield from ((cost + more, edits) for more, edits in _filled(place, arguments, wanted[0] if wanted else ()))


def _filled(place: Place, arguments: Node, wanted: tuple[Local, ...]) -> Iterator[Proposed]:
    inner = [place.text(node) for node in arguments.named_children]
    spots = [n for n in range(len(inner) + 1)]
    lacking = len(wanted) - len(inner)
    for at in sorted(spots, key=lambda n: -_fit(place, arguments, wanted, n)) if wanted else spots[::-1]:
        here = wanted[at : at + lacking] if wanted else (Local("", ""),)
        choices = [_arguments(place, arguments, one) for one in here]
        off = (
            0.0
            if not wanted or _fit(place, arguments, wanted, at) == max(_fit(place, arguments, wanted, n) for n in spots)
            else 2.0
        )
        most = 3 if off else None  # where the rest does not fit, only the likeliest
        for turn in range(max((len(choice) for choice in choices), default=0))[:most]:
            new = [choice[min(turn, len(choice) - 1)] for choice in choices if choice]
            yield (
                off + turn * 0.3 + (len(inner) - at) * 0.1,
                (Edit(arguments.start_byte, arguments.end_byte, f"({', '.join([*inner[:at], *new, *inner[at:]])})"),),
            )


def _fit(place: Place, arguments: Node, wanted: tuple[Local, ...], at: int) -> int:
    """How many given arguments suit their parameters if what is missing stands at a position."""
    lacking = max(len(wanted) - len(arguments.named_children), 0)
    rest = [*wanted[:at], *wanted[at + lacking :]]
    score = 0
    for node, one in zip(arguments.named_children, rest, strict=False):
        kind = type_of(place, node)
        score += 3 * (place.text(node).lstrip("&*").split(".")[-1] == one.name) + 2 * (
            bool(kind) and plain(kind) == plain(one.type)
        )
        score -= bool(kind) and plain(kind) != plain(one.type)
    return score


def _arguments(place: Place, arguments: Node, wanted: Local) -> list[str]:
    names = locals_at(place, arguments.start_byte)
    used = {place.text(node) for node in arguments.named_children}
    same = [f"{mark}{one.name}" for one in names if one.name == wanted.name and wanted.name for mark in ("", "&")]
    own = _self_fields(place, arguments, wanted)
    typed = likely_values(place, wanted.type, names, 10) if wanted.type else []
    loose = [one.name for one in names if not one.type or not wanted.type]
    fresh = [v for v in typed if v not in used]
    found = [*same, *fresh, *own, *loose[:6], *(() if fresh else typed), *(f"&{one}" for one in loose[:4])]
    return list(dict.fromkeys([*found, *(() if typed else _VALUES)]))[:24]


def _self_fields(place: Place, node: Node, wanted: Local) -> list[str]:
    """`self.f` for fields of the parameter's name or type."""
    function = enclosing(node, "function_item")
    if function is None or not has_self(place, function):
        return []
    found = fields(place, place.item(implemented(place, node)))
    named = [f for f in found if f.name == wanted.name or (wanted.type and plain(f.type) == plain(wanted.type))]
    mark = "&" if wanted.type.startswith("&") else ""
    return [f"{mark}self.{f.name}" for f in sorted(named, key=lambda f: f.name != wanted.name)]


@repairs("E0308 E0061 E0277", late=40)
def swapped_arguments(place: Place) -> Iterator[Proposed]:
    """Two arguments exchanged; or rotated."""
    for cost, _, arguments, _ in named_calls(place):
        inner = arguments.named_children
        for first, second in combinations(inner, 2) if 2 <= len(inner) <= 5 else ():
            far = abs(inner.index(first) - inner.index(second)) - 1
            yield cost + 0.3 + far * 0.5, (*swapped(first, place.text(second)), *swapped(second, place.text(first)))


@repairs("E0615 E0599 E0609 E0308 E0618 E0369 E0277 E0610", late=60)
def call_or_field(place: Place) -> Iterator[Proposed]:
    """`x.f` becomes `x.f()`, `x.f()` becomes `x.f`, `(x.f)(..)`; `f` becomes `f()`."""
    for node in place.syntax.of("field_expression"):
        name = node.child_by_field_name("field")
        cost = None if name is None else place.cost(name.start_byte)
        if cost is None or node.parent is None:
            continue
        if node.parent.type == "call_expression":
            arguments = node.parent.child_by_field_name("arguments")
            if arguments is not None and not arguments.named_children:
                yield cost, (Edit(arguments.start_byte, arguments.end_byte),)
            yield cost + 0.3, (insert(node.start_byte, "("), insert(node.end_byte, ")"))
        else:
            yield cost, (insert(node.end_byte, "()"),)
    for cost, node in place.values:
        if (
            node.type in ("identifier", "scoped_identifier")
            and node.parent is not None
            and node.parent.type != "call_expression"
        ):
            known = functions(place, place.text(node).split("::")[-1])
            if known:
                given = ", ".join("_" for _ in parameters(place, known[0]))
                yield cost, (insert(node.end_byte, f"({given})"),) if not given else ()
    for cost, call, arguments, _ in named_calls(place):
        if "E0618" in place.codes:
            inner = place.text(arguments)[1:-1]
            yield cost, (Edit(arguments.start_byte, arguments.end_byte),)
            yield cost + 0.3, (Edit(arguments.start_byte, arguments.end_byte, f"[{inner}]"),)
            yield cost + 0.4, (insert(arguments.start_byte, " * "),)
            yield (
                cost + 0.6,
                (insert(call.start_byte, ""), Edit(arguments.start_byte, arguments.end_byte, f".get({inner})")),
            )


@repairs("E0599 E0425 E0423", late=60)
def method_or_function(place: Place) -> Iterator[Proposed]:
    """`x.f(a)` becomes `f(x, a)`, `Self::f(x, a)`, `T::f(a)`; `f(x, a)` becomes `x.f(a)` or `self.f(a)`."""
    for cost, call, arguments, name in named_calls(place):
        function = call.child_by_field_name("function")
        known = functions(place, name)
        inner = [place.text(node) for node in arguments.named_children]
        if function is None or not known:
            continue
        owner = implemented(place, known[0])
        if function.type == "field_expression":
            receiver = place.text(function.child_by_field_name("value"))
            for turn, path in enumerate([f"{owner}::{name}", f"Self::{name}"] if owner else [name]):
                for more, given in ((0.0, [receiver, *inner]), (0.2, inner), (0.4, [f"&{receiver}", *inner])):
                    yield cost + turn * 0.5 + more, swapped(call, f"{path}({', '.join(given)})")
        elif owner and has_self(place, known[0]):
            yield cost, swapped(call, f"self.{name}({', '.join(inner)})")
            if inner:
                yield cost + 0.3, swapped(call, f"{inner[0].lstrip('&')}.{name}({', '.join(inner[1:])})")
        elif owner:
            yield cost, swapped(function, f"Self::{name}")
            yield cost + 0.2, swapped(function, f"{owner}::{name}")
