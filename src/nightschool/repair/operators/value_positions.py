"""Where a function, block, match or branch gives its value.

Covered: the leaves of an expression (ends of blocks, arms, branches), values of `return`, without those of closures and
inner functions. Not covered: what `break` gives, and types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.place import Place

NESTED = frozenset({"closure_expression", "function_item", "impl_item", "async_block"})
LEAVING = re.compile(r"(return|break|continue|panic!|unreachable!|std::process::exit)\b|(panic|unreachable|todo)!")


def last(block: Node | None) -> Node | None:
    """The last expression of a block, with or without a semicolon behind it; None if there is none."""
    inner = [node for node in block.named_children if "comment" not in node.type] if block is not None else []
    if not inner or inner[-1].type.endswith(("_item", "declaration", "attribute_item")):
        return None
    return inner[-1]


def tail(block: Node | None) -> Node | None:
    """The expression without a semicolon at the end of a block; None if it gives nothing."""
    node = last(block)
    if node is None or node.type != "expression_statement":
        return node
    return None if node.children[-1].type == ";" or not node.named_children else node.named_children[0]


def leaves(node: Node | None) -> Iterator[Node]:
    """The expressions that may become the value of this one."""
    if node is None:
        return
    if node.type == "block":
        yield from leaves(tail(node))
    elif node.type == "if_expression":
        yield from leaves(node.child_by_field_name("consequence"))
        other = node.child_by_field_name("alternative")
        yield from (leaf for one in (other.named_children if other is not None else ()) for leaf in leaves(one))
    elif node.type == "match_expression":
        for arm in arms(node):
            yield from leaves(arm.child_by_field_name("value"))
    elif node.type == "parenthesized_expression" and node.named_children:
        yield from leaves(node.named_children[0])
    else:
        yield node


def arms(match: Node) -> list[Node]:
    """Arms of a match."""
    block = match.child_by_field_name("body")
    return [node for node in block.named_children if node.type == "match_arm"] if block is not None else []


def returned(body: Node | None) -> Iterator[Node]:
    """Every `return` of a body, nested functions and closures aside."""
    for node in body.named_children if body is not None else ():
        if node.type in NESTED:
            continue
        if node.type == "return_expression":
            yield node
        yield from returned(node)


def results(place: Place, function: Node | None) -> list[Node]:
    """All values a function gives: leaves of its end and returned values; none that leave it themselves."""
    body = function.child_by_field_name("body") if function is not None else None
    found = [*leaves(tail(body) if body is not None and body.type == "block" else body)]
    found += [leaf for one in returned(body) for value in one.named_children[:1] for leaf in leaves(value)]
    return [node for node in found if not LEAVING.match(place.text(node))]
