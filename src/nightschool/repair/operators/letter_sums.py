"""Operators on arithmetic with chars: it is worked out with their numbers, and the result made a char again.

Covered: `(c - 'a' + by) % 26 + 'a'` as `((c as u8 - b'a' + by) % 26 + b'a') as char`, in bytes or in the number type of
the other operands; the result as a char, an index or a number. Not covered: digits (`value_forms`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, plain, return_type
from nightschool.repair.operators.mismatch_facts import operations
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.sums import operands, sums_around
from nightschool.repair.place import POSTFIX, Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

MOST = 2
"""Most operations that are looked at, and most sums around each."""


@repairs("E0369 E0277 E0308 E0606", late=60)
def letter_sum(place: Place) -> Iterator[Proposed]:
    """Arithmetic with chars in bytes or another number type."""
    named = [one for one in operations(place) if "char" in map(plain, one.types) or _has_letter(place, one.node)]
    for one in named[:MOST]:
        known = {node.start_byte for node, kind in zip((one.left, one.right), one.types, strict=True) if kind == "char"}
        for turn, whole in enumerate(sums_around(place, one.node)[:MOST]):
            parts = list(operands(place, whole))
            letters = [node for node in parts if node.start_byte in known or _is_letter(place, node)]
            for rank, kind in enumerate(_number_types(place, [node for node in parts if node not in letters])):
                edits = [edit for node in letters for edit in _number(place, node, kind)]
                for more, back in enumerate(_results(place, whole, kind)):
                    yield one.cost + turn * 0.5 + rank * 0.4 + more * 0.2, (*edits, *_behind(whole, back))


def _has_letter(place: Place, node: Node) -> bool:
    return any(_is_letter(place, one) for one in operands(place, node))


def _is_letter(place: Place, node: Node) -> bool:
    return node.type == "char_literal" or plain(type_of(place, node)) == "char"


def _number_types(place: Place, others: list[Node]) -> list[str]:
    """The number types of the other operands, then bytes."""
    found = [kind for node in others if NUMBER.fullmatch(kind := plain(type_of(place, node)))]
    return list(dict.fromkeys([*found, "u8"]))[:2]


def _number(place: Place, node: Node, kind: str) -> tuple[Edit, ...]:
    """The number of a char: `b'a'` for an ASCII literal among bytes, `c as u8`."""
    text = place.text(node)
    if node.type == "char_literal" and text.isascii() and not text.startswith("'\\u"):
        return (insert(node.start_byte, "b"),) if kind == "u8" else swapped(node, f"b{text} as {kind}")
    star = "*" if type_of(place, node).startswith("&") else ""
    through = " as u32" if kind[0] == "f" else ""
    return insert(node.start_byte, star), insert(node.end_byte, f"{through} as {kind}")


def _results(place: Place, whole: Node, kind: str) -> list[str]:
    """What is made of the result: nothing behind which a cast stands, a char, an index, the number itself."""
    parent = whole.parent
    if parent is not None and parent.type == "type_cast_expression":
        return [""]
    as_char = " as char" if kind == "u8" else " as u8 as char"
    holder = enclosing(whole, "index_expression", "let_declaration", "arguments", "function_item")
    declared = place.syntax.field(holder, "type") if holder is not None and holder.type == "let_declaration" else ""
    function = enclosing(whole, "function_item")
    wanted = declared or (return_type(place, function) if function is not None else "")
    if holder is not None and holder.type == "index_expression":
        return [" as usize"]
    if NUMBER.fullmatch(plain(wanted)):
        return ["" if plain(wanted) == kind else f" as {plain(wanted)}", as_char]
    return [as_char, "", " as usize"]


def _behind(node: Node, text: str) -> tuple[Edit, ...]:
    if not text:
        return ()
    if node.type in POSTFIX:
        return (insert(node.end_byte, text),)
    return insert(node.start_byte, "("), insert(node.end_byte, f"){text}")
