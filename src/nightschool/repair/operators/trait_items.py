"""Operators on what an `impl` of a trait lacks: methods, associated types, constants.

Covered: traits of the file and of `std`, signatures from the trait, bodies by the return type (`body_facts`).
Not covered: items that differ from the trait's (`signatures`), whole impls (`impls`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import fields, return_type
from nightschool.repair.likely import plain_values
from nightschool.repair.operators.body_facts import bodies
from nightschool.repair.operators.impl_facts import STANDARD, standard_bodies
from nightschool.repair.operators.item_facts import inside, items, last_name
from nightschool.repair.operators.own_methods import own_calls
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.told_types import told_types
from nightschool.repair.place import Place

MOST = 14
"""Most bodies tried for one item."""


@repairs("E0046 E0191 E0220 E0576", late=200)
def missing_items(place: Place) -> Iterator[Proposed]:
    """All that an impl lacks, written after the trait, the n-th bodies of all items together."""
    for block in place.syntax.of("impl_item"):
        trait = place.syntax.field(block, "trait")
        if not trait or not place.touches(block):
            continue
        lacking, kind = _lacking(place), last_name(place.syntax.field(block, "type"))
        choices = [choice for name in lacking if (choice := _choices(place, block, trait, kind, name))]
        if not choices or len(choices) < len(lacking):
            continue
        for turn in range(max(map(len, choices))):
            text = "\n".join(choice[min(turn, len(choice) - 1)] for choice in choices)
            found = inside(place, block, text)
            if found is not None:
                yield turn * 0.3, (insert(*found),)
        if len(choices) > 1:
            yield from _varied(place, block, choices)


def _varied(place: Place, block: Node, choices: list[list[str]]) -> Iterator[Proposed]:
    """One item varied while the others keep their first form."""
    for number, choice in enumerate(choices):
        for turn, text in enumerate(choice[1:8]):
            chosen = [text if other == number else one[0] for other, one in enumerate(choices)]
            found = inside(place, block, "\n".join(chosen))
            if found is not None:
                yield 0.5 + turn * 0.5, (insert(*found),)


def _lacking(place: Place) -> list[str]:
    """Names of what is missing, by the message."""
    found = [name for text in re.findall(r"missing: (.+)", place.message) for name in re.findall(r"`(\w+)`", text)]
    return list(dict.fromkeys(found))


def written_items(place: Place, item: Node, trait: Node, names: list[str]) -> list[str]:
    """Texts of all these items of a trait for a type that has no impl of it yet, the n-th of each together."""
    kind, path = place.syntax.name(item), place.syntax.name(trait)
    choices = [_choices(place, item, path, kind, name)[:MOST] for name in names]
    if not all(choices):
        return []
    turns = max(map(len, choices), default=1)
    return ["\n".join(choice[min(turn, len(choice) - 1)] for choice in choices) for turn in range(turns)]


def _choices(place: Place, block: Node, trait: str, kind: str, name: str) -> list[str]:
    """Texts for one missing item, the likely first."""
    declared = place.item(last_name(trait), "trait_item")
    for one in items(declared, "function_signature_item", "function_item", "associated_type", "const_item"):
        if place.syntax.name(one) != name:
            continue
        if one.type == "associated_type":
            return [f"type {name} = {text};" for text in _types(place, block, kind, name)]
        if one.type == "const_item":
            return [_constant(place, one, value) for value in _constants(place, one, kind)]
        return [_function(place, block, one, body) for body in bodies(place, one, kind, _returned(place, block, one))]
    if name in STANDARD:
        written = [*own_calls(place, block, kind, name), *standard_bodies(place, kind, name, trait)]
        return [f"{_standard(place, block, name)} {{\n    {body}\n}}" for body in written][:MOST]
    if name[:1].isupper():
        return [f"type {name} = {text};" for text in _types(place, block, kind, name)]
    return []


def _function(place: Place, block: Node, declared: Node, body: str) -> str:
    """A method by its declaration, with the trait's parameters replaced by the impl's arguments."""
    text = concrete(place, block, place.text(declared).split("{")[0].strip().rstrip(";").strip())
    return f"{text} {{\n    {body}\n}}" if body else f"{text} {{}}"


def _returned(place: Place, block: Node, declared: Node) -> str:
    text = concrete(place, block, return_type(place, declared))
    for one in items(block, "type_item"):
        text = text.replace(f"Self::{place.syntax.name(one)}", place.syntax.field(one, "type"))
    return text


def concrete(place: Place, block: Node, text: str) -> str:
    """The trait's type parameters written as the impl gives them."""
    written = place.syntax.field(block, "trait")
    declared = place.item(last_name(written), "trait_item")
    listed = declared.child_by_field_name("type_parameters") if declared is not None else None
    names = [place.syntax.name(one) for one in listed.named_children] if listed is not None else []
    given = re.search(r"<(.*)>$", written, re.DOTALL)
    for name, value in zip(names, given[1].split(",") if given else (), strict=False):
        plain = value.strip().replace("\\", "")
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", plain, text) if name else text
    return text


def _types(place: Place, block: Node, kind: str, name: str) -> list[str]:
    """Types that an associated type may be: those in the impl's own signatures, in its fields, and the usual ones."""
    text = place.text(block)
    found = told_types(place, block, kind, name)
    for pattern in (r"Result<[^<>]*(?:<[^<>]*>)?[^<>]*?,\s*([\w:]+)>",) if name.startswith("Err") else ():
        found += re.findall(pattern, text)
    if name in ("Target", "Output", "Item", "Iter", "IntoIter"):
        found += re.findall(r"->\s*(?:Option<)?&?(?:mut )?((?!Self::)[\w:]+(?:<[^{}]*>)?)(?=>? *\{)", text)
    found += [kind] if name == "Output" else []
    for one in fields(place, place.item(kind)):
        inner = re.fullmatch(r"(?:Vec|VecDeque|HashSet|Option|Box|Rc|Arc)<(.+)>", one.type)
        found += [inner[1], one.type] if inner and name != "Target" else [one.type, *([inner[1]] if inner else [])]
    others = [place.syntax.field(one, "type") for one in place.syntax.of("type_item") if place.syntax.name(one) == name]
    found += [*others, *re.findall(r"->\s*(?:Option<|Result<)?&?([A-Z]\w*|[iuf]\d+)", text)]
    found += ["String", "u32", "i32", "u64", "usize", "f64", "bool", "()", kind, "Vec<u8>", "i64"]
    return [one for one in dict.fromkeys(found) if one and "Self" not in one][:MOST]


def _constants(place: Place, declared: Node, kind: str) -> list[str]:
    returned = place.syntax.field(declared, "type")
    texts = [f'"{kind.lower()}"', f'"{kind}"'] if "str" in returned else []
    same = [one for one in place.syntax.of("const_item") if place.syntax.name(one) == place.syntax.name(declared)]
    used = [place.syntax.field(one, "value") for one in same if one.child_by_field_name("value") is not None]
    return [*texts, *plain_values(place, returned), *used][:8] or ["Default::default()"]


def _constant(place: Place, declared: Node, value: str) -> str:
    return f"const {place.syntax.name(declared)}: {place.syntax.field(declared, 'type')} = {value};"


def _standard(place: Place, block: Node, name: str) -> str:
    """The head of a method of a trait of `std`, with the impl's argument."""
    given = re.search(r"<(.+)>$", place.syntax.field(block, "trait"), re.DOTALL)
    return STANDARD[name].replace("ARGUMENT", given[1] if given else "Self")
