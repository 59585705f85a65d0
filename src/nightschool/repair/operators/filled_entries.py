"""Operators on entries of a map whose closure needs the owner of the map: the value is worked out first.

Covered: `or_insert_with` whose closure calls methods of `self` or uses the map; the value is looked up, and worked out
and inserted only where there is none. Not covered: values that are worked out in any case (`naming`), `match` on a
look-up (`splitting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import fresh, statement
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

ENTRY = re.compile(r"(?P<map>.+?)\s*\.entry\((?P<key>.+)\)", re.DOTALL)


@repairs("E0500 E0501 E0499 E0502 E0505", late=150)
def fill_before_entry(place: Place) -> Iterator[Proposed]:
    """`*m.entry(k).or_insert_with(|| self.f(k))` becomes `if !m.contains_key(&k) { .. m.insert(k, made); } m[&k]`."""
    for call, receiver, _ in method_calls(place.syntax, "or_insert_with"):
        entry, arguments = ENTRY.fullmatch(place.text(receiver)), call.child_by_field_name("arguments")
        closure = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        body = closure.child_by_field_name("body") if closure is not None else None
        holder = statement(call)
        if entry is None or body is None or holder is None or holder.parent is None or not place.touches(call):
            continue
        for late, (asked, key) in enumerate(_keys(entry["key"])):
            lines = _filled(place, holder, (entry["map"], asked, key), body)
            read = _read(place, call, entry["map"], asked)
            yield 0.2 + late * 0.2, (Edit(holder.start_byte, holder.start_byte, lines), read)


def _keys(key: str) -> list[tuple[str, str]]:
    """(how a key is lent to look-ups, how the insert owns it)."""
    bare = re.sub(r"\.(clone|to_string|to_owned|to_vec)\(\)$", "", key)
    if bare != key:
        asked = (f"&{bare}", bare) if key.endswith(".clone()") else (bare, f"&{bare}")
        return [(one, key) for one in asked]
    if key.startswith("&"):
        return [(key, key)]
    return [(f"&{key}", key), (f"&{key}", f"{key}.clone()")]


def _filled(place: Place, holder: Node, names: tuple[str, str, str], body: Node) -> str:
    """The lines that put a value into the map where it has none."""
    pad, name = place.syntax.indent(holder), fresh(place, "made", "value", "filled")
    base, asked, key = names
    made = f"{pad}    let {name} = {place.text(body)};\n{pad}    {base}.insert({key}, {name});\n"
    return f"if !{base}.contains_key({asked}) {{\n{made}{pad}}}\n{pad}"


def _read(place: Place, call: Node, base: str, asked: str) -> Edit:
    """The value in the map where the entry stood: read where a star follows it or it is copied, else to be changed."""
    parent = call.parent
    if parent is not None and parent.type == "unary_expression" and place.text(parent).startswith("*"):
        outer = parent.parent
        changed = outer is not None and outer.child_by_field_name("left") == parent and outer.type in _CHANGES
        text = f"*{base}.get_mut({asked}).unwrap()" if changed else f"{base}[{asked}]"
        return Edit(parent.start_byte, parent.end_byte, text)
    copied = parent is not None and place.syntax.field(parent, "field") in ("clone", "len", "is_empty", "to_string")
    return Edit(call.start_byte, call.end_byte, f"{base}[{asked}]" if copied else f"{base}.get_mut({asked}).unwrap()")


_CHANGES = ("assignment_expression", "compound_assignment_expr")
