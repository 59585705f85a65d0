"""Operators on values that a `match` takes apart and that are used whole afterwards.

Covered: the `match` looks at a reference and its arms copy what they give away; the `match` takes a clone, with its
derive. Not covered: the reference alone and `ref` at one binding (`moving`), values moved outside of a `match`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, bound_names, generic_args, plain
from nightschool.repair.operators.derives import with_derives
from nightschool.repair.operators.ownership_facts import bindings, labelled, statements, uses
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.value_positions import arms
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0382 E0505", late=150)
def match_and_keep(place: Place) -> Iterator[Proposed]:
    """`match m { A(x) => f(x) } g(m)` becomes `match &m { A(x) => f(x.clone()) } g(m)`, or matches a clone of `m`."""
    for node, value in _matches(place):
        copied = [edit for arm in arms(node) for edit in _copied(place, arm)]
        looked = insert(value.start_byte, "&")
        if copied:
            yield 0.3, (looked, *copied)
        shadows = [edit for arm in arms(node) for edit in _shadowed(place, arm)]
        if shadows:
            yield 0.7, (looked, *shadows)
        yield 0.6, (insert(value.end_byte, ".clone()"), *_derived(place, value))


def _matches(place: Place) -> Iterator[tuple[Node, Node]]:
    """(match, the name or field it takes apart) whose patterns rustc says to move."""
    seen = set()
    for _, node in labelled(place, "partially moved here", "moved here", "move occurs"):
        found = enclosing(node, "match_arm")
        holder = enclosing(found, "match_expression") if found is not None else None
        value = holder.child_by_field_name("value") if holder is not None else None
        whole = value is not None and value.type in ("identifier", "field_expression")
        if holder is not None and value is not None and whole and holder.start_byte not in seen:
            bound = bindings(place, place.text(node), node.start_byte)[:1] == [node]
            if bound or node.type == "shorthand_field_identifier":
                seen.add(holder.start_byte)
                yield holder, value


def _copied(place: Place, arm: Node) -> Iterator[Edit]:
    """What changes in an arm once its names are references: given away they are copied, lent as they are."""
    body = arm.child_by_field_name("value")
    for name in bound_names(place, arm.child_by_field_name("pattern")):
        for use in uses(place, name, body) if body is not None else ():
            yield from _as_reference(place, use, name)


def _as_reference(place: Place, use: Node, name: str) -> tuple[Edit, ...]:
    parent = use.parent
    if parent is None or parent.type in ("field_expression", "index_expression", "token_tree"):
        return ()
    if parent.type == "reference_expression":
        return swapped(parent, name)
    if parent.type == "binary_expression":
        other = parent.child_by_field_name("right" if parent.child_by_field_name("left") == use else "left")
        starred = other is not None and place.text(other).startswith("**")
        return (
            (Edit(other.start_byte, other.start_byte + 1),)
            if starred and other is not None
            else swapped(use, f"*{name}")
        )
    kind = plain(type_of(place, use))
    copy = f"*{name}" if NUMBER.fullmatch(kind) or kind in ("bool", "char") else f"{name}.clone()"
    return swapped(use, f"{name}: {copy}" if parent.type == "shorthand_field_initializer" else copy)


def _shadowed(place: Place, arm: Node) -> Iterator[Edit]:
    """Copies of an arm's names at its start."""
    body, names = arm.child_by_field_name("value"), list(bound_names(place, arm.child_by_field_name("pattern")))
    if body is None or not names:
        return
    lines = [f"let {name} = {name}.clone();" for name in names]
    first = next(iter(statements(body)), None) if body.type == "block" else None
    if first is not None:
        yield insert(first.start_byte, "".join(f"{line}\n{place.syntax.indent(first)}" for line in lines))
    elif body.type != "block":
        yield insert(body.start_byte, f"{{ {' '.join(lines)} ")
        yield insert(body.end_byte, " }")


def _derived(place: Place, value: Node) -> Iterator[Edit]:
    """`Clone` for the type that is matched, where the file declares it without."""
    kind = generic_args(plain(type_of(place, value)))[0]
    item = place.item(kind)
    edit = with_derives(place, item, ("Clone",)) if item is not None else None
    if edit is not None:
        yield edit
