"""Operators on names: misspelt, renamed elsewhere, or without `self.`, `Self::`, a type's or a module's path.

Covered: variables, functions, fields, methods, types, variants, modules, labels and macros, at one place or at all.
Not covered: imports (`imports`), and names that must first be declared (`scopes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import items, last_name, methods, owner, receiver
from nightschool.repair.operators.name_facts import candidates, nearest
from nightschool.repair.operators.name_tables import KEYWORDS
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

CODES = (
    "E0425 E0412 E0433 E0599 E0609 E0560 E0026 E0407 E0432 E0405 E0422 E0423 E0424 E0426 E0437 E0438 E0531 E0532 E0559 "
    "E0574 E0573 E0576 E0220 E0404 E0408 E0610 E0635 E0415 E0416 none"
)
MEMBERS = (
    "function_item", "const_item", "struct_item", "enum_item", "enum_variant", "associated_type",
    "function_signature_item",
)  # fmt: skip
"""What a path can reach in a type, trait or module."""
NAMES = ("identifier", "type_identifier", "field_identifier", "shorthand_field_identifier", "primitive_type")


@repairs(CODES, late=90)
def rename(place: Place) -> Iterator[Proposed]:
    """A name that rustc names becomes the nearest of its kind in the file or of the standard library."""
    for node in _named(place):
        near, name = place.near(node), place.text(node)
        aside = (near or 0) + (0 if name in place.names else 3)
        if near is None or (name not in place.names and node.start_byte not in place.points):
            continue
        for rank, other in enumerate(nearest(name, candidates(place, node))[:8]):
            yield aside + rank * 0.4, swapped(node, other)


@repairs(CODES, late=120)
def rename_everywhere(place: Place) -> Iterator[Proposed]:
    """A name becomes its nearest at every place of the file."""
    if not place.codes & set(CODES.split()):
        return
    for node in _named(place):
        name = place.text(node)
        if place.near(node) is None or name not in place.names:
            continue
        every = [one for one in place.syntax.of(*NAMES) if place.text(one) == name]
        for rank, other in enumerate(nearest(name, candidates(place, node))[:3]):
            if len(every) > 1:
                yield 1 + rank, tuple(Edit(one.start_byte, one.end_byte, other) for one in every)


@repairs("E0425 E0424 E0434 E0433 E0412 E0531 E0532 E0423", late=100)
def with_owner(place: Place) -> Iterator[Proposed]:
    """`name` becomes `self.name`, `Self::name`, `Type::name` or `module::name` where such a member is."""
    for node in place.syntax.of("identifier", "type_identifier"):
        near, name = place.near(node), place.text(node)
        if near is None or name not in place.names or (node.parent is not None and _is_end(node, node.parent)):
            continue
        for rank, text in enumerate(_owned(place, node, name)):
            yield near + rank * 0.3, swapped(node, text)


def _owned(place: Place, node: Node, name: str) -> Iterator[str]:
    """Longer spellings of a name, the likeliest first."""
    function = place.function_at(node.start_byte)
    holder = owner(node)
    kind = last_name(place.syntax.field(holder, "type")) if holder is not None else ""
    own = {place.syntax.name(one): bool(receiver(place.syntax, one)) for one in methods(place.syntax, kind)}
    if name in own or name in place.source.split("fn ")[0] or holder is not None:
        if receiver(place.syntax, function) and own.get(name, True):
            yield f"self.{name}"
        yield f"Self::{name}"
    for item in place.syntax.of("enum_item", "impl_item", "mod_item", "trait_item"):
        path = place.syntax.name(item) or last_name(place.syntax.field(item, "type"))
        inner = items(item, *MEMBERS)
        if path != kind and any(place.syntax.name(one) == name for one in inner):
            yield f"{path}::{name}"
    if name in ("min", "max", "swap", "replace", "take"):
        yield f"std::{'cmp' if name in ('min', 'max') else 'mem'}::{name}"


@repairs("E0424 E0425 E0411 E0599 E0609 E0423 E0433 E0615 E0532", late=100)
def without_owner(place: Place) -> Iterator[Proposed]:
    """`self.name`, `Self::name` or `Type::name` loses what stands before; `a.b` becomes `a::b` and back."""
    for node in place.syntax.of("field_expression", "scoped_identifier", "scoped_type_identifier"):
        near = place.near(node)
        if near is None:
            continue
        last = node.child_by_field_name("field") or node.child_by_field_name("name")
        first = node.child_by_field_name("value") or node.child_by_field_name("path")
        if last is None or first is None:
            continue
        quoted = 0 if place.names & {place.text(last), place.text(first)} else 2
        mark = "::" if node.type == "field_expression" else "."
        yield near + quoted + 1, swapped(node, place.text(last))
        yield near + quoted + 0.5, (Edit(first.end_byte, last.start_byte, mark),)
        if place.text(first) in ("self", "Self"):
            other = "Self::" if place.text(first) == "self" else "self."
            yield near + quoted, swapped(node, other + place.text(last))


@repairs("E0599 E0614 E0689 E0423 E0618", late=100)
def call_style(place: Place) -> Iterator[Proposed]:
    """`x.f(y)` becomes `f(x, y)` or `Type::f(x, y)`, `f(x, y)` becomes `x.f(y)`, for functions of the file."""
    for call in place.syntax.of("call_expression"):
        near, function = place.near(call), call.child_by_field_name("function")
        arguments = call.child_by_field_name("arguments")
        if near is None or function is None or arguments is None:
            continue
        given = [place.text(one) for one in arguments.named_children]
        if function.type == "field_expression":
            name, value = place.syntax.field(function, "field"), place.syntax.field(function, "value")
            for rank, path in enumerate(_functions(place, name)):
                for more, mark in enumerate(("", "&", "&mut ")):
                    yield near + rank * 0.5 + more * 0.4, swapped(call, f"{path}({', '.join([mark + value, *given])})")
        elif function.type in ("identifier", "scoped_identifier") and given:
            name = place.text(function).split("::")[-1]
            if name in place.names and re.fullmatch(r"[\w.&]+(\(\))?", given[0]):
                yield near + 0.5, swapped(call, f"{given[0].lstrip('&')}.{name}({', '.join(given[1:])})")


def _functions(place: Place, name: str) -> Iterator[str]:
    """Paths of functions of that name."""
    for function in place.syntax.of("function_item"):
        holder = owner(function)
        if place.syntax.name(function) == name:
            kind = last_name(place.syntax.field(holder, "type")) if holder is not None else ""
            yield f"{kind}::{name}" if kind else name


def _named(place: Place) -> list[Node]:
    found = place.syntax.of(*NAMES, "label", "lifetime")
    return [one for one in found if place.near(one) is not None and place.text(one) not in KEYWORDS]


def _is_end(node: Node, parent: Node) -> bool:
    """Whether a name ends a path, is a field, or is being declared."""
    ends = any(parent.child_by_field_name(name) == node for name in ("name", "field", "alias"))
    return ends and parent.type != "struct_expression"


@repairs("E0425 E0433 E0423 none", late=120)
def slip_of_another_language(place: Place) -> Iterator[Proposed]:
    """`null`, `this`, `nil`, `len(x)`, `print(..)` and the like become what Rust has for them."""
    swaps = {"null": "None", "nil": "None", "NULL": "None", "this": "self", "True": "true", "False": "false",
             "string": "String", "println": "println!", "print": "print!", "format": "format!", "panic": "panic!",
             "vec": "vec!", "assert": "assert!", "assert_eq": "assert_eq!", "write": "write!", "writeln": "writeln!",
             "matches": "matches!"}  # fmt: skip
    for node in place.syntax.of("identifier", "type_identifier"):
        near, name = place.near(node), place.text(node)
        if near is None or name not in place.names:
            continue
        if name in swaps:
            yield near, swapped(node, swaps[name])
        call = node.parent
        arguments = call.child_by_field_name("arguments") if call is not None else None
        if call is not None and arguments is not None and name in ("len", "abs", "sqrt", "str", "int", "float"):
            inner = place.text(arguments)[1:-1].lstrip("&")
            method = {"str": "to_string()", "int": "parse()", "float": "parse()"}.get(name, f"{name}()")
            yield near, swapped(call, f"{inner}.{method}")


@repairs("E0408 E0425", late=100)
def bind_in_every_alternative(place: Place) -> Iterator[Proposed]:
    """In `A(x) | B(y)` a binding takes the name that the other alternatives bind."""
    for node in place.syntax.of("or_pattern"):
        near = place.near(node)
        names = [place.text(one) for one in place.syntax.of("identifier") if _within(one, node)]
        for one in place.syntax.of("identifier") if near is not None else ():
            if _within(one, node) and place.text(one)[:1].islower():
                for other in dict.fromkeys(names):
                    if other[:1].islower() and other != place.text(one):
                        yield near or 0, swapped(one, other)


def _within(node: Node, outer: Node) -> bool:
    return outer.start_byte <= node.start_byte < outer.end_byte and enclosing(node, outer.type) is not None


@repairs("E0424 E0425 E0599", late=100)
def add_self_parameter(place: Place) -> Iterator[Proposed]:
    """A function of an impl that uses `self` gets a `self` parameter."""
    for function in place.syntax.of("function_item", "function_signature_item"):
        listed = function.child_by_field_name("parameters")
        if listed is None or owner(function) is None or receiver(place.syntax, function):
            continue
        near = 0 if place.touches(function) else 2
        quoted = 0 if "E0424" in place.codes or place.syntax.name(function) in place.names else 2
        for rank, text in enumerate(("&self", "&mut self", "self")):
            comma = ", " if listed.named_children else ""
            yield near + quoted + rank * 0.5, (insert(listed.start_byte + 1, text + comma),)
