"""Operators on a variable before a loop that borrows what each turn of the loop makes: it owns what it keeps.

Covered: the written type, the first value, all values that it is given and its reads, in one proposal: the parts that
borrow from the turn alone, or all of them, moved or copied. Not covered: one store at the very place that rustc names
(`stored`, `kept_options`), and what makes the values outlive the loop (`made_before_loops`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from nightschool.repair.operators.collector_facts import Collector, Given, collectors, given, short_lived
from nightschool.repair.operators.collector_reads import reads
from nightschool.repair.operators.ownership_facts import declaration
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.type_lifetimes import owned_type
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree_edits import Edit

Position = tuple[int, int]
COPIED = re.compile(r"\.(to_string|to_owned|to_vec|clone|into_owned|collect)\(\)$|^(format!|String::)|^vec!")


@repairs("E0597 E0716 E0502 E0505 E0506", late=200)
def own_collected(place: Place) -> Iterator[Proposed]:
    """`let mut best: Option<&T> = None; for .. { let x = f(); best = Some(&x); }` keeps `T`, with all of its reads."""
    for far, one in enumerate(collectors(place)):
        short = short_lived(place, one.loop)
        values = [value for value in given(place, one, short) if not place.text(value.node)[:1].isdigit()]
        tainted = {_at(one, value) for value in values if _mentions(place, value.node, short)}
        tainted = {at for at in tainted if not (kind := _kind(one, at)) or "&" in kind}
        if not tainted:
            continue
        borrowed = {
            (slot, at) for slot, kinds in enumerate(one.slots()) for at, kind in enumerate(kinds) if "&" in kind
        }
        for late, positions in enumerate((tainted, borrowed | tainted)[: 1 + bool(borrowed - tainted)]):
            for turn, way in enumerate(_ways(place, one, values, positions)):
                edits = _owned(place, one, values, positions, way)
                if edits:
                    yield far * 0.5 + late * 0.5 + turn * 0.2, edits


def _at(one: Collector, value: Given) -> Position:
    return (value.slot if value.slot >= 0 else max(len(one.slots()) - 1, 0)), value.part


def _mentions(place: Place, node: Node, names: set[str]) -> bool:
    return any(re.search(rf"(?<![.\w]){name}\b", place.text(node)) for name in names)


def _kind(one: Collector, at: Position) -> str:
    """The type at a position; empty if the collector's type does not show it."""
    slots = one.slots()
    kinds = slots[at[0]] if at[0] < len(slots) else []
    kind = kinds[at[1]] if at[1] < len(kinds) else ""
    return "" if kind == "_" else kind


def _ways(place: Place, one: Collector, values: Sequence[Given], positions: set[Position]) -> list[str]:
    """Whether values are moved or copied: moves first where no text or slice is among them."""
    own = [value for value in values if _at(one, value) in positions]
    kinds = [_kind(one, _at(one, value)) or type_of(place, value.node) for value in own]
    moved = any(value.node.type == "reference_expression" or _lent_loop(place, value.node) for value in own)
    texts = any(re.search(r"\bstr\b|\[", kind) for kind in kinds)
    unknown = not all(kinds)
    copies = [".to_string()", ".clone()"] if unknown else [".clone()"]
    return copies if not moved else [*copies, ""] if texts else ["", *copies]


def _owned(
    place: Place, one: Collector, values: Sequence[Given], positions: set[Position], way: str
) -> tuple[Edit, ...]:
    """All edits that make a collector own what it keeps at some positions; none if a value cannot be owned so."""
    edits = [*_declared(place, one, positions)]
    for value in values:
        at = _at(one, value)
        if at in positions:
            own = _value(place, value.node, _kind(one, at), way)
            if own is None:
                return ()
            edits += own
    return tuple([*edits, *reads(place, one, positions)])


def _value(place: Place, node: Node, kind: str, way: str) -> tuple[Edit, ...] | None:
    """A value that is stored owns: `&x` becomes `x` or a copy of it. None where only a reference of a call is known."""
    if COPIED.search(place.text(node)):
        return ()
    inner = node.child_by_field_name("value") if node.type == "reference_expression" else None
    marks = (Edit(node.start_byte, inner.start_byte),) if inner is not None else ()
    if kind and not kind.startswith("&"):
        return (*marks, insert(node.end_byte, ".map(str::to_string)" if "str" in kind else ".cloned()"))
    if inner is not None and inner.type == "identifier" and not way:
        return marks
    source = None if way or re.search(r"\bstr\b|\[", kind) else _lent_loop(place, node)
    if source is not None:
        return (Edit(source.start_byte, source.children[1].start_byte),)
    return (*marks, insert(node.end_byte, _call(kind or type_of(place, node), way)))


def _lent_loop(place: Place, node: Node) -> Node | None:
    """The `&x` of a loop that binds a name; over `x` itself it would give the name the elements to keep."""
    held = declaration(place, place.text(node), node.start_byte) if node.type == "identifier" else None
    source = held.child_by_field_name("value") if held is not None and held.type == "for_expression" else None
    lent = source is not None and source.type == "reference_expression" and len(source.children) == 2
    return source if lent else None


def _call(kind: str, way: str) -> str:
    """How a reference is copied by its type."""
    if re.match(r"&\s*('\w+\s+)?str\b", kind):
        return ".to_string()"
    return ".to_vec()" if re.match(r"&\s*('\w+\s+)?\[", kind) else way or ".clone()"


def _declared(place: Place, one: Collector, positions: set[Position]) -> Iterator[Edit]:
    """The written type and the first value own."""
    kind, value = one.let.child_by_field_name("type"), one.let.child_by_field_name("value")
    if kind is not None:
        yield from swapped(kind, _type(one, positions))
    if value is None:
        return
    text = place.text(value)
    if one.head in ("", "str") and value.type == "string_literal":
        yield from swapped(value, "String::new()" if text == '""' else f"{text}.to_string()")
    elif one.type.startswith("&"):
        own = _value(place, value, one.type, ".clone()")
        empty = re.fullmatch(r"&\[\]", text)
        yield from swapped(value, "Vec::new()") if empty else own or ()


def _type(one: Collector, positions: set[Position]) -> str:
    """The type with the parts at some positions owned."""
    slots = []
    for slot, kinds in enumerate(one.slots()):
        own = [owned_type(kind) if (slot, at) in positions else kind for at, kind in enumerate(kinds)]
        slots.append(f"({', '.join(own)})" if len(own) > 1 else own[0])
    if not one.head:
        return slots[0]
    return f"{one.type.split('<')[0].strip()}<{', '.join(slots)}>" if slots else one.type
