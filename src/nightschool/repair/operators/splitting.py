"""Operators that split one borrow into two that do not meet, or make one of two unneeded.

Covered: two elements or parts of one container (`get_disjoint_mut`, `split_at_mut`, `split_first_mut`, `swap`), a
look-up whose result is returned before an insertion (`get(..).is_some()`, `entry`). Not covered: methods that borrow
all of `self` (`written_out`), order (`statements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import cut, statements
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.value_positions import arms
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

ELEMENT = re.compile(r"&mut ([\w.]+)\[(.+)\]")


@repairs("E0499", late=200)
def split_elements(place: Place) -> Iterator[Proposed]:
    """`let a = &mut v[i]; let b = &mut v[j];` becomes one `let` with both, by `get_disjoint_mut` or `split_at_mut`."""
    held = [(node, ELEMENT.fullmatch(place.syntax.field(node, "value"))) for node in place.syntax.of("let_declaration")]
    found = [(node, match) for node, match in held if match and place.near(node) is not None]
    for at, (first, one) in enumerate(found):
        for second, two in found[at + 1 :]:
            if one[1] == two[1] and first.parent == second.parent:
                a, b = place.syntax.field(first, "pattern"), place.syntax.field(second, "pattern")
                for turn, text in enumerate(_together(one[1], (a, b), one[2], two[2])):
                    yield turn * 0.3, (Edit(first.start_byte, first.end_byte, text), cut(place, second))


def _together(base: str, names: tuple[str, str], one: str, two: str) -> Iterator[str]:
    a, b = names
    if (start := re.fullmatch(r"(.*)\.\.", two)) and one == f"..{start[1]}":
        yield f"let ({a}, {b}) = {base}.split_at_mut({start[1]});"
    elif (start := re.fullmatch(r"(.*)\.\.", one)) and two == f"..{start[1]}":
        yield f"let ({b}, {a}) = {base}.split_at_mut({start[1]});"
    elif one == "0" and two == "1..":
        yield f"let ({a}, {b}) = {base}.split_first_mut().unwrap();"
    elif ".." not in one + two:
        yield f"let [{a}, {b}] = {base}.get_disjoint_mut([{one}, {two}]).unwrap();"
        yield f"let ({a}, {b}) = {parted(base, one, two)};"


def parted(base: str, one: str, two: str) -> str:
    """Both elements by `split_at_mut`, for either order of the indices where the text does not show it."""
    first = f"{{ let (left, right) = {base}.split_at_mut({two}); (&mut left[{one}], &mut right[0]) }}"
    second = f"{{ let (left, right) = {base}.split_at_mut({one}); (&mut right[0], &mut left[{two}]) }}"
    apart = _apart(one, two)
    if apart:
        return first if apart < 0 else second
    return f"if {one} < {two} {first} else {second}"


def _apart(one: str, two: str) -> int:
    """Negative if the first index is surely the lesser, positive if it is the greater, 0 if the text does not show."""
    (head, at), (other, to) = (_offset(text) for text in (one, two))
    return at - to if head == other else 0


def _offset(text: str) -> tuple[str, int]:
    """("at", -1) of `at - 1`, ("", 2) of `2`."""
    found = re.fullmatch(r"(?:(.*?)\s*([+-])\s*)?(\d{1,9})", text)
    return (found[1] or "", int(f"{found[2] or ''}{found[3]}")) if found else (text.strip(), 0)


@repairs("E0499", late=200)
def swap_elements(place: Place) -> Iterator[Proposed]:
    """`std::mem::swap(&mut v[i], &mut v[j])` becomes `v.swap(i, j)`; other calls get both by `get_disjoint_mut`."""
    for call in place.syntax.of("call_expression"):
        arguments = call.child_by_field_name("arguments")
        given = [ELEMENT.fullmatch(place.text(node)) for node in arguments.named_children] if arguments else []
        if place.near(call) is None or len(given) != 2 or given[0] is None or given[1] is None:
            continue
        if given[0][1] == given[1][1]:
            if place.syntax.field(call, "function").endswith("swap"):
                yield 0, swapped(call, f"{given[0][1]}.swap({given[0][2]}, {given[1][2]})")
            array = f"let [first, second] = {given[0][1]}.get_disjoint_mut([{given[0][2]}, {given[1][2]}]).unwrap();"
            named = swapped(arguments, "(first, second)") if arguments is not None else ()
            holder = call.parent
            if holder is not None and holder.type == "expression_statement":
                yield 0.4, (insert(holder.start_byte, f"{array}\n{place.syntax.indent(holder)}"), *named)


@repairs("E0499 E0502 E0505 E0506", late=200)
def look_up_twice(place: Place) -> Iterator[Proposed]:
    """`if let Some(x) = m.get_mut(k) { return x; }` first asks `m.get(k).is_some()`, then looks up again."""
    for node in place.syntax.of("if_expression"):
        condition, body = node.child_by_field_name("condition"), node.child_by_field_name("consequence")
        if condition is None or condition.type != "let_condition" or body is None or not place.touches(node):
            continue
        value, pattern = condition.child_by_field_name("value"), place.syntax.field(condition, "pattern")
        bound = re.fullmatch(r"Some\((\w+)\)", pattern)
        text = place.text(value)
        if value is None or bound is None or ".get" not in text:
            continue
        first = next(iter(statements(body)), None)
        if first is not None:
            asked = Edit(condition.start_byte, condition.end_byte, f"{text.replace('.get_mut(', '.get(')}.is_some()")
            line = f"let {bound[1]} = {text}.unwrap();\n{place.syntax.indent(first)}"
            yield 0.3, (asked, insert(first.start_byte, line))


@repairs("E0499 E0502 E0505 E0382", late=200)
def insert_through_entry(place: Place) -> Iterator[Proposed]:
    """`match m.get_mut(&k) { Some(v) => .., None => { m.insert(k, x); .. } }` becomes `entry` or a look-up twice."""
    for node in place.syntax.of("match_expression"):
        value = node.child_by_field_name("value")
        found = re.fullmatch(r"([\w.]+)\.get(?:_mut)?\(&?(.+)\)", place.text(value))
        if found is None or not place.touches(node):
            continue
        for call, receiver, _ in method_calls(place.syntax, "insert"):
            arguments = call.child_by_field_name("arguments")
            given = arguments.named_children if arguments is not None else []
            inside = node.start_byte < call.start_byte < node.end_byte
            if inside and place.text(receiver) == found[1] and len(given) == 2:
                key, new = (place.text(one) for one in given)
                yield 0.2, swapped(node, f"{found[1]}.entry({key}).or_insert_with(|| {new})")
                yield 0.3, swapped(node, f"{found[1]}.entry({key}).or_insert({new})")
        yield from _asked_first(place, node)


def _asked_first(place: Place, node: Node) -> Iterator[Proposed]:
    """`match m.get_mut(k)` becomes `if m.contains_key(k) { .. } else { .. }` with the arms' bodies."""
    bodies = {place.syntax.field(arm, "pattern"): place.syntax.field(arm, "value") for arm in arms(node)}
    some = next((re.fullmatch(r"Some\((\w+)\)", pattern) for pattern in bodies if pattern.startswith("Some(")), None)
    other = bodies.get("None", bodies.get("_"))
    if some is None or other is None:
        return
    value = place.syntax.field(node, "value")
    closed = other if other.startswith("{") else f"{{ {other} }}"
    inner = f"let {some[1]} = {value}.unwrap(); {bodies[some[0]]}"
    yield 0.5, swapped(node, f"if {value.replace('.get_mut(', '.get(')}.is_some() {{ {inner} }} else {closed}")
