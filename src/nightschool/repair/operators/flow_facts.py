"""Where the values that a function returns come from: names of its parameters, by what the body shows.

Covered: receivers, borrows, fields, branches, `or_else`, bindings, loops, closures, what is pushed into a local.
Not covered: types; a name that is followed may be a number on its way.
"""

from __future__ import annotations

from collections import defaultdict

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.trait_objects import tails
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import method_calls

INSIDE = frozenset(
    [
        "reference_expression",
        "field_expression",
        "index_expression",
        "try_expression",
        "parenthesized_expression",
        "await_expression",
        "unary_expression",
        "type_cast_expression",
    ]
)
"""Expressions whose value comes from their first part."""
BINDS = ("let_declaration", "for_expression", "let_condition", "match_arm", "closure_expression")
JOINS = ("or", "or_else", "unwrap_or", "unwrap_or_else", "map_or", "max", "min", "chain", "then_some", "then")
"""Methods whose result may be an argument's."""
FILLS = ("push", "push_str", "insert", "extend", "entry", "push_back", "push_front")
"""Methods that put their arguments into what they are called on."""


def returned_from(place: Place, function: Node) -> set[str]:
    """Names, parameters among them, that the returned values come from."""
    flows = _flows(place, function)
    body = function.child_by_field_name("body")
    returns = [one for one in place.syntax.of("return_expression") if _within(one, function)]
    queue = [name for one in [*tails(body), *(part for node in returns for part in node.named_children)]
             for name in _roots(place, one)]  # fmt: skip
    found: set[str] = set()
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += flows[name]
    return found


def _within(node: Node, function: Node) -> bool:
    return function.start_byte <= node.start_byte < function.end_byte


def _flows(place: Place, function: Node) -> dict[str, set[str]]:
    """For each local name, the names that its value comes from."""
    flows: dict[str, set[str]] = defaultdict(set)
    for node in place.syntax.of(
        "let_declaration", "for_expression", "let_condition", "match_arm", "closure_expression"
    ):
        if _within(node, function):
            pattern = node.child_by_field_name("parameters" if node.type == "closure_expression" else "pattern")
            for name in bound_names(place, pattern):
                flows[name] |= _roots(place, _bound_value(node))
    for node in place.syntax.of("assignment_expression"):
        left = node.child_by_field_name("left")
        if _within(node, function):
            for name in _roots(place, left):
                flows[name] |= _roots(place, node.child_by_field_name("right")) - {name}
    for call, value, _ in method_calls(place.syntax, *FILLS):
        arguments = call.child_by_field_name("arguments")
        if _within(call, function) and arguments is not None:
            for name in _roots(place, value):
                flows[name] |= {root for one in arguments.named_children for root in _roots(place, one)} - {name}
    return flows


def _bound_value(node: Node) -> Node | None:
    """What a pattern is bound to: a value, what is matched, or what a closure's method is called on."""
    if node.type == "match_arm":
        holder = enclosing(node, "match_expression")
        return holder.child_by_field_name("value") if holder is not None else None
    if node.type != "closure_expression":
        return node.child_by_field_name("value")
    call = node.parent.parent if node.parent is not None and node.parent.type == "arguments" else None
    function = call.child_by_field_name("function") if call is not None else None
    return function.child_by_field_name("value") if function is not None else None


def _roots(place: Place, node: Node | None, depth: int = 40) -> set[str]:
    """The names that a value comes from."""
    if node is None or depth <= 0:
        return set()
    if node.type in ("identifier", "self"):
        return {place.text(node)}
    if node.type in INSIDE:
        parts = [one for one in node.named_children if one.type not in ("mutable_specifier", "line_comment")]
        return _roots(place, parts[0], depth - 1) if parts else set()
    if node.type in ("if_expression", "match_expression", "block", "unsafe_block"):
        return {root for one in tails(node) for root in _roots(place, one, depth - 1)}
    if node.type == "closure_expression":
        return _roots(place, node.child_by_field_name("body"), depth - 1)
    parts = _call_parts(place, node) if node.type == "call_expression" else []
    if node.type in ("tuple_expression", "array_expression"):
        parts = node.named_children
    return {root for one in parts for root in _roots(place, one, depth - 1)}


def _call_parts(place: Place, call: Node) -> list[Node]:
    """A method's receiver, with its arguments if they may be the result; the arguments of other calls."""
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    given = arguments.named_children if arguments is not None else []
    if function is None or function.type != "field_expression":
        return given
    value = function.child_by_field_name("value")
    joined = place.syntax.field(function, "field") in JOINS
    return [one for one in (value, *(given if joined else ())) if one is not None]
