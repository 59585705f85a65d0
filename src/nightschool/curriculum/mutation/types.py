"""Operators on types and values: strings, numbers, characters and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.curriculum.mutation.operator import Change, drop_between, drop_method, operator, swap
from nightschool.rust.tree import Syntax, enclosing
from nightschool.rust.tree_edits import Edit, method_calls


@operator("E0308=string-vs-str E0277=string-vs-str E0599=string-vs-str")
def drop_to_string(syntax: Syntax) -> Iterator[Change]:
    """`.to_string()`, `.to_owned()`, `.into()` or `String::from(..)` goes."""
    for call, _, _ in method_calls(syntax, "to_string", "to_owned", "into", "as_str", "to_vec"):
        yield drop_method(call)
    for node in syntax.of("call_expression"):
        arguments = node.child_by_field_name("arguments")
        if syntax.field(node, "function") in {"String::from", "Vec::from"} and arguments is not None:
            yield swap(node, syntax.text(arguments)[1:-1])


@operator("E0308=string-vs-str E0277=string-vs-str", strict=True)
def own_literal(syntax: Syntax) -> Iterator[Change]:
    """`"text"` becomes `"text".to_string()` where a `&str` is wanted."""
    for node in syntax.of("string_literal"):
        if node.parent is not None and node.parent.type in {
            "arguments",
            "array_expression",
            "match_arm",
            "field_initializer",
        }:
            yield Change((Edit(node.end_byte, node.end_byte, ".to_string()"),))


SWAPPED = {"String": "&str", "&str": "String", "&String": "&str", "&[i32]": "Vec<i32>"}
WIDTHS = {
    "i32": "i64", "i64": "i32", "u32": "u64", "u64": "u32", "usize": "u32", "u8": "u32", "u16": "u32",
    "f64": "f32", "f32": "f64", "isize": "i32", "i8": "i32", "i16": "i32",
}  # fmt: skip


@operator("E0308=string-vs-str", strict=True)
def swap_string_type(syntax: Syntax) -> Iterator[Change]:
    """A signature or field says `String` for `&str`, or the other way."""
    for node in syntax.of("parameter", "field_declaration", "let_declaration", "function_item"):
        kind = node.child_by_field_name("return_type" if node.type == "function_item" else "type")
        if kind is not None and syntax.text(kind) in SWAPPED:
            new = SWAPPED[syntax.text(kind)]
            yield swap(kind, new.replace("&", "&'static ") if node.type == "field_declaration" else new)


@operator("E0308=integer-widths E0277=integer-widths")
def change_width(syntax: Syntax) -> Iterator[Change]:
    """One number type in a signature, field, `let` or cast becomes another."""
    for node in syntax.of("primitive_type"):
        if syntax.text(node) in WIDTHS and enclosing(node, "macro_invocation") is None:
            yield swap(node, WIDTHS[syntax.text(node)])


@operator("E0308=integer-widths E0277=index-with-wrong-type")
def drop_cast(syntax: Syntax) -> Iterator[Change]:
    """`x as usize` becomes `x`; `u64::from(x)` becomes `x`."""
    for node in syntax.of("type_cast_expression"):
        value = node.child_by_field_name("value")
        if value is not None:
            yield drop_between(value.end_byte, node.end_byte)
    for node in syntax.of("call_expression"):
        arguments = node.child_by_field_name("arguments")
        if re.fullmatch(r"[iuf]\d+::from", syntax.field(node, "function")) and arguments is not None:
            yield swap(node, syntax.text(arguments)[1:-1])


@operator("E0277=float-integer-arithmetic E0308=float-integer-arithmetic", strict=True)
def mix_float_and_integer(syntax: Syntax) -> Iterator[Change]:
    """`2.0` becomes `2`, or `2` becomes `2.0`, inside arithmetic, calls and values."""
    for node in syntax.of("float_literal"):
        found = re.fullmatch(r"(\d+)\.0(_?f\d\d)?", syntax.text(node))
        if found:
            yield swap(node, found[1])
    for node in syntax.of("integer_literal"):
        if node.parent is not None and node.parent.type in {
            "binary_expression",
            "arguments",
            "let_declaration",
            "compound_assignment_expr",
        }:
            text = syntax.text(node)
            if text.isdigit():
                yield swap(node, f"{text}.0")


@operator("E0277=index-with-wrong-type", strict=True)
def index_by_wrong_type(syntax: Syntax) -> Iterator[Change]:
    """A slice is indexed with something other than `usize`."""
    for node in syntax.of("index_expression"):
        parts = node.named_children
        if len(parts) == 2 and parts[1].type in {"identifier", "integer_literal", "field_expression"}:
            text = syntax.text(parts[1])
            yield swap(parts[1], f"{text}u32" if text.isdigit() else f"{text} as i32")


@operator("E0308=reference-needed E0277=reference-needed E0382=use-after-move E0507=move-out-of-borrow", weight=3)
def drop_reference(syntax: Syntax) -> Iterator[Change]:
    """`&x` becomes `x` where a reference is wanted."""
    for node in syntax.of("reference_expression"):
        inner = node.child_by_field_name("value")
        if inner is not None:
            yield drop_between(node.start_byte, inner.start_byte)


@operator("E0308=reference-unwanted E0277=reference-unwanted E0369=reference-unwanted")
def add_reference(syntax: Syntax) -> Iterator[Change]:
    """`f(x)` becomes `f(&x)`, `return x` becomes `return &x`."""
    for node in syntax.of("identifier", "field_expression"):
        if node.parent is not None and node.parent.type in {
            "arguments",
            "binary_expression",
            "return_expression",
            "field_initializer",
        }:
            yield Change((Edit(node.start_byte, node.start_byte, "&"),))


@operator("E0308=deref-needed E0277=deref-needed E0369=deref-needed E0368=deref-needed E0600=deref-needed")
def drop_deref(syntax: Syntax) -> Iterator[Change]:
    """`*x` becomes `x`."""
    for node in syntax.of("unary_expression"):
        if syntax.text(node).startswith("*"):
            yield drop_between(node.start_byte, node.start_byte + 1)


@operator("E0614=deref-needed", strict=True)
def add_deref(syntax: Syntax) -> Iterator[Change]:
    """`x` becomes `*x` where `x` is no reference."""
    for node in syntax.of("identifier", "field_expression"):
        if node.parent is not None and node.parent.type in {"arguments", "binary_expression", "let_declaration"}:
            yield Change((Edit(node.start_byte, node.start_byte, "*"),))


@operator("E0308=char-vs-str E0277=char-vs-str", strict=True)
def swap_quotes(syntax: Syntax) -> Iterator[Change]:
    """A `char` becomes a `&str`, or the other way."""
    for node in syntax.of("char_literal"):
        if enclosing(node, "macro_invocation") is None:
            text = syntax.text(node)
            yield swap(node, '"' + text[1:-1] + '"')
    for node in syntax.of("string_literal"):
        text = syntax.text(node)
        if re.fullmatch(r'"[a-zA-Z ,]"', text):
            yield swap(node, f"'{text[1]}'")
