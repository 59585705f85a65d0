"""Operators on trait methods whose types differ in form: a parameter or result is converted at the body's start or end.

Covered: text and lists owned or lent, values lent or copied, numbers, errors of another type, options and results of
each other. Not covered: numbers calculated in a wider type, `Some(..)` around a result (`widened`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, bound_names, generic_args, return_type, variants
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.operators.trait_items import concrete
from nightschool.repair.operators.trait_objects import tails
from nightschool.repair.operators.value_forms import WIDENS
from nightschool.repair.operators.widened import mismatched, parameter_nodes
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit


@repairs("E0053", late=200)
def convert_parameter(place: Place) -> Iterator[Proposed]:
    """A parameter takes the trait's type, and `let x = x.to_string();` or the like gives the body what it had."""
    for method, declared in mismatched(place):
        body, block = method.child_by_field_name("body"), method.parent.parent if method.parent is not None else None
        for one, other in zip(parameter_nodes(method), parameter_nodes(declared), strict=False):
            kind, names = one.child_by_field_name("type"), [*bound_names(place, one.child_by_field_name("pattern"))]
            if kind is None or body is None or block is None or len(names) != 1:
                continue
            wanted = concrete(place, block, place.syntax.field(other, "type"))
            for rank, form in enumerate(_forms(wanted, place.text(kind)) if wanted != place.text(kind) else ()):
                line = f"\n{place.syntax.indent(method)}    let {names[0]} = {form.format(names[0])};"
                yield 0.3 + rank * 0.4, (*swapped(kind, wanted), insert(body.start_byte + 1, line))


def _forms(given: str, wanted: str) -> Iterator[str]:
    """How a value of one type is given in another."""
    lent = re.fullmatch(r"&\s*(?:'\w+\s+)?(mut\s+)?(.+)", given)
    if NUMBER.fullmatch(given) and NUMBER.fullmatch(wanted):
        yield f"{wanted}::from({{}})" if given in WIDENS.get(wanted, "").split() else f"{{}} as {wanted}"
    elif wanted == "String" and lent:
        yield "{}.to_string()"
    elif lent and wanted.startswith("Vec<") and lent[2].startswith("["):
        yield "{}.to_vec()"
    elif lent and lent[2] == wanted and not lent[1]:
        yield from ("*{}", "{}.clone()")
    elif wanted in (f"&{given}", "&str") and (given == "String" or wanted != "&str"):
        yield "&{}"
    elif wanted.startswith("&[") and given.startswith("Vec<"):
        yield "&{}[..]"


@repairs("E0053", late=200)
def convert_result(place: Place) -> Iterator[Proposed]:
    """A result takes the trait's type, its values converted: `.to_string()`, `.map_err(E::V)`, `.ok()`, `&self.x`."""
    for method, declared in mismatched(place):
        block = method.parent.parent if method.parent is not None else None
        result, values = method.child_by_field_name("return_type"), tails(method.child_by_field_name("body"))
        if result is None or block is None or not values:
            continue
        wanted = concrete(place, block, return_type(place, declared))
        for rank, (before, after) in enumerate(_endings(place, place.text(result), wanted)):
            edits = [edit for one in values for edit in _ended(place, one, before, after)]
            edits += _passed_on(place, method, after) if "map_err" in after else []
            yield 0.3 + rank * 0.3, (*swapped(result, wanted), *edits)


def _endings(place: Place, had: str, wanted: str) -> Iterator[tuple[str, str]]:
    """What goes before and after a value of one type to make it one of another."""
    (head, args), (new, given) = generic_args(had), generic_args(wanted)
    if wanted == "String" and "str" in had:
        yield "", ".to_string()"
    elif had in ("String", "Vec<u8>") and wanted.startswith("&"):
        yield "&", ""
    elif (head, new) == ("Result", "Option"):
        yield "", ".ok()"
    elif (head, new) == ("Result", "Result") and re.match(r"Box<dyn\b", given[-1]):
        yield "", ".map_err(Into::into)"
    elif new == "Result" and len(given) == 2 and head in ("Result", "Option"):
        call = "map_err" if head == "Result" else "ok_or"
        for one in variants(place, place.item(given[1])):
            path = given[1] if place.item(given[1], "struct_item") is not None else f"{given[1]}::{one.name}"
            if head == "Result" and len(one.fields) == 1:
                text = ", ".join(args[1:])
                plain = one.shape == "(" and one.fields[0].type == text
                made = one.call(path, {one.fields[0].name: "error.to_string()"})
                yield "", f".map_err({path})" if plain else f".map_err(|error| {made})"
            elif not one.fields:
                yield "", f".{call}({path})" if head == "Option" else f".map_err(|_| {path})"


def _passed_on(place: Place, method: Node, after: str) -> list[Edit]:
    """Every `x?` and `Err(x)` of a method with its error converted; `?` itself boxes."""
    found = [one for one in place.syntax.of("try_expression") if method.start_byte <= one.start_byte < method.end_byte]
    edits = [insert(one.end_byte - 1, after) for one in found if after != ".map_err(Into::into)"]
    function = re.fullmatch(r"\.map_err\(([\w:]+)\)", after)
    for call in place.syntax.of("call_expression") if function else ():
        listed = call.child_by_field_name("arguments")
        inside = method.start_byte <= call.start_byte < method.end_byte
        if function and listed is not None and inside and place.syntax.field(call, "function") == "Err":
            edits += [edit for one in listed.named_children[:1] for edit in around(one, f"{function[1]}(", ")")]
    return edits


def _ended(place: Place, node: Node, before: str, after: str) -> Iterator[Edit]:
    """A value with text around it; a clone that is lent instead goes."""
    text = place.text(node)
    cloned = re.fullmatch(r"(self(?:\.\w+)+)\.(?:clone|to_string|to_owned|to_vec)\(\)", text, re.DOTALL)
    if before == "&" and cloned:
        yield from swapped(node, f"&{cloned[1]}")
    elif not (before and text.startswith('"')):
        ok = re.fullmatch(r"(Ok|Err|Some|None)\b.*", text, re.DOTALL)
        if not ok or "map_err" not in after:
            yield from (insert(node.start_byte, before), insert(node.end_byte, after))
