"""Operators on constants and statics: values that are made at run time, lengths, `const fn`.

Covered: `LazyLock`, `const fn`, borrowed instead of owned constants, lengths of arrays. Not covered: `static mut`
(`without_unsafe`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.import_facts import has_import, imported
from nightschool.repair.operators.item_facts import module_of
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

CONSTANTS = ("const_item", "static_item")


@repairs("E0015 E0010 E0764 E0492 E0493 E0080", late=150)
def lazy_static(place: Place) -> Iterator[Proposed]:
    """`static X: T = f();` becomes `static X: LazyLock<T> = LazyLock::new(|| f());`, with its import."""
    for node in place.syntax.of(*CONSTANTS):
        kind, value = node.child_by_field_name("type"), node.child_by_field_name("value")
        if kind is None or value is None or not place.touches(node) or "LazyLock" in place.text(kind):
            continue
        had = has_import(place, "LazyLock")
        for rank, short in enumerate((True, False)):
            name = "LazyLock" if short else "std::sync::LazyLock"
            edits = [Edit(kind.start_byte, kind.end_byte, f"{name}<{place.text(kind)}>")]
            edits += [insert(value.start_byte, f"{name}::new(|| "), insert(value.end_byte, ")")]
            if node.type == "const_item":
                at = node.start_byte + _keyword(place, node)
                edits.append(Edit(at, at + 5, "static"))
            if short and not had:
                edits.append(imported(place, "std::sync::LazyLock", module_of(node)))
            yield rank * 0.3, tuple(edits)
            yield from _with_reads(place, node, edits, rank)


def _keyword(place: Place, node: Node) -> int:
    """Where `const` stands in its item."""
    return max(place.data[node.start_byte : node.end_byte].find(b"const"), 0)


def _with_reads(place: Place, node: Node, edits: list[Edit], rank: int) -> Iterator[Proposed]:
    """The same, with each read of the value dereferenced or cloned."""
    name = place.syntax.name(node)
    reads = [one for one in place.syntax.of("identifier") if place.text(one) == name and not _is_declared(one)]
    if reads:
        yield 0.6 + rank * 0.3, (*edits, *(insert(one.start_byte, "*") for one in reads))
        yield 0.8 + rank * 0.3, (*edits, *(insert(one.end_byte, ".clone()") for one in reads))


def _is_declared(node: Node) -> bool:
    return node.parent is not None and node.parent.child_by_field_name("name") == node


@repairs("E0015 E0658 E0080", late=120)
def const_function(place: Place) -> Iterator[Proposed]:
    """A function that a constant calls becomes `const fn`, with those that it calls."""
    for function in place.syntax.of("function_item"):
        if place.syntax.name(function) in place.names | _called_in_constants(place):
            at = _fn_at(function)
            near = 0 if place.syntax.name(function) in place.message else 0.5
            if at is not None and "const" not in place.text(child(function, "function_modifiers")):
                yield near, (insert(at, "const "),)
                body = place.text(function.child_by_field_name("body"))
                called = [
                    one for one in place.syntax.of("function_item") if one != function and _calls(place, body, one)
                ]
                others = [insert(place_at, "const ") for one in called if (place_at := _fn_at(one)) is not None]
                if others:
                    yield near + 0.3, (insert(at, "const "), *others)


def _calls(place: Place, body: str, function: Node) -> bool:
    return re.search(rf"\b{re.escape(place.syntax.name(function))}\(", body) is not None


def _called_in_constants(place: Place) -> set[str]:
    texts = [
        place.text(node.child_by_field_name("value")) for node in place.syntax.of(*CONSTANTS) if place.touches(node)
    ]
    return {name for text in texts for name in re.findall(r"(\w+)\(", text)}


def _fn_at(function: Node) -> int | None:
    found = child(function, "function_modifiers") or child(function, "fn")
    return found.start_byte if found is not None else None


@repairs("E0015 E0010 E0764 E0308 E0277 E0493", late=150)
def constant_value(place: Place) -> Iterator[Proposed]:
    """A constant of an owned type becomes one of a borrowed type, or is made by what may stand in constants."""
    for node in place.syntax.of(*CONSTANTS):
        kind, value = node.child_by_field_name("type"), node.child_by_field_name("value")
        if kind is None or value is None or not place.touches(node):
            continue
        text, shown = place.text(kind), place.text(value)
        literal = re.search(r'"[^"]*"', shown)
        if text == "String" and literal:
            yield 0, (*swapped(kind, "&str"), *swapped(value, literal[0]))
        listed = re.fullmatch(r"vec!\[(.*)\]", shown, re.DOTALL)
        inner = re.fullmatch(r"Vec<(.+)>", text)
        if listed and inner:
            plain = re.sub(r"String::from\((\"[^\"]*\")\)|(\"[^\"]*\")\.to_string\(\)", r"\1\2", listed[1])
            element = "&str" if inner[1] == "String" else inner[1]
            yield 0, (*swapped(kind, f"&[{element}]"), *swapped(value, f"&[{plain}]"))
        if re.fullmatch(
            r"(?:Vec|String)::with_capacity\(.*\)|vec!\[\]|Default::default\(\)|String::from\(\"\"\)", shown
        ):
            yield 0, swapped(value, f"{text.split('<')[0]}::new()")
        if text == "&str" and re.search(r"format!|to_string|String::from", shown) and literal:
            yield 0.3, swapped(value, literal[0])


@repairs("E0435 E0015 E0277 E0308 E0401", late=120)
def array_length(place: Place) -> Iterator[Proposed]:
    """A length that is no constant: `let n` becomes `const N`, or the array a `vec!`."""
    for node in place.syntax.of("let_declaration"):
        pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        if pattern is None or value is None or place.text(pattern) not in place.names or "E0435" not in place.codes:
            continue
        kind = place.syntax.field(node, "type") or "usize"
        name = place.text(pattern)
        yield 0.3, swapped(node, f"const {name}: {kind} = {place.text(value)};")
        uses = [one for one in place.syntax.of("identifier") if place.text(one) == name and one != pattern]
        upper = [Edit(one.start_byte, one.end_byte, name.upper()) for one in uses if one.start_byte > node.end_byte]
        yield 0, (*swapped(node, f"const {name.upper()}: {kind} = {place.text(value)};"), *upper)
    for node in place.syntax.of("array_expression"):
        length = node.child_by_field_name("length")
        if length is not None and place.near(node) is not None:
            yield 0.4, (insert(node.start_byte, "vec!"),)
            declared = enclosing(node, "let_declaration")
            kind_node = declared.child_by_field_name("type") if declared is not None else None
            if kind_node is not None and kind_node.type == "array_type":
                element = place.syntax.field(kind_node, "element")
                yield 0.3, (insert(node.start_byte, "vec!"), *swapped(kind_node, f"Vec<{element}>"))
