"""Operators that write out what a call hides, so that only what is used is borrowed.

Covered: a method of the file written out where its call would borrow all of `self`, methods that need no `self`,
changes of a container collected while a loop goes over it. Not covered: methods of more than one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import fresh, function_named, statements
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls


@repairs("E0499 E0502 E0503 E0505 E0506 E0507 E0382 E0716", late=60)
def write_out_method(place: Place) -> Iterator[Proposed]:
    """`self.mark(x)` becomes the one expression of `mark`, so that only the fields it uses are borrowed."""
    for call, receiver, name in method_calls(place.syntax):
        cost = place.near(call)
        arguments = call.child_by_field_name("arguments")
        if cost is None or arguments is None or not re.fullmatch(r"[\w.]+", place.text(receiver)):
            continue
        for function in function_named(place, name):
            text = _written_out(
                place, function, place.text(receiver), [place.text(n) for n in arguments.named_children]
            )
            if text:
                block = call.parent is not None and call.parent.type not in ("expression_statement", "let_declaration")
                outer = f"({text})" if block and re.search(r"^[&*]| [-+*/=<>&|]+ ", text) else text
                yield cost, swapped(call, outer)


def _written_out(place: Place, function: Node, receiver: str, given: list[str]) -> str:
    """The single expression of a method with `self` and its parameters replaced; empty if it has more."""
    body, parameters = function.child_by_field_name("body"), function.child_by_field_name("parameters")
    inner = statements(body) if body is not None else []
    names = [n for n in (parameters.named_children if parameters is not None else ()) if n.type == "parameter"]
    if len(inner) != 1 or len(names) != len(given) or "return" in place.text(inner[0]):
        return ""
    text = place.text(inner[0]).rstrip().removesuffix(";")
    pairs = {"self": receiver, **{place.syntax.field(n, "pattern"): v for n, v in zip(names, given, strict=True)}}
    words = "|".join(re.escape(name) for name in pairs)
    return re.sub(rf"(?<![\w.'])({words})(?!\w|\s*:[^:])", lambda found: pairs[found[1]], text)


@repairs("E0499 E0502 E0501 E0500", late=60)
def method_without_self(place: Place) -> Iterator[Proposed]:
    """A method that does not use `self` becomes an associated function: `self.f(x)` becomes `Self::f(x)`."""
    for node in place.syntax.of("self_parameter"):
        function = enclosing(node, "function_item")
        body = function.child_by_field_name("body") if function is not None else None
        calls = list(method_calls(place.syntax, place.syntax.name(function))) if function is not None else []
        if (
            body is None
            or re.search(r"\bself\b", place.text(body))
            or not any(place.near(c) is not None for c, _, _ in calls)
        ):
            continue
        after = node.next_sibling
        comma = after is not None and after.type == "," and after.next_sibling is not None
        end = (
            after.next_sibling.start_byte
            if comma and after is not None and after.next_sibling is not None
            else node.end_byte
        )
        heads = [(c.child_by_field_name("function"), r) for c, r, _ in calls if place.text(r) == "self"]
        edits = [Edit(r.start_byte, f.child_by_field_name("field").start_byte, "Self::") for f, r in heads if f]  # type: ignore[union-attr]
        yield 0.2, (Edit(node.start_byte, end), *edits)


APPENDS = ("push", "push_back", "insert", "extend", "push_str", "remove")


@repairs("E0502 E0499 E0506 E0505 E0382", late=60)
def collect_first(place: Place) -> Iterator[Proposed]:
    """What a loop adds to or removes from the container that it goes over is collected, and done after the loop."""
    for loop in place.syntax.of("for_expression"):
        body, value = loop.child_by_field_name("body"), loop.child_by_field_name("value")
        if body is None or value is None or not place.touches(loop):
            continue
        for call, receiver, name in method_calls(place.syntax, *APPENDS):
            over = re.search(rf"{re.escape(place.text(receiver))}\b", place.text(value))
            if over and body.start_byte < call.start_byte < body.end_byte:
                yield 0.6, _collected(place, loop, call, receiver, name)


def _collected(place: Place, loop: Node, call: Node, receiver: Node, name: str) -> tuple[Edit, ...]:
    holder = loop.parent if loop.parent is not None and loop.parent.type == "expression_statement" else loop
    base, new, pad = place.text(receiver), fresh(place, "added", "more", "kept", "fresh"), place.syntax.indent(holder)
    line = insert(holder.start_byte, f"let mut {new} = Vec::new();\n{pad}")
    if name != "remove":
        return line, *swapped(receiver, new), insert(holder.end_byte, f"\n{pad}{base}.extend({new});")
    arguments = call.child_by_field_name("arguments")
    given = place.text(arguments.named_children[0]).lstrip("&*") if arguments and arguments.named_children else "()"
    after = f"\n{pad}for key in {new} {{\n{pad}    {base}.remove(&key);\n{pad}}}"
    return line, *swapped(call, f"{new}.push({given}.clone())"), insert(holder.end_byte, after)
