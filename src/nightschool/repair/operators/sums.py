"""Sums and products around an operand: how far they reach, and what their operands are.

Covered: binary operators of arithmetic, parentheses, minus signs, and methods of numbers that give the same type. Not
covered: shifts and bits, and which of the operands has which type (`repair.scope`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.place import Place

MARKS = ("+", "-", "*", "/", "%")
SAME = re.compile(r"rem_euclid|div_euclid|min|max|clamp|abs|(?:wrapping|saturating)_(?:add|sub|mul)")
"""Methods that take and give the type of their receiver."""
LITERALS = ("integer_literal", "float_literal")


def sums_around(place: Place, node: Node) -> list[Node]:
    """The operation and the larger ones that it is an operand of, the largest first."""
    found = [node]
    while (more := _larger(place, found[-1])) is not None:
        found.append(more)
    return [one for one in reversed(found) if one.type != "field_expression"]


def _larger(place: Place, node: Node) -> Node | None:
    """The next larger node of the same arithmetic; None at its end."""
    parent = node.parent
    if parent is None:
        return None
    if parent.type == "binary_expression":
        return parent if place.syntax.field(parent, "operator") in MARKS else None
    if parent.type == "field_expression":
        known = SAME.fullmatch(place.syntax.field(parent, "field")) and parent.child_by_field_name("value") == node
        return parent if known and parent.parent is not None and parent.parent.type == "call_expression" else None
    if parent.type == "call_expression":
        return parent if parent.child_by_field_name("function") == node else None
    return parent if parent.type in ("parenthesized_expression", "unary_expression") else None


def operands(place: Place, node: Node) -> Iterator[Node]:
    """What a sum or product is made of: names, calls, literals, casts."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type == "binary_expression" and place.syntax.field(node, "operator") in MARKS and left and right:
        yield from operands(place, left)
        yield from operands(place, right)
        return
    if node.type == "parenthesized_expression" or (node.type == "unary_expression" and place.text(node)[:1] == "-"):
        for one in node.named_children[-1:]:
            yield from operands(place, one)
        return
    called, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    receiver = called.child_by_field_name("value") if called is not None and called.type == "field_expression" else None
    if called is None or receiver is None or given is None:
        yield node
    elif SAME.fullmatch(place.syntax.field(called, "field")):
        for one in (receiver, *given.named_children):
            yield from operands(place, one)
    else:
        yield node
