"""Operators on a sum of an unsigned and a signed number: it is worked out signed, and its result is taken back.

Covered: `(at + step) % len` as `(at as i64 + step).rem_euclid(len as i64) as usize`, whole sums with every unsigned
operand cast, `x += by`, the checked and saturating methods for a signed operand. Not covered: one cast (`numbers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import plain
from nightschool.repair.operators.mismatch_facts import Operation, function_kind, operations
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.sums import LITERALS, operands, sums_around
from nightschool.repair.place import POSTFIX, Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

SIGNED, UNSIGNED = re.compile(r"i(8|16|32|64|128|size)"), re.compile(r"u(8|16|32|64|128|size)")
MOST = 3
"""Most operations that are looked at, and most sums around each."""


@repairs("E0277 E0308", late=60)
def signed_sum(place: Place) -> Iterator[Proposed]:
    """A sum of an unsigned and a signed number is worked out in the signed type."""
    mixed = [(one, kinds) for one in operations(place) if (kinds := _kinds(one))]
    for one, (signed, unsigned) in mixed[:MOST]:
        if one.node.type == "compound_assignment_expr":
            yield from _assigned(place, one, signed, unsigned)
            continue
        yield from _by_method(place, one, signed, unsigned)
        for turn, whole in enumerate(sums_around(place, one.node)[:MOST]):
            cast = _cast(place, whole, one, signed)
            for rank, back in enumerate(_taken_back(place, whole, unsigned)):
                for more, (extra, at_end) in enumerate(_remainders(place, whole, one)):
                    around = (insert(whole.end_byte, back),) if at_end else _behind(whole, back, inner=True)
                    yield one.cost + turn * 0.4 + rank * 0.3 + more * 0.1, (*cast, *extra, *around)


def _kinds(one: Operation) -> tuple[str, str] | None:
    """(the signed type, the unsigned one) of a mixed operation."""
    kinds = [plain(text) for text in one.types]
    signed = [text for text in kinds if SIGNED.fullmatch(text)]
    unsigned = [text for text in kinds if UNSIGNED.fullmatch(text)]
    return (signed[0], unsigned[0]) if signed and unsigned else None


def _cast(place: Place, whole: Node, one: Operation, signed: str) -> list[Edit]:
    """Casts of all operands that are not signed; a cast that is there takes the signed type."""
    edits: list[Edit] = []
    texts = dict(zip((one.left.start_byte, one.right.start_byte), map(plain, one.types), strict=True))
    for node in operands(place, whole):
        kind = node.child_by_field_name("type") if node.type == "type_cast_expression" else None
        known = plain(type_of(place, node)) or texts.get(node.start_byte, "")
        if kind is not None and UNSIGNED.fullmatch(place.text(kind)):
            edits += swapped(kind, signed)
        elif node.type not in LITERALS and not SIGNED.fullmatch(known):
            edits += _behind(node, f" as {signed}", inner=True)
    return edits


def _behind(node: Node, text: str, inner: bool = False) -> tuple[Edit, ...]:
    """Text behind a value, in parentheses where it stands before a method or is a sum."""
    receiver = inner and node.parent is not None and node.parent.type == "field_expression"
    if not text:
        return ()
    if receiver:
        return insert(node.start_byte, "("), insert(node.end_byte, f"{text})")
    return (insert(node.end_byte, text),) if node.type in POSTFIX else (
        insert(node.start_byte, "("), insert(node.end_byte, f"){text}"))  # fmt: skip


def _taken_back(place: Place, whole: Node, unsigned: str) -> list[str]:
    """How the result becomes unsigned; first not at all where a cast stands behind it already."""
    cast = whole.parent is not None and whole.parent.type == "type_cast_expression"
    return ["", f" as {unsigned}"] if cast else [f" as {unsigned}", ""]


def _remainders(place: Place, whole: Node, one: Operation) -> Iterator[tuple[tuple[Edit, ...], bool]]:
    """`x % n` of the sum by `rem_euclid`, which is not negative, and whether that is all of it; then as it is."""
    node: Node | None = one.node
    while node is not None and node.start_byte >= whole.start_byte and node.end_byte <= whole.end_byte:
        left, right, mark = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
        if left and right and mark and place.text(mark) == "%" and left.end_byte >= one.node.end_byte:
            open_ = () if left.type in POSTFIX else (insert(left.start_byte, "("), insert(left.end_byte, ")"))
            rest = Edit(left.end_byte, right.start_byte, ".rem_euclid("), insert(right.end_byte, ")")
            yield (*open_, *rest), node == whole
        node = node.parent
    yield (), False


def _by_method(place: Place, one: Operation, signed: str, unsigned: str) -> Iterator[Proposed]:
    """`a + by` by `checked_add_signed` where nothing may be given, by `saturating_add_signed` else."""
    if one.operator != "+" or not UNSIGNED.fullmatch(plain(one.types[0])):
        return
    kind = function_kind(place, one.node.start_byte)
    wanted = f"i{unsigned[1:]}"
    given = place.text(one.right) if wanted == signed else f"{place.text(one.right)} as {wanted}"
    receiver = place.text(one.left) if one.left.type in POSTFIX else f"({place.text(one.left)})"
    if kind == "Option":
        yield one.cost + 0.3, swapped(one.node, f"{receiver}.checked_add_signed({given})?")
    yield one.cost + 0.9, swapped(one.node, f"{receiver}.saturating_add_signed({given})")


def _assigned(place: Place, one: Operation, signed: str, unsigned: str) -> Iterator[Proposed]:
    """`x += by` as `x = (x as i64 + by) as usize`, or by `saturating_add_signed`."""
    mark, text, given = one.operator.rstrip("="), place.text(one.left), place.text(one.right)
    if not UNSIGNED.fullmatch(plain(one.types[0])) or mark not in ("+", "-"):
        return
    lone = given if one.right.type in POSTFIX else f"({given})"
    wanted = f"i{unsigned[1:]}"
    same = given if wanted == signed else f"{lone} as {wanted}"
    if mark == "+":
        yield one.cost + 0.2, swapped(one.node, f"{text} = {text}.saturating_add_signed({same})")
    yield one.cost, swapped(one.node, f"{text} = ({text} as {signed} {mark} {lone}) as {unsigned}")
    if enclosing(one.node, "function_item") is not None and function_kind(place, one.node.start_byte) == "Option":
        yield one.cost + 0.1, swapped(one.node, f"{text} = {text}.checked_add_signed({same})?")
