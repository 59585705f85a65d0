"""Associated types that an impl lacks, told by what its methods say.

Covered: signatures of the trait, of the file or of `std`, laid over those of the impl, with the impl's lifetime where a
reference has none; for an iterator whose `next` says `Option<Self::Item>` the elements of lists that it reaches.
Not covered: types by name and by usual ones (`trait_items`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import element, fields, generic_args, plain, return_type
from nightschool.repair.operators.impl_facts import STANDARD
from nightschool.repair.operators.item_facts import items, last_name
from nightschool.repair.operators.lifetime_facts import declared
from nightschool.repair.place import Place

DEPTH = 3
"""Fields in fields that are looked through for lists."""


def told_types(place: Place, block: Node, kind: str, name: str) -> list[str]:
    """Types that an associated type of an impl must be by its methods, then those that it hands out elements of."""
    found: list[str] = []
    for method in items(block, "function_item"):
        for said, own in _signatures(place, block, method):
            found += _laid_over(said, own, name)
    if name == "Item" and not found:
        found += _elements(place, kind)
    names = declared(place, block)
    return [text for one in dict.fromkeys(found) if (text := _lent(one, names))]


def _signatures(place: Place, block: Node, method: Node) -> Iterator[tuple[str, str]]:
    """(the trait's text, the impl's text) of each parameter's type and of the result."""
    trait = place.item(last_name(place.syntax.field(block, "trait")), "trait_item")
    name = place.syntax.name(method)
    same = [one for one in items(trait, "function_signature_item", "function_item") if place.syntax.name(one) == name]
    if same:
        yield from zip(_kinds(place, same[0]), _kinds(place, method), strict=False)
        yield return_type(place, same[0]), return_type(place, method)
    elif trait is None and name in STANDARD:
        yield STANDARD[name].rpartition("-> ")[2], return_type(place, method)


def _kinds(place: Place, function: Node) -> list[str]:
    listed = function.child_by_field_name("parameters")
    found = [one for one in listed.named_children if one.type == "parameter"] if listed is not None else []
    return [place.syntax.field(one, "type") for one in found]


def _laid_over(said: str, own: str, name: str) -> Iterator[str]:
    """What stands in `own` where `said` says `Self::name`; nothing if the two do not fit."""
    if f"Self::{name}" not in said or not own:
        return
    pattern = re.escape(re.sub(r"\s+", " ", said)).replace(r"\ ", r"\s*")
    pattern = pattern.replace("\\&", "&").replace("&", r"&\s*(?:'\w+\s*)?")
    pattern = re.sub(rf"Self::{re.escape(name)}\b", "(.+)", pattern, count=1)
    found = re.fullmatch(re.sub(r"Self::\w+", ".+?", pattern), re.sub(r"\s+", " ", own))
    if found and "Self::" not in found[1] and all(found[1].count(a) == found[1].count(b) for a, b in ("<>", "()")):
        yield found[1]


def _elements(place: Place, kind: str) -> list[str]:
    """Elements of the lists that a type has or refers to: lent where the list is lent, else owned."""
    found: list[str] = []
    queue = [(kind, False)]
    for _ in range(DEPTH):
        further: list[tuple[str, bool]] = []
        for one, lent in queue:
            for field in fields(place, place.item(one)):
                inner = element(plain(field.type))
                borrowed = lent or field.type.startswith("&")
                if inner:
                    found += [f"&{inner}", inner] if borrowed else [inner]
                further.append((generic_args(plain(field.type))[0], borrowed))
        queue = [one for one in further if place.item(one[0]) is not None]
    return found


def _lent(text: str, names: list[str]) -> str:
    """A type whose references have the impl's lifetime; empty if one has none and the impl declares none."""
    if not re.search(r"&(?!\s*')", text):
        return text
    return re.sub(r"&\s*(?!\s*')", f"&{names[0]} ", text) if names else ""
