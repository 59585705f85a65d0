"""Hand-written comparisons that do not compare: whoever adds one makes tests pass that ask `assert_eq!`.

A method of `PartialEq`, `PartialOrd` or `Ord` is blind if what it gives does not depend on both sides, by the
program's text: through its last expression, its returns, the conditions above them, and what was bound or assigned.
Covered: constants, also under conditions and beside `|| true`; sides that are only named (`let _ = (self, other)`); a
side that is compared with itself. A type without fields is let be.
Not covered: parts that are left out (`self.id == other.id` of more fields, a payload of an enum), which may be what is
meant; helpers that ignore their arguments; differences that cancel out; what a macro writes; types whose comparison is
derived over a part that compares blindly in some way above.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.rust.tree import Syntax

TRAITS = frozenset({"PartialEq", "PartialOrd", "Ord"})
METHODS = frozenset({"eq", "ne", "lt", "le", "gt", "ge", "cmp", "partial_cmp"})
NAMES = frozenset({"identifier", "self", "shorthand_field_identifier"})
_ABSORBING = {"||": "true", "&&": "false"}


def blind_comparisons(source: str) -> Counter[str]:
    """How often which comparison is blind: "an `eq` of `Item` that does not compare"."""
    syntax = Syntax(source)
    return Counter(
        f"`{syntax.name(method)}` of `{syntax.field(impl, 'type')}` that does not compare both sides"
        for impl in syntax.of("impl_item")
        if syntax.field(impl, "trait").split("<")[0].rsplit("::", 1)[-1].strip() in TRAITS
        for method in _methods(syntax, impl)
        if not _empty(syntax, syntax.field(impl, "type")) and _blind(syntax, method)
    )


def _methods(syntax: Syntax, impl: Node) -> Iterator[Node]:
    body = impl.child_by_field_name("body")
    for node in body.named_children if body else ():
        if node.type == "function_item" and syntax.name(node).removeprefix("r#") in METHODS:
            yield node


def _empty(syntax: Syntax, type_: str) -> bool:
    """A struct of that name has no fields."""
    for struct in syntax.of("struct_item"):
        if syntax.name(struct) == type_.split("<")[0].strip():
            body = struct.child_by_field_name("body")
            return body is None or not body.named_children
    return False


def _blind(syntax: Syntax, method: Node) -> bool:
    body, parameters = method.child_by_field_name("body"), method.child_by_field_name("parameters")
    if body is None or parameters is None:
        return False
    sides = [_bound(syntax, one) for one in parameters.named_children if one.type in ("self_parameter", "parameter")]
    leaves = [*_leaves(syntax, body), *_returned(syntax, body)]
    sources = _sources(syntax, body)
    results = {_folded(syntax, leaf) for leaf in leaves}
    if len(results) == 1 and (
        results <= {"true", "false"} or not _reached(syntax, leaves, sources) & set().union(*sides)
    ):
        return True
    reached = _reached(syntax, [*leaves, *_conditions(body)], sources)
    return len(sides) == 2 and not all(side & reached for side in sides)


def _bound(syntax: Syntax, node: Node) -> set[str]:
    """The names that a parameter or pattern binds."""
    if node.type == "self_parameter":
        return {"self"}
    pattern = node.child_by_field_name("pattern") or node
    return {syntax.text(one) for one in _inside(pattern) if one.type in NAMES}


def _inside(node: Node) -> Iterator[Node]:
    """The node and all below it, but no items of their own."""
    yield node
    for child in node.children:
        if child.type != "function_item":
            yield from _inside(child)


def _leaves(syntax: Syntax, node: Node | None) -> Iterator[Node]:
    """The expressions of which one is what `node` gives."""
    if node is None:
        return
    if node.type in ("block", "unsafe_block", "else_clause", "parenthesized_expression", "expression_statement"):
        last = [child for child in node.named_children if "comment" not in child.type][-1:]
        ends = node.type in ("block", "expression_statement") and syntax.text(node).rstrip("} \n").endswith(";")
        yield from () if not last or ends else _leaves(syntax, last[0])
    elif node.type == "if_expression":
        yield from _leaves(syntax, node.child_by_field_name("consequence"))
        yield from _leaves(syntax, node.child_by_field_name("alternative"))
    elif node.type == "match_expression":
        body = node.child_by_field_name("body")
        for arm in body.named_children if body else ():
            yield from _leaves(syntax, arm.child_by_field_name("value"))
    elif node.type != "return_expression":
        yield node


def _returned(syntax: Syntax, body: Node) -> Iterator[Node]:
    for node in _inside(body):
        if node.type == "return_expression" and node.named_children:
            yield from _leaves(syntax, node.named_children[0])


def _conditions(body: Node) -> Iterator[Node]:
    """What decides which way is taken."""
    for node in _inside(body):
        for name in ("condition", "value"):
            found = node.child_by_field_name(name)
            if found and node.type in ("if_expression", "while_expression", "for_expression", "match_expression"):
                yield found


def _sources(syntax: Syntax, body: Node) -> dict[str, list[Node]]:
    """Of each name what was bound or assigned to it."""
    found: dict[str, list[Node]] = defaultdict(list)
    for node in _inside(body):
        target = node.child_by_field_name("pattern" if node.type == "let_declaration" else "left")
        value = node.child_by_field_name("value" if node.type == "let_declaration" else "right")
        if target and value and node.type in ("let_declaration", "assignment_expression", "compound_assignment_expr"):
            for name in _bound(syntax, target):
                found[name].append(value)
    return found


def _reached(syntax: Syntax, nodes: list[Node], sources: dict[str, list[Node]]) -> set[str]:
    """The names that the nodes depend on."""
    reached: set[str] = set()
    left = list(nodes)
    while left:
        named = {syntax.text(one) for one in _inside(left.pop()) if one.type in NAMES} - reached
        reached |= named
        left += [value for name in named for value in sources.get(name, ())]
    return reached


def _folded(syntax: Syntax, node: Node) -> str:
    """The text of an expression; `true` or `false` where one part of it decides that."""
    while node.type == "parenthesized_expression" and node.named_children:
        node = node.named_children[0]
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type == "binary_expression" and left and right:
        absorbing = _ABSORBING.get(syntax.field(node, "operator"), "")
        if absorbing and absorbing in (_folded(syntax, left), _folded(syntax, right)):
            return absorbing
    return syntax.text(node)
