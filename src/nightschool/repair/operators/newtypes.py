"""Operators on impls of foreign traits for foreign types: a type of the file's own stands between them.

Covered: `impl Display for Vec<T>` and other traits with `&self`: a struct that borrows the value, with the file's
formats and `to_string` of values of that type. Not covered: traits that make or change values, uses through bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, plain
from nightschool.repair.operators.item_facts import head_start, items, receiver
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at, type_of
from nightschool.rust.tree import VALUE_MACROS
from nightschool.rust.tree_edits import Edit, method_calls


@repairs("E0117 E0210", late=200)
def newtype(place: Place) -> Iterator[Proposed]:
    """`impl Display for Vec<T>` becomes `struct Ts<'a>(&'a Vec<T>);` with its impl, and what is shown is one."""
    if not {"E0117", "E0210"} & place.codes:
        return
    for block in place.syntax.of("impl_item"):
        kind, body = block.child_by_field_name("type"), block.child_by_field_name("body")
        methods = items(block, "function_item")
        lent = methods and all(receiver(place.syntax, one) == "&self" for one in methods)
        if kind is None or body is None or not lent or place.near(block) is None:
            continue
        for rank, name in enumerate(_names(place, place.text(kind))):
            edits = [*_declared(place, block, name), *_read_through(place, body)]
            uses = _uses(place, plain(place.text(kind)), name)
            yield rank * 0.5 + (0 if uses else 1), (*edits, *uses)


def _names(place: Place, kind: str) -> list[str]:
    """Names for the new type, after what the foreign one holds, that the file does not have."""
    args = [re.sub(r"\W", "", plain(one)) for one in generic_args(plain(kind))[1] or re.findall(r"\w+", kind)]
    inner = next((one for one in reversed(args) if one[:1].isupper()), "Values")
    head = generic_args(plain(kind))[0]
    found = [f"{inner}s", f"{inner}{head or 'List'}", f"Shown{inner}s"]
    return [one for one in found if not re.search(rf"\b{one}\b", place.source)][:2]


def _declared(place: Place, block: Node, name: str) -> list[Edit]:
    """The struct above the impl, and the impl for it."""
    kind, listed = block.child_by_field_name("type"), block.child_by_field_name("type_parameters")
    own = (
        [place.syntax.name(one) for one in listed.named_children if place.syntax.name(one)[:1] != "'"] if listed else []
    )
    there, here = ", ".join(["'a", *own]), ", ".join(["'_", *own])
    text = f"struct {name}<{there}>(&'a {plain(place.text(kind))});\n\n{place.syntax.indent(block)}"
    return [insert(head_start(block), text), *swapped(kind, f"{name}<{here}>")] if kind is not None else []


def _read_through(place: Place, body: Node) -> list[Edit]:
    """`self` in the methods becomes `self.0`."""
    found = [one for one in place.syntax.between(body.start_byte, body.end_byte, "self")
             if one.parent is not None and one.parent.type != "self_parameter"]  # fmt: skip
    return [insert(one.end_byte, ".0") for one in found if place.data[one.end_byte : one.end_byte + 2] != b"::"]


def _uses(place: Place, kind: str, name: str) -> list[Edit]:
    """Values of the type in formats and before `to_string`, as the new type."""
    view = Place(place.source, place.diagnostics, macros_as_calls=True)
    edits: list[Edit] = []
    for call in view.syntax.of("call_expression"):
        macro, listed = view.syntax.field(call, "function"), call.child_by_field_name("arguments")
        if macro.endswith("!") and macro[:-1] in VALUE_MACROS and listed is not None:
            edits += _shown(view, listed, kind, name)
    for _, value, _ in method_calls(view.syntax, "to_string"):
        edits += _made(view, value, kind, name)
    return edits


def _shown(view: Place, listed: Node, kind: str, name: str) -> Iterator[Edit]:
    """Arguments of a format, and names in its text as named arguments: these last, as they stand behind the others."""
    end = len(view.data[: listed.end_byte - 1].rstrip())
    comma = " " if view.data[end - 1 : end] == b"," else ", "
    for one in sorted(listed.named_children, key=lambda one: one.type == "string_literal"):
        if one.type == "string_literal":
            inline = dict.fromkeys(re.findall(r"(?<!\{)\{([a-z_]\w*)[:}]", view.text(one)))
            known = {local.name: local.type for local in locals_at(view, one.start_byte)}
            for word in inline:
                if plain(known.get(word, "")) == kind:
                    mark = "" if known[word].startswith("&") else "&"
                    yield insert(end, f"{comma}{word} = {name}({mark}{word})")
        else:
            named = one.child_by_field_name("right") if one.type == "assignment_expression" else None
            yield from _made(view, named or one, kind, name)


def _made(view: Place, value: Node, kind: str, name: str) -> tuple[Edit, ...]:
    """A value of the type as the new one."""
    have = type_of(view, value)
    if plain(have) != kind:
        return ()
    return around(value, f"{name}({'' if have.startswith('&') else '&'}", ")")
