"""What items of a program say, for the operators on items: heads, blocks of impls, and where new text goes.

Covered: look-ups on the tree. Not covered: fields, variants, parameters and names in scope (`repair.facts`), and types
beyond their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tree_sitter import Node

from nightschool.repair.place import Place
from nightschool.rust.tree import Syntax, child, enclosing
from nightschool.rust.tree_edits import Edit

FUNCTIONS = ("function_item", "function_signature_item")
TYPES = ("struct_item", "enum_item", "union_item")
HEADS = (*TYPES, *FUNCTIONS, "impl_item", "trait_item", "type_item")
"""Items that may have type parameters."""


def receiver(syntax: Syntax, function: Node | None) -> str:
    """Text of the `self` parameter; empty if there is none."""
    listed = function.child_by_field_name("parameters") if function is not None else None
    for one in listed.named_children if listed is not None else ():
        if one.type == "self_parameter" or (one.type == "parameter" and syntax.field(one, "pattern") == "self"):
            return syntax.text(one)
    return ""


def last_name(text: str) -> str:
    """The last name of a type's or trait's path: `fmt::Display` and `&mut Vec<u8>` are `Display` and `Vec`."""
    plain = re.sub(r"^(?:&\s*(?:'\w+\s*)?(?:mut\s+)?)+", "", text.strip())
    return re.split(r"[<(\s]", plain, maxsplit=1)[0].split("::")[-1]


def owner(node: Node) -> Node | None:
    """The impl or trait whose item the node is, or that it stands in."""
    holder = enclosing(node, "impl_item", "trait_item", "mod_item")
    return holder if holder is not None and holder.type != "mod_item" else None


def items(node: Node | None, *types: str) -> list[Node]:
    """Items of an impl, trait or module body."""
    body = node.child_by_field_name("body") if node is not None else None
    return [one for one in body.named_children if one.type in types] if body is not None else []


def implementations(syntax: Syntax, name: str) -> list[Node]:
    """The `impl` blocks of a type, of traits and its own."""
    return [node for node in syntax.of("impl_item") if last_name(syntax.field(node, "type")) == name]


def has_impl(syntax: Syntax, trait: str, name: str) -> bool:
    """Whether a type implements or derives a trait in this program."""
    blocks = implementations(syntax, name)
    if any(last_name(syntax.field(block, "trait")) == trait for block in blocks):
        return True
    named = [node for node in syntax.of(*TYPES) if syntax.name(node) == name]
    return any(re.search(rf"\bderive\([^)]*\b{re.escape(trait)}\b", syntax.attributes(node)) for node in named)


def methods(syntax: Syntax, name: str) -> Iterator[Node]:
    """The functions in the blocks of a type."""
    for block in implementations(syntax, name):
        yield from items(block, "function_item")


def type_parameters(node: Node) -> list[Node]:
    """The type parameters of an item's head."""
    listed = node.child_by_field_name("type_parameters")
    return [one for one in listed.named_children if one.type == "type_parameter"] if listed is not None else []


def generics(syntax: Syntax, node: Node) -> tuple[str, str]:
    """(`<'a, T: Copy>`, `<'a, T>`) of an item's head; empty texts without parameters."""
    listed = node.child_by_field_name("type_parameters")
    if listed is None:
        return "", ""
    kinds = ("lifetime_parameter", "type_parameter", "const_parameter")
    names = [syntax.name(one) for one in listed.named_children if one.type in kinds]
    plain = re.sub(r"\s*=\s*[^,<>=]+(?:<[^<>]*>)?(?=[,>])", "", syntax.text(listed))
    return plain, "<" + ", ".join(names) + ">"


def newline(place: Place) -> str:
    """The line end of the file."""
    return "\r\n" if b"\r\n" in place.data else "\n"


def head_start(node: Node) -> int:
    """Where an item starts with its attributes and doc comments."""
    first, previous = node, node.prev_named_sibling
    while previous is not None and previous.type in ("attribute_item", "line_comment"):
        if previous.type == "line_comment" and child(previous, "outer_doc_comment_marker") is None:
            break
        first, previous = previous, previous.prev_named_sibling
    return first.start_byte


def module_of(node: Node | None) -> Node | None:
    """The innermost inline module around a node."""
    return enclosing(node, "mod_item") if node is not None else None


def named_module(place: Place) -> Node | None:
    """The innermost inline module at the cheapest place that rustc names; None for the file itself."""
    for point, _ in sorted(place.points.items(), key=lambda one: one[1]):
        return module_of(place.syntax.root.descendant_for_byte_range(point, point))
    return None


def top(place: Place, module: Node | None = None) -> tuple[int, str]:
    """(offset, indent) at which `use` lines go: before the first item of the file or module, past inner attributes."""
    body = module.child_by_field_name("body") if module is not None else place.syntax.root
    for one in body.named_children if body is not None else ():
        inner = one.type == "inner_attribute_item" or child(one, "inner_doc_comment_marker") is not None
        if not inner and one.type not in ("line_comment", "block_comment", "shebang", "ERROR"):
            return head_start(one), place.syntax.indent(one)
    if module is not None and body is not None:
        return max(body.end_byte - 1, body.start_byte), place.syntax.indent(module)
    return len(place.data), ""


def after(place: Place, node: Node, text: str) -> tuple[int, str]:
    """(offset, text) of new lines after an item, indented like it and an empty line between."""
    indent, end = place.syntax.indent(node), newline(place)
    lines = [indent + line if line else line for line in text.split("\n")]
    return node.end_byte, end * 2 + end.join(lines)


def inside(place: Place, node: Node, text: str) -> tuple[int, str] | None:
    """(offset, text) of new lines at the end of an item's body, indented one step deeper than the item."""
    body = node.child_by_field_name("body")
    if body is None or body.end_byte - 1 <= body.start_byte:
        return None
    indent, end = place.syntax.indent(node), newline(place)
    last = body.named_children[-1].end_byte if body.named_children else body.start_byte + 1
    lines = [f"{indent}    {line}" if line else line for line in text.split("\n")]
    closing = end + indent if b"\n" not in place.data[last : body.end_byte] else ""
    return last, end + end.join(lines) + closing


def named_items(place: Place, *types: str) -> list[tuple[int, Node]]:
    """Items of these types: those named or quoted by rustc first, with 0, then those it touches, 1, then others, 3."""
    found = []
    for node in place.syntax.of(*types):
        name = place.syntax.name(node) or last_name(place.syntax.field(node, "type"))
        cost = 0 if name in place.names or re.search(rf"\b{re.escape(name)}\b", place.message) else 3
        found.append((min(cost, 1 if place.touches(node) else 3), node))
    return sorted(found, key=lambda one: (one[0], one[1].start_byte))


def disjoint(edits: Sequence[Edit]) -> bool:
    """Whether edits can be made together: none reaches into another."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    return all(one.end <= other.start for one, other in pairwise(ordered))
