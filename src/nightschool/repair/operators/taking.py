"""Operators on what one turn of a loop takes and the next needs again.

Covered: a collection that is filled, given away and filled again (`std::mem::take`), an iterator that each turn takes
a part of (`by_ref`). Not covered: clones (`moving`), fields behind a reference (`moving`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import LOOPS, bindings, labelled, made_mut, uses
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0382", late=200)
def take_in_loop(place: Place) -> Iterator[Proposed]:
    """A value that a loop gives away and fills again becomes `std::mem::take(&mut x)`, with `let mut x`."""
    for name, node, mut in _moved_in_loops(place):
        loop = enclosing(node, *LOOPS)
        if not _is_called(node) and loop is not None and len(uses(place, name, loop)) > 1:
            field = node.parent is not None and node.parent.type == "shorthand_field_initializer"
            text = f"{f'{name}: ' if field else ''}std::mem::take(&mut {name})"
            yield 0.0, (*mut, *swapped(node, text))


@repairs("E0382", late=200)
def take_by_reference(place: Place) -> Iterator[Proposed]:
    """`numbers.take(n)` in a loop becomes `numbers.by_ref().take(n)`, with `let mut numbers`."""
    for _, node, mut in _moved_in_loops(place):
        if _is_called(node):
            yield 0.0, (*mut, insert(node.end_byte, ".by_ref()"))


def _moved_in_loops(place: Place) -> Iterator[tuple[str, Node, tuple[Edit, ...]]]:
    """(name, where it is moved, edits that make it `mut`) of names that outlive the loop that moves them."""
    for _, node in labelled(place, "previous iteration of loop"):
        loop, name = enclosing(node, *LOOPS), place.text(node)
        found = bindings(place, name, node.start_byte)[:1]
        if node.type == "identifier" and loop is not None and found and found[0].start_byte < loop.start_byte:
            yield name, node, made_mut(place, name, node.start_byte)


def _is_called(node: Node) -> bool:
    """Whether a method is called on a name."""
    parent = node.parent
    return parent is not None and parent.type == "field_expression" and parent.child_by_field_name("value") == node
