"""Operators on look-ups in a map that give a reference to a default of their own where the map has none.

Covered: `match`, `if let` and `unwrap_or` on `get_mut` whose other value is a reference to a new one: the map's `entry`
keeps it; a method asked of what `get_mut` gives. Not covered: look-ups with an `insert` (`splitting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.mismatch_facts import wrong_receivers
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.operators.value_positions import arms
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree_edits import method_calls

LOOK_UP = re.compile(r"(.+?)\s*\.get(?:_mut)?\((.+)\)", re.DOTALL)
MADE = re.compile(r"(?:\|\w*\|\s*)?\{?\s*&mut\s+(.+?)\s*\}?", re.DOTALL)
EMPTY = re.compile(r"(?:\w+::)*(?:default|new)\(\)|0|0\.0|false|None")


@repairs("E0515 E0716 E0597 E0499 E0502 E0505", late=120)
def entry_or_default(place: Place) -> Iterator[Proposed]:
    """`match m.get_mut(k) { Some(v) => v, None => &mut V::new() }` becomes `m.entry(k.to_string()).or_default()`."""
    for node, asked, other in _fallbacks(place):
        found, made = LOOK_UP.fullmatch(asked), MADE.fullmatch(other)
        if found is None or made is None or not place.touches(node):
            continue
        ends = [f".or_insert_with(|| {made[1]})", f".or_insert({made[1]})"]
        ends = [".or_default()", *ends[:1]] if EMPTY.fullmatch(made[1]) else ends
        for turn, key in enumerate(_keys(found[2])):
            for late, end in enumerate(ends):
                yield turn * 0.3 + late * 0.2, swapped(node, f"{found[1]}.entry({key}){end}")


def _keys(text: str) -> list[str]:
    """Ways to own a key that a look-up borrows."""
    if text.startswith("&"):
        return [text[1:], f"{text[1:]}.clone()"]
    return [f"{text}.to_string()", f"{text}.clone()", text]


def _fallbacks(place: Place) -> Iterator[tuple[Node, str, str]]:
    """(expression, what it looks up, what it gives where there is none)."""
    for node in place.syntax.of("match_expression"):
        bodies = {place.syntax.field(arm, "pattern"): place.syntax.field(arm, "value") for arm in arms(node)}
        some = next(
            (re.fullmatch(r"Some\((\w+)\)", pattern) for pattern in bodies if pattern.startswith("Some(")), None
        )
        if some is not None and len(bodies) == 2 and bodies[some[0]] == some[1]:
            yield node, place.syntax.field(node, "value"), bodies.get("None", bodies.get("_", ""))
    for node in place.syntax.of("if_expression"):
        condition, other = node.child_by_field_name("condition"), node.child_by_field_name("alternative")
        pattern = place.syntax.field(condition, "pattern") if condition is not None else ""
        given = place.syntax.field(node, "consequence").strip("{} \n")
        if condition is not None and other is not None and other.named_children and pattern == f"Some({given})":
            yield node, place.syntax.field(condition, "value"), place.text(other.named_children[0])
    for call, receiver, _ in method_calls(place.syntax, "unwrap_or", "unwrap_or_else"):
        yield call, place.text(receiver), place.syntax.field(call, "arguments")[1:-1]


@repairs("E0599", late=150)
def entry_for_look_up(place: Place) -> Iterator[Proposed]:
    """`map.get_mut(k).push(v)` becomes `map.entry(k.to_string()).or_default().push(v)`."""
    if "not found in `Option<&mut " not in place.message:
        return
    for cost, _, receiver, _ in wrong_receivers(place):
        found = LOOK_UP.fullmatch(place.text(receiver))
        if found is None:
            continue
        kind = next((one.type for one in locals_at(place, receiver.start_byte) if one.name == found[2]), "")
        ways = [found[2]] if kind and not kind.startswith("&") else _keys(found[2])
        for turn, key in enumerate(ways):
            yield cost + turn * 0.3, swapped(receiver, f"{found[1]}.entry({key}).or_default()")
