"""Pieces that a broken program and its repair share: items, statements, fields, variants, arms, imported names.

Both syntax trees are walked side by side; children with the same text belong together, and where one child of a kind
differs, its counterpart is the one between the same neighbours. Covered: what can be removed or emptied in both at
once. Not covered: whether rustc agrees (`oracle`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tree_sitter import Node

from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import Edit

ITEMS = frozenset(
    {
        "function_item", "struct_item", "enum_item", "union_item", "trait_item", "impl_item", "mod_item", "const_item",
        "static_item", "type_item", "use_declaration", "macro_definition", "extern_crate_declaration",
        "function_signature_item", "associated_type", "foreign_mod_item",
    }
)  # fmt: skip
_STATEMENTS = frozenset({"let_declaration", "expression_statement", "empty_statement", "macro_invocation"})
_PARTS = frozenset(
    {
        "attribute_item", "inner_attribute_item", "field_declaration", "enum_variant", "match_arm", "field_initializer",
        "shorthand_field_initializer",
    }
)  # fmt: skip
_KINDS = ITEMS | _STATEMENTS | _PARTS


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece in both programs."""

    kind: str
    broken: Node
    fixed: Node
    same: bool
    """Its text is the same in both: it can be removed."""
    depth: int
    name: str

    def removal(self, in_fixed: bool, data: bytes) -> Edit:
        """Take it out, with its attributes and a comma after it."""
        node = self.fixed if in_fixed else self.broken
        start, end = node.start_byte, node.end_byte
        before = node.prev_named_sibling
        while before is not None and before.type == "attribute_item" and self.kind != "attribute_item":
            start, before = before.start_byte, before.prev_named_sibling
        after = node.next_sibling
        return Edit(start, after.end_byte if after is not None and after.type == "," else end)

    def emptied(self, in_fixed: bool) -> Edit | None:
        """A function with nothing but `todo!()` in it; None for what has no body, or has that already."""
        node = self.fixed if in_fixed else self.broken
        body = node.child_by_field_name("body")
        if self.kind != "function_item" or body is None or body.text == b"{ todo!() }":
            return None
        return Edit(body.start_byte, body.end_byte, "{ todo!() }")


def pieces(broken: Syntax, fixed: Syntax) -> list[Piece]:
    """All shared pieces, outer ones before those in them."""
    return list(_below(broken.root, fixed.root, 0))


def _children(node: Node) -> list[Node]:
    """The nearest pieces below a node."""
    found: list[Node] = []
    ahead = list(reversed(node.named_children))
    while ahead:
        one = ahead.pop()
        if one.type in _KINDS and not (one.type == "macro_invocation" and _is_value(one)):
            found.append(one)
        else:
            ahead.extend(reversed(one.named_children))
    return found


def _is_value(node: Node) -> bool:
    return node.parent is None or node.parent.type not in ("source_file", "declaration_list")


def _below(broken: Node, fixed: Node, depth: int) -> Iterator[Piece]:
    ours, theirs = _children(broken), _children(fixed)
    for one, other, same in _matched(ours, theirs):
        yield Piece(one.type, one, other, same, depth, name_of(one))
        yield from _below(one, other, depth + 1)


def _matched(ours: Sequence[Node], theirs: Sequence[Node]) -> Iterator[tuple[Node, Node, bool]]:
    matcher = SequenceMatcher(None, [one.text for one in ours], [one.text for one in theirs], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from ((one, other, True) for one, other in zip(ours[a:b], theirs[c:d], strict=True))
        elif tag == "replace":
            yield from _counterparts(ours[a:b], theirs[c:d])


def _counterparts(ours: Sequence[Node], theirs: Sequence[Node]) -> Iterator[tuple[Node, Node, bool]]:
    """Pieces that differ: those of a kind and a name, else those in the same place if there are as many."""
    left = list(theirs)
    for place, one in enumerate(ours):
        alike = [other for other in left if other.type == one.type and name_of(other) == name_of(one)]
        if not alike and len(ours) == len(theirs) and theirs[place].type == one.type:
            alike = [theirs[place]] if theirs[place] in left else []
        if alike:
            left.remove(alike[0])
            yield one, alike[0], False


def name_of(node: Node) -> str:
    """The item's name; an impl's is that of its type."""
    named = node.child_by_field_name("name") or node.child_by_field_name("type")
    text = named.text if named is not None else None
    return text.decode() if text else ""
