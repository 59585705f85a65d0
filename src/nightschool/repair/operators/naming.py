"""Operators that name a part of a statement in a `let` of its own, before the statement.

Covered: arguments computed from what the call borrows, values read before a move or a change, at the places that
rustc's labels name first; copies of what a borrowed `let` is used for. Not covered: temporaries (`temporaries`), clones
of whole variables (`moving`), the order of statements (`statements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tree_sitter import Node

from nightschool.repair.facts import functions, return_type
from nightschool.repair.operators.ownership_facts import (
    fresh,
    labelled,
    line_before,
    outer_statements,
    statement,
    uses,
    values_in_macros,
)
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

CODES = "E0502 E0499 E0503 E0505 E0716 E0382 E0515 E0597 E0506 E0713 none"
CHAIN = ("call_expression", "field_expression", "index_expression", "macro_invocation", "try_expression",
         "await_expression", "parenthesized_expression", "struct_expression", "array_expression")  # fmt: skip
NOT_TRUE_PARTS = ("identifier", "self", "scoped_identifier", "string_literal", "integer_literal", "block")


@repairs(CODES, late=60)
def bind_part(place: Place) -> Iterator[Proposed]:
    """`f(a.g())` becomes `let g = a.g(); f(g)`, also `f(&g)` and with a clone, for what rustc names first."""
    count = 0
    for cost, node in place.values:
        if node.type not in CHAIN or not is_part(node):
            continue
        count += 1
        if count > 16:
            return
        name = fresh(place, name_for(place.text(node)), "value", "held", "found")
        for late, mark, call in ((0.0, "", ""), (0.5, "&", ""), (0.8, "", ".clone()"), (1.5, "&mut ", "")):
            binding = f"let {'mut ' if mark == '&mut ' else ''}{name} = {place.text(node)}{call};"
            lines = line_before(place, node, binding)
            if lines and "\n" not in place.text(node):
                yield cost + late, (lines[0], Edit(node.start_byte, node.end_byte, mark + name), *lines[1:])


def is_part(node: Node) -> bool:
    """Whether a value is less than its whole statement, and no function of a call."""
    parent = node.parent
    if parent is None or parent.type in ("expression_statement", "block"):
        return False
    if parent.type == "call_expression" and parent.child_by_field_name("function") == node:
        return False
    return not (parent.type == "reference_expression" and node.type in NOT_TRUE_PARTS)


def name_for(text: str) -> str:
    """A name for a value: its last method, field or function."""
    found = re.findall(r"([a-z_]\w*)(?=\s*(?:\(|$|::<|\?|\[|!|\.await))", re.sub(r"\([^()]*\)", "()", text))
    kept = [
        word
        for word in found
        if word not in ("unwrap", "clone", "new", "as_str", "iter", "expect", "self", "to_string")
    ]
    return {"format": "text", "vec": "items", "collect": "collected"}.get(kept[-1], kept[-1]) if kept else ""


@repairs("E0382 E0502 E0505 E0506 E0503", late=60)
def bind_read_in_macro(place: Place) -> Iterator[Proposed]:
    """`println!("{}", a.len())` becomes `let len = a.len(); println!("{}", len)`, the `let` some lines before."""
    for cost, start, end in list(values_in_macros(place))[:12]:
        text = place.data[start:end].decode(errors="replace")
        node = place.syntax.root.descendant_for_byte_range(start, start)
        if "(" in text or "." in text:
            yield from _bound_before_move(place, node, start, end, text, cost)


@repairs("E0382 E0502 E0505 E0506 E0503 E0499", late=60)
def bind_read_before_move(place: Place) -> Iterator[Proposed]:
    """`a.len()` after `a` is moved or borrowed becomes a `let` before that statement."""
    for cost, node in place.values:
        if cost < 2 and node.type in ("call_expression", "field_expression", "index_expression") and is_part(node):
            yield from _bound_before_move(place, node, node.start_byte, node.end_byte, place.text(node), cost)


def _bound_before_move(
    place: Place, node: Node | None, start: int, end: int, text: str, cost: float
) -> Iterator[Proposed]:
    name = fresh(place, name_for(text), "value", "held", "found")
    if _gives_nothing(place, text):
        return
    for _, moved in labelled(
        place, "moved here", "borrow occurs here", "is borrowed here", "moved due to", "move out of `"
    ):
        holder = statement(moved)
        if holder is None or holder.parent is None or "\n" in text or holder.end_byte <= end <= holder.start_byte:
            continue
        if holder.start_byte < start and any(
            holder == one or holder.parent == one.parent for one in outer_statements(node)
        ):
            line = f"let {name} = {text};\n{place.syntax.indent(holder)}"
            copied = f"let {name} = {text}.clone();\n{place.syntax.indent(holder)}"
            yield cost, (insert(holder.start_byte, line), Edit(start, end, name))
            if not _is_owned(place, text):
                yield cost + 1, (insert(holder.start_byte, copied), Edit(start, end, name))


def _is_owned(place: Place, text: str) -> bool:
    """Whether a value surely owns what it gives, so that a copy of it changes nothing."""
    kinds = [return_type(place, one) for one in _called(place, text)]
    return bool(re.search(r"\.(clone|to_string|to_owned|to_vec|len)\(\)$", text)) or (
        bool(kinds) and not any("&" in kind or "'" in kind for kind in kinds)
    )


def _gives_nothing(place: Place, text: str) -> bool:
    """Whether a call surely gives nothing that a name is of use for."""
    found = _called(place, text)
    return bool(found) and not any(return_type(place, one) for one in found)


def _called(place: Place, text: str) -> list[Node]:
    """Functions of the file that the last call of a text may be of."""
    called = re.search(r"(?:^|[.:])(\w+)\([^()]*\)$", text)
    return functions(place, called[1]) if called else []


COPIES = ((0.0, ""), (0.2, ".clone()"), (0.6, ".to_string()"), (0.8, ".len()"))


@repairs("E0499 E0502 E0505 E0506 E0597 E0716 E0507 E0515", late=50)
def copy_what_is_used(place: Place) -> Iterator[Proposed]:
    """`let x = make();` used as `x.field` alone becomes `let field = make().field;`, cloned where needed."""
    for variable in place.syntax.variables:
        cost = place.near(variable.declaration)
        value = variable.declaration.child_by_field_name("value")
        found = [node for later in variable.later for node in uses(place, variable.name, later)]
        if cost is None or value is None or not found:
            continue
        tails = {place.text(_with_field(node))[len(variable.name) :] for node in found}
        if len(tails) == 1 and (tail := tails.pop()):
            for late, call in COPIES[:3]:
                yield cost + late, (insert(value.end_byte, tail + call), *(_without_field(node) for node in found))


def _with_field(node: Node) -> Node:
    """A name with the field or the call without arguments that follows it, or the name."""
    parent = node.parent
    if parent is None or parent.type != "field_expression" or parent.child_by_field_name("value") != node:
        return node
    call = parent.parent
    if call is not None and call.type == "call_expression" and call.child_by_field_name("function") == parent:
        arguments = call.child_by_field_name("arguments")
        return call if arguments is not None and not arguments.named_children else node
    return parent


def _without_field(node: Node) -> Edit:
    return Edit(node.end_byte, _with_field(node).end_byte, "")


ITERATES = re.compile(r"\.(iter|keys|values|chars|lines|split\w*|filter|map|bytes|windows|chunks|range|drain)\(")
COLLECTS = (
    ".cloned().collect::<Vec<_>>()",
    ".collect::<Vec<_>>()",
    ".map(|item| item.to_string()).collect::<Vec<_>>()",
)
ENDS = (".clone()", ".to_string()", ".cloned()", ".copied()", ".to_vec()", ".len()")


@repairs("E0499 E0502 E0503 E0505 E0506 E0597 E0716 E0713 E0382", late=40)
def copy_borrowed_value(place: Place) -> Iterator[Proposed]:
    """The `let` of a borrow owns what it borrowed: `let a = &b[0];` becomes `let a = b[0].clone();` and the like."""
    for at, (_, node) in enumerate(
        labelled(place, "borrow occurs here", "is borrowed here", "borrowed value does not", "borrow of `")
    ):
        holder = next((one for one in outer_statements(node) if one.type == "let_declaration"), None)
        value = holder.child_by_field_name("value") if holder is not None else None
        if value is None:
            continue
        inner = value.child_by_field_name("value") if value.type == "reference_expression" else None
        marks = (Edit(value.start_byte, inner.start_byte, ""),) if inner is not None else ()
        if marks:
            yield at, marks
        inside = value.child_by_field_name("value") if value.type == "try_expression" else None
        if ITERATES.search(place.text(value)):
            for late, call in enumerate(COLLECTS):
                yield at + late / 4, (insert(value.end_byte, call),)
        for late, call in enumerate(ENDS):
            yield at + late / 4, (*marks, insert(value.end_byte, call))
            if inside is not None and call in (".cloned()", ".copied()", ".clone()"):
                yield at + late / 4, (insert(inside.end_byte, call),)


@repairs("E0382 E0505 E0502 E0499", late=60)
def declared_before(place: Place) -> Iterator[Proposed]:
    """`let x = ..;` that borrows or is read in a literal after a move goes first: fields in another order."""
    for literal in place.syntax.of("field_initializer_list", "tuple_expression", "arguments"):
        parts = [node for node in literal.named_children if node.type not in ("line_comment", "block_comment")]
        if not place.touches(literal) or len(parts) < 2 or literal.type != "field_initializer_list":
            continue
        for at, (first, second) in enumerate(pairwise(parts)):
            one, two = place.text(first), place.text(second)
            if place.near(first) is not None or place.near(second) is not None:
                yield (
                    at / 2,
                    (
                        Edit(first.start_byte, first.end_byte, two),
                        Edit(second.start_byte, second.end_byte, one),
                    ),
                )
        yield 0.5, _turned(place, parts)


def _turned(place: Place, parts: list[Node]) -> tuple[Edit, ...]:
    texts = [place.text(node) for node in reversed(parts)]
    return tuple(Edit(node.start_byte, node.end_byte, text) for node, text in zip(parts, texts, strict=True))
