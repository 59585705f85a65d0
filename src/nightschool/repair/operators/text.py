"""Operators on text: String and &str, characters and quotes, `+`, `format!`, types of fields and parameters.

Covered: literals with the other quotes, `push_str`, owned and borrowed text, concatenation, `{:?}` for `{}`, declared
types. Not covered: text of messages, what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.mismatch_facts import form, operations
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls

_STRING = re.compile(r'"((?:[^"\\]|\\.))"')
_OWNED = frozenset(
    {
        "identifier", "string_literal", "field_expression", "call_expression", "index_expression", "macro_invocation",
        "char_literal",
    }
)  # fmt: skip
TYPES = {
    "String": ("&str", "&'static str", "char"), "&str": ("String", "&String"), "&String": ("&str", "String"),
    "char": ("&str", "String", "u8"), "str": ("String",), "&'static str": ("String",), "u8": ("char",),
}  # fmt: skip


@repairs("E0308 E0277 E0599 E0369 E0529", late=50)
def quotes(place: Place) -> Iterator[Proposed]:
    """`'a'` becomes `"a"` and back, or `b'a'`; all of a match or line together."""
    groups: dict[tuple[int, str], list[Edit]] = {}
    for node in place.syntax.of("char_literal", "string_literal"):
        cost, text = _near_literal(place, node), place.text(node)
        if cost is None or enclosing(node, "attribute_item") is not None:
            continue
        other = _other_quotes(text)
        if other:
            yield cost, swapped(node, other)
            holder = enclosing(node, "match_expression", "expression_statement", "let_declaration", "block")
            groups.setdefault((holder.id if holder else 0, text[0]), []).append(
                Edit(node.start_byte, node.end_byte, other)
            )
        if text.startswith("'"):
            yield cost + 1, swapped(node, f"b{text}")
        elif text.startswith("b'"):
            yield cost + 0.5, swapped(node, text[1:])
    for edits in groups.values():
        yield 0.5, tuple(edits)


def _near_literal(place: Place, node: Node) -> int | None:
    cost = place.cost(node.start_byte)
    holder = enclosing(node, "match_expression", "token_tree")
    if cost is None and holder is not None and holder.type == "match_expression":
        value = holder.child_by_field_name("value")
        cost = None if value is None or place.near(value) is None else 2
    return cost


def _other_quotes(text: str) -> str:
    if text.startswith("'"):
        inner = text[1:-1]
        return '"' + {'"': '\\"', "\\'": "'"}.get(inner, inner) + '"'
    found = _STRING.fullmatch(text)
    return "'" + {"'": "\\'", '\\"': '"'}.get(found[1], found[1]) + "'" if found else ""


@repairs("E0369 E0308 E0277", late=40)
def concatenate(place: Place) -> Iterator[Proposed]:
    """`a + b` of texts: `a.to_string() + b`, `a + &b`, `format!("{}{}", a, b)`, `a.push_str(&b)`."""
    sums = [(one.cost, one.node, one.left, one.right) for one in operations(place) if one.operator in ("+", "+=")]
    for node in place.syntax.of("binary_expression", "compound_assignment_expr"):
        cost, left, right = place.near(node), node.child_by_field_name("left"), node.child_by_field_name("right")
        mark = place.syntax.field(node, "operator")
        if cost is not None and left is not None and right is not None and mark in ("+", "+="):
            sums.append((cost, node, left, right))
    for cost, node, left, right in sums:
        yield cost, form(right, "&", "")
        yield cost + 0.7, form(right, "&", ".to_string()")
        yield cost + 1, form(right, "", ".as_str()")
        if node.type == "binary_expression":
            yield cost + 0.2, form(left, "", ".to_string()")
            yield cost + 0.8, (*form(left, "", ".to_string()"), *form(right, "&", ""))
            yield cost + 1, form(left, "", ".clone()")
            yield cost + 0.5, _formatted(place, node)
        else:
            text = place.text(left)
            for turn, call in enumerate(
                (
                    f"{text}.push_str({place.text(right)})",
                    f"{text}.push_str(&{place.text(right)})",
                    f"{text}.push({place.text(right)})",
                )
            ):
                yield cost + 0.5 + turn * 0.3, swapped(node, call)


def _formatted(place: Place, node: Node) -> tuple[Edit, ...]:
    """The whole sum as one `format!`."""
    while (
        node.parent is not None
        and node.parent.type == "binary_expression"
        and place.syntax.field(node.parent, "operator") == "+"
    ):
        node = node.parent
    parts: list[str] = []
    inner: Node | None = node
    while inner is not None and inner.type == "binary_expression" and place.syntax.field(inner, "operator") == "+":
        parts.insert(0, place.text(inner.child_by_field_name("right")))
        inner = inner.child_by_field_name("left")
    parts.insert(0, place.text(inner))
    parts = [re.sub(r"^&|\.to_string\(\)$|\.as_str\(\)$", "", part) for part in parts]
    return swapped(node, f'format!("{"{}" * len(parts)}", {", ".join(parts)})')


@repairs("E0308 E0277 E0599", late=50)
def declared_text(place: Place) -> Iterator[Proposed]:
    """A declared `String`, `&str` or `char` near, or in what a named line uses, becomes another."""
    if place.codes == {"E0204"}:  # whoever cannot have both a text and `Copy` gives up `Copy`
        return
    for node in place.syntax.of(
        "let_declaration", "parameter", "field_declaration", "function_item", "const_item", "static_item"
    ):
        kind = node.child_by_field_name("return_type" if node.type == "function_item" else "type")
        if kind is None or place.text(kind) not in TYPES:
            continue
        name = place.syntax.field(node, "pattern") or place.syntax.name(node)
        cost = place.cost(kind.start_byte)
        if (
            cost is None
            and name
            and any(re.search(rf"\b{re.escape(name)}\b", place.line_text(n)) for n, c in place.lines.items() if c < 2)
        ):
            cost = 2
        for turn, other in enumerate(TYPES[place.text(kind)] if cost is not None else ()):
            yield (cost or 0) + 1 + turn * 0.5, swapped(kind, other)


@repairs("E0308 E0277 E0599 E0282", late=50)
def owned_text(place: Place) -> Iterator[Proposed]:
    """`.to_string()`, `String::from(..)`, `.as_str()`, `&x[..]`, `format!` on values near."""
    forms = (
        ("", ".to_string()"),
        ("", ".as_str()"),
        ("String::from(", ")"),
        ("&", "[..]"),
        ("", ".to_owned()"),
        ("", ".into()"),
        ("&", ".to_string()"),
        ('format!("{}", ', ")"),
    )
    told = re.search(r"\bstr\b|String|char|text|Chars", place.message)
    near = [(cost, node) for cost, node in place.postfix() if node.type in _OWNED]
    for cost, node in near[: 12 if told else 3]:
        for turn, (before, after) in enumerate(forms):
            edits = form(node, before, after)
            if before == "&":
                edits = (insert(node.start_byte, "&"), insert(node.end_byte, after))
            yield cost + turn, edits


@repairs("E0277 none", late=60)
def printed(place: Place) -> Iterator[Proposed]:
    """`{}` becomes `{:?}` in a format string near, one at a time and all; a value in it is converted."""
    for node in place.syntax.of("string_literal"):
        cost, text = place.near(node), place.text(node)
        if cost is None or (
            enclosing(node, "token_tree") is None and (node.parent is None or node.parent.type != "token_tree")
        ):
            continue
        marks = list(re.finditer(r"\{(\w*)(:[^}?]*)?\}", text))
        for number, found in enumerate(marks):
            new = text[: found.start()] + "{" + found[1] + ":?}" + text[found.end() :]
            yield cost + 0.5 + number * 0.2, swapped(node, new)
        if len(marks) > 1:
            yield cost + 1, swapped(node, re.sub(r"\{(\w*)\}", r"{\1:?}", text))


@repairs("E0277 E0308 E0599", late=60)
def separators(place: Place) -> Iterator[Proposed]:
    """Arguments of `contains`, `split`, `join`, `push`, `insert` and the like: borrowed, dereferenced, other quotes."""
    for call, _, name in method_calls(
        place.syntax,
        "contains",
        "split",
        "join",
        "push",
        "push_str",
        "get",
        "remove",
        "starts_with",
        "ends_with",
        "replace",
        "contains_key",
        "insert",
        "find",
        "extend",
        "entry",
    ):
        arguments, cost = call.child_by_field_name("arguments"), place.near(call)
        for node in arguments.named_children if arguments is not None and cost is not None else ():
            for turn, (before, after) in enumerate(
                (
                    ("&", ""),
                    ("*", ""),
                    ("", ".as_str()"),
                    ("", ".to_string()"),
                    ("&*", ""),
                    ("&", ".to_string()"),
                    ("", ".clone()"),
                    ("", ".iter()"),
                )
            ):
                yield (cost or 0) + turn * 0.4 + (name not in place.source), form(node, before, after)
            inner = node.child_by_field_name("value") if node.type == "reference_expression" else None
            if inner is not None:
                yield cost or 0, (Edit(node.start_byte, inner.start_byte),)
