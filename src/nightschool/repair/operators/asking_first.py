"""Operators on look-ups that may leave the function and then hold a borrow: ask first, change then.

Covered: `?` and `let .. else` on a mutable look-up, one or several, which is asked for where it stood and done again
right before its first use. Not covered: look-ups whose order does not matter (`statements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.ownership_facts import cut, labelled, outer_statements, statements
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

ASKED = re.compile(r"\.(get|iter|first|last|values|front|back|chunks|as|as_deref|peek)_mut\(")


@repairs("E0499 E0502 E0506 E0503", late=200)
def ask_first(place: Place) -> Iterator[Proposed]:
    """`let a = m.get_mut(k)?; f(m); a.g();` becomes `m.get(k)?; f(m); let a = m.get_mut(k)?; a.g();`."""
    found: list[Node] = []
    for _, node in (*labelled(place), *labelled(place, "borrow")):
        found += [one for one in outer_statements(node) if one not in found and _asked(place, one)]
    found.sort(key=lambda node: node.start_byte)
    same = [node for node in found if node.parent == found[0].parent]
    if len(same) > 1:
        yield 0.0, _asking(place, same)
    for turn, node in enumerate(found):
        yield 0.1 + turn * 0.3, _asking(place, [node])


def _asked(place: Place, node: Node) -> str:
    """The line that leaves the function as a look-up would, without its borrow; empty for other statements."""
    value, other = node.child_by_field_name("value"), node.child_by_field_name("alternative")
    if node.type != "let_declaration" or value is None:
        return ""
    text = ASKED.sub(lambda call: f".{'as_ref' if call[1] == 'as' else call[1]}(", place.text(value))
    if text == place.text(value):
        return ""
    if value.type == "try_expression" and other is None:
        return f"{text};"
    pattern = re.match(r"(Some|Ok)\(", place.syntax.field(node, "pattern"))
    if other is None or pattern is None:
        return ""
    return f"if {text}.{'is_none' if pattern[1] == 'Some' else 'is_err'}() {place.text(other)}"


def _asking(place: Place, lets: list[Node]) -> tuple[Edit, ...]:
    """The questions where the first look-up stood, and each look-up before the statement that first uses it."""
    pad = place.syntax.indent(lets[0])
    edits = [insert(lets[0].start_byte, "".join(f"{_asked(place, node)}\n{pad}" for node in lets))]
    for node in lets:
        use = _first_use(place, node)
        if use is not None:
            edits += [cut(place, node), insert(use.start_byte, f"{place.text(node)}\n{pad}")]
    return _one_line(place, lets[0], edits)


def _one_line(place: Place, first: Node, edits: list[Edit]) -> tuple[Edit, ...]:
    """The questions take the line that the first look-up leaves."""
    gone = next((edit for edit in edits[1:] if edit.start <= first.start_byte < edit.end), None)
    if gone is None:
        return tuple(edits)
    asked, pad = edits[0].text, place.data[gone.start : first.start_byte].decode(errors="replace")
    rest = place.data[first.end_byte : gone.end].decode(errors="replace")
    kept = f"{pad}{asked.rstrip()}{rest}" if rest else asked
    return (Edit(gone.start, gone.end, kept), *(edit for edit in edits[1:] if edit is not gone))


def _first_use(place: Place, node: Node) -> Node | None:
    """The first later statement of the block that has a name of a `let`."""
    names = list(bound_names(place, node.child_by_field_name("pattern")))
    held = statements(node.parent) if node.parent is not None else []
    later = held[held.index(node) + 1 :] if node in held else []
    return next((one for one in later if any(place.syntax.mentions(one, name) for name in names)), None)
