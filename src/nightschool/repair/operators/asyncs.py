"""Operators on `async` and `await`: where they lack, and where they are too many.

Covered: `async fn` and blocks, `.await` added or taken off, recursion in a `Box`, guards held across `.await`. Not
covered: executors of other crates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0728 E0277 E0308 E0744 E0752 E0706", late=150)
def make_async(place: Place) -> Iterator[Proposed]:
    """A function or closure that awaits becomes `async`; one that must not be loses it."""
    asked = "E0728" in place.codes
    for function in place.syntax.of("function_item", "function_signature_item"):
        near = 0 if place.touches(function) else 2
        modifiers = child(function, "function_modifiers")
        mark = modifiers or child(function, "fn")
        if mark is None:
            continue
        if modifiers is not None and "async" in place.text(modifiers) and (not asked or near):
            rest = re.sub(r"\basync\s*", "", place.text(modifiers))
            yield near + 0.8, (Edit(modifiers.start_byte, modifiers.end_byte + (1 if not rest else 0), rest),)
        elif asked and near == 0:
            yield 0, (insert(mark.start_byte, "async "),)
    for closure in place.syntax.of("closure_expression") if asked else ():
        body = closure.child_by_field_name("body")
        if place.touches(closure) and body is not None:
            yield 0.5, (insert(closure.start_byte, "async "),)
            block = place.text(body) if body.type == "block" else f"{{ {place.text(body)} }}"
            yield 0.7, swapped(body, f"async move {block}")


@repairs("E0728 E0277 E0308 E0599 E0609 none", late=150)
def awaiting(place: Place) -> Iterator[Proposed]:
    """`.await` is taken off what is no future, or put on what is one."""
    if "async" not in place.source and "Future" not in place.source:
        return
    for node in place.syntax.of("await_expression"):
        near = place.near(node)
        if near is not None and node.named_children:
            yield near + 0.3, swapped(node, place.text(node.named_children[0]))
    for cost, node in place.postfix():
        if node.type == "call_expression":
            yield cost + 0.2, (insert(node.end_byte, ".await"),)
            yield cost + 0.6, (insert(node.end_byte, ".await?"),)


@repairs("E0733", late=200)
def boxed_recursion(place: Place) -> Iterator[Proposed]:
    """An `async fn` that calls itself awaits the call in a `Box::pin`."""
    edits = []
    for call in place.syntax.of("call_expression"):
        function = enclosing(call, "function_item")
        name = place.syntax.name(function) if function is not None else ""
        if name and place.syntax.field(call, "function").split("::")[-1].split(".")[-1] == name:
            edits += list(around(call, "Box::pin(", ")"))
    if edits:
        yield 0, tuple(edits)


@repairs("none E0277", late=200)
def release_before_await(place: Place) -> Iterator[Proposed]:
    """A guard that lives across an `.await` is kept to a block whose value is what was read through it."""
    if not re.search(r"is not `Send`|cannot be sent between threads|future", place.message):
        return
    for node in place.syntax.of("let_declaration"):
        value = place.syntax.field(node, "value")
        if not re.search(r"\.(lock|read|write|borrow|borrow_mut)\(\)", value) or node.parent is None:
            continue
        name = place.syntax.field(node, "pattern").removeprefix("mut ")
        later = [one for one in node.parent.named_children if one.start_byte >= node.end_byte]
        held = _held(place, later, name)
        if held:
            yield 0, _in_block(place, node, held, name)


def _held(place: Place, later: list[Node], name: str) -> list[Node]:
    """The statements that follow up to the last one that uses the guard, before the first `.await`."""
    used = [n for n, one in enumerate(later) if re.search(rf"\b{re.escape(name)}\b", place.text(one))]
    found = later[: used[-1] + 1] if used else []
    return found if not any(".await" in place.text(one) for one in found) else []


def _in_block(place: Place, node: Node, held: list[Node], name: str) -> tuple[Edit, ...]:
    """`let value = { let guard = ..; value };` for the names declared while the guard is held."""
    dropped = re.compile(rf"(?:(?:std::)?mem::)?drop\({re.escape(name)}\);")
    kept = [place.text(one) for one in held if not dropped.fullmatch(place.text(one))]
    declared = [one for one in held if one.type == "let_declaration"]
    names = [place.syntax.field(one, "pattern").removeprefix("mut ") for one in declared]
    indent = place.syntax.indent(node)
    inner = f"\n{indent}    ".join([place.text(node), *kept])
    if names:
        given = names[0] if len(names) == 1 else f"({', '.join(names)})"
        text = f"let {given} = {{\n{indent}    {inner}\n{indent}    {given}\n{indent}}};"
    else:
        text = f"{{\n{indent}    {inner}\n{indent}}}"
    return (Edit(node.start_byte, held[-1].end_byte, text),)
