"""Operators on one value: borrow it, dereference it, clone it, or take such a mark away.

Covered: `&`, `*`, `.clone()` and their like at values that rustc names, in macros' arguments too, shorthand fields, and
the marks and calls that are one too many. Not covered: lines before the statement (`moving`), signatures.
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.operators.ownership_facts import is_changed, labelled, starting, values_in_macros
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit, method_calls

BORROW = "E0382 E0499 E0502 E0503 E0505 E0506 E0507 E0508 E0509 E0515 E0596 E0597 E0594 E0713 E0716 E0373 E0521"
TYPES = "E0308 E0277 E0599 E0614 E0369 E0282 E0283 E0608 E0609 E0610"
PREFIXES = (("&", 0.0), ("*", 0.0), ("&mut ", 0.5), ("&*", 2.0), ("**", 2.0), ("&**", 4.0))
MOVED = ("value moved here", "move out of", "moved due to", "cannot move out of", "value used here after")


@repairs("E0382 E0505 E0507 E0508 E0509 E0525", late=40)
def clone_where_moved(place: Place) -> Iterator[Proposed]:
    """What rustc says is moved is cloned there: the name, its field, or the shorthand field of a literal."""
    for at, (offset, node) in enumerate(labelled(place, *MOVED)):
        held = starting(node, "field_expression", "index_expression", "identifier", "self", "unary_expression")
        if node.parent is not None and node.parent.type == "shorthand_field_initializer":
            yield at / 2, (insert(node.end_byte, f": {place.text(node)}.clone()"),)
        elif held is not None and held.type == "unary_expression":
            inner = held.child_by_field_name("argument") or held.named_children[-1] if held.named_children else None
            if inner is not None:
                yield at / 2, (Edit(offset, inner.start_byte, ""), insert(held.end_byte, ".clone()"))
        elif held is not None and not _is_called(held):
            yield at / 2, (insert(held.end_byte, ".clone()"),)
        elif node.type == "identifier":
            yield at / 2, (insert(node.end_byte, ".clone()"),)


def _is_called(node: object) -> bool:
    parent = getattr(node, "parent", None)
    return parent is not None and parent.type == "call_expression" and parent.child_by_field_name("function") == node


@repairs(f"{BORROW} E0308 E0277", late=25)
def clone(place: Place) -> Iterator[Proposed]:
    """`x` becomes `x.clone()`."""
    for cost, node in place.postfix():
        if is_changed(node):
            continue
        if node.parent is not None and node.parent.type == "shorthand_field_initializer":
            yield cost, (insert(node.end_byte, f": {place.text(node)}.clone()"),)
        else:
            yield cost, (insert(node.end_byte, ".clone()"),)


@repairs("E0382 E0505 E0507 E0502 E0308", late=40)
def clone_in_macro(place: Place) -> Iterator[Proposed]:
    """`vec![x]` becomes `vec![x.clone()]`."""
    for cost, _, end in values_in_macros(place):
        yield cost, (insert(end, ".clone()"),)


@repairs("E0308 E0614 E0277 E0507 E0382 E0369", late=40)
def borrow_or_dereference_in_macro(place: Place) -> Iterator[Proposed]:
    """`assert_eq!(x, 1)` becomes `assert_eq!(*x, 1)`."""
    for cost, start, _ in values_in_macros(place):
        for text, more in (("*", 0.0), ("&", 0.0)):
            yield cost + more, (insert(start, text),)


@repairs(f"{BORROW} {TYPES}")
def borrow_or_dereference(place: Place) -> Iterator[Proposed]:
    """`x` becomes `&x`, `*x`, `&mut x` and the like."""
    starts: dict[int, int] = {}
    for cost, node in place.values:
        starts[node.start_byte] = min(cost, starts.get(node.start_byte, cost))
    for start, cost in starts.items():
        for text, more in PREFIXES:
            yield cost + more, (insert(start, text),)


@repairs("E0308 E0277 E0614 E0599 E0382 E0505 E0507 E0515 E0597 E0716 E0502 E0600")
def drop_reference_mark(place: Place) -> Iterator[Proposed]:
    """`&x`, `&mut x` and `*x` become `x`."""
    for node in place.syntax.of("reference_expression", "unary_expression"):
        cost = place.near(node)
        inner = node.child_by_field_name("value") or (node.named_children[-1] if node.named_children else None)
        if cost is not None and inner is not None and place.text(node)[:1] in ("&", "*"):
            yield cost, (Edit(node.start_byte, inner.start_byte, ""),)


VIEWS = (
    "as_str", "as_slice", "as_ref", "as_mut", "as_deref", "iter", "trim", "as_bytes", "borrow", "clone", "to_string",
    "to_owned", "to_vec", "into_iter", "cloned", "copied", "as_mut_slice", "deref", "iter_mut", "into", "unwrap",
)  # fmt: skip
"""Calls that a value of another kind of ownership does not need."""


@repairs("E0599 E0308 E0507 E0277 E0382 E0614 E0505 E0515 E0597 E0716 E0609")
def drop_view(place: Place) -> Iterator[Proposed]:
    """`x.as_str()`, `x.iter()`, `x.clone()` and their like become `x`."""
    for call, receiver, name in method_calls(place.syntax, *VIEWS):
        cost = place.near(call)
        arguments = call.child_by_field_name("arguments")
        if cost is not None and arguments is not None and not arguments.named_children:
            yield cost + VIEWS.index(name) / 20, (Edit(receiver.end_byte, call.end_byte, ""),)


MUTABLE = {
    "iter": "iter_mut", "get": "get_mut", "first": "first_mut", "last": "last_mut", "values": "values_mut",
    "as_ref": "as_mut", "as_deref": "as_deref_mut", "borrow": "borrow_mut", "chunks": "chunks_mut",
    "split_at": "split_at_mut", "chunks_exact": "chunks_exact_mut", "peek": "peek_mut", "front": "front_mut",
    "back": "back_mut", "into_iter": "iter_mut", "split_first": "split_first_mut", "split_last": "split_last_mut",
    "as_slice": "as_mut_slice", "read": "write", "deref": "deref_mut", "iter().rev": "iter_mut().rev",
}  # fmt: skip
OWNING = {"iter": "into_iter", "into_iter": "iter", "keys": "into_keys", "values": "into_values", "iter_mut": "iter",
          "get_mut": "get", "as_mut": "as_ref", "into_values": "values", "into_keys": "keys", "as_ref": "as_deref",
          "cloned": "copied", "copied": "cloned", "borrow_mut": "borrow", "as_str": "to_string"}  # fmt: skip


@repairs("E0596 E0594 E0308 E0614", late=25)
def mutable_method(place: Place) -> Iterator[Proposed]:
    """`.iter()` becomes `.iter_mut()`, `.get(k)` becomes `.get_mut(k)`, and their like."""
    yield from _renamed_methods(place, MUTABLE)


@repairs("E0382 E0507 E0505 E0308 E0277 E0502 E0499 E0599 E0515 E0271", late=25)
def other_ownership_method(place: Place) -> Iterator[Proposed]:
    """`.iter()` becomes `.into_iter()` and back, `.get_mut(k)` becomes `.get(k)`, and their like."""
    yield from _renamed_methods(place, OWNING)


def _renamed_methods(place: Place, table: dict[str, str]) -> Iterator[Proposed]:
    for call, _, name in method_calls(place.syntax, *table):
        function = call.child_by_field_name("function")
        field = function.child_by_field_name("field") if function is not None else None
        costs = [c for c in (place.near(call), place.cost(field.start_byte) if field else None) if c is not None]
        if costs and field is not None and place.text(field) == name:
            yield min(costs), swapped(field, table[name])


@repairs("E0382 E0507 E0502 E0505 E0373 E0308")
def drop_mark_of_pattern(place: Place) -> Iterator[Proposed]:
    """`move`, `ref`, `mut` goes where it is one too many."""
    for node in place.syntax.of("closure_expression", "async_block", "ref_pattern", "mut_pattern", "field_pattern"):
        cost = place.near(node)
        for kind in ("move", "ref", "mutable_specifier"):
            mark = child(node, kind)
            if cost is not None and mark is not None and mark.next_sibling is not None:
                yield cost + (kind == "mutable_specifier"), (Edit(mark.start_byte, mark.next_sibling.start_byte, ""),)
