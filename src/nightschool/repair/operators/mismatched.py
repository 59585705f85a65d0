"""Operators where rustc says `expected X, found Y`: what turns one into the other, at one place or at all alike.

Covered: the conversions of `value_forms` and `wrapper_forms`. Not covered: patterns (`matching`), functions as a whole
(`returning`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, plain
from nightschool.repair.likely import AtHand, error_values, likely_values
from nightschool.repair.operators.mismatch_facts import Mismatch, form, mismatches, operations, starting_at
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.operators.value_forms import numbers, references, text_forms
from nightschool.repair.operators.wrapper_forms import forms, spot
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing

_PLAIN = (
    "identifier",
    "integer_literal",
    "float_literal",
    "string_literal",
    "char_literal",
    "boolean_literal",
    "unit_expression",
    "scoped_identifier",
)
SHAPES = 3
"""Most expressions tried that start at one place."""


def _aimed(place: Place) -> list[Mismatch]:
    """Mismatches at primary labels first, then at others."""
    found = mismatches(place)
    return sorted(found, key=lambda one: (place.points.get(one.at, 9), one.number))


@repairs("E0308 E0277 E0271")
def convert(place: Place) -> Iterator[Proposed]:
    """The found value in each usual form of the expected type."""
    for one in _aimed(place)[:6]:
        base = place.points.get(one.at, 1)
        ways = list(forms(spot(place, one.at), one.expected, one.found))
        for turn, node in enumerate(starting_at(place, one.at)[:SHAPES]):
            for cost, before, after in ways:
                if not (after.startswith(".") and _says(place, node)):
                    yield base + cost + turn * 1.5, form(node, before, after)


def _says(place: Place, node: Node) -> bool:
    """Whether a value says what it is, so that a method of it is no use: `None`, `Err(x)`."""
    return place.text(node) == "None" or place.syntax.field(node, "function") in ("Ok", "Err", "Some")


@repairs("E0308")
def convert_all(place: Place) -> Iterator[Proposed]:
    """The same form at every place where the same two types disagree."""
    groups: dict[tuple[str, str], list[Mismatch]] = defaultdict(list)
    for one in _aimed(place):
        groups[(one.expected, one.found)].append(one)
    for (expected, found), group in groups.items():
        if len(group) < 2:
            continue
        nodes = [nodes[0] for one in group if (nodes := starting_at(place, one.at))]
        nodes = [node for n, node in enumerate(nodes) if not any(_meet(node, other) for other in nodes[:n])]
        for cost, before, after in forms(spot(place, group[0].at), expected, found):
            yield cost, tuple(edit for node in nodes for edit in form(node, before, after))


def _meet(one: Node, other: Node) -> bool:
    return one.start_byte < other.end_byte and other.start_byte < one.end_byte


@repairs("E0277 E0369 E0308 E0368", late=40)
def convert_operand(place: Place) -> Iterator[Proposed]:
    """An operand of a binary operator in the other's type; both dereferenced or borrowed."""
    for one in operations(place):
        left, right = one.types
        for node, to, of, more in ((one.right, left, right, 0.0), (one.left, right, left, 0.2)):
            if one.node.type == "compound_assignment_expr" and node == one.left:
                continue
            for cost, before, after in [*numbers(to, of), *references(to, of), *text_forms(to, of)]:
                yield one.cost + cost + more, form(node, before, after)
            yield from (
                (one.cost + cost + more, edits) for cost, edits in _plain_forms(place, one.operator, to, of, node)
            )
        both = (*form(one.left, "*", ""), *form(one.right, "*", ""))
        yield one.cost + 2, both


def _plain_forms(place: Place, operator: str, to: str, of: str, node: Node) -> Iterator[Proposed]:
    if of.startswith("&"):
        yield 0, form(node, "*", "")
    if to.startswith("&") and operator in ("==", "!=", "<", ">", "<=", ">="):
        yield 0.5, form(node, "&", "")
    if of == "String" and operator == "+":
        yield 0, form(node, "&", "")
    if of == "&str" and to == "&str" and operator == "+":
        yield 0, form(node, "", ".to_string()")
    yield from _unwrapped(to, of, node)


_DEFAULTS = (".unwrap_or_default()", ".unwrap_or(0)", "?", ".unwrap_or(0.0)", ".unwrap()")


def _unwrapped(to: str, of: str, node: Node) -> Iterator[Proposed]:
    """Option and Result operands: the content of one, or the other wrapped too."""
    for head, wrap in (("Option", "Some("), ("Result", "Ok(")):
        if generic_args(of)[0] == head:
            yield from ((cost * 0.3, form(node, "", after)) for cost, after in enumerate(_DEFAULTS))
        elif generic_args(to)[0] == head:
            yield 0, form(node, wrap, ")")


@repairs("E0308", late=40)
def replace_value(place: Place) -> Iterator[Proposed]:
    """A plain value of a wrong type becomes a likely one of the expected type, named after its arm's pattern too."""
    for one in _aimed(place)[:3]:
        for node in starting_at(place, one.at)[:1]:
            if node.type not in _PLAIN and place.text(node) not in ("None", "Ok(())"):
                continue
            for turn, text in enumerate([*_from_pattern(place, node, one.expected), *_values(place, one)]):
                yield place.points.get(one.at, 1) + 0.5 + turn * 0.5, swapped(node, text)


def _values(place: Place, one: Mismatch) -> list[str]:
    here = spot(place, one.at)
    head = generic_args(one.expected)[0]
    errors = [f"Err({text})" for text in error_values(place, one.at, AtHand(here.names), 5)] if head == "Result" else []
    none = ["None"] if head == "Option" else []
    return [*errors, *likely_values(place, one.expected, here.names, 6), *none]


def _from_pattern(place: Place, node: Node, expected: str) -> list[str]:
    """`None => None` where text is wanted: `"none"`."""
    arm = enclosing(node, "match_arm")
    name = place.syntax.field(arm, "pattern").split("::")[-1] if arm is not None else ""
    if not re.fullmatch(r"[A-Z]\w*", name) or plain(expected) not in ("String", "str"):
        return []
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    return [f'"{word}"' + (".to_string()" if expected == "String" else "")]
