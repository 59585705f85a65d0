"""Operators on a type that nothing tells, which edition 2024 takes for `!` and earlier ones for `()`: it is said.

Covered: calls of methods and functions whose value is dropped, by their arguments or by `let () =`. Not covered: types
that rustc cannot infer at all (`annotations`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import functions
from nightschool.repair.operators.item_facts import type_parameters
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0277", late=100)
def unit_type(place: Place) -> Iterator[Proposed]:
    """`load()?;` becomes `load::<()>()?;` or `let () = load()?;` where rustc says that `()` may be meant."""
    if not re.search(r"trait bound `!: |for `!`|use the type `\(\)` here", place.message):
        return
    for node in place.syntax.of("call_expression"):
        name = _name(node)
        if name is None or min((abs(name.start_byte - at) for at in place.points), default=1) > 0:
            continue
        for rank, text in enumerate(_arguments(place, node, name)):
            yield rank * 0.2, _with_arguments(name, text)
        statement = enclosing(node, "expression_statement", "let_declaration", "block")
        if statement is not None and statement.type == "expression_statement":
            yield 0.4, (insert(statement.start_byte, "let () = "),)


def _name(call: Node) -> Node | None:
    """The name at the end of what is called, with its arguments if it has some."""
    called = call.child_by_field_name("function")
    inner = (
        called.child_by_field_name("function") if called is not None and called.type == "generic_function" else called
    )
    for field in ("field", "name"):
        if inner is not None and inner.child_by_field_name(field) is not None:
            inner = inner.child_by_field_name(field)
    return inner


def _arguments(place: Place, call: Node, name: Node) -> list[str]:
    """`()` as each of the called function's type parameters in turn, the ones that its arguments do not tell first."""
    own = functions(place, place.text(name))
    listed = [place.syntax.name(one) for one in type_parameters(own[0])] if own else ["T"]
    taken = place.syntax.field(own[0], "parameters") if own else ""
    open_ = [one for one in listed if not re.search(rf"\b{re.escape(one)}\b", taken)] or listed
    return ["::<" + ", ".join("()" if one == which else "_" for one in listed) + ">" for which in open_[:3]]


def _with_arguments(name: Node, text: str) -> tuple[Edit, ...]:
    """`text`, type arguments after `::`, behind a name or in the place of those it has."""
    holder = name.parent
    while holder is not None and holder.type in ("field_expression", "scoped_identifier"):
        holder = holder.parent
    given = holder.child_by_field_name("type_arguments") if holder is not None else None
    return swapped(given, text[2:]) if given is not None else (insert(name.end_byte, text),)
