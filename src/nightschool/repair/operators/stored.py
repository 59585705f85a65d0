"""Operators that make owned what a longer-lived variable or container keeps.

Covered: values pushed, inserted and extended with, values assigned, with the written type, the first value and the
later conversions of the variable. Not covered: results (`owned`), fields (`type_lifetimes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.ownership_facts import bindings, within
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.type_lifetimes import owned_type
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls

STORES = ("push", "push_back", "insert", "extend", "append", "push_front", "replace", "get_or_insert", "entry", "send")
STORED = (".to_string()", ".clone()", ".map(|item| item.to_string())", ".to_vec()", ".cloned()", ".to_owned()",
          ".map(str::to_string)", ".copied()", ".into_iter().map(String::from)")  # fmt: skip


@repairs("E0597 E0505 E0502 E0499 E0716 E0506 E0521 E0515", late=60)
def own_what_is_stored(place: Place) -> Iterator[Proposed]:
    """`longer.push(x.view())` becomes `longer.push(x.view().to_string())`; the container's type says so too."""
    for call, receiver, _ in method_calls(place.syntax, *STORES):
        arguments = call.child_by_field_name("arguments")
        cost = place.near(call)
        if arguments is None or cost is None:
            continue
        types = _element_types(place, place.text(receiver), call.start_byte)
        for value in [node for node in arguments.named_children if "comment" not in node.type][-2:]:
            inner = value.child_by_field_name("value") if value.type == "reference_expression" else None
            if inner is not None:
                yield cost, (Edit(value.start_byte, inner.start_byte), *types)
            later = _conversions(place, place.text(receiver), call.end_byte)
            for turn, text in enumerate(STORED):
                yield cost + turn * 0.25, (insert(value.end_byte, text), *types)
                if later:
                    yield cost + turn * 0.25 + 0.1, (insert(value.end_byte, text), *types, *later)


CONVERTS = re.compile(r"\((?:\w+::(?:to_string|to_owned|from|into)|\|(\w+)\| \1\.(?:to_string|to_owned|clone)\(\))\)")


def _conversions(place: Place, name: str, offset: int) -> tuple[Edit, ...]:
    """`.map(str::to_string)` on the elements of a container, which need it no more once the container owns them."""
    found = []
    for call, receiver, _ in method_calls(place.syntax, "map"):
        inside = place.function is not None and within(call, place.function)
        chain = place.text(receiver)
        begins = re.match(rf"{re.escape(name)}\.(into_iter|iter)\(\)$", chain) and call.start_byte > offset
        if inside and begins and CONVERTS.fullmatch(place.syntax.field(call, "arguments")):
            found.append(Edit(receiver.end_byte, call.end_byte))
    return tuple(found)


def _element_types(place: Place, name: str, offset: int) -> tuple[Edit, ...]:
    """The written type of a variable with its references owned."""
    for node in bindings(place, name, offset)[:1]:
        kind = node.parent.child_by_field_name("type") if node.parent is not None else None
        if kind is not None and "&" in place.text(kind) and not place.text(kind).startswith("&"):
            return swapped(kind, owned_type(place.text(kind)))
    return ()


@repairs("E0597 E0506 E0505 E0502 E0716 E0499", late=60)
def own_what_is_assigned(place: Place) -> Iterator[Proposed]:
    """`longest = &line;` becomes `longest = line;` or a clone; the first value of the variable is made owned too."""
    for node in place.syntax.of("assignment_expression"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None or place.near(node) is None:
            continue
        inner = right.child_by_field_name("value") if right.type == "reference_expression" else None
        marks = (Edit(right.start_byte, inner.start_byte),) if inner is not None else ()
        first = _first_value(place, place.text(left), node.start_byte)
        for turn, call in enumerate(("", ".clone()", ".to_string()", ".to_vec()")):
            edits = (*marks, insert(right.end_byte, call)) if call else marks
            if edits:
                yield turn * 0.3, edits
                yield turn * 0.3 + 0.1, (*edits, *first)
        if inner is not None and place.text(right) != place.text(inner) and first:
            yield 0.1, (*marks, *first)


def _first_value(place: Place, name: str, offset: int) -> tuple[Edit, ...]:
    """The initial value of a variable owned: a literal gets `.to_string()`, a reference loses its mark."""
    for node in bindings(place, name, offset)[:1]:
        holder = enclosing(node, "let_declaration")
        value = holder.child_by_field_name("value") if holder is not None else None
        kind = holder.child_by_field_name("type") if holder is not None else None
        types = swapped(kind, owned_type(place.text(kind))) if kind is not None and "&" in place.text(kind) else ()
        if value is not None and value.type == "string_literal":
            return (
                *types,
                *swapped(value, "String::new()" if place.text(value) == '""' else f"{place.text(value)}.to_string()"),
            )
        if value is not None and value.type == "reference_expression":
            inner = value.child_by_field_name("value")
            return (*types, Edit(value.start_byte, inner.start_byte)) if inner is not None else types
        return types
    return ()
