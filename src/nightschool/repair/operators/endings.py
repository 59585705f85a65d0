"""Operators on how blocks end: semicolons too many or missing, no value, no `else`, a bare `return`.

Covered: `;` taken from or put behind last expressions, a value where none is given, `return` before a value, `else`
with a likely value. Not covered: the types of values (`mismatched`, `returning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, return_type
from nightschool.repair.likely import AtHand, error_values, likely_values
from nightschool.repair.operators.mismatch_facts import mismatches
from nightschool.repair.operators.register import Proposed, around, insert, repairs
from nightschool.repair.operators.returning import ended
from nightschool.repair.operators.value_positions import last, returned, tail
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit


def blocks(place: Place) -> list[tuple[int, Node]]:
    """Blocks whose end or start rustc names, or that stand in the named function; cheapest first."""
    found = []
    function = place.function
    for node in place.syntax.of("block"):
        inside = function is not None and function.start_byte <= node.start_byte and node.end_byte <= function.end_byte
        end = last(node)
        cost = place.near(end) if end is not None else place.near(node)
        if cost is not None or inside:
            found.append((2 if cost is None else cost, node))
    return sorted(found, key=lambda one: (one[0], -one[1].start_byte))


@repairs("E0308 E0277 E0317", late=20)
def semicolon(place: Place) -> Iterator[Proposed]:
    """The `;` behind a block's last expression goes; or one is put there; all branches of a kind together."""
    taken: list[Edit] = []
    for cost, block in blocks(place):
        end, value = last(block), tail(block)
        if end is not None and end.type == "expression_statement" and end.children[-1].type == ";":
            mark = end.children[-1]
            taken.append(Edit(mark.start_byte, mark.end_byte))
            yield cost, (taken[-1],)
        elif value is not None:
            yield cost + 1, (insert(value.end_byte, ";"),)
    if len(taken) > 1:
        yield 2, tuple(taken)


@repairs("E0308 E0277", late=30)
def last_value(place: Place) -> Iterator[Proposed]:
    """A last line with a likely value for a function that ends without one."""
    function = place.function
    body = function.child_by_field_name("body") if function is not None else None
    kind = return_type(place, function)
    if body is None or not kind or tail(body) is not None:
        return
    names = locals_at(place, max(body.end_byte - 1, 0))
    for turn, text in enumerate(return_values(place, body.end_byte - 1, kind, 10)):
        yield turn * 0.5, ended(place, body, text)
    for turn, one in enumerate(names[:4]):
        if not one.type or generic_args(one.type)[0] == generic_args(kind)[0]:
            yield turn * 0.5 + 0.2, ended(place, body, one.name)


def return_values(place: Place, at: int, kind: str, most: int = 8) -> list[str]:
    """Values of a return type at a place: contents wrapped, errors and None."""
    names = locals_at(place, max(at, 0))
    head, args = generic_args(kind)
    if head == "Result" and args:
        inner = ["()"] if args[0] == "()" else likely_values(place, args[0], names, 4)
        bad = [f"Err({one})" for one in error_values(place, at, AtHand(names), 6)]
        return [*(f"Ok({one})" for one in inner), *bad][:most]
    if head == "Option" and args:
        return ["None", *(f"Some({one})" for one in likely_values(place, args[0], names, 4))][:most]
    return likely_values(place, kind, names, most)


@repairs("E0069 E0308", late=40)
def bare_return(place: Place) -> Iterator[Proposed]:
    """`return;` gets a value: likely ones of the return type; in a function without one its value goes."""
    function = place.function
    kind = return_type(place, function)
    body = function.child_by_field_name("body") if function is not None else None
    for node in returned(body):
        if kind and not node.named_children:
            for turn, text in enumerate(return_values(place, node.start_byte, kind)):
                yield turn * 0.5, (insert(node.end_byte, f" {text}"),)
        elif not kind and node.named_children:
            yield 1, (Edit(node.start_byte + len("return"), node.end_byte),)


@repairs("E0308", late=40)
def early_return(place: Place) -> Iterator[Proposed]:
    """A value that stands where nothing is wanted is returned: `if c { v }` becomes `if c { return v; }`."""
    for one in mismatches(place):
        if one.expected != "()":
            continue
        node = place.syntax.root.descendant_for_byte_range(one.at, one.at)
        block = enclosing(node, "block") if node is not None else None
        value = tail(block)
        if value is not None and not re.match(r"return\b", place.text(value)):
            yield place.points.get(one.at, 1), around(value, "return ", ";")


@repairs("E0317 E0308", late=30)
def missing_else(place: Place) -> Iterator[Proposed]:
    """`if c { v }` gets an `else` with a likely value, or its value is returned."""
    for node in place.syntax.of("if_expression"):
        cost = place.near(node)
        inner = node.child_by_field_name("consequence")
        if cost is None or inner is None or node.child_by_field_name("alternative") is not None:
            continue
        for turn, text in enumerate(_else_values(place, node, inner)):
            yield cost + turn * 0.4, (insert(node.end_byte, f" else {{ {text} }}"),)
        value = tail(inner)
        if value is not None and not place.text(value).startswith("return"):
            yield cost + 0.8, around(value, "return ", ";")


def _else_values(place: Place, node: Node, inner: Node) -> list[str]:
    """Likely values: of the type the mismatch names, of the function, like the value given, and other literals near."""
    names = locals_at(place, node.start_byte)
    kinds = [k for one in mismatches(place) for k in (one.expected, one.found) if k not in ("()", "integer")]
    kinds += [
        place.syntax.field(holder, "type") for holder in (enclosing(node, "let_declaration"),) if holder is not None
    ]
    kinds.append(return_type(place, place.function))
    found = [text for kind in dict.fromkeys(kinds) if kind for text in return_values(place, node.start_byte, kind, 5)]
    given = tail(inner)
    found[1:1] = _mirrored(place, node, place.text(given))
    found += _like(place.text(given)) if given is not None else []
    found += [one.name for one in names[:5]] + [f"{one.name}.to_string()" for one in names[:3]]
    return list(dict.fromkeys(found))[:26]


def _mirrored(place: Place, node: Node, given: str) -> list[str]:
    """The given value with the names of the condition exchanged: `limit + 1` gives `value + 1`."""
    names = list(dict.fromkeys(re.findall(r"(?<![\w.:])[a-z_]\w*(?![\w(!:])", place.syntax.field(node, "condition"))))
    pairs = [(one, other) for one in names for other in names if one != other and re.search(rf"\b{one}\b", given)]
    return [re.sub(rf"\b{one}\b", other, given) for one, other in pairs[:3]]


def _like(text: str) -> list[str]:
    """Plain values that look like one."""
    if re.fullmatch(r"-?\d[\d_]*\w*|.*\.len\(\)", text):
        return ["0", "1", "-1"]
    if re.search(r"\d\.\d|f64", text):
        return ["0.0", "1.0"]
    if re.search(r"to_string\(\)$|^format!|^String::", text):
        return ["String::new()"]
    if text.startswith('"'):
        return ['""']
    for mark, other in (("Some(", "None"), ("Ok(", "Ok(())"), ("Err(", "Ok(())"), ("vec!", "Vec::new()")):
        if text.startswith(mark):
            return [other]
    return {"true": ["false"], "false": ["true"]}.get(text, ["0", "Default::default()"])
