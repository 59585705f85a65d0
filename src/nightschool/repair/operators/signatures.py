"""Operators on signatures of trait methods: the impl follows its trait, the trait follows the impl.

Covered: the whole head, the receiver, parameter types, the return type, type parameters, items that the trait does not
know. Not covered: items that the impl lacks (`trait_items`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tree_sitter import Node

from nightschool.repair.operators.item_facts import inside, items, last_name, owner, receiver
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.trait_items import concrete
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

CODES = "E0053 E0050 E0186 E0185 E0195 E0049 E0323 E0324 E0325 E0276 E0308 E0706 E0643"
OF_STD = {
    "eq": ("&self", "other: &{}", "bool"), "ne": ("&self", "other: &{}", "bool"), "default": ("", "", "Self"),
    "cmp": ("&self", "other: &Self", "std::cmp::Ordering"), "drop": ("&mut self", "", ""),
    "partial_cmp": ("&self", "other: &{}", "Option<std::cmp::Ordering>"), "from": ("", "value: {}", "Self"),
    "fmt": ("&self", "f: &mut std::fmt::Formatter<'_>", "std::fmt::Result"), "clone": ("&self", "", "Self"),
    "next": ("&mut self", "", "Option<Self::Item>"), "from_str": ("", "s: &str", "Result<Self, Self::Err>"),
    "add": ("self", "other: {}", "Self::Output"), "sub": ("self", "other: {}", "Self::Output"),
    "mul": ("self", "other: {}", "Self::Output"), "div": ("self", "other: {}", "Self::Output"),
    "neg": ("self", "", "Self::Output"), "add_assign": ("&mut self", "other: {}", ""),
    "sub_assign": ("&mut self", "other: {}", ""), "deref": ("&self", "", "&Self::Target"),
    "deref_mut": ("&mut self", "", "&mut Self::Target"), "index": ("&self", "index: {}", "&Self::Output"),
    "index_mut": ("&mut self", "index: {}", "&mut Self::Output"), "as_ref": ("&self", "", "&{}"),
    "try_from": ("", "value: {}", "Result<Self, Self::Error>"), "into_iter": ("self", "", "Self::IntoIter"),
    "source": ("&self", "", "Option<&(dyn std::error::Error + 'static)>"),
}  # fmt: skip
"""Receiver, parameter and return type of methods of `std`'s traits; `{}` is the trait's argument."""


@repairs(CODES, late=80)
def follow_trait(place: Place) -> Iterator[Proposed]:
    """A method of an impl takes the head that the trait declares, with its own parameter names; in whole or in part."""
    for block, method in _implemented(place):
        declared = _declared(place, block, place.syntax.name(method))
        near = 0 if place.touches(method) else 2
        if declared is None:
            yield from _follow_std(place, block, method, near)
            continue
        body = method.child_by_field_name("body")
        text = concrete(place, block, place.text(declared).split("{")[0].strip().rstrip(";").strip())
        end = body.start_byte if body is not None else method.end_byte
        if body is not None:
            yield near, (Edit(method.start_byte, end, f"{_with_names(place, text, declared, method)} "),)
            yield near + 0.4, (Edit(method.start_byte, end, f"{text} "),)
        yield from _in_part(place, block, declared, method, near)


def _errors_passed(place: Place, method: Node) -> Iterator[Edit]:
    """Every `.map_err(..)` of a method's body goes: its errors are those of the new return type."""
    for call, value, _ in method_calls(place.syntax, "map_err"):
        if method.start_byte <= call.start_byte and call.end_byte <= method.end_byte:
            yield Edit(value.end_byte, call.end_byte, "")


def _in_part(place: Place, block: Node, declared: Node, method: Node, near: float) -> Iterator[Proposed]:
    """Parameters, return type, or type parameters alone after the trait's."""
    for rank, name in enumerate(("return_type", "parameters", "type_parameters")):
        one, other = method.child_by_field_name(name), declared.child_by_field_name(name)
        text = concrete(place, block, place.text(other))
        if one is not None and other is not None and place.text(one) != text:
            yield near + 0.6 + rank * 0.2, swapped(one, text)
            yield near + 1.5 + rank * 0.2, swapped(other, place.text(one))
        elif one is None and other is not None and (at := _place_for(method, name)) is not None:
            yield near + 0.6, (insert(at, f" -> {text}" if name == "return_type" else text),)
        elif one is not None and name == "return_type":
            listed = method.child_by_field_name("parameters")
            yield near + 0.6, (Edit(listed.end_byte if listed is not None else one.start_byte, one.end_byte, ""),)
        elif one is not None and name == "type_parameters":
            yield near + 0.6, swapped(one, "")


def _place_for(method: Node, name: str) -> int | None:
    after = method.child_by_field_name("parameters" if name == "return_type" else "name")
    return after.end_byte if after is not None else None


def _with_names(place: Place, head: str, declared: Node, method: Node) -> str:
    """A head with the parameter names that the method's body uses."""
    for one, other in zip(_patterns(place, declared), _patterns(place, method), strict=False):
        if one != other and re.fullmatch(r"(mut )?\w+", other):
            head = re.sub(rf"(?<!\w){re.escape(one)}(?=\s*:)", other, head, count=1)
    return head


def _patterns(place: Place, function: Node) -> list[str]:
    listed = function.child_by_field_name("parameters")
    found = [one for one in listed.named_children if one.type == "parameter"] if listed is not None else []
    return [place.text(one).split(":")[0].strip() for one in found]


def _follow_std(place: Place, block: Node, method: Node, near: float) -> Iterator[Proposed]:
    """A method of a trait of `std` takes the head that it has there."""
    name = place.syntax.name(method)
    parts, listed = OF_STD.get(name), method.child_by_field_name("parameters")
    if parts is None or listed is None:
        return
    given = re.search(r"<(.+)>$", place.syntax.field(block, "trait"), re.DOTALL)
    own, parameter, returned = (part.format(given[1] if given else "Self") for part in parts)
    used = next((one for one in _patterns(place, method) if one != "self"), "")
    if used and parameter:
        parameter = re.sub(r"^\w+", used, parameter)
    text = f"({', '.join(one for one in (own, parameter) if one)})"
    result = method.child_by_field_name("return_type")
    arrow = f" -> {returned}" if returned else ""
    if place.text(listed) != text:
        yield near, (Edit(listed.start_byte, listed.end_byte, text),)
    end = result.end_byte if result is not None else listed.end_byte
    plain = tuple(_errors_passed(place, method))
    if plain:
        yield near, (Edit(listed.end_byte, end, arrow), *plain)
    yield near + 0.3, (Edit(listed.end_byte, end, arrow),)
    yield near + 0.3, (Edit(listed.start_byte, end, text + arrow),)


@repairs("E0053 E0050 E0186 E0185 E0195 E0049 E0594 E0596 E0276 E0407", late=100)
def trait_follows(place: Place) -> Iterator[Proposed]:
    """The trait takes the head that its impl has; the other impls and the trait together where all must change."""
    for block, method in _implemented(place):
        declared = _declared(place, block, place.syntax.name(method))
        if declared is None or not place.touches(method):
            continue
        kind = last_name(place.syntax.field(block, "type"))
        text = (
            re.sub(rf"(?<!\w){re.escape(kind)}(?!\w)", "Self", _head(place, method)) if kind else _head(place, method)
        )
        yield 1, (_with_head(declared, _head(place, method)),)
        yield 1.5, (_with_head(declared, text),)
        others = [other for one, other in _implemented(place) if other != method and _declared(
            place, one, place.syntax.name(other)) == declared]  # fmt: skip
        mine = receiver(place.syntax, method)
        edits = [edit for one in (declared, *others) if (edit := _receiver(place, one, mine)) is not None]
        if len(edits) > 1:
            yield 1.2, tuple(edits)


def _receiver(place: Place, function: Node, text: str) -> Edit | None:
    listed = function.child_by_field_name("parameters")
    now = receiver(place.syntax, function)
    for one in listed.named_children if listed is not None and now and text and now != text else ():
        if place.text(one) == now:
            return Edit(one.start_byte, one.end_byte, text)
    return None


def _head(place: Place, method: Node) -> str:
    body = method.child_by_field_name("body")
    end = body.start_byte if body is not None else method.end_byte
    return place.data[method.start_byte : end].decode(errors="replace").strip()


def _with_head(declared: Node, head: str) -> Edit:
    body = declared.child_by_field_name("body")
    if body is not None:
        return Edit(declared.start_byte, body.start_byte, f"{head} ")
    return Edit(declared.start_byte, declared.end_byte, f"{head};")


@repairs("E0407 E0437 E0438 E0046", late=100)
def item_not_in_trait(place: Place) -> Iterator[Proposed]:
    """An item that the trait does not know takes the name of one it lacks, moves to an own block, or is declared."""
    for block, item in _implemented(place, "function_item", "type_item", "const_item"):
        trait = place.item(last_name(place.syntax.field(block, "trait")), "trait_item")
        name, node = place.syntax.name(item), item.child_by_field_name("name")
        if node is None or not place.touches(item):
            continue
        known = [place.syntax.name(one) for one in items(trait, *_KINDS[item.type])]
        had = {place.syntax.name(one) for one in items(block, item.type)}
        lacking = [one for one in known if one not in had] + re.findall(r"missing: `(\w+)`", place.message)
        for rank, other in enumerate(sorted(lacking, key=lambda one: -SequenceMatcher(None, one, name).ratio())):
            yield rank * 0.4, swapped(node, other)
        if name not in known and name in place.names:
            yield from _moved(place, block, item)
            if trait is not None and item.type == "function_item":
                found = inside(place, trait, f"{_head(place, item)};")
                if found is not None:
                    yield 0.6, (insert(*found),)


_KINDS = {
    "function_item": ("function_item", "function_signature_item"), "type_item": ("associated_type",),
    "const_item": ("const_item",),
}  # fmt: skip


def _moved(place: Place, block: Node, item: Node) -> Iterator[Proposed]:
    """The item moves into the type's own `impl`, which is written if there is none."""
    kind = place.syntax.field(block, "type")
    indent, text = place.syntax.indent(block), place.text(item)
    start = item.start_byte - len(place.syntax.indent(item))
    rest = place.data[item.end_byte :]
    end = item.end_byte + (len(rest) - len(rest.lstrip(b"\r\n")))
    out = Edit(min(start, item.start_byte), end, "")
    own = next((one for one in place.syntax.of("impl_item") if not place.syntax.field(one, "trait")
                and place.syntax.field(one, "type") == kind), None)  # fmt: skip
    found = inside(place, own, text) if own is not None else None
    if own is not None and found is not None:
        yield 0.3, (out, insert(found[0], f"\n{found[1]}"))
        yield 0.4, (out, insert(found[0], f"\n{found[1].replace('fn ', 'pub fn ', 1)}"))
    generic = place.syntax.field(block, "type_parameters")
    yield 0.5, (out, insert(block.end_byte, f"\n\n{indent}impl{generic} {kind} {{\n{indent}    {text}\n{indent}}}"))


def _implemented(place: Place, *types: str) -> Iterator[tuple[Node, Node]]:
    """(impl, item) of the items of impls of traits."""
    for block in place.syntax.of("impl_item"):
        if block.child_by_field_name("trait") is not None:
            for item in items(block, *(types or ("function_item",))):
                yield block, item


def _declared(place: Place, block: Node, name: str) -> Node | None:
    """The trait's own declaration of a method."""
    trait = place.item(last_name(place.syntax.field(block, "trait")), "trait_item")
    listed = items(trait, "function_item", "function_signature_item")
    return next((one for one in listed if place.syntax.name(one) == name and owner(one) is not None), None)
