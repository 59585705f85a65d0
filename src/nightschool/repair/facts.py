"""What a program says of itself: parameters, fields, variants, return types, constructors, error types.

Covered: look-ups of items on the syntax tree that repair operators share, and reading the text of types. Not covered:
names in scope and types of expressions (`scope`), likely expressions of a type (`likely`). Nothing here raises on
broken trees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing

NUMBER = re.compile(r"[iuf](8|16|32|64|128|size)")
ERROR_NAME = re.compile(r"Err|Fail|Problem|Fault|Refus|Reject|Invalid")


@dataclass(frozen=True, slots=True)
class Local:
    """A name in scope."""

    name: str
    type: str
    """Text of its type; empty if the text does not show it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a struct or variant."""

    name: str
    """Its position where it has no name."""
    type: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant of an enum, or a struct as its own only one."""

    name: str
    shape: str
    """Empty, `(` or `{`."""
    fields: tuple[Field, ...]

    def call(self, path: str, values: dict[str, str]) -> str:
        """Text that constructs it from a value a field: `E::Bad(x)`, `E::Bad { at: x, line }`."""
        if self.shape == "(":
            return f"{path}({', '.join(values.get(field.name, '_') for field in self.fields)})"
        if self.shape == "{":
            given = [(field.name, values.get(field.name, "_")) for field in self.fields]
            return f"{path} {{ {', '.join(name if name == value else f'{name}: {value}' for name, value in given)} }}"
        return path


def plain(text: str) -> str:
    """A type without `&`, `mut` and lifetimes in front."""
    return re.sub(r"^(&\s*|mut\s+|'\w+\s+)+", "", text.strip())


def generic_args(text: str) -> tuple[str, tuple[str, ...]]:
    """('Result', ('T', 'E')) of `std::result::Result<T, E>`; lifetimes count as arguments."""
    found = re.fullmatch(r"\s*([\w:]+?)\s*(?:(?:::)?<(.*)>)?\s*", text, re.DOTALL)
    if not found:
        return text.strip(), ()
    return found[1].split("::")[-1], tuple(split_top(found[2] or ""))


def split_top(text: str, separator: str = ",") -> list[str]:
    """Parts of a type or argument text between separators outside all brackets."""
    parts, depth, start = [], 0, 0
    for at, mark in enumerate(text):
        depth += (mark in "<([{") - (mark in ")]}" or (mark == ">" and text[max(at - 1, 0)] not in "-="))
        if mark == separator and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    return [part for part in (*parts, text[start:].strip()) if part]


def return_type(place: Place, function: Node | None) -> str:
    """Text of a function's return type; empty for none."""
    return "" if function is None else place.text(function.child_by_field_name("return_type"))


def bound_names(place: Place, pattern: Node | None) -> Iterator[str]:
    """Variables that a pattern binds."""
    if pattern is None:
        return
    if pattern.type in ("identifier", "shorthand_field_identifier"):
        if re.match(r"[a-z_]\w", name := place.text(pattern)) or re.fullmatch(r"[a-z]", name):
            yield name
        return
    skipped = [pattern.child_by_field_name(one) for one in ("type", "condition")]
    for inner in pattern.named_children:
        if inner not in skipped and inner.type != "field_identifier":
            yield from bound_names(place, inner)


def parameters(place: Place, function: Node | None) -> tuple[Local, ...]:
    """Parameters of a function with their types, without `self`."""
    listed = function.child_by_field_name("parameters") if function is not None else None
    found = []
    for node in listed.named_children if listed is not None else ():
        if node.type == "parameter":
            kind = place.syntax.field(node, "type")
            names = tuple(bound_names(place, node.child_by_field_name("pattern")))
            found += [Local(name, kind if len(names) == 1 else "") for name in names]
    return tuple(found)


def has_self(place: Place, function: Node | None) -> bool:
    """Whether a function has a `self` parameter."""
    listed = function.child_by_field_name("parameters") if function is not None else None
    return listed is not None and child(listed, "self_parameter") is not None


def fields(place: Place, item: Node | None) -> tuple[Field, ...]:
    """Fields of a struct, or of one enum variant."""
    body = item.child_by_field_name("body") if item is not None else None
    if body is None:
        return ()
    if body.type == "field_declaration_list":
        named = [node for node in body.named_children if node.type == "field_declaration"]
        return tuple(Field(place.syntax.name(node), place.syntax.field(node, "type")) for node in named)
    if body.type != "ordered_field_declaration_list":
        return ()
    return tuple(Field(str(n), place.text(node)) for n, node in enumerate(body.children_by_field_name("type")))


def shape(item: Node | None) -> str:
    """How a struct or variant is written: '', '(' or '{'."""
    body = item.child_by_field_name("body") if item is not None else None
    return {"field_declaration_list": "{", "ordered_field_declaration_list": "("}.get(body.type if body else "", "")


def variants(place: Place, item: Node | None) -> tuple[Variant, ...]:
    """Variants of an enum; of a struct itself."""
    if item is None or item.type not in ("enum_item", "struct_item"):
        return ()
    if item.type == "struct_item":
        return (Variant(place.syntax.name(item), shape(item), fields(place, item)),)
    body = item.child_by_field_name("body")
    listed = [node for node in body.named_children if node.type == "enum_variant"] if body is not None else []
    return tuple(Variant(place.syntax.name(node), shape(node), fields(place, node)) for node in listed)


def functions(place: Place, name: str = "") -> list[Node]:
    """Functions and methods of that name, or all; with a body or without."""
    found = place.syntax.of("function_item", "function_signature_item")
    return [node for node in found if not name or place.syntax.name(node) == name]


def implemented(place: Place, node: Node | None) -> str:
    """Name of the type whose `impl` holds a node; empty outside."""
    holder = enclosing(node, "impl_item") if node is not None else None
    return generic_args(place.syntax.field(holder, "type"))[0] if holder is not None else ""


def constructors(place: Place, type_name: str) -> list[Node]:
    """Functions without `self` in the type's impls that return it."""
    own = [node for node in functions(place) if implemented(place, node) == type_name and not has_self(place, node)]
    return [node for node in own if generic_args(return_type(place, node))[0] in ("Self", type_name)]


def error_types(place: Place, function: Node | None = None) -> list[str]:
    """Error types of the file: of the function's Result first, then of other Results, then types named like errors."""
    found = []
    texts = [return_type(place, function)] + [place.text(node) for node in place.syntax.of("generic_type")]
    for text in texts:
        head, args = generic_args(text)
        if head == "Result" and len(args) == 2:
            found.append(args[1])
    for node in place.syntax.of("enum_item", "struct_item"):
        if ERROR_NAME.search(place.syntax.name(node)):
            found.append(place.syntax.name(node))
    return [one for one in dict.fromkeys(found) if one != "_" and not re.fullmatch(r"[A-Z]|Self::\w+", one)]


def element(kind: str, borrowed: str = "") -> str:
    """Type of the elements of a collection or slice type: `&T` if it is borrowed."""
    mark = re.match(r"&\s*('\w+\s+)?(mut\s+)?", kind)
    borrowed = borrowed or (("&mut " if mark[2] else "&") if mark else "")
    head, args = generic_args(plain(kind))
    if head in ("Vec", "HashSet", "BTreeSet", "VecDeque", "Box") and args and args[0] != "_":
        return borrowed + args[0]
    found = re.fullmatch(r"\[([^;]+)(;.*)?\]", plain(kind))
    return borrowed + found[1].strip() if found else ""


def returned_by(place: Place, path: str) -> str:
    """Type of a call of a function by its path, from the file or well known; empty if unknown."""
    owner, _, name = path.rpartition("::")
    found = [one for one in functions(place, name) if not owner or implemented(place, one) in (owner, "")]
    if found:
        return without_self(return_type(place, found[0]), implemented(place, found[0]))
    head = generic_args(owner)[0]
    if name in ("from", "new", "with_capacity", "default") and head:
        return head if head in ("String",) or place.item(head) else ""
    wrapped = {"Some": "Option<_>", "Ok": "Result<_, _>", "Err": "Result<_, _>"}
    return wrapped.get(name, "") if not owner else ""


def without_self(text: str, owner: str) -> str:
    """A type text with `Self` written out."""
    return re.sub(r"\bSelf\b", owner, text) if owner else text
