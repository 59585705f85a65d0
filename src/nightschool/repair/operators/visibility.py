"""Operators on visibility: `pub` for what is used from outside, or the accessor and constructor that are there.

Covered: fields, functions, items, modules, re-exports. Not covered: imports by another path (`imports`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import constructors, has_self, parameters
from nightschool.repair.operators.item_facts import methods
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing

CODES = "E0603 E0616 E0624 E0451 E0364 E0365 E0446 E0423 E0433 E0432 E0425 E0412 none"
OPEN = (
    "function_item", "struct_item", "enum_item", "trait_item", "const_item", "static_item", "type_item", "mod_item",
    "union_item", "field_declaration", "use_declaration",
)  # fmt: skip
"""Items that `pub` may stand before."""


@repairs(CODES, late=80)
def make_public(place: Place) -> Iterator[Proposed]:
    """A private item or field that rustc names becomes `pub`, alone or with all fields of its type."""
    for node in place.syntax.of(*OPEN):
        name = _declared(place, node)
        if not name & place.names or (node.type == "function_item" and _in_trait(node)):
            continue
        for cost, edits in _opened(place, node):
            yield cost + (0 if place.touches(node) else 0.5), edits
        body = node.child_by_field_name("body") if node.type == "struct_item" else None
        closed = [one for one in _fields(body) if child(one, "visibility_modifier") is None]
        if closed:
            yield 1, tuple(insert(one.start_byte, "pub ") for one in closed)
    for node in place.syntax.of("ordered_field_declaration_list"):
        holder = node.parent
        if holder is not None and place.syntax.name(holder) in place.names and holder.type == "struct_item":
            types = node.children_by_field_name("type")
            edits = tuple(insert(one.start_byte, "pub ") for one in types if not _is_public(one))
            yield 0.5, edits


@repairs("E0603 E0616 E0624 E0451", late=200)
def make_all_public(place: Place) -> Iterator[Proposed]:
    """Everything private that rustc names becomes `pub` in one go."""
    named = [one for one in place.syntax.of(*OPEN) if _declared(place, one) & place.names]
    open_ones = [one for one in named if not (one.type == "function_item" and _in_trait(one))]
    found = [edits for one in open_ones for _, edits in list(_opened(place, one))[:1]]
    if len(found) > 1:
        yield 0.3, tuple(edit for edits in found for edit in edits)


def _opened(place: Place, node: Node) -> Iterator[Proposed]:
    modifier = child(node, "visibility_modifier")
    if modifier is None:
        for cost, text in ((0.0, "pub "), (1.0, "pub(crate) ")):
            yield cost, (insert(node.start_byte, text),)
    elif place.text(modifier) != "pub":
        yield 0.0, swapped(modifier, "pub")
        yield 0.5, swapped(modifier, "pub(crate)")


def _fields(body: Node | None) -> list[Node]:
    return [one for one in body.named_children if one.type == "field_declaration"] if body is not None else []


def _is_public(kind: Node) -> bool:
    previous = kind.prev_named_sibling
    return previous is not None and previous.type == "visibility_modifier"


def _in_trait(node: Node) -> bool:
    holder = enclosing(node, "impl_item", "trait_item", "mod_item")
    return holder is not None and (holder.type == "trait_item" or holder.child_by_field_name("trait") is not None)


def _declared(place: Place, node: Node) -> set[str]:
    """The names that an item declares; of a `use`, those that it brings in."""
    if node.type == "use_declaration":
        return set(re.findall(r"\w+", place.text(node.child_by_field_name("argument"))))
    return {place.syntax.name(node)}


@repairs("E0616 E0615 E0609 E0594", late=80)
def accessor(place: Place) -> Iterator[Proposed]:
    """`x.field` becomes `x.field()`, or another method without parameters that gives the field back."""
    for node in place.syntax.of("field_expression"):
        field, near = node.child_by_field_name("field"), place.near(node)
        if field is None or near is None or place.text(field) not in place.names or _is_called(node):
            continue
        name = place.text(field)
        for cost, method in _readers(place, name):
            for more, form in enumerate(("{}()", "{}().clone()")):
                yield near + cost + more * 2, swapped(field, form.format(method))
            yield near + cost + 1, (insert(node.start_byte, "*"), *swapped(field, f"{method}()"))


def _is_called(node: Node) -> bool:
    return node.parent is not None and node.parent.child_by_field_name("function") == node


def _readers(place: Place, field: str) -> Iterator[tuple[float, str]]:
    """(cost, name) of methods with `self` alone: those named like the field or that read it first."""
    for function in place.syntax.of("function_item"):
        if not has_self(place, function) or parameters(place, function):
            continue
        name, body = place.syntax.name(function), place.text(function.child_by_field_name("body"))
        if name in (field, f"get_{field}", f"{field}_ref"):
            yield 0, name
        elif (
            re.search(rf"\bself\.{re.escape(field)}\b", body)
            and function.child_by_field_name("return_type") is not None
        ):
            yield 0.5, name


@repairs("E0616 E0594 E0609", late=80)
def setter(place: Place) -> Iterator[Proposed]:
    """`x.field = v` becomes `x.set_field(v)`, or another method with one parameter that writes the field."""
    for node in place.syntax.of("assignment_expression", "compound_assignment_expr"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None or left.type != "field_expression" or place.near(node) is None:
            continue
        field, value = place.syntax.field(left, "field"), place.syntax.field(left, "value")
        for cost, name in _writers(place, field):
            yield cost, swapped(node, f"{value}.{name}({place.text(right)})")
            if node.type == "compound_assignment_expr":
                mark = place.syntax.field(node, "operator").rstrip("=")
                reader = next(iter(_readers(place, field)), (0, field))[1]
                given = f"{value}.{reader}() {mark} {place.text(right)}"
                yield cost + 0.5, swapped(node, f"{value}.{name}({given})")


def _writers(place: Place, field: str) -> Iterator[tuple[float, str]]:
    for function in place.syntax.of("function_item"):
        if has_self(place, function) and len(parameters(place, function)) == 1:
            name, body = place.syntax.name(function), place.text(function.child_by_field_name("body"))
            if re.search(rf"\bself\.{re.escape(field)}\b[^=;]*(?:[-+*/]?=|\.push)", body):
                yield (0 if field in name else 0.5), name


@repairs("E0451 E0423 E0603 E0063 E0639 E0574", late=80)
def constructor_call(place: Place) -> Iterator[Proposed]:
    """A literal of a type with private fields, `T { .. }` or `T(..)`, becomes a call of its constructor."""
    for node in place.syntax.of("struct_expression", "call_expression"):
        named = node.child_by_field_name("name" if node.type == "struct_expression" else "function")
        if named is None or place.near(node) is None:
            continue
        path = place.text(named)
        values = _values(place, node)
        for function in constructors(place, path.split("::")[-1]):
            listed = parameters(place, function)
            given = [values.get(one.name) for one in listed]
            call = f"{path}::{place.syntax.name(function)}"
            if None not in given:
                yield 0, swapped(node, f"{call}({', '.join(str(one) for one in given)})")
            elif len(listed) == len(values):
                yield 0.5, swapped(node, f"{call}({', '.join(values.values())})")


def _values(place: Place, node: Node) -> dict[str, str]:
    """Field or position and value of a literal or call."""
    body = node.child_by_field_name("body") or node.child_by_field_name("arguments")
    found = {}
    for number, one in enumerate(body.named_children if body is not None else ()):
        if one.type == "field_initializer":
            found[place.syntax.field(one, "field")] = place.syntax.field(one, "value")
        else:
            found[place.text(one) if one.type == "shorthand_field_initializer" else str(number)] = place.text(one)
    return found


@repairs("E0624 E0603 E0616", late=80)
def public_way(place: Place) -> Iterator[Proposed]:
    """A private method called from outside is replaced by a public one of the type that calls it."""
    for node in place.syntax.of("field_identifier", "identifier"):
        near, name = place.near(node), place.text(node)
        if near is None or name not in place.names:
            continue
        for kind in {place.syntax.name(one) for one in place.syntax.of("struct_item", "enum_item")}:
            for method in methods(place.syntax, kind):
                body = place.text(method.child_by_field_name("body"))
                if child(method, "visibility_modifier") is not None and re.search(rf"\b{re.escape(name)}\b", body):
                    yield near + 1, swapped(node, place.syntax.name(method))
