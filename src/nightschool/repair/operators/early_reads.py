"""Operators on what a borrow is still read for after its owner is changed: it is read before the change.

Covered: fields and calls of a borrowed name, all of them at once, as `let`s before the first statement that changes the
owner. Not covered: reads of the owner itself (`naming`), and reads that the change is meant to show.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, generic_args, plain
from nightschool.repair.operators.naming import name_for
from nightschool.repair.operators.ownership_facts import (
    fresh,
    is_changed,
    labelled,
    outer_statements,
    starting,
    statement,
    uses,
)
from nightschool.repair.operators.parted_reads import OWNS
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0502 E0505 E0506 E0499", late=200)
def read_before_change(place: Place) -> Iterator[Proposed]:
    """`let a = v.last()?; v.pop(); Some(a.n)` becomes `let a = v.last()?; let n = a.n; v.pop(); Some(n)`."""
    changes = sorted((statement(node) for _, node in labelled(place)), key=lambda one: one.start_byte if one else 0)
    first = next((one for one in changes if one is not None and one.parent is not None), None)
    function = enclosing(first, "function_item") if first is not None else None
    names = {place.text(node) for _, node in labelled(place, "later used") if starting(node, "identifier") is not None}
    if first is None or function is None or len(names) != 1:
        return
    later = [use for use in uses(place, names.pop(), function) if use.start_byte >= first.end_byte]
    chains = [_chain(place, use) for use in later]
    if not chains or any(one is None or not _after(one, first) for one in chains):
        return
    found = [one for one in chains if one is not None]
    yield 0.0, tuple(_named(place, first, found, ""))
    if any(one.type == "field_expression" and not NUMBER.fullmatch(type_of(place, one)) for one in found):
        yield 0.5, tuple(_named(place, first, found, ".clone()"))


def _after(node: Node, first: Node) -> bool:
    """Whether a node stands in a statement of the same block as the change, or within one, after it."""
    return any(one.parent == first.parent for one in outer_statements(node))


def _chain(place: Place, use: Node) -> Node | None:
    """The fields, then one call without arguments, that start at a name; None for a name alone or one that changes."""
    node = use
    while node.parent is not None and node.parent.type == "field_expression" and not is_changed(node):
        if node.parent.child_by_field_name("value") != node:
            break
        node = node.parent
    called = node.parent
    if called is not None and called.type == "call_expression" and called.child_by_field_name("function") == node:
        if place.syntax.field(called, "arguments") != "()":
            value = node.child_by_field_name("value")
            return value if value is not None and value != use else None
        return called
    star = called is not None and called.type == "unary_expression" and place.text(called).startswith("*")
    return called if node == use and star else None if node == use or is_changed(node) else node


def _named(place: Place, first: Node, chains: list[Node], call: str) -> Iterator[Edit]:
    """A `let` for each distinct read before the change, and its name where it was read; `call` copies."""
    names: dict[str, str] = {}
    for chain in chains:
        text = place.text(chain)
        if text not in names:
            names[text] = fresh(place, *(n for n in (name_for(text), "value", "held") if n not in names.values()))
            owns = chain.type == "field_expression" and generic_args(plain(type_of(place, chain)))[0] in OWNS
            copy = ".clone()" if owns else call if chain.type == "field_expression" else ""
            yield insert(first.start_byte, f"let {names[text]} = {text}{copy};\n{place.syntax.indent(first)}")
        yield from swapped(chain, names[text])
