"""Operators on fields of its own that a method with `&mut self` moves out, as `join` and `self: Box<Self>` do.

Covered: the field becomes an Option that is taken, with its values and uses; a value without state stands in while the
old one is moved. Not covered: collections and enums (`moving`), fields that are Options already (`moving`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, implemented
from nightschool.repair.operators.field_facts import field_type, own_uses, values_given, values_wrapped
from nightschool.repair.operators.item_facts import last_name, receiver
from nightschool.repair.operators.ownership_facts import fresh, labelled, statement, uses
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit

STATELESS = re.compile(r"(?:Box::new\()?(?:[A-Z]\w*::)*(?:[A-Z]\w*|new\(\)|default\(\)|empty\(\))\)?")
"""A value that takes nothing with it: `Draft`, `State::Idle`, `Box::new(Draft)`, `Parts::new()`."""


@repairs("E0507", late=200)
def optional_field(place: Place) -> Iterator[Proposed]:
    """`self.t.join();` of a field `t: T` becomes `if let Some(t) = self.t.take() { t.join(); }` of an `Option<T>`."""
    for item, name, moves in _moved(place):
        kind = field_type(place, item, name)
        if kind is None or generic_args(place.text(kind))[0] == "Option":
            continue
        head = (*around(kind, "Option<", ">"), *values_wrapped(place, item, name, "Some(", ")"))
        others = [one for one in own_uses(place, item, name) if one not in moves]
        for cost, asked in ((0.4, True), (0.7, False)):
            taken = [edits for node in moves for edits in _taken(place, node, name, asked)]
            inside = [one for one in others if not any(_covers(edit, one) for edit in taken)]
            yield cost, (*head, *taken, *(edit for one in inside for edit in _read(place, one)))


def _moved(place: Place) -> Iterator[tuple[Node, str, list[Node]]]:
    """(struct, field, where it is moved) of fields of `self` behind a mutable reference."""
    found: dict[tuple[int, str], tuple[Node, list[Node]]] = {}
    for _, node in labelled(place):
        whole = node.parent
        item = place.item(implemented(place, node), "struct_item")
        if node.type != "self" or whole is None or whole.type != "field_expression" or item is None:
            continue
        if receiver(place.syntax, place.function_at(node.start_byte)) != "&mut self":
            continue
        moves = found.setdefault((item.start_byte, place.syntax.field(whole, "field")), (item, []))[1]
        moves += [whole] if whole not in moves else []
    yield from ((item, name, moves) for (_, name), (item, moves) in found.items())


def _covers(edit: Edit, node: Node) -> bool:
    return edit.start <= node.start_byte and node.end_byte <= edit.end


def _taken(place: Place, node: Node, name: str, asked: bool) -> Iterator[Edit]:
    """A move of the field: if there is a value, where the statement allows it, else the value that must be there."""
    whole = statement(node)
    if not asked or whole is None or whole.type != "expression_statement" or place.text(whole)[-1:] != ";":
        yield insert(node.end_byte, ".take().unwrap()")
        return
    value, inner = whole.named_children[0], fresh(place, f"own_{name}", "taken") if uses(place, name, whole) else name
    old, pad = place.text(node), place.syntax.indent(whole)
    if value.type == "assignment_expression" and place.syntax.field(value, "left") == old:
        right = value.child_by_field_name("right")
        text = f"{old} = Some({_named(place, right, node, inner)});" if right is not None else ""
    else:
        text = _named(place, whole, node, inner)
    yield from swapped(whole, f"if let Some({inner}) = {old}.take() {{\n{pad}    {text}\n{pad}}}")


def _named(place: Place, around_it: Node, node: Node, name: str) -> str:
    """The text of an expression with a name in a field's place."""
    before = place.data[around_it.start_byte : node.start_byte].decode(errors="replace")
    return before + name + place.data[node.end_byte : around_it.end_byte].decode(errors="replace")


def _read(place: Place, node: Node) -> tuple[Edit, ...]:
    """Another use of the field: a new value in `Some`, a reference to what is in it."""
    parent = node.parent
    if parent is not None and parent.type == "assignment_expression" and parent.child_by_field_name("left") == node:
        right = parent.child_by_field_name("right")
        return around(right, "Some(", ")") if right is not None else ()
    mutable = receiver(place.syntax, place.function_at(node.start_byte)) == "&mut self"
    if parent is not None and parent.type == "reference_expression":
        mutable = child(parent, "mutable_specifier") is not None
        return swapped(parent, f"{place.text(node)}.as_{'mut' if mutable else 'ref'}().unwrap()")
    return (insert(node.end_byte, f".as_{'mut' if mutable else 'ref'}().unwrap()"),)


@repairs("E0507", late=200)
def stand_in_while_moved(place: Place) -> Iterator[Proposed]:
    """`self.s = self.s.next();` becomes `self.s = std::mem::replace(&mut self.s, Box::new(Start)).next();`."""
    for item, name, moves in _moved(place):
        kind = field_type(place, item, name)
        known = [place.text(value) for value in values_given(place, item, name)]
        values = [text for text in known if STATELESS.fullmatch(text)]
        values += _without_state(place, place.text(kind))
        for turn, value in enumerate(list(dict.fromkeys(values))[:4]):
            text = f"std::mem::replace(&mut self.{name}, {value})"
            yield 0.2 + turn * 0.3, tuple(edit for node in moves for edit in swapped(node, text))


def _without_state(place: Place, kind: str) -> Iterator[str]:
    """Boxed structs without fields that have the trait of a boxed trait object."""
    boxed = re.fullmatch(r"Box<dyn ([\w:]+).*>", kind)
    for block in place.syntax.of("impl_item") if boxed else ():
        item = place.item(last_name(place.syntax.field(block, "type")), "struct_item")
        mine = boxed is not None and last_name(place.syntax.field(block, "trait")) == last_name(boxed[1])
        if mine and item is not None and item.child_by_field_name("body") is None:
            yield f"Box::new({place.syntax.name(item)})"
