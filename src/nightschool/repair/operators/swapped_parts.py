"""Operators on two parts of one holder that are exchanged or given to one call together.

Covered: `swap` of two elements or of two places that methods give, also by way of two `let`s; a call with two elements
of one list, which is split before it. Not covered: two `let`s of elements for other uses (`splitting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import bindings, cut, fresh, line_before, statement, uses
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.operators.splitting import ELEMENT, parted
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

MUTABLE = re.compile(r"&mut\s+(.+)", re.DOTALL)


@repairs("E0499", late=200)
def swap_by_value(place: Place) -> Iterator[Proposed]:
    """`let a = &mut v[i]; let b = &mut v[j]; swap(a, b);` becomes `v.swap(i, j);`, else `*a = replace(b, ..)`."""
    for call in place.syntax.of("call_expression"):
        held = statement(call)
        if not re.fullmatch(r"(?:(?:std::)?mem::)?swap", place.syntax.field(call, "function")) or held is None:
            continue
        made = [_place_given(place, node) for node in _arguments(call)]
        if len(made) != 2 or not place.touches(held) or held.type != "expression_statement":
            continue
        (one, lets), (two, others) = made
        gone = tuple(cut(place, node) for node in (*lets, *others))
        both = [ELEMENT.fullmatch(f"&mut {text}") for text in (one, two)]
        if both[0] is not None and both[1] is not None and both[0][1] == both[1][1]:
            yield 0.0, (*gone, *swapped(call, f"{both[0][1]}.swap({both[0][2]}, {both[1][2]})"))
        elif one and two:
            yield from ((cost, (*gone, *edits)) for cost, edits in _through_value(place, held, one, two))


def _through_value(place: Place, held: Node, one: str, two: str) -> Iterator[Proposed]:
    """One value is kept while the other one takes its place; what is read with a star is cloned without."""
    name, pad = fresh(place, "first", "kept", "held"), place.syntax.indent(held)
    put = f"{one} = std::mem::replace(&mut {two}, {name});".replace("&mut *", "")
    forms = (
        (0.0, one),
        (0.2, f"{one.lstrip('*')}.clone()"),
        (0.8, f"std::mem::take(&mut {one})".replace("&mut *", "")),
    )
    for late, kept in forms:  # what is taken is lost where both are one place
        yield 0.2 + late, (Edit(held.start_byte, held.end_byte, f"let {name} = {kept};\n{pad}{put}"),)


def _arguments(call: Node) -> list[Node]:
    listed = call.child_by_field_name("arguments")
    return [node for node in listed.named_children if "comment" not in node.type] if listed is not None else []


def _place_given(place: Place, node: Node) -> tuple[str, tuple[Node, ...]]:
    """The place that an argument borrows mutably, and the `let` that it comes from if that is its only use."""
    direct = MUTABLE.fullmatch(place.text(node))
    if direct:
        return direct[1], ()
    if node.type != "identifier":
        return f"*{place.text(node)}", ()
    bound = next(iter(bindings(place, place.text(node), node.start_byte)), None)
    holder = enclosing(bound, "let_declaration") if bound is not None else None
    value, function = (
        (holder.child_by_field_name("value"), enclosing(holder, "function_item")) if holder else (None,) * 2
    )
    if holder is None or value is None or function is None or len(uses(place, place.text(node), function)) > 1:
        return "", ()
    direct = MUTABLE.fullmatch(place.text(value))
    return (direct[1] if direct else f"*{place.text(value)}"), (holder,)


@repairs("E0499", late=200)
def split_for_call(place: Place) -> Iterator[Proposed]:
    """`f(&mut v[i - 1], &mut v[i])` becomes `let (left, right) = v.split_at_mut(i); f(&mut left[i - 1], ..)`."""
    for call in place.syntax.of("call_expression"):
        found = [(node, match) for node in _arguments(call) if (match := ELEMENT.fullmatch(place.text(node)))]
        if len(found) != 2 or found[0][1][1] != found[1][1][1] or place.near(call) is None:
            continue
        base, one, two = found[0][1][1], found[0][1][2], found[1][1][2]
        if ".." in one + two:
            continue
        for late, (line, *texts) in enumerate(_lines(place, base, one, two)):
            lines = line_before(place, call, line)
            given = [edit for (node, _), text in zip(found, texts, strict=True) for edit in swapped(node, text)]
            if lines:
                yield 0.2 + late * 0.3, (lines[0], *given, *lines[1:])


def _lines(place: Place, base: str, one: str, two: str) -> Iterator[tuple[str, str, str]]:
    """A `let` of both elements, and what each argument becomes."""
    names = fresh(place, "first", "one", "left_part"), fresh(place, "second", "other", "right_part")
    split = parted(base, one, two)
    whole = re.fullmatch(r"\{ (let \(left, right\) = [^;]*;) \((&mut \w+\[.*\]), (&mut \w+\[.*\])\) \}", split)
    if whole and not re.search(r"\b(left|right)\b", place.source):
        yield whole[1], whole[2], whole[3]
    else:
        yield f"let ({names[0]}, {names[1]}) = {split};", *names
    yield f"let [{names[0]}, {names[1]}] = {base}.get_disjoint_mut([{one}, {two}]).unwrap();", *names
