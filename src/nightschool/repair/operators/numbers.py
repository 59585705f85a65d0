"""Operators on numbers: casts, `From` and `try_from`, suffixes, float literals, types of `let`s, indices.

Covered: types that messages name, then the usual ones of the file. Not covered: which of two types is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER
from nightschool.repair.operators.mismatch_facts import form, operations
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.value_forms import WIDENS
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

_NAMED = re.compile(r"`(?:&|\[|\{)*([iuf](?:8|16|32|64|128|size))\b")


def wanted_types(place: Place) -> list[str]:
    """Number types that the message names, `usize` first where something is indexed; then those of the file."""
    named = [*(["usize"] if re.search(r"index|slice indices", place.message) else []), *_NAMED.findall(place.message)]
    used = Counter(place.text(node) for node in place.syntax.of("primitive_type") if NUMBER.fullmatch(place.text(node)))
    return list(dict.fromkeys([*named, *(text for text, _ in used.most_common(4)), "usize", "f64", "u32", "i32"]))


@repairs("E0277 E0608", late=40)
def index_as_usize(place: Place) -> Iterator[Proposed]:
    """An index becomes `i as usize`, or the access `.get(..)`, `.chars().nth(..)`, `.as_bytes()[..]`."""
    for node in place.syntax.of("index_expression"):
        parts = node.named_children
        cost = place.near(node)
        if cost is None or len(parts) != 2:
            continue
        holder, index = parts
        yield cost, form(index, "", " as usize")
        yield cost + 0.6, form(index, "*", "")
        yield cost + 0.5, form(index, "&", "")
        yield cost + 2, form(index, "usize::try_from(", ").unwrap_or_default()")
        text = place.text(index)
        for turn, access in enumerate(
            (
                f".chars().nth({text}).unwrap()",
                f".as_bytes()[{text}]",
                f".chars().nth({text}).unwrap_or_default()",
                f".get({text})",
                f".chars().nth({text})",
                f".nth({text}).unwrap()",
            )
        ):
            yield cost + 1 + turn * 0.4, (Edit(holder.end_byte, node.end_byte, access),)
        yield from ((cost + 0.8, edits) for edits in _index_binding(place, index))


def _index_binding(place: Place, index: Node) -> Iterator[tuple[Edit, ...]]:
    """`let i: usize` or `i: usize` where the index is bound; `0usize..` where it counts."""
    name = place.text(index)
    for node in place.syntax.of("let_declaration", "parameter"):
        kind = node.child_by_field_name("type")
        pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        if place.text(pattern) != name or pattern is None:
            continue
        if kind is not None:
            yield swapped(kind, "usize")
        elif value is not None:
            yield (insert(pattern.end_byte, ": usize"),)
            yield form(value, "", " as usize")


@repairs("E0308 E0277 E0600 E0604 E0606 E0369 E0605", late=60)
def cast(place: Place) -> Iterator[Proposed]:
    """A value near as a type that the message names: `x as T`, `T::from(x)`."""
    told = bool(_NAMED.search(place.message))
    types = wanted_types(place)[: 4 if told else 2]
    tried: set[tuple[int, int]] = set()
    for cost, node in _numeric(place):
        if (node.start_byte, node.end_byte) in tried or len(tried) > (14 if told else 4):
            continue
        tried.add((node.start_byte, node.end_byte))
        for turn, kind in enumerate(types):
            yield cost + turn * 0.8, form(node, "", f" as {kind}")
            if kind in WIDENS and turn < 2:
                yield cost + turn + 1, form(node, f"{kind}::from(", ")")


def _numeric(place: Place) -> Iterator[tuple[int, Node]]:
    kinds = (
        "identifier",
        "field_expression",
        "call_expression",
        "parenthesized_expression",
        "index_expression",
        "binary_expression",
        "unary_expression",
        "type_cast_expression",
    )
    for one in operations(place):
        yield one.cost, one.right
        yield one.cost, one.left
    for cost, node in place.values:
        if node.type in kinds:
            yield cost, node


@repairs("E0308 E0277 E0369 E0600 E0689", late=40)
def literal(place: Place) -> Iterator[Proposed]:
    """`2` becomes `2.0` and back; a literal gets or changes its suffix; all literals of a line together."""
    whole: dict[int, list[Edit]] = {}
    for node in place.syntax.of("integer_literal", "float_literal"):
        cost = place.cost(node.start_byte)
        text = place.text(node)
        bare = re.sub(r"_?[iuf](8|16|32|64|128|size)$", "", text)
        if cost is None:
            continue
        if node.type == "integer_literal" and bare.replace("_", "").isdigit():
            yield cost, swapped(node, f"{bare}.0")
            whole.setdefault(place.line(node.start_byte), []).append(Edit(node.start_byte, node.end_byte, f"{bare}.0"))
        elif found := re.fullmatch(r"([\d_]+)\.0*", bare):
            yield cost, swapped(node, found[1])
        if "E0689" in place.codes and "{float}" in place.message:
            usual = "f32" if re.search(r"\bf32\b", place.source) and not re.search(r"\bf64\b", place.source) else "f64"
            yield cost - 0.1, swapped(node, f"{bare}_{usual}")
        for turn, kind in enumerate(_NAMED.findall(place.message)[:3]):
            yield cost + 0.5 + turn * 0.4, swapped(node, f"{bare}_{kind}")
        yield (cost + 0.6, swapped(node, bare)) if bare != text else (cost, ())
    yield from ((1, tuple(edits)) for edits in whole.values() if len(edits) > 1)


@repairs("E0604 E0605 E0606 E0607 E0620 E0308", late=40)
def other_cast(place: Place) -> Iterator[Proposed]:
    """A cast that is not allowed: dereferenced, in two steps, by method, by `From`, or left out."""
    for node in place.syntax.of("type_cast_expression"):
        cost, value, kind = place.near(node), node.child_by_field_name("value"), place.syntax.field(node, "type")
        if cost is None or value is None:
            continue
        text = place.text(value)
        forms = [
            text,
            f"*{text} as {kind}",
            f"{text} as u8 as {kind}",
            f"{text} as u32 as {kind}",
            f"{kind}::from({text})",
        ]
        if NUMBER.fullmatch(kind):
            forms += [
                f"{text}.parse::<{kind}>().unwrap_or_default()",
                f"{text}.parse::<{kind}>().unwrap()",
                f"{text}.len() as {kind}",
            ]
            forms += [f"{text}.to_digit(10).unwrap_or(0) as {kind}"]
        if kind == "bool":
            forms = [f"{text} != 0", f"({text} != 0)", *forms]
        if kind == "char":
            forms = [
                f"char::from({text} as u8)",
                f"char::from({text})",
                f"char::from_u32({text}).unwrap_or_default()",
                *forms,
            ]
        if kind == "String":
            forms = [f"{text}.to_string()", *forms]
        if kind == "&str":
            forms = [f"{text}.as_str()", f"&{text}", *forms]
        if kind.startswith("&"):
            forms = [f"&{text}", f"&{text}[..]", *forms]
        for turn, one in enumerate(forms):
            yield cost + turn * 0.3, swapped(node, one)


@repairs("E0308 E0277 E0282 E0369", late=40)
def other_number_type(place: Place) -> Iterator[Proposed]:
    """A number type near, or where a named value is declared, becomes one the message names; all of them together."""
    types = wanted_types(place)[:3]
    together: dict[tuple[str, str], list[Edit]] = {}
    for node in place.syntax.of("primitive_type"):
        have = place.text(node)
        holder = enclosing(
            node,
            "let_declaration",
            "parameter",
            "field_declaration",
            "const_item",
            "static_item",
            "function_item",
            "type_cast_expression",
        )
        cost = place.cost(node.start_byte)
        declared = (
            place.syntax.field(holder, "pattern") or place.syntax.field(holder, "name") if holder is not None else ""
        )
        if not NUMBER.fullmatch(have):
            continue
        if cost is None and re.search(rf"\b{re.escape(declared or '-')}\b", _named_lines(place)):
            cost = 2
        for turn, kind in enumerate(types):
            if kind != have and cost is not None:
                yield cost + 0.5 + turn * 0.5, swapped(node, kind)
                together.setdefault((have, kind), []).append(Edit(node.start_byte, node.end_byte, kind))
    yield from ((3, tuple(edits)) for edits in together.values() if len(edits) > 1)


def _named_lines(place: Place) -> str:
    return "\n".join(place.line_text(line) for line, cost in place.lines.items() if cost < 2)
