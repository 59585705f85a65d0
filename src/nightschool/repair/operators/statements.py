"""Operators on the order of statements: use before the move, end a borrow before the next, leave a loop or a block.

Covered: moving a statement past its neighbours (what rustc's labels name first, then named lines), out of a loop, a
branch or an inner block; an end of a borrow by `drop` or by a block; statements merged into one. Not covered: new
names for parts of a statement (`naming`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import (
    LOOPS,
    cut,
    labelled,
    outer_statements,
    statements,
)
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit

BORROWS = "E0382 E0499 E0500 E0501 E0502 E0503 E0505 E0506 E0524 E0597 E0713 E0716 E0381 none"
FARTHEST = 6
"""Most statements that another one is moved past."""


@repairs(BORROWS, late=50)
def reorder_labelled(place: Place) -> Iterator[Proposed]:
    """Of the statements that rustc's labels name, one is moved before or after another one of the same block."""
    named: list[Node] = []
    for _, node in (*labelled(place), *labelled(place, "borrow", "moved", "used", "dropped", "occurs", "lives")):
        named += [one for one in outer_statements(node) if one not in named]
    for first in named:
        for second in named:
            if first.start_byte < second.start_byte and first.parent == second.parent:
                apart = _apart(first, second)
                for late, edits in ((0.0, _up(place, second, first)), (0.3, _down(place, first, second))):
                    if edits:
                        yield late + min(apart - 1, 4) / 2, edits


@repairs(BORROWS, late=60)
def reorder(place: Place) -> Iterator[Proposed]:
    """A named statement is moved up or down past its neighbours."""
    for block in place.syntax.of("block"):
        held = statements(block)
        for at, moved in enumerate(held):
            cost = place.near(moved) if place.touches(moved) else None
            if cost is None:
                continue
            large = min(place.line(moved.end_byte) - place.line(moved.start_byte), 6) / 2
            for to in range(max(0, at - FARTHEST), min(len(held), at + FARTHEST + 1)):
                edits = _up(place, moved, held[to]) if to < at else _down(place, moved, held[to]) if to > at else ()
                if edits:
                    passed = held[min(at, to) : max(at, to) + 1]
                    yield cost + large + abs(to - at) - 1 + _leaves(place, passed), edits


def _leaves(place: Place, passed: list[Node]) -> float:
    """What it costs that a statement moves past one that may leave the function: on failure something else is done."""
    return 0.5 * any(re.search(r"\?[;.,)]|\breturn\b", place.text(node)) for node in passed)


def _apart(first: Node, second: Node) -> int:
    held = statements(first.parent) if first.parent is not None else []
    return held.index(second) - held.index(first) if first in held and second in held else 9


def _up(place: Place, moved: Node, before: Node) -> tuple[Edit, ...]:
    """Move a statement before another one; a tail stays where it is."""
    text = place.text(moved)
    if not text.endswith((";", "}")) or moved.start_byte < before.end_byte:
        return ()
    return insert(before.start_byte, f"{text}\n{place.syntax.indent(before)}"), cut(place, moved)


def _down(place: Place, moved: Node, after: Node) -> tuple[Edit, ...]:
    """Move a statement after another one, or before it if that is the tail."""
    text, other = place.text(moved), place.text(after)
    if not text.endswith((";", "}")) or after.start_byte < moved.end_byte:
        return ()
    if other.endswith((";", "}")):
        return cut(place, moved), insert(after.end_byte, f"\n{place.syntax.indent(after)}{text}")
    return cut(place, moved), insert(after.start_byte, f"{text}\n{place.syntax.indent(after)}")


@repairs("E0382 E0499 E0502 E0505 E0506 E0507 E0597 E0716", late=60)
def leave_loop(place: Place) -> Iterator[Proposed]:
    """A statement of a loop's body goes before or after the loop."""
    for body in place.syntax.of("block"):
        loop = body.parent
        if loop is None or loop.type not in LOOPS:
            continue
        holder = loop.parent if loop.parent is not None and loop.parent.type == "expression_statement" else loop
        for moved in statements(body):
            cost = place.near(moved) if place.touches(moved) else None
            text = place.text(moved)
            if cost is None or not text.endswith((";", "}")):
                continue
            pad = place.syntax.indent(holder)
            if moved.type != "let_declaration":
                yield cost, (cut(place, moved), insert(holder.end_byte, f"\n{pad}{text}"))
            yield (
                cost + 0.5 * (moved.type != "let_declaration"),
                (
                    insert(holder.start_byte, f"{text}\n{pad}"),
                    cut(place, moved),
                ),
            )


@repairs("E0597 E0716 E0505 E0506 E0425 E0381 E0502 E0499 E0515", late=50)
def leave_block(place: Place) -> Iterator[Proposed]:
    """A `let` of an inner block goes before the statement that holds the block, or the block's braces go."""
    for block in place.syntax.of("block"):
        parent = block.parent
        if parent is None or not place.touches(block) or parent.type in ("function_item", "closure_expression"):
            continue
        holders = [one for one in outer_statements(parent) if one.start_byte < block.start_byte or one == parent]
        for holder in holders[:2]:
            pad = place.syntax.indent(holder)
            for moved in statements(block):
                if moved.type == "let_declaration" and place.near(moved) is not None:
                    yield 0.5, (insert(holder.start_byte, f"{place.text(moved)}\n{pad}"), cut(place, moved))
        yield from _without_braces(place, block)


def _without_braces(place: Place, block: Node) -> Iterator[Proposed]:
    """`{ a; b }` becomes `a; b` where a statement may stand, `{ x }` becomes `x` where a value may."""
    inner, opening, closing = statements(block), child(block, "{"), child(block, "}")
    if not inner or opening is None or closing is None or block.parent is None:
        return
    if block.parent.type in ("expression_statement", "block"):
        yield 0.5, (Edit(opening.start_byte, inner[0].start_byte), Edit(inner[-1].end_byte, closing.end_byte))
    elif len(inner) == 1 and block.parent.type in ("let_declaration", "field_expression", "arguments"):
        value = inner[0]
        if value.type == "reference_expression":
            owned = value.child_by_field_name("value")
            if owned is not None:
                yield 0.0, (Edit(block.start_byte, owned.start_byte), Edit(owned.end_byte, block.end_byte))
        yield 0.3, (Edit(block.start_byte, value.start_byte), Edit(value.end_byte, block.end_byte))


@repairs("E0499 E0502 E0505 E0506 E0503 E0382 E0381 none", late=60)
def end_borrow_in_block(place: Place) -> Iterator[Proposed]:
    """Statements from the one that borrows to its last use go into a block, so that the borrow ends there."""
    for _, node in labelled(
        place, "borrow occurs here", "is borrowed here", "borrow of `", "has type", "borrow later used"
    ):
        for holder in list(outer_statements(node))[:2]:
            if holder.parent is None or holder.type != "let_declaration":
                continue
            held = statements(holder.parent)
            rest = held[held.index(holder) :] if holder in held else []
            for end in range(1, min(len(rest), 4)):
                if rest[end].type != "let_declaration" and place.text(rest[end]).endswith((";", "}")):
                    yield end / 2, _braced(place, holder, rest[end])


def _braced(place: Place, first: Node, last: Node) -> tuple[Edit, ...]:
    pad = place.syntax.indent(first)
    inner = place.data[first.start_byte : last.end_byte].decode(errors="replace")
    text = re.sub(r"\n(?=[ \t]*\S)", "\n    ", inner)
    return (Edit(first.start_byte, last.end_byte, f"{{\n{pad}    {text}\n{pad}}}"),)


@repairs("none E0277 E0502 E0499 E0505 E0506", late=70)
def value_through_block(place: Place) -> Iterator[Proposed]:
    """`let guard = ..; let x = guard..; drop(guard);` becomes `let x = { let guard = ..; guard.. };`."""
    for guard in place.syntax.variables:
        later = [node for node in guard.later if place.syntax.mentions(node, guard.name)]
        named = place.near(guard.declaration) is not None or "future" in place.message
        if not later or later[0].type != "let_declaration" or not named:
            continue
        reads, value = later[0], later[0].child_by_field_name("value")
        drops = [node for node in later if re.fullmatch(rf"(?:mem::)?drop\({guard.name}\);", place.text(node))]
        if value is None or len(later) > 1 + len(drops) or reads.prev_named_sibling != guard.declaration:
            continue
        pad = place.syntax.indent(reads)
        block = f"{{\n{pad}    {place.text(guard.declaration)}\n{pad}    {place.text(value)}\n{pad}}}"
        moved = Edit(value.start_byte, value.end_byte, block)
        yield 0, (cut(place, guard.declaration), moved, *(cut(place, node) for node in drops))


@repairs("E0382 E0502 E0499 E0505 E0506 E0597", late=80)
def drop_statement(place: Place) -> Iterator[Proposed]:
    """`drop(x);`, which ends nothing or ends too early, goes."""
    for node in place.syntax.of("expression_statement", "let_declaration"):
        dropped = re.fullmatch(r"(?:(?:std::)?mem::)?drop\(.*\);", place.text(node))
        if dropped and place.near(node) is not None:
            yield 2, (cut(place, node),)
