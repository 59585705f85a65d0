"""Variables that are declared before a loop and keep what the loop makes: which they are, and what they are given.

Covered: options, plain references, lists, sets and maps, of single values and of tuples; values assigned, pushed,
inserted and put into what a pattern shows of them; which names of the loop borrow from what ends with it. Not covered:
fields of structs, and the edits (`collectors`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.facts import bound_names, generic_args, split_top
from nightschool.repair.operators.ownership_facts import LOOPS, labelled, outer_statements, uses, within
from nightschool.repair.operators.value_positions import leaves
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import method_calls

STORES = ("push", "push_back", "push_front", "insert", "entry", "replace", "get_or_insert")
PATTERNS = ("let_declaration", "let_condition", "for_expression", "match_expression")


@dataclass(frozen=True, slots=True)
class Collector:
    """A `let mut` before a loop."""

    name: str
    let: Node
    loop: Node
    function: Node
    type: str
    """Its written type, or what its first value shows of it."""

    @property
    def head(self) -> str:
        """`Option`, `Vec` and the like; empty for a plain reference."""
        return "" if self.type.startswith("&") else generic_args(self.type)[0]

    def slots(self) -> list[list[str]]:
        """Types of what it keeps: one for an option, two for a map; each with the parts of a tuple."""
        args = [self.type] if not self.head else list(generic_args(self.type)[1])
        return [parts(one) for one in args]


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a collector is given, at a part of one of its slots."""

    node: Node
    slot: int
    part: int


def parts(text: str) -> list[str]:
    """The types of a tuple type, or the type itself."""
    return split_top(text[1:-1]) if text.startswith("(") and text.endswith(")") else [text]


def collectors(place: Place) -> Iterator[Collector]:
    """Mutable variables before a loop around the borrow that rustc names, if it mentions them; the nearest first."""
    seen: set[int] = set()
    for _, node in labelled(place):
        loops = [one for one in _ancestors(node) if one.type in LOOPS]
        for loop in loops:
            function, held = enclosing(loop, "function_item"), next(outer_statements(loop), None)
            for let in _lets_before(held):
                name = place.syntax.field(let, "pattern")
                if function is None or let.start_byte in seen or not place.syntax.mentions(loop, name):
                    continue
                seen.add(let.start_byte)
                if kind := _type(place, let):
                    yield Collector(name, let, loop, function, kind)


def _ancestors(node: Node) -> Iterator[Node]:
    parent = node.parent
    while parent is not None and parent.type != "function_item":
        yield parent
        parent = parent.parent


def _lets_before(held: Node | None) -> list[Node]:
    block = held.parent if held is not None else None
    lets = [one for one in block.named_children if one.type == "let_declaration"] if block is not None else []
    found = [one for one in lets if held is not None and one.start_byte < held.start_byte]
    plain = [one for one in found if (pattern := one.child_by_field_name("pattern")) and pattern.type == "identifier"]
    return [one for one in reversed(plain) if child(one, "mutable_specifier") is not None]


def _type(place: Place, let: Node) -> str:
    value = let.child_by_field_name("value")
    if kind := place.syntax.field(let, "type"):
        return kind
    text = place.text(value)
    made = re.match(r"((?:Hash|BTree)(?:Map|Set)|Vec|VecDeque)::(?:new|with_capacity)\(|(vec!\[\])|(None$)", text)
    if made:
        head = made[1] or ("Vec" if made[2] else "Option")
        return f"{head}<{'_, _' if head.endswith('Map') else '_'}>"
    if value is not None and value.type in ("string_literal", "reference_expression"):
        return "&str" if value.type == "string_literal" else type_of(place, value) or "&_"
    kind = type_of(place, value)
    return kind if kind.startswith("&") else ""


def short_lived(place: Place, loop: Node) -> set[str]:
    """Names in a loop that are, or borrow from, what rustc says ends too early."""
    found = {name for name in place.names if any(within(use, loop) for use in uses(place, name, loop))}
    for _, node in labelled(place):
        held = next(outer_statements(node), None)
        if held is not None and held.type == "let_declaration" and within(held, loop) and "E0716" in place.codes:
            found |= set(bound_names(place, held.child_by_field_name("pattern")))
    binds = sorted((one for one in place.syntax.of(*PATTERNS) if within(one, loop)), key=lambda one: one.start_byte)
    for one in binds:
        value = one.child_by_field_name("value")
        if value is not None and any(place.syntax.mentions(value, name) for name in found):
            found |= set(bound_by(place, one))
    return found


def bound_by(place: Place, holder: Node) -> Iterator[str]:
    """Names that a `let`, an `if let`, a loop or the arms of a match bind."""
    yield from bound_names(place, holder.child_by_field_name("pattern"))
    for arm in place.syntax.of("match_arm") if holder.type == "match_expression" else ():
        if enclosing(arm, "match_expression") == holder:
            yield from bound_names(place, arm.child_by_field_name("pattern"))


def given(place: Place, one: Collector, short: set[str]) -> Iterator[Given]:
    """What a collector is given in its loop."""
    views = {name for holder in place.syntax.of(*PATTERNS) if within(holder, one.loop)
             and place.syntax.mentions(holder.child_by_field_name("value") or holder, one.name)
             for name in bound_by(place, holder)}  # fmt: skip
    for node in place.syntax.of("assignment_expression"):
        left, right = place.syntax.field(node, "left"), node.child_by_field_name("right")
        if right is None or not within(node, one.loop):
            continue
        if left == one.name:
            yield from _assigned(place, one, right)
        elif re.split(r"\W", left.lstrip("*"))[0] in views and place.text(right).lstrip("&") in short:
            at = re.search(r"\.(\d)$", left)
            yield Given(right, -1, int(at[1]) if at else 0)
    for call, receiver, name in method_calls(place.syntax, *STORES):
        inside = within(call, one.loop)
        if inside and re.match(rf"{re.escape(one.name)}\b(?!\s*\()", place.text(receiver)):
            yield from _stored(place, one, call, name, receiver.type == "identifier")


def _assigned(place: Place, one: Collector, right: Node) -> Iterator[Given]:
    for leaf in leaves(right):
        inner: Node | None = leaf
        if one.head == "Option" or place.syntax.field(leaf, "function") == "Some":
            arguments = leaf.child_by_field_name("arguments")
            inner = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        if inner is not None and place.text(inner) != one.name:
            yield from _tuple(inner, 0)


def _stored(place: Place, one: Collector, call: Node, name: str, direct: bool) -> Iterator[Given]:
    arguments = call.child_by_field_name("arguments")
    values = [node for node in arguments.named_children if "comment" not in node.type] if arguments is not None else []
    keyed = len(one.slots()) == 2 and direct and name in ("insert", "entry")
    for slot, node in enumerate(values if keyed else values[-1:]):
        yield from _tuple(node, slot if keyed else -1)


def _tuple(node: Node, slot: int) -> Iterator[Given]:
    inner = node.named_children if node.type == "tuple_expression" else [node]
    yield from (Given(part, slot, at) for at, part in enumerate(inner))
