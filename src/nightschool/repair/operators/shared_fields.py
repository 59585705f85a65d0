"""Operators on collections and texts in fields that a method with `&self` changes: a `RefCell` around them.

Covered: methods of traits and own methods whose receiver has to stay, values in literals, reads and writes by own
methods. Not covered: fields that are copied out of a `Cell` (`interior`), references to the field that are given back,
and methods that would borrow the cell twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import implemented
from nightschool.repair.operators.field_facts import field_type, own_uses, values_wrapped
from nightschool.repair.operators.interior import PLAIN
from nightschool.repair.operators.ownership_facts import CHANGING, labelled, statement
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0596 E0594", late=200)
def shared_field(place: Place) -> Iterator[Proposed]:
    """`self.log.push(x)` behind `&self` becomes `self.log.borrow_mut().push(x)` with a field `RefCell<Vec<X>>`."""
    block = enclosing(place.function, "impl_item") if place.function is not None else None
    of_trait = block is not None and block.child_by_field_name("trait") is not None
    made = [edits for item, name in dict.fromkeys(_changed(place)) if (edits := _celled(place, item, name))]
    if len(made) > 1:
        yield 0.2 if of_trait else 0.9, tuple(edit for edits in made for edit in edits)
    for edits in made:
        yield 0.3 if of_trait else 1.0, edits


def _celled(place: Place, item: Node, name: str) -> tuple[Edit, ...]:
    """The field's type, its values in literals and its uses; nothing where a cell would not do."""
    kind, found = field_type(place, item, name), list(own_uses(place, item, name))
    if kind is None or PLAIN.fullmatch(place.text(kind)) or _twice(found):
        return ()
    path = "RefCell" if "RefCell" in place.syntax.imported else "std::cell::RefCell"
    head = (*around(kind, f"{path}<", ">"), *values_wrapped(place, item, name, f"{path}::new(", ")"))
    return (*head, *(edit for node in found for edit in _borrowed(place, node)))


def _changed(place: Place) -> Iterator[tuple[Node, str]]:
    """(struct, field) of the fields of `self` that rustc says are behind a shared reference."""
    if "behind a `&` reference" not in place.message:
        return
    for _, node in labelled(place):
        item, whole = place.item(implemented(place, node), "struct_item"), node.parent
        if node.type == "self" and item is not None and whole is not None and whole.type == "field_expression":
            yield item, place.syntax.field(whole, "field")


def _twice(found: list[Node]) -> bool:
    """Whether a statement, or a condition with its branches, would borrow the cell twice."""
    held: list[Node] = [one for node in found if (one := statement(node)) is not None]
    return any(one is not other and one.start_byte <= other.start_byte < one.end_byte for one in held for other in held)


def _borrowed(place: Place, node: Node) -> tuple[Edit, ...]:
    """A use of the field through `borrow` or `borrow_mut`."""
    parent = node.parent
    outer = parent.parent if parent is not None else None
    if parent is None:
        return ()
    if parent.type in ("assignment_expression", "compound_assignment_expr") and _is_left(parent, node):
        return (insert(node.start_byte, "*"), insert(node.end_byte, ".borrow_mut()"))
    if parent.type == "reference_expression":
        mut = child(parent, "mutable_specifier") is not None
        return swapped(parent, f"&{'mut ' if mut else ''}*{place.text(node)}.borrow{'_mut' if mut else ''}()")
    called = place.syntax.field(parent, "field") if parent.type == "field_expression" else ""
    changes = CHANGING.fullmatch(called) or (outer is not None and _is_left(outer, parent))
    return (insert(node.end_byte, ".borrow_mut()" if changes else ".borrow()"),)


def _is_left(holder: Node, node: Node) -> bool:
    return holder.child_by_field_name("left") == node and "assignment" in holder.type
