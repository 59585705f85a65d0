"""What rustc says of two types that disagree, and where: shared by operators on values.

Covered: `expected X, found Y` of labels and notes, the operands of binary operators, method calls on a wrong receiver,
and edits that keep precedence. Not covered: which conversion is meant (`conversions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.facts import generic_args
from nightschool.repair.operators.register import insert
from nightschool.repair.place import POSTFIX, Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit
from nightschool.types import Diagnostic

_PAIR = re.compile(r"expected ((?:[a-z]+ )*?)(?:`([^`]+)`|([a-z ]+)), found ((?:[a-z]+ )*?)(?:`([^`]+)`|([a-z ]+))")
_NOTE = re.compile(r"expected [a-z ]*`([^`]+)`\s+found [a-z ]*`([^`]+)`")
_OPERATION = re.compile(r"no implementation for `(.+?) (\+|-|\*|/|%|==|!=|<|>|<=|>=|[+*/%-]=|&|\||\^|<<|>>) (.+)`$")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two types that disagree at a place."""

    at: int
    expected: str
    found: str
    """Words such as `integer` stand without marks; `()` for nothing."""
    number: int
    """Which diagnostic."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A binary operation on types it does not take."""

    node: Node
    left: Node
    right: Node
    types: tuple[str, str]
    operator: str
    cost: int


def mismatches(place: Place) -> list[Mismatch]:
    """Every `expected .., found ..` with the offset of its label; a note's types where they are fuller."""
    found = []
    for number, diagnostic in enumerate(place.diagnostics):
        note = next((n for text in diagnostic.helps if (n := _NOTE.search(text))), None)
        for label in diagnostic.labels:
            if pair := _PAIR.search(label.text):
                want, have = pair[2] or pair[3].strip(), pair[5] or pair[6].strip()
                if note and label.primary and ("_" in want + have or "…" in want + have or "..." in want + have):
                    want, have = note[1], note[2]
                found.append(Mismatch(place.offset(label.line, label.column), want, have, number))
                found += _inferred_from(place, diagnostic, want, have, number)
    return found


def _inferred_from(place: Place, diagnostic: Diagnostic, want: str, have: str, number: int) -> Iterator[Mismatch]:
    """The argument from which a wrong type was inferred, with the part of the types that disagrees."""
    parts = list(zip(generic_args(want)[1], generic_args(have)[1], strict=False))
    apart = [pair for pair in parts if pair[0] != pair[1]] if generic_args(want)[0] == generic_args(have)[0] else []
    for label in diagnostic.labels:
        told = re.match(r"this (?:argument|is|expression)\b.*? type `([^`]+)`", label.text)
        if told and len(apart) == 1 and apart[0][1] == told[1]:
            yield Mismatch(place.offset(label.line, label.column), *apart[0], number)


def starting_at(place: Place, offset: int) -> list[Node]:
    """Expressions that start at an offset, the largest postfix chain first, then what is larger, then smaller."""
    nodes = [node for _, node in place.values if node.start_byte == offset and node.type != "block"]
    nodes.sort(key=lambda node: -node.end_byte)
    chains = [node for node in nodes if node.type in POSTFIX]
    return chains[:1] + [node for node in nodes if node not in chains[:1]]


def suffix(node: Node, text: str) -> tuple[Edit, ...]:
    """Put a method call, `?` or `as T` behind a value, in parentheses if it needs them."""
    if node.type in POSTFIX or (text.startswith(" as ") and node.type in ("type_cast_expression", "unary_expression")):
        return (insert(node.end_byte, text),)
    return insert(node.start_byte, "("), insert(node.end_byte, ")" + text)


def form(node: Node, before: str, after: str) -> tuple[Edit, ...]:
    """Put text before and after a value: `Some(` and `)`, `*` and nothing, nothing and `.clone()`."""
    if before and after.startswith(("?", ".")) and not before.endswith("("):
        return insert(node.start_byte, "(" + before), insert(node.end_byte, ")" + after)
    if not before and after:
        return suffix(node, after)
    loose = before in ("*", "&", "&mut ") and node.type not in POSTFIX and node.type != "reference_expression"
    if loose and node.type not in ("unary_expression", "closure_expression"):
        return insert(node.start_byte, before + "("), insert(node.end_byte, ")" + after)
    return tuple(edit for edit in (insert(node.start_byte, before), insert(node.end_byte, after)) if edit.text)


def operations(place: Place) -> Iterator[Operation]:
    """Binary operations that rustc names at their operator, with the types it says they have."""
    for node in place.syntax.of("binary_expression", "compound_assignment_expr"):
        mark = node.child_by_field_name("operator")
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if mark is None or left is None or right is None or mark.start_byte not in place.points:
            continue
        types = _operand_types(place, mark.start_byte, left, right)
        yield Operation(node, left, right, types, place.text(mark), place.points[mark.start_byte])


def _operand_types(place: Place, at: int, left: Node, right: Node) -> tuple[str, str]:
    for diagnostic in place.diagnostics:
        texts = {place.offset(label.line, label.column): label.text for label in diagnostic.labels}
        if at not in texts:
            continue
        if found := _OPERATION.search(texts[at]):
            return found[1], found[3]
        return _bare(texts.get(left.start_byte, "")), _bare(texts.get(right.start_byte, ""))
    return "", ""


def _bare(text: str) -> str:
    found = re.fullmatch(r"`(.+)`", text)
    return found[1] if found else re.sub(r"^\{|\}$", "", text)


def wrong_receivers(place: Place) -> Iterator[tuple[int, Node, Node, Node]]:
    """(cost, access or call, receiver, name) of methods and fields that rustc does not find, at their names."""
    for node in place.syntax.of("field_expression"):
        name, value = node.child_by_field_name("field"), node.child_by_field_name("value")
        if name is None or value is None or name.start_byte not in place.points:
            continue
        holder = node
        if holder.parent is not None and holder.parent.type == "generic_function":
            holder = holder.parent
        call = holder.parent
        is_called = call is not None and call.type == "call_expression"
        yield place.points[name.start_byte], (call if is_called and call is not None else node), value, name


def chain_end(node: Node) -> Node:
    """The end of the method chain that a value begins."""
    while node.parent is not None:
        parent = node.parent
        head = parent.child_by_field_name("value") or parent.child_by_field_name("function")
        chained = parent.type in ("field_expression", "generic_function", "call_expression") and head == node
        if not chained:
            break
        node = parent
    return node


def function_kind(place: Place, offset: int) -> str:
    """Head of what the innermost function or closure around an offset returns: Result, Option, another, or ''."""
    node = place.syntax.root.descendant_for_byte_range(offset, offset)
    holder = enclosing(node, "function_item", "closure_expression", "async_block") if node is not None else None
    text = place.syntax.field(holder, "return_type") if holder is not None else ""
    return re.split(r"[<\s]", text.split("::")[-1] if "<" not in text else text.split("<")[0].split("::")[-1])[0]
