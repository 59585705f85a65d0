"""Operators on kept closures that change what they captured: `FnMut` where they are taken, kept and called.

Covered: the bounds, trait objects and aliases of the file, loops over kept closures, the receivers of the methods that
call them, and parameters that are called. Not covered: one bound alone (`mutability`), closures shared by threads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import receiver
from nightschool.repair.operators.ownership_facts import within
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0594 E0596 E0525", late=200)
def closures_may_change(place: Place) -> Iterator[Proposed]:
    """`Box<dyn Fn(T)>` becomes `Box<dyn FnMut(T)>`, `for f in &self.all { f(x) }` goes over `&mut self.all`."""
    if not re.search(r"`Fn` closure|`Fn`, but|only implements `FnMut`", place.message):
        return
    heads = [one.child_by_field_name("trait") for one in place.syntax.of("function_type")]
    renamed = [edit for one in heads if one is not None and place.text(one) == "Fn" for edit in swapped(one, "FnMut")]
    calls = dict(_called(place))
    through = [edit for call, value in calls.values() for edit in _changed(place, call, value)]
    if renamed and through:
        yield 0.0, (*renamed, *{(edit.start, edit.end): edit for edit in through}.values())


def _called(place: Place) -> Iterator[tuple[int, tuple[Node, Node]]]:
    """(offset, (call, value that gives the closure)) of calls of parameters, of loops' names and of fields."""
    for call in place.syntax.of("call_expression"):
        head = call.child_by_field_name("function")
        if head is not None and head.type == "parenthesized_expression" and head.named_children:
            yield call.start_byte, (call, head.named_children[0])
        elif head is not None and head.type == "identifier":
            holder = _binding(place, call, place.text(head))
            if holder is not None:
                yield holder.start_byte, (call, holder)


def _binding(place: Place, call: Node, name: str) -> Node | None:
    """The loop's value or the parameter that a called name comes from; None for a plain function."""
    outer = enclosing(call, "for_expression", "function_item")
    while outer is not None and outer.type == "for_expression":
        if place.syntax.field(outer, "pattern") == name:
            return outer.child_by_field_name("value")
        outer = enclosing(outer, "for_expression", "function_item")
    listed = outer.child_by_field_name("parameters") if outer is not None else None
    found = [one for one in listed.named_children if one.type == "parameter"] if listed is not None else []
    return next((one for one in found if place.syntax.field(one, "pattern") == name), None)


def _changed(place: Place, call: Node, value: Node) -> Iterator[Edit]:
    """What gives the closure gives it to change, and its method takes `&mut self`."""
    text = place.text(value)
    if value.type == "parameter":
        pattern, kind = value.child_by_field_name("pattern"), place.syntax.field(value, "type")
        if pattern is not None and child(value, "mutable_specifier") is None and not kind.startswith("&"):
            yield insert(pattern.start_byte, "mut ")
        return
    if value.type == "reference_expression" and child(value, "mutable_specifier") is None:
        yield Edit(value.start_byte, value.start_byte + 1, "&mut ")
    elif text.endswith(".iter()"):
        yield Edit(value.end_byte - len(".iter()"), value.end_byte, ".iter_mut()")
    method = enclosing(call, "function_item")
    if re.match(r"&?\s*self\b", text) and method is not None and receiver(place.syntax, method) == "&self":
        listed = method.child_by_field_name("parameters")
        own = child(listed, "self_parameter") if listed is not None else None
        if own is not None and within(own, method):
            yield from swapped(own, "&mut self")
