"""Operators on what each turn of a loop makes and something before the loop borrows: all of it is made before the loop.

Covered: a `for` loop whose body begins with `let x = f(y);` that is borrowed as `&x` or by its methods: a list of all
`x` before the loop, which goes over references to them, with what it went over where the body still needs that. Not
covered: values that need `?` or earlier variables of the body, owned copies of what is borrowed (`collectors`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.ownership_facts import cut, fresh, labelled, statement, statements, uses
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

LEAVES = re.compile(r"\?[;.,)]|\?$|\b(return|break|continue)\b|\.await\b")


@repairs("E0597", late=200)
def make_before_loop(place: Place) -> Iterator[Proposed]:
    """`for y in ys { let x = f(y); best = pick(&x); }` makes all `x` first: `for x in &xs { best = pick(x); }`."""
    for name in dict.fromkeys(text for text in place.quoted if text in place.names):
        for _, node in labelled(place):
            loop = enclosing(node, "for_expression")
            body = loop.child_by_field_name("body") if loop is not None else None
            held = statements(body) if body is not None else []
            made = next((one for one in held if place.syntax.field(one, "pattern") == name), None)
            if loop is not None and made is not None and made.type == "let_declaration":
                edits = _made_before(place, loop, made, name)
                if edits:
                    yield 0.2, edits


def _made_before(place: Place, loop: Node, made: Node, name: str) -> tuple[Edit, ...]:
    value, body, held = made.child_by_field_name("value"), loop.child_by_field_name("body"), statement(loop)
    pattern, source = loop.child_by_field_name("pattern"), loop.child_by_field_name("value")
    if value is None or body is None or held is None or pattern is None or source is None or held.parent is None:
        return ()
    text, own = place.text(value), set(bound_names(place, pattern))
    before = [one for one in statements(body) if one.end_byte <= made.start_byte]
    needs = any(place.syntax.mentions(value, other) for one in before for other in _bound(place, one))
    if LEAVES.search(text) or needs or child(made, "mutable_specifier") is not None:
        return ()
    listed, iterated = (
        fresh(place, *(() if name.endswith("s") else (f"{name}s",)), f"all_{name}", "made"),
        _iterated(place, source),
    )
    kind = place.syntax.field(made, "type") or "_"
    line = f"let {listed}: Vec<{kind}> = {iterated}.map(|{place.text(pattern)}| {text}).collect();"
    rest = [
        use
        for other in own
        for use in uses(place, other, body)
        if not made.start_byte <= use.start_byte < made.end_byte
    ]
    if not own or rest:
        head = Edit(
            pattern.start_byte, source.end_byte, f"({place.text(pattern)}, {name}) in {iterated}.zip(&{listed})"
        )
    else:
        head = Edit(pattern.start_byte, source.end_byte, f"{name} in &{listed}")
    lent = tuple(edit for use in uses(place, name, body) for edit in _lent(place, use))
    return insert(held.start_byte, f"{line}\n{place.syntax.indent(held)}"), head, cut(place, made), *lent


def _bound(place: Place, node: Node) -> Iterator[str]:
    if node.type == "let_declaration":
        yield from bound_names(place, node.child_by_field_name("pattern"))


def _iterated(place: Place, source: Node) -> str:
    """An iterator over what a loop goes over."""
    text = place.text(source)
    if source.type == "reference_expression":
        mut = child(source, "mutable_specifier") is not None
        return f"{place.text(source.child_by_field_name('value'))}.{'iter_mut' if mut else 'iter'}()"
    if source.type == "range_expression":
        return f"({text})"
    if source.type == "call_expression" and source.child_by_field_name("arguments") is not None:
        return text
    return f"{text}.iter()" if type_of(place, source).startswith("&") else f"{text}.into_iter()"


def _lent(place: Place, use: Node) -> Iterator[Edit]:
    """`&x` becomes `x`, which is a reference now."""
    parent = use.parent
    if parent is not None and parent.type == "reference_expression" and child(parent, "mutable_specifier") is None:
        yield from swapped(parent, place.text(use))
