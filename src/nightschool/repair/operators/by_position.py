"""Operators on an element that is found by a condition and changed after its owner is looked at: its index is found.

Covered: `iter_mut().find(..)` and `iter().find(..)` in a `let`, an `if let`, a `let .. else` or a `match`, with the
uses of the element. Not covered: maps, elements that come from other chains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.ownership_facts import fresh, uses
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls

HOLDERS = ("let_declaration", "let_condition", "match_expression")
SOURCE = re.compile(r"([\w.]+)\s*\.\s*iter(_mut)?\(\)")


@repairs("E0502 E0499 E0506 E0505 E0503", late=200)
def find_index(place: Place) -> Iterator[Proposed]:
    """`if let Some(x) = v.iter_mut().find(|x| c)` becomes `if let Some(index) = v.iter().position(|x| c)`."""
    for call, receiver, _ in method_calls(place.syntax, "find"):
        holder, source = (
            enclosing(call, *HOLDERS, "block", "closure_expression"),
            SOURCE.fullmatch(place.text(receiver)),
        )
        called, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        test = _position_test(place, arguments)
        if source is None or holder is None or holder.type not in HOLDERS or called is None or test is None:
            continue
        names = list(_bound(place, holder))
        if len(names) == 1 and place.near(call) is not None:
            index = fresh(place, "index", "at", "position")
            mark = "&mut " if source[2] else "&"
            found = [
                edit for use in _uses(place, holder, names[0]) for edit in _indexed(place, use, source[1], index, mark)
            ]
            heads = [edit for node in _patterns(place, holder, names[0]) for edit in swapped(node, index)]
            chain = Edit(receiver.start_byte, called.end_byte, f"{source[1]}.iter().position")
            yield 0.0, (chain, *test, *heads, *found)


def _position_test(place: Place, arguments: Node | None) -> tuple[Edit, ...] | None:
    """The condition for an element instead of a reference to one: a star or a `&` of the pattern less."""
    closure = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    listed = closure.child_by_field_name("parameters") if closure is not None else None
    if closure is None or listed is None or len(listed.named_children) != 1:
        return None
    pattern = listed.named_children[0]
    if pattern.type == "reference_pattern":
        return (Edit(pattern.start_byte, pattern.start_byte + 1),)
    body = closure.child_by_field_name("body")
    if pattern.type != "identifier" or body is None:
        return () if pattern.type == "tuple_pattern" else None
    stars = [use.parent for use in uses(place, place.text(pattern), body) if use.parent is not None]
    marked = [node for node in stars if node.type == "unary_expression" and place.text(node).startswith("*")]
    return tuple(Edit(node.start_byte, node.start_byte + 1) for node in marked)


def _bound(place: Place, holder: Node) -> Iterator[str]:
    if holder.type != "match_expression":
        yield from bound_names(place, holder.child_by_field_name("pattern"))
    for arm in place.syntax.of("match_arm") if holder.type == "match_expression" else ():
        if enclosing(arm, "match_expression") == holder and place.syntax.field(arm, "pattern").startswith("Some("):
            yield from bound_names(place, arm.child_by_field_name("pattern"))


def _patterns(place: Place, holder: Node, name: str) -> list[Node]:
    """Where the name is bound: the first identifier of that name in the holder."""
    found = [node for node in place.syntax.of("identifier") if place.text(node) == name]
    value = holder.child_by_field_name("value")
    after = value.end_byte if value is not None and holder.type == "match_expression" else holder.start_byte
    return sorted((node for node in found if node.start_byte >= after), key=lambda node: node.start_byte)[:1]


def _uses(place: Place, holder: Node, name: str) -> list[Node]:
    """Uses of the element after it is found, in the block of a `let`, the branch or the match."""
    scope = enclosing(holder, "if_expression", "while_expression") if holder.type == "let_condition" else holder
    scope = scope.parent if scope is not None and holder.type == "let_declaration" else scope
    value = holder.child_by_field_name("value")
    found = uses(place, name, scope) if scope is not None else []
    return [use for use in found if value is not None and use.start_byte >= value.end_byte]


def _indexed(place: Place, use: Node, base: str, index: str, mark: str) -> tuple[Edit, ...]:
    """`*x` and `x.f` become `v[index]` and `v[index].f`; `x` alone a reference to that."""
    parent, text = use.parent, f"{base}[{index}]"
    if parent is not None and parent.type == "unary_expression" and place.text(parent).startswith("*"):
        return swapped(parent, text)
    part = parent is not None and parent.type in ("field_expression", "index_expression")
    return swapped(use, text if part else mark + text)
