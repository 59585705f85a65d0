"""Operators on generic parameters and arguments: their number, and parameters that nothing uses.

Covered: arguments added or dropped, `PhantomData`, parameters dropped or moved to methods. Not covered: bounds
(`bounds`), undeclared parameters (`type_names`), lifetimes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import fields
from nightschool.repair.operators.item_facts import (
    HEADS,
    disjoint,
    implementations,
    items,
    owner,
    type_parameters,
)
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

USUAL = ("u32", "String", "_", "i32", "usize", "u64", "f64", "T", "&str", "bool", "i64")


@repairs("E0107", late=120)
def add_argument(place: Place) -> Iterator[Proposed]:
    """A type or function gets a generic argument more: of the file's parameters, of its other uses, the usual ones."""
    if "E0107" not in place.codes:
        return
    for node in place.syntax.of("type_arguments"):
        near = place.near(node)
        if near is None:
            continue
        for text in _shown(place, node):
            yield near, swapped(node, text)
        for rank, text in enumerate(_arguments(place, node)):
            yield near + rank * 0.4, (insert(node.end_byte - 1, f", {text}"),)
            if rank < 8:
                yield near + 0.8 + rank * 0.4, (insert(node.start_byte + 1, f"{text}, "),)


@repairs("E0107", late=120)
def first_arguments(place: Place) -> Iterator[Proposed]:
    """A type without arguments gets as many as it takes; impls of it get parameters."""
    if "E0107" not in place.codes:
        return
    for node in place.syntax.of("type_identifier"):
        near, parent = place.near(node), node.parent
        if near is None or place.text(node) not in place.names or parent is None or parent.type == "generic_type":
            continue
        if parent.child_by_field_name("name") == node and parent.type in HEADS:
            continue
        count = max(len(type_parameters(one)) for one in [place.item(place.text(node)) or node])
        for rank, text in enumerate(_arguments(place, node)):
            yield near + rank * 0.4, (insert(node.end_byte, f"<{', '.join([text] * max(count, 1))}>"),)
    yield from _every(place)


def _arguments(place: Place, node: Node) -> list[str]:
    """Texts of arguments, those of the same type elsewhere first."""
    parent = node.parent
    name = place.syntax.field(parent, "type") if parent is not None else ""
    same = [place.text(child(one, "type_arguments")) for one in place.syntax.of("generic_type")
            if place.syntax.field(one, "type") == (name or place.text(node))]  # fmt: skip
    found = [part.strip() for text in same for part in text.strip("<>").split(",")]
    holder = enclosing(node, *HEADS)
    outer = [one for one in (holder, owner(node)) if one is not None]
    found = [place.syntax.name(one) for head in outer for one in type_parameters(head)] + found
    lives = ["'_", "'a", "'static"] if "lifetime" in place.message else []
    errors = [place.syntax.name(one) for one in place.syntax.of("enum_item") if "Err" in place.syntax.name(one)]
    result = [*errors, "String", "Box<dyn std::error::Error>", "std::num::ParseIntError"] if name == "Result" else []
    return [one for one in dict.fromkeys([*lives, *result, *found, *USUAL]) if one][:14]


def _shown(place: Place, node: Node) -> Iterator[str]:
    """The arguments as the values in a literal of the type show them."""
    name = place.syntax.field(node.parent, "type") if node.parent is not None else ""
    item = place.item(name)
    kinds = {one.type: one.name for one in fields(place, item)} if item is not None else {}
    listed = [place.syntax.name(one) for one in type_parameters(item)] if item is not None else []
    for literal in place.syntax.of("struct_expression") if listed else ():
        body = literal.child_by_field_name("body")
        given = {place.syntax.field(one, "field"): one.child_by_field_name("value") for one in (
            body.named_children if body is not None and place.syntax.name(literal) == name else ())}  # fmt: skip
        found = [type_of(place, given.get(kinds.get(one, ""))) for one in listed]
        if all(found):
            yield f"<{', '.join(found)}>"


def _every(place: Place) -> Iterator[Proposed]:
    """All uses of the named type with the same argument; impls with a parameter."""
    for name in sorted(place.names):
        item = place.item(name, "struct_item", "enum_item", "trait_item")
        parameters = type_parameters(item) if item is not None else []
        if not parameters:
            continue
        names = ", ".join(place.syntax.name(one) for one in parameters)
        for block in implementations(place.syntax, name):
            kind = block.child_by_field_name("type")
            if (
                kind is None
                or kind.type != "type_identifier"
                or block.child_by_field_name("type_parameters") is not None
            ):
                continue
            keyword = block.children[0]
            head = place.syntax.field(item, "type_parameters") if item is not None else ""
            yield 0.2, (insert(keyword.end_byte, f"<{names}>"), insert(kind.end_byte, f"<{names}>"))
            yield 0.3, (insert(keyword.end_byte, head), insert(kind.end_byte, f"<{names}>"))


@repairs("E0107 E0109 E0632 E0131 E0229", late=120)
def drop_argument(place: Place) -> Iterator[Proposed]:
    """Generic arguments too many go: the last, any, or all; or the item takes as many as it is given."""
    for node in place.syntax.of("type_arguments"):
        near, parts = place.near(node), node.named_children
        if near is None:
            continue
        kept = [[one for one in parts if one != left] for left in reversed(parts)] if len(parts) > 1 else []
        for rank, rest in enumerate(kept):
            yield near + rank * 0.4, swapped(node, f"<{', '.join(place.text(one) for one in rest)}>")
        start = node.start_byte - (2 if place.data[node.start_byte - 2 : node.start_byte] == b"::" else 0)
        yield near + 0.5, (Edit(start, node.end_byte, ""),)
    for name in sorted(place.names):
        item = place.item(name, "struct_item", "enum_item", "function_item", "trait_item")
        title = item.child_by_field_name("name") if item is not None else None
        if item is not None and title is not None and item.child_by_field_name("type_parameters") is None:
            yield 1, (insert(title.end_byte, "<T>"),)


@repairs("E0392 E0207 E0091", late=120)
def unused_parameter(place: Place) -> Iterator[Proposed]:
    """A parameter that nothing uses goes, with the arguments for it, or a `PhantomData` field holds it."""
    for item in place.syntax.of(*HEADS):
        listed = item.child_by_field_name("type_parameters")
        for one in listed.named_children if listed is not None else ():
            name = place.syntax.name(one)
            if name in place.quoted and place.touches(item) and listed is not None:
                gone = without(place, listed, one)
                yield 0.6, (gone,)
                every = list(dict.fromkeys(_everywhere(place, item, one, gone)))
                if disjoint(every):
                    yield 0.4, tuple(every)
                yield from _phantom(place, item, name)
                yield from _bound_by_trait(place, item, name)


def without(place: Place, listed: Node, gone: Node) -> Edit:
    """The edit by which one part of `<..>` goes."""
    kept = [place.text(one) for one in listed.named_children if one != gone]
    return Edit(listed.start_byte, listed.end_byte, f"<{', '.join(kept)}>" if kept else "")


def _everywhere(place: Place, item: Node, parameter: Node, gone: Edit) -> Iterator[Edit]:
    """The declaration and the uses of the type without the argument at that place."""
    yield gone
    listed = item.child_by_field_name("type_parameters")
    index = listed.named_children.index(parameter) if listed is not None else 0
    for one in place.syntax.of("generic_type"):
        arguments = child(one, "type_arguments")
        own = place.syntax.field(one, "type") == place.syntax.name(item)
        if own and arguments is not None and index < len(arguments.named_children):
            yield without(place, arguments, arguments.named_children[index])
    for block in implementations(place.syntax, place.syntax.name(item)):
        inner = block.child_by_field_name("type_parameters")
        rest = place.text(block).replace(place.text(inner), "", 1).split("{", 1)[-1]
        for one in inner.named_children if inner is not None else ():
            if place.syntax.name(one) == place.syntax.name(parameter) and not re.search(
                rf"(?<!\w){re.escape(place.syntax.name(one))}(?!\w)", rest
            ):
                yield without(place, inner, one) if inner is not None else gone


def _phantom(place: Place, item: Node, name: str) -> Iterator[Proposed]:
    """A field that holds the parameter, and its value in literals of the type."""
    body = item.child_by_field_name("body")
    if item.type != "struct_item" or body is None:
        return
    kind = f"std::marker::PhantomData<{f'&{name} ()' if name.startswith(chr(39)) else name}>"
    title = place.syntax.name(item)
    literals = [
        one for one in place.syntax.of("struct_expression") if place.syntax.name(one).split("<")[0] in (title, "Self")
    ]
    if body.type == "ordered_field_declaration_list":
        gap = ", " if body.named_children else ""
        yield 0.5, (insert(body.end_byte - 1, f"{gap}{kind}"),)
        return
    last = body.named_children[-1] if body.named_children else None
    at = last.end_byte if last is not None else body.start_byte + 1
    edits = [insert(at, f"{',' if last is not None else ''} marker: {kind}")]
    for one in literals:
        inner = one.child_by_field_name("body")
        if inner is not None and inner.named_children:
            edits.append(insert(inner.named_children[-1].end_byte, ", marker: std::marker::PhantomData"))
    yield 0.5, tuple(edits)


def _bound_by_trait(place: Place, item: Node, name: str) -> Iterator[Proposed]:
    """E0207: the impl's type or trait takes the parameter; or the parameter moves to the methods that use it."""
    kind = item.child_by_field_name("type")
    if item.type != "impl_item" or kind is None:
        return
    if kind.type != "generic_type":
        yield 0.8, (insert(kind.end_byte, f"<{name}>"),)
    trait = item.child_by_field_name("trait")
    if trait is not None and trait.type != "generic_type":
        yield 0.9, (insert(trait.end_byte, f"<{name}>"),)
    listed = item.child_by_field_name("type_parameters")
    own = next((one for one in type_parameters(item) if place.syntax.name(one) == name), None)
    users = [
        one for one in items(item, "function_item") if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", place.text(one))
    ]
    if listed is None or own is None or not users:
        return
    edits = [without(place, listed, own)]
    for function in users:
        title, inner = function.child_by_field_name("name"), function.child_by_field_name("type_parameters")
        if title is not None:
            at = inner.end_byte - 1 if inner is not None else title.end_byte
            edits.append(insert(at, f", {place.text(own)}" if inner is not None else f"<{place.text(own)}>"))
    yield 0.3, tuple(edits)
