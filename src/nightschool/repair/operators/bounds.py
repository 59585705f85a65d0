"""Operators on bounds: what a type parameter, an associated type or `Self` must be able to do.

Covered: bounds that rustc quotes, that operators and methods need, and the usual ones, on one head, on a whole type
with its impls, and on all heads with a parameter of that name. Not covered: derives (`derives`) and lifetimes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.bound_facts import PAIR, bound_groups, spelt
from nightschool.repair.operators.item_facts import HEADS, items, last_name, type_parameters
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

CODES = "E0277 E0599 E0369 E0310 E0282 E0382 E0507 E0276 E0195 E0505 E0508 E0311 E0204 E0614 E0600 E0368 E0608"


@repairs(CODES, late=60)
def bound_on_parameter(place: Place) -> Iterator[Proposed]:
    """`T` becomes `T: Trait` in one head."""
    groups = bound_groups(place)
    for item in place.syntax.of(*HEADS):
        if not _wanted(item):
            continue
        near = 0 if place.touches(item) else 3
        for parameter in type_parameters(item):
            name = place.syntax.name(parameter)
            aside = 0 if re.search(rf"\b{re.escape(name)}\b", place.message) else 1
            for rank, (cost, group) in enumerate(groups):
                edit = _bounded(place, parameter, group)
                if edit is not None:
                    yield near + aside + cost + rank * 0.1, (edit,)


@repairs(CODES, late=60)
def bound_everywhere(place: Place) -> Iterator[Proposed]:
    """The same bound on every head with a parameter of that name: all impls, or all functions too."""
    names = dict.fromkeys(place.syntax.name(one) for item in place.syntax.of(*HEADS) for one in type_parameters(item))
    for name in names:
        aside = 0 if re.search(rf"\b{re.escape(name)}\b", place.message) else 1
        for rank, (cost, group) in enumerate(bound_groups(place)[:6]):
            for more, kinds in enumerate((("impl_item",), ("impl_item", "function_item"), HEADS)):
                edits = _everywhere(place, name, group, kinds)
                if len(edits) > 1:
                    yield aside + cost + rank * 0.3 + 0.5 + more * 0.4, tuple(edits)


def _everywhere(place: Place, name: str, group: tuple[str, ...], kinds: tuple[str, ...]) -> list[Edit]:
    heads = [item for item in place.syntax.of(*kinds) if item.type != "type_item"]
    found = [one for item in heads for one in type_parameters(item) if place.syntax.name(one) == name]
    return [edit for one in found if (edit := _bounded(place, one, group)) is not None]


@repairs("E0277 E0599 E0369 E0038 E0276 E0282 E0310 E0507", late=60)
def bound_on_trait(place: Place) -> Iterator[Proposed]:
    """`trait A` becomes `trait A: B`, or an associated type gets a bound."""
    groups = [(cost, group) for cost, group in bound_groups(place) if cost < 3]
    for node in place.syntax.of("trait_item", "associated_type"):
        name, own = place.syntax.name(node), node.child_by_field_name("bounds")
        near = 0 if name in place.names or "Self" in place.message or place.touches(node) else 2
        at = _head_end(node)
        for rank, (cost, group) in enumerate(groups):
            left = [one for one in group if last_name(one) != name and last_name(one) not in place.text(own)]
            text = " + ".join(spelt(place, one, "Self") for one in left)
            if text and at is not None:
                yield near + cost + rank * 0.3, (insert(at, f" + {text}" if own is not None else f": {text}"),)


def _head_end(node: Node) -> int | None:
    for name in ("bounds", "type_parameters", "name"):
        found = node.child_by_field_name(name)
        if found is not None:
            return found.end_byte
    return None


@repairs("E0277 E0599 E0369 E0282 E0507 E0310", late=60)
def bound_on_impl_argument(place: Place) -> Iterator[Proposed]:
    """`impl Trait` becomes `impl Trait + Other`."""
    groups = [(cost, group) for cost, group in bound_groups(place) if cost < 3]
    for node in place.syntax.of("abstract_type"):
        near = place.near(node)
        holder = node.parent
        if near is None or holder is None:
            continue
        for rank, (cost, group) in enumerate(groups):
            text = " + ".join(spelt(place, one, "Self") for one in group)
            lent = holder.type == "reference_type" and place.data[node.start_byte - 1 : node.start_byte] != b"("
            edits = (insert(node.start_byte, "("), insert(node.end_byte, f" + {text})")) if lent else ()
            yield near + cost + rank * 0.4, edits or (insert(node.end_byte, f" + {text}"),)


@repairs("E0277 E0599 E0369 E0310 E0271", late=60)
def where_clause(place: Place) -> Iterator[Proposed]:
    """`where <T as Iterator>::Item: Trait` and `where Self: Sized`, for what rustc quotes."""
    wanted = list(dict.fromkeys(found.groups() for found in PAIR.finditer(place.message)))
    wanted += [(left, one) for left in place.quoted if re.fullmatch(r"<.+>::\w+|\w+::[A-Z]\w+", left)
               for _, group in bound_groups(place)[:4] for one in group[:1]]  # fmt: skip
    for item in place.syntax.of("function_item", "impl_item", "function_signature_item"):
        near = 0 if place.touches(item) else 4
        for rank, (left, right) in enumerate(wanted):
            if "::" in left or left == "Self" or "<" in left:
                yield near + rank * 0.5, (with_predicate(place, item, f"{_short(left)}: {spelt(place, right, left)}"),)


def _short(left: str) -> str:
    """`<T as Iterator>::Item` is `T::Item`."""
    found = re.fullmatch(r"<(\w+) as [\w:<>, ]+>::(\w+)", left)
    return f"{found[1]}::{found[2]}" if found else left


def with_predicate(place: Place, item: Node, predicate: str) -> Edit:
    """A predicate added to the item's `where`, or a new one before its body."""
    clause = next((one for one in item.children if one.type == "where_clause"), None)
    if clause is not None:
        text = place.text(clause).rstrip()
        return insert(clause.start_byte + len(text.encode()), (" " if text.endswith(",") else ", ") + predicate)
    body = item.child_by_field_name("body")
    at = body.start_byte if body is not None else item.end_byte - 1
    return insert(at, f"where {predicate} " if body is not None else f" where {predicate}")


@repairs("E0038 E0277", late=80)
def where_self_sized(place: Place) -> Iterator[Proposed]:
    """Methods that make a trait unusable as `dyn` get `where Self: Sized`."""
    for trait in place.syntax.of("trait_item"):
        if place.syntax.name(trait) not in place.message:
            continue
        for function in items(trait, "function_item", "function_signature_item"):
            text = place.text(function)
            quoted = place.syntax.name(function) in place.names
            if quoted or "-> Self" in text or "self" not in text or function.child_by_field_name("type_parameters"):
                yield 0 if quoted else 1, (with_predicate(place, function, "Self: Sized"),)


def _wanted(item: Node) -> bool:
    return item.child_by_field_name("type_parameters") is not None and item.type != "type_item"


def _bounded(place: Place, parameter: Node, group: tuple[str, ...]) -> Edit | None:
    """The insertion that adds what is missing of a group of bounds; None if all are there."""
    own = parameter.child_by_field_name("bounds")
    had = place.text(own)
    left = [one for one in group if not re.search(rf"(?<!\w){re.escape(last_name(one))}(?!\w)", had)]
    if not left:
        return None
    text = " + ".join(spelt(place, one, place.syntax.name(parameter)) for one in left)
    if own is not None:
        return insert(own.end_byte, f" + {text}" if had.strip(": ") else f" {text}")
    name = parameter.child_by_field_name("name")
    return insert(name.end_byte, f": {text}") if name is not None else None
