"""Operators on loops that remove from what they go over: `retain`.

Covered: a loop whose body is one `if` that removes the element, for lists and maps, with what else the `if` does. Not
covered: loops that leave early, or collect first (`written_out`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import statement, statements
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place

SOURCE = re.compile(r"&(?:mut )?([\w.]+)|([\w.]+)\.(?:clone\(\)\.)?(iter|iter_mut|keys)\(\)(\.enumerate\(\))?")


@repairs("E0502 E0499 E0505", late=150)
def retain_instead(place: Place) -> Iterator[Proposed]:
    """`for x in &v { if c(x) { v.remove(..); } }` becomes `v.retain(|x| !(c(x)));`."""
    for loop in place.syntax.of("for_expression"):
        found = SOURCE.fullmatch(place.syntax.field(loop, "value"))
        branch = _only_if(loop)
        condition = branch.child_by_field_name("condition") if branch is not None else None
        held = statement(loop)
        if found is None or branch is None or condition is None or held is None or not place.touches(loop):
            continue
        base = found[1] or found[2]
        kept = _without_removal(place, branch, base)
        names = _parameters(place.syntax.field(loop, "pattern"), found)
        if kept is not None and names:
            test = place.text(condition)
            whole = (
                f"!({test})"
                if not kept and condition.type != "let_condition"
                else (f"{{ if {test} {{ {' '.join([*kept, 'return false;'])} }} true }}")
            )
            yield 0.2, swapped(held, f"{base}.retain(|{names}| {whole});")


def _only_if(loop: Node) -> Node | None:
    """The `if` that is all of a loop's body and has no `else`."""
    body = loop.child_by_field_name("body")
    held = statements(body) if body is not None else []
    inner = held[0] if len(held) == 1 else None
    inner = inner.named_children[0] if inner is not None and inner.type == "expression_statement" else inner
    if inner is None or inner.type != "if_expression" or inner.child_by_field_name("alternative") is not None:
        return None
    return inner


def _without_removal(place: Place, branch: Node, base: str) -> list[str] | None:
    """What a branch does beside removing from a collection; None if it does not, or leaves early."""
    body = branch.child_by_field_name("consequence")
    texts = [place.text(one) for one in statements(body)] if body is not None else []
    kept = [text for text in texts if not re.match(rf"{re.escape(base)}\.(?:swap_)?remove\(", text)]
    if len(kept) != len(texts) - 1 or re.search(r"\b(return|break|continue)\b|\?[;.,)]", " ".join(kept)):
        return None
    return kept


def _parameters(pattern: str, found: re.Match[str]) -> str:
    """What the closure of `retain` takes for a loop's pattern; empty if that cannot be told."""
    pair = re.fullmatch(r"\((\w+), ([&\w]+)\)", pattern)
    if found[4]:
        return pair[2] if pair else ""
    if found[3] == "keys":
        return f"{pattern}, _"
    return f"{pair[1]}, {pair[2]}" if pair else pattern
