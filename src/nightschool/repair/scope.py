"""Names in scope at a place, and the types of expressions as far as the text shows them.

Covered: parameters, `let`, `for`, patterns of arms and conditions, closures; types from annotations, literals, calls of
the file's own functions and methods, fields, and well-known methods. Not covered: inference; an unknown type is ''.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import (
    Local,
    bound_names,
    element,
    fields,
    functions,
    generic_args,
    implemented,
    parameters,
    plain,
    return_type,
    returned_by,
    variants,
    without_self,
)
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing

DEPTH = 6
"""Steps from an expression to what its type follows from."""
_METHODS = {
    "to_string": "String", "to_uppercase": "String", "to_lowercase": "String", "len": "usize", "count": "usize",
    "trim": "&str", "as_str": "&str", "is_empty": "bool", "contains": "bool", "chars": "Chars", "as_bytes": "&[u8]",
    "is_some": "bool", "is_none": "bool", "is_ok": "bool", "is_err": "bool", "starts_with": "bool", "sqrt": "f64",
    "lines": "Lines", "join": "String", "repeat": "String", "replace": "String", "as_deref": "Option<&str>",
}  # fmt: skip
_LITERALS = {
    "string_literal": "&str", "raw_string_literal": "&str", "char_literal": "char", "boolean_literal": "bool",
    "float_literal": "f64", "unit_expression": "()",
}  # fmt: skip
_MACROS = {"format": "String", "vec": "Vec<_>", "matches": "bool"}
_INNER = re.compile(r"unwrap|expect|unwrap_or|unwrap_or_default|unwrap_or_else")
_SAME = re.compile(r"clone|to_owned|cloned|copied|abs|min|max|pow|saturating_\w+|wrapping_\w+")


def locals_at(place: Place, offset: int) -> tuple[Local, ...]:
    """Names in scope at a byte offset, the innermost first, each once."""
    return _locals(place, offset, DEPTH)


def locals_of(place: Place, function: Node | None) -> tuple[Local, ...]:
    """Names in scope at the end of a function, so all its top-level names."""
    body = function.child_by_field_name("body") if function is not None else None
    return locals_at(place, body.end_byte - 1) if body is not None else parameters(place, function)


def type_of(place: Place, node: Node | None) -> str:
    """Text of an expression's type; empty if the text does not show it."""
    return _type(place, node, DEPTH)


def _locals(place: Place, offset: int, depth: int) -> tuple[Local, ...]:
    node = place.syntax.root.descendant_for_byte_range(offset, offset)
    found: dict[str, Local] = {}
    while node is not None:
        for one in _bound(place, node, offset, depth - 1):
            found.setdefault(one.name, one)
        if node.type == "function_item":
            break
        node = node.parent
    return tuple(found.values())


def _bound(place: Place, node: Node, offset: int, depth: int) -> Iterator[Local]:
    """Names that a node around the offset brings into scope there."""
    if node.type == "block":
        for one in reversed(node.named_children):
            if one.type == "let_declaration" and one.end_byte <= offset:
                yield from _let(place, one, depth)
    elif node.type == "for_expression" and _inside(node.child_by_field_name("body"), offset):
        yield from _named(place, node.child_by_field_name("pattern"), _item_type(place, node, depth))
    elif node.type == "closure_expression":
        yield from _closure(place, node, depth)
    elif node.type == "match_arm":
        yield from _pattern(place, node.child_by_field_name("pattern"), _scrutinee(place, node, depth))
    elif node.type in ("if_expression", "while_expression"):
        if _inside(node.child_by_field_name("consequence") or node.child_by_field_name("body"), offset):
            yield from _condition(place, node.child_by_field_name("condition"), depth)
    elif node.type == "function_item":
        yield from parameters(place, node)


def _inside(node: Node | None, offset: int) -> bool:
    return node is not None and node.start_byte <= offset <= node.end_byte


def _let(place: Place, node: Node, depth: int) -> Iterator[Local]:
    value = node.child_by_field_name("value")
    kind = place.syntax.field(node, "type") or _type(place, value, depth)
    yield from _pattern(place, node.child_by_field_name("pattern"), kind)


def _condition(place: Place, node: Node | None, depth: int) -> Iterator[Local]:
    if node is None:
        return
    if node.type == "let_condition":
        kind = _type(place, node.child_by_field_name("value"), depth)
        yield from _pattern(place, node.child_by_field_name("pattern"), kind)
    elif node.type == "let_chain":
        for one in node.named_children:
            yield from _condition(place, one, depth)


def _pattern(place: Place, pattern: Node | None, kind: str) -> Iterator[Local]:
    """Names of a pattern matched with a value of a type; what stands in `Some`, `Ok` and `Err` has its argument."""
    if pattern is not None and pattern.type == "match_pattern":
        pattern = next((one for one in pattern.named_children), None)
    if pattern is None:
        return
    if pattern.type != "tuple_struct_pattern":
        yield from _named(place, pattern, kind)
        return
    path, inner = place.syntax.field(pattern, "type"), pattern.named_children[1:]
    yield from _of_variant(place, path, inner, kind)


def _of_variant(place: Place, path: str, inner: list[Node], kind: str) -> Iterator[Local]:
    head, args = generic_args(plain(kind))
    borrowed = "&" if kind.startswith("&") else ""
    name = path.split("::")[-1]
    types: list[str] = []
    if head in ("Option", "Result") and args:
        types = [args[-1] if name == "Err" else args[0]]
    else:
        item = place.item(head) or place.item(path.split("::")[0])
        types = [f.type for v in variants(place, item) if v.name == name for f in v.fields]
    for number, one in enumerate(inner):
        yield from _pattern(place, one, borrowed + types[number] if number < len(types) else "")


def _named(place: Place, pattern: Node | None, kind: str) -> Iterator[Local]:
    names = list(bound_names(place, pattern))
    parts: tuple[str, ...] = ()
    if pattern is not None and pattern.type == "tuple_pattern" and plain(kind).startswith("("):
        parts = generic_args(f"X<{plain(kind)[1:-1]}>")[1]
    for number, name in enumerate(names):
        whole = kind if pattern is not None and pattern.type in ("identifier", "mut_pattern") else ""
        yield Local(name, parts[number] if len(parts) == len(names) else whole)


def _closure(place: Place, node: Node, depth: int) -> Iterator[Local]:
    listed = node.child_by_field_name("parameters")
    for one in listed.named_children if listed is not None else ():
        if one.type == "parameter":
            yield from _named(place, one.child_by_field_name("pattern"), place.syntax.field(one, "type"))
        else:
            yield from _named(place, one, "")


def _scrutinee(place: Place, arm: Node, depth: int) -> str:
    holder = enclosing(arm, "match_expression")
    return _type(place, holder.child_by_field_name("value"), depth) if holder is not None else ""


def _item_type(place: Place, loop: Node, depth: int) -> str:
    """Type of what a `for` loop goes through."""
    value = loop.child_by_field_name("value")
    if value is None:
        return ""
    if value.type == "range_expression":
        return next((t for one in value.named_children if (t := _type(place, one, depth))), "")
    text = place.text(value)
    borrowed = "&mut " if text.endswith(".iter_mut()") else "&" if text.endswith(".iter()") else ""
    if value.type == "call_expression" and re.search(r"\.(into_iter|iter|iter_mut)\(\)$", text):
        function = value.child_by_field_name("function")
        value = function.child_by_field_name("value") if function is not None else None
    return element(_type(place, value, depth), borrowed)


def _type(place: Place, node: Node | None, depth: int) -> str:
    if node is None or depth <= 0:
        return ""
    kind, get = node.type, node.child_by_field_name
    if kind in _LITERALS:
        suffix = re.search(r"f32$", place.text(node))
        return suffix[0] if suffix else _LITERALS[kind]
    if kind == "integer_literal":
        found = re.search(r"[iu](8|16|32|64|128|size)$|f(32|64)$", place.text(node))
        return found[0] if found else ""
    if kind == "identifier":
        return next((one.type for one in _locals(place, node.start_byte, depth) if one.name == place.text(node)), "")
    if kind == "self":
        return implemented(place, node)
    if kind == "reference_expression":
        inner = _type(place, get("value"), depth - 1)
        return (("&mut " if child(node, "mutable_specifier") is not None else "&") + inner) if inner else ""
    if kind == "macro_invocation":
        return _MACROS.get(place.syntax.field(node, "macro"), "")
    return _compound(place, node, depth - 1)


def _compound(place: Place, node: Node, depth: int) -> str:
    kind, get = node.type, node.child_by_field_name
    if kind == "parenthesized_expression":
        return _type(place, next(iter(node.named_children), None), depth)
    if kind == "unary_expression":
        inner = _type(place, next(iter(node.named_children), None), depth)
        return re.sub(r"^&\s*('\w+\s+)?(mut\s+)?", "", inner) if place.text(node).startswith("*") else inner
    if kind == "binary_expression":
        compared = place.syntax.field(node, "operator") in ("==", "!=", "<", ">", "<=", ">=", "&&", "||")
        return "bool" if compared else _type(place, get("left"), depth) or _type(place, get("right"), depth)
    if kind == "type_cast_expression":
        return place.syntax.field(node, "type")
    if kind == "struct_expression":
        name = generic_args(place.syntax.name(node))[0]
        return implemented(place, node) if name == "Self" else name
    if kind == "field_expression":
        owner = place.item(generic_args(plain(_type(place, get("value"), depth)))[0])
        return next((f.type for f in fields(place, owner) if f.name == place.syntax.field(node, "field")), "")
    if kind == "index_expression":
        return element(plain(_type(place, next(iter(node.named_children), None), depth)))
    if kind == "try_expression":
        _, args = generic_args(_type(place, next(iter(node.named_children), None), depth))
        return args[0] if args else ""
    return _call(place, node, depth) if kind == "call_expression" else ""


def _call(place: Place, node: Node, depth: int) -> str:
    function = node.child_by_field_name("function")
    if function is not None and function.type == "generic_function":
        function = function.child_by_field_name("function")
    if function is None:
        return ""
    if function.type != "field_expression":
        path = place.text(function)
        return _MACROS.get(path[:-1], "") if path.endswith("!") else returned_by(place, path)
    name, value = place.syntax.field(function, "field"), function.child_by_field_name("value")
    own = [one for one in functions(place, name) if implemented(place, one)]
    if len({return_type(place, one) for one in own}) == 1:
        return without_self(return_type(place, own[0]), implemented(place, own[0]))
    if name in _METHODS:
        return _METHODS[name]
    receiver = _type(place, value, depth)
    if _SAME.fullmatch(name):
        return plain(receiver)
    args = generic_args(receiver)[1]
    return args[0] if _INNER.fullmatch(name) and args else ""
