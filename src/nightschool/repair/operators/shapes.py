"""Operators on the shapes of structs and variants, in literals and patterns.

Covered: `V`, `V(..)` and `V { .. }` taken for one another, patterns with too many or too few parts, constructors. Not
covered: fields by name (`literals`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import Variant, constructors, parameters, variants
from nightschool.repair.likely import likely_values
from nightschool.repair.operators.impl_facts import MARKS
from nightschool.repair.operators.literals import shape_of
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at

WRITTEN = {"struct_pattern": "{", "struct_expression": "{", "tuple_struct_pattern": "(", "call_expression": "("}
NODES = (*WRITTEN, "scoped_identifier", "identifier")


@repairs("E0532 E0533 E0164 E0769 E0574 E0423 E0618 E0533 E0559 E0026 E0023 E0029 E0599 E0308", late=100)
def shape_of_variant(place: Place) -> Iterator[Proposed]:
    """`V`, `V(..)` and `V { .. }` follow the variant's declaration, in patterns and literals."""
    for node in place.syntax.of(*NODES):
        near = place.near(node)
        if near is None or (node.type in ("scoped_identifier", "identifier") and _is_called(node)):
            continue
        path = place.syntax.field(node, "type") or place.syntax.name(node) or place.syntax.field(node, "function")
        path = place.text(node) if node.type in ("scoped_identifier", "identifier") else path
        declared = _declared(place, path)
        if declared is None or declared.shape == _written(node):
            continue
        pattern = node.type.endswith("pattern") or _in_pattern(node)
        for rank, text in enumerate(_reshaped(place, node, path, declared, pattern)):
            yield near + rank * 0.4, swapped(node, text)


def _is_called(node: Node) -> bool:
    parent = node.parent
    if parent is None:
        return True
    fields = ("type", "name", "function", "path")
    return any(parent.child_by_field_name(one) == node for one in fields) and parent.type != "match_arm"


def _in_pattern(node: Node) -> bool:
    return node.parent is not None and (
        "pattern" in node.parent.type or node.parent.child_by_field_name("pattern") == node
    )


def _written(node: Node) -> str:
    return WRITTEN.get(node.type, "")


def _declared(place: Place, path: str) -> Variant | None:
    name = re.split(r"[<(]", path)[0].split("::")[-1]
    for item in place.syntax.of("enum_item", "struct_item"):
        for one in variants(place, item):
            if one.name == name and (item.type == "enum_item" or "::" not in path):
                return one
    return None


def _reshaped(place: Place, node: Node, path: str, declared: Variant, pattern: bool) -> Iterator[str]:
    """The same literal or pattern in the declared shape."""
    body = node.child_by_field_name("body") or node.child_by_field_name("arguments")
    inner = [one for one in (body or node).named_children if one != node.child_by_field_name("type")]
    given = [place.syntax.field(one, "value") or place.syntax.field(one, "pattern") or place.text(one) for one in inner]
    given = [one for one in given if one != ".." and (body is not None or "pattern" in node.type)]
    names = [one.name for one in declared.fields]
    if declared.shape == "{":
        pairs = dict(zip(names, given, strict=False))
        if len(pairs) == len(names):
            yield declared.call(path, pairs)
        if pattern:
            yield f"{path} {{ .. }}"
            yield declared.call(path, {name: name for name in names})
    elif declared.shape == "(":
        if len(given) == len(names):
            yield f"{path}({', '.join(given)})"
        if pattern:
            yield f"{path}(..)"
            yield f"{path}({', '.join('_' for _ in names)})"
        else:
            scope = locals_at(place, node.start_byte)
            kinds = [(likely_values(place, one.type, scope) or ["Default::default()"])[0] for one in declared.fields]
            yield f"{path}({', '.join(kinds)})"
    else:
        yield path


@repairs("E0023 E0026 E0027 E0029 E0308", late=100)
def pattern_fields(place: Place) -> Iterator[Proposed]:
    """A pattern gets `_`, `..` or names for the fields it leaves out, or loses what is too many."""
    for node in place.syntax.of("tuple_struct_pattern", "struct_pattern"):
        near, kind = place.near(node), node.child_by_field_name("type")
        inner = [one for one in node.named_children if one != kind]
        if near is None or kind is None:
            continue
        path, declared = place.text(kind), shape_of(place, node)
        texts = [place.text(one) for one in inner]
        if node.type == "struct_pattern":
            lost = [
                one.name
                for one in declared.fields
                if not any(re.match(rf"{re.escape(one.name)}\b", text) for text in texts)
            ]
            for rank, more in enumerate(([".."], lost, [f"{name}: _" for name in lost])):
                yield near + rank * 0.4, swapped(node, f"{path} {{ {', '.join([*texts, *more])} }}")
            continue
        wanted = len(declared.fields) if declared.fields else len(texts) + 1
        for rank, filled in enumerate(_filled(texts, wanted)):
            yield near + rank * 0.3, swapped(node, f"{path}({', '.join(filled)})" if filled else path)
        yield near + 0.2, swapped(node, f"{path}({', '.join([*texts, '..'])})")


def _filled(texts: list[str], wanted: int) -> Iterator[list[str]]:
    """Patterns with as many parts as wanted: `_` at each place, or parts left out."""
    if len(texts) < wanted:
        for at in range(len(texts), -1, -1):
            yield [*texts[:at], *["_"] * (wanted - len(texts)), *texts[at:]]
    elif len(texts) > wanted:
        for at in range(len(texts) - 1, -1, -1):
            yield [one for n, one in enumerate(texts) if not at <= n < at + len(texts) - wanted][:wanted]


@repairs("E0061 E0063", late=200)
def literal_by_operator(place: Place) -> Iterator[Proposed]:
    """In `add` and the like, `Self()` and `Self {}` are filled field by field with the operator."""
    for node in place.syntax.of("call_expression", "struct_expression"):
        near = place.near(node)
        method = place.function_at(node.start_byte) if near is not None else None
        mark = MARKS.get(place.syntax.name(method), "") if method is not None else ""
        path = place.syntax.field(node, "function") or place.syntax.name(node)
        declared = shape_of(place, node) if mark and not mark.endswith("=") else None
        if near is None or declared is None or not declared.fields:
            continue
        other = next((one.name for one in parameters(place, method)), "other")
        for rank, form in enumerate(("self.{0} {1} {2}.{0}", "self.{0} {1} {2}")):
            values = {one.name: form.format(one.name, mark, other) for one in declared.fields}
            yield near + rank * 0.4, swapped(node, declared.call(path, values))


@repairs("E0423 E0574 E0618 E0061 E0599", late=120)
def call_constructor(place: Place) -> Iterator[Proposed]:
    """`T(a, b)` of a struct with named fields becomes `T { x: a, y: b }` or `T::new(a, b)`."""
    for node in place.syntax.of("call_expression"):
        near, function = place.near(node), node.child_by_field_name("function")
        arguments = node.child_by_field_name("arguments")
        if near is None or function is None or arguments is None or place.item(place.text(function)) is None:
            continue
        name = place.text(function)
        given = place.text(arguments)
        for maker in constructors(place, name):
            aside = 0 if len(parameters(place, maker)) == len(arguments.named_children) else 1
            yield near + aside, swapped(node, f"{name}::{place.syntax.name(maker)}{given}")
