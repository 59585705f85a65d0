"""Operators on closures with `?` inside, and on what loops go through.

Covered: a Result or Option as what the closure gives, with its type; ranges and iterators for values. Not covered:
captures, elements that pass through iterator closures (`collecting`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import error_types
from nightschool.repair.operators.register import Proposed, around, insert, repairs
from nightschool.repair.operators.results import named_tries
from nightschool.repair.operators.value_positions import LEAVING, leaves, returned, tail
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls


def trying_closures(place: Place) -> list[tuple[int, Node]]:
    """Closures with a `?` that rustc names, each once."""
    found: dict[int, tuple[int, Node]] = {}
    for cost, node in named_tries(place):
        holder = enclosing(node, "closure_expression", "function_item", "async_block")
        if holder is not None and holder.type != "function_item":
            found.setdefault(holder.start_byte, (cost, holder))
    return list(found.values())


@repairs("E0277 E0308 E0282", late=40)
def fallible_closure(place: Place) -> Iterator[Proposed]:
    """A closure with `?` gives a Result or Option: its type changed or written, its values wrapped."""
    for cost, closure in trying_closures(place):
        for turn, wrap in enumerate(("Ok", "Some")):
            values = _wrapped_values(place, closure, wrap)
            old = closure.child_by_field_name("return_type")
            if old is None:
                yield cost + turn, values
            kinds = [f"Result<{{}}, {one}>" for one in error_types(place, place.function)[:4]] + ["Result<{}, String>"]
            kinds = kinds if wrap == "Ok" else ["Option<{}>"]
            for number, kind in enumerate(dict.fromkeys(kinds)):
                yield cost + turn + number * 0.4 + (old is None) * 0.5, (*_typed(place, closure, old, kind), *values)


def _wrapped_values(place: Place, closure: Node, wrap: str) -> tuple[Edit, ...]:
    body = closure.child_by_field_name("body") or closure
    found = [*leaves(tail(body) if body.type == "block" else body)]
    found += [leaf for one in returned(body) for value in one.named_children[:1] for leaf in leaves(value)]
    found = [one for one in found if not LEAVING.match(place.text(one))]
    edits = [edit for one in found for edit in around(one, f"{wrap}(", ")")]
    if body.type == "block" and tail(body) is None:
        edits.append(insert(body.end_byte - 1, f" {wrap}(()) "))
    return tuple(edits)


def _typed(place: Place, closure: Node, old: Node | None, kind: str) -> tuple[Edit, ...]:
    """The closure's return type, written where it has none; a body then needs braces."""
    if old is not None:
        return (Edit(old.start_byte, old.end_byte, kind.format(place.text(old))),)
    listed, body = closure.child_by_field_name("parameters"), closure.child_by_field_name("body")
    if listed is None or body is None:
        return ()
    inner = "()" if body.type == "block" and tail(body) is None else "_"
    typed = insert(listed.end_byte, f" -> {kind.format(inner)}")
    return (typed,) if body.type == "block" else (typed, insert(body.start_byte, "{ "), insert(body.end_byte, " }"))


@repairs("E0277 E0308", late=40)
def for_source(place: Place) -> Iterator[Proposed]:
    """What a `for` goes through: `0..n`, `0..x.len()`, `x.iter()`, `&x`, `x.chars()`, a default for an Option."""
    for node in place.syntax.of("for_expression"):
        value = node.child_by_field_name("value")
        cost = None if value is None else place.near(value)
        if value is None or cost is None:
            continue
        text = place.text(value)
        forms = (f"0..{text}", f"{text}.iter()", f"0..{text}.len()", f"&{text}", f"{text}.chars()", f"{text}.lines()",
                 f"{text}.iter().enumerate()", f"{text}.into_iter().flatten()", f"0..*{text}", f"{text}?",
                 f"{text}.iter().copied()", f"{text}.unwrap_or_default()", f"{text}.split_whitespace()")  # fmt: skip
        for turn, form in enumerate(forms):
            yield cost + turn * 0.4, (Edit(value.start_byte, value.end_byte, form),)


@repairs("E0277 E0308", late=40)
def loop_for_each(place: Place) -> Iterator[Proposed]:
    """`xs.for_each(|x| {..});` becomes `for x in xs {..}`, its `return;` a `continue;`; or `try_for_each(..)?`."""
    for call, receiver, _ in method_calls(place.syntax, "for_each"):
        arguments, cost = call.child_by_field_name("arguments"), place.near(call)
        closure = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        body = closure.child_by_field_name("body") if closure is not None else None
        listed = closure.child_by_field_name("parameters") if closure is not None else None
        if cost is None or body is None or listed is None or call.parent is None:
            continue
        bare = [one.start_byte for one in returned(body) if not one.named_children]
        braced = body.type == "block"
        end = call.parent.end_byte if call.parent.type == "expression_statement" else call.end_byte
        head = f"for {place.text(listed)[1:-1]} in {place.text(receiver)} "
        opening, closing = ("", "") if braced else ("{ ", "; }")
        yield (
            cost,
            (
                Edit(call.start_byte, body.start_byte, head + opening),
                *(Edit(at, at + len("return"), "continue") for at in bare),
                Edit(body.end_byte, end, closing),
            ),
        )
        if braced:
            name = Edit(receiver.end_byte, arguments.start_byte if arguments else end, ".try_for_each")
            yield cost + 1, (name, insert(body.end_byte - 1, " Ok(()) "), insert(call.end_byte, "?"))
