"""Operators on a Result or a list inside an Option that is used as if it were not there.

Covered: `Some(f(x))` whose Result is asked inside, `transpose`, an Option of a list that is gone through as the list.
Not covered: `collect` of Results (`collecting`), wrappers inside one another of one kind (`wrapper_forms`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names, generic_args
from nightschool.repair.operators.error_fields import arguments_of, called, calls_of
from nightschool.repair.operators.mismatch_facts import function_kind, mismatches, wrong_receivers
from nightschool.repair.operators.ownership_facts import bindings
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.value_positions import leaves
from nightschool.repair.place import POSTFIX, Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

_LISTED = re.compile(r"found for (?:reference|struct|type) `&*(?:(?:Vec|VecDeque|HashSet|BTreeSet)<|\[)")


@repairs("E0308", late=200)
def question_inside(place: Place) -> Iterator[Proposed]:
    """An `Option<Result<..>>` where an Option is wanted: `Some(f(x)?)` where it is made, or `x.transpose()?`."""
    for one in mismatches(place):
        (head, found), (want, wanted) = generic_args(one.found), generic_args(one.expected)
        inner = generic_args(found[0])[0] if head == want == "Option" and found and wanted else ""
        node = place.syntax.root.descendant_for_byte_range(one.at, one.at)
        if inner != "Result" or generic_args(wanted[0])[0] == "Result" or node is None:
            continue
        if function_kind(place, one.at) == "Result":
            base = place.points.get(one.at, 1)
            yield from ((base + more, edits) for more, edits in _asked(place, node))


def _asked(place: Place, node: Node) -> Iterator[Proposed]:
    """Edits where the value is made; at a name that is where it is bound."""
    made = _made(place, node)
    inside = [given for leaf in made for given in _in_some(place, leaf)]
    if inside:
        yield 0, tuple(insert(one.end_byte, "?") for one in inside)
    for leaf in made:
        if leaf.type == "call_expression" and not inside:
            yield 0.2, (insert(leaf.end_byte, ".transpose()?"),)
    short = node.parent is not None and node.parent.type == "shorthand_field_initializer"
    if node.type == "identifier":
        before = f"{place.text(node)}: " if short else ""
        yield 0.5, (Edit(node.start_byte, node.start_byte, before), insert(node.end_byte, ".transpose()?"))


def _made(place: Place, node: Node) -> list[Node]:
    """The expressions that may be the value of what stands at a place."""
    if node.type == "identifier" and (found := bindings(place, place.text(node), max(node.start_byte - 1, 0))):
        let = found[0].parent
        value = let.child_by_field_name("value") if let is not None and let.type == "let_declaration" else None
        return list(leaves(value))
    outer = node
    while outer.parent is not None and outer.parent.start_byte == node.start_byte and outer.parent.type in POSTFIX:
        outer = outer.parent
    return list(leaves(outer))


def _in_some(place: Place, leaf: Node) -> list[Node]:
    """What a `Some(..)` holds that `?` can follow."""
    if place.syntax.field(leaf, "function") != "Some":
        return []
    return [one for one in arguments_of(leaf)[:1] if one.type in POSTFIX and one.type != "try_expression"]


@repairs("E0599", late=200)
def through_optional_list(place: Place) -> Iterator[Proposed]:
    """`found.iter().map(|t| t.m())` on an Option of a list: `found.into_iter().flatten().map(|t| t.m())`."""
    if not _LISTED.search(place.message):
        return
    for cost, access, receiver, _ in wrong_receivers(place):
        closure = enclosing(access, "closure_expression")
        names = list(bound_names(place, closure.child_by_field_name("parameters"))) if closure is not None else []
        call = enclosing(closure, "call_expression") if closure is not None else None
        if call is None or place.text(receiver) not in names:
            continue
        for one in calls_of(call):
            head = one.child_by_field_name("function")
            value = head.child_by_field_name("value") if head is not None else None
            if called(place, one) in ("iter", "into_iter") and value is not None:
                yield cost, (Edit(value.end_byte, one.end_byte, ".into_iter().flatten()"),)
                yield cost + 0.4, (Edit(value.end_byte, one.end_byte, ".iter().flatten()"),)
