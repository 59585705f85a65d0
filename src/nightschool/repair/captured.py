"""Values that a `move` closure changes and that are used after it: where that compiles, the closure had a copy.

A number is `Copy`: `move` takes a copy of a counter, and what a thread counts into it is lost. rustc suggests the
word all the same (findings/rustc_move_counts_in_a_copy.sh). Covered: assignments to a name from outside the closure, or
to a field or element of it. Not covered: methods that change a `Copy` value; copies that an `async move` block changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.rust.tree import Syntax, enclosing

ASSIGNMENTS = ("assignment_expression", "compound_assignment_expr")
BINDS = ("let_declaration", "closure_parameters", "for_expression", "match_pattern", "let_condition")
PLACES = ("field_expression", "index_expression", "parenthesized_expression")


def changed_captures(syntax: Syntax) -> int:
    """How many values `move` closures change in a copy, each closure by itself."""
    return sum(_changed(syntax, one) for one in syntax.of("closure_expression") if _is_moving(one))


def _is_moving(closure: Node) -> bool:
    return any(one.type == "move" for one in closure.children)


def _changed(syntax: Syntax, closure: Node) -> int:
    names = {_root(syntax, node.child_by_field_name("left")) for node in _inside(syntax, closure, *ASSIGNMENTS)}
    outer = names - _bound(syntax, closure) - {""}
    return sum(_is_lost(syntax, closure, name) for name in outer)


def _inside(syntax: Syntax, closure: Node, *kinds: str) -> Iterator[Node]:
    return syntax.between(closure.start_byte, closure.end_byte, *kinds)


def _bound(syntax: Syntax, closure: Node) -> set[str]:
    """Names that a pattern in the closure binds."""
    found = set()
    for node in _inside(syntax, closure, *BINDS):
        pattern = node if node.type in ("closure_parameters", "match_pattern") else node.child_by_field_name("pattern")
        if pattern is not None:
            found |= {syntax.text(one) for one in syntax.between(pattern.start_byte, pattern.end_byte, "identifier")}
    return found


def _is_lost(syntax: Syntax, closure: Node, name: str) -> bool:
    """Whether the closure does not answer with its copy, and the value outside is read after it, not set anew."""
    function = enclosing(closure, "function_item")
    if function is None or _is_answer(syntax, closure, name):
        return False
    later = syntax.between(closure.end_byte, function.end_byte, "identifier")
    first = next((one for one in later if syntax.text(one) == name), None)
    return first is not None and not _is_set(first)


def _is_answer(syntax: Syntax, closure: Node, name: str) -> bool:
    body = closure.child_by_field_name("body")
    last = body.named_children[-1] if body is not None and body.type == "block" and body.named_children else body
    if last is None or last.type == "expression_statement":
        return False
    return any(syntax.text(one) == name for one in syntax.between(last.start_byte, last.end_byte, "identifier"))


def _is_set(node: Node) -> bool:
    above = node.parent
    if above is None or above.type not in ("assignment_expression", "let_declaration"):
        return False
    return node in (above.child_by_field_name("left"), above.child_by_field_name("pattern"))


def _root(syntax: Syntax, node: Node | None) -> str:
    """The name at which a place begins; empty behind `*` and calls, which reach what is not copied."""
    while node is not None and node.type in PLACES:
        node = node.named_children[0] if node.named_children else None
    return syntax.text(node) if node is not None and node.type == "identifier" else ""
