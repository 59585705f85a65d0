"""Operators on closures that outlive what they refer to: they move copies of it.

Covered: references, text, slices and fields of `self` that a returned, kept or started closure or `async` block
captures: copies before its statement, all together, or the reference followed where its `let` gets it. Not covered: one
name alone (`moving`), names that are used later (`shared_captures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, fields, implemented
from nightschool.repair.operators.ownership_facts import bindings, declaration, line_before, uses, within
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit

OUTLIVES = re.compile(r"may outlive|must outlive|escapes|does not live long enough|lifetime may not|is borrowed here")
GETS = re.compile(r"\.(?:get|first|last|iter|min|max|find|nth|next|peek)\b.*(?:\?|unwrap\(\)|\))$", re.DOTALL)
OWN_FIELD = re.compile(r"\bself\.(\w+)\b(?!\s*\()")


@repairs("E0373 E0521 E0597 E0621 E0700 E0716 none", late=150)
def own_captured(place: Place) -> Iterator[Proposed]:
    """`Box::new(|x| x * self.n * k)` becomes `let n = self.n; let k = *k; Box::new(move |x| x * n * k)`."""
    if not OUTLIVES.search(place.message):
        return
    for node in place.syntax.of("closure_expression", "async_block"):
        if not place.touches(node) or place.near(node) is None:
            continue
        fields_, names = list(_fields(place, node)), list(_names(place, node))
        kept = {name: f"let {name} = {_copy(place, text, kind)};" for name, text, kind in fields_}
        told = [(name, kind) for name, kind in names if kind or name in place.names] or ([] if kept else names)
        plain = {**kept, **{name: f"let {name} = {_copy(place, name, kind)};" for name, kind in told}}
        inside = [edit for name, text, _ in fields_ for edit in _renamed(place, node, text, name)]
        mark = () if child(node, "move") else _move(node)
        lent = [edit for name, kind in names if kind.startswith(("&str", "&[")) for edit in _lent(place, node, name)]
        followed = [(name, edit) for name, kind in names if (edit := _followed(place, node, name, kind)) is not None]
        if plain:
            for late, more in enumerate((tuple(lent), ()) if lent else ((),)):
                yield 0.4 + late * 0.2, (*_before(place, node, list(plain.values())), *mark, *inside, *more)
        if followed:
            rest = [line for name, line in plain.items() if name not in {one for one, _ in followed}]
            yield 0.2, (*_before(place, node, rest), *mark, *inside, *(edit for _, edit in followed))


def _move(node: Node) -> tuple[Edit, ...]:
    mark = child(node, "async")
    return (insert(mark.end_byte, " move") if mark is not None else insert(node.start_byte, "move "),)


def _before(place: Place, node: Node, lines: list[str]) -> tuple[Edit, ...]:
    """Lines before the statement, arm's value or closure's body that a closure belongs to."""
    if not lines:
        return ()
    holder = node
    while holder.parent is not None and holder.parent.type != "block":
        holder = holder.parent
    return line_before(place, node, f"\n{place.syntax.indent(holder)}".join(lines))


def _fields(place: Place, node: Node) -> Iterator[tuple[str, str, str]]:
    """(name, text, type) of fields of `self` that a closure reads."""
    item = place.item(implemented(place, node), "struct_item")
    kinds = {field.name: field.type for field in fields(place, item)}
    used = [found[1] for found in OWN_FIELD.finditer(place.text(node))]
    yield from [(name, f"self.{name}", kinds[name]) for name in dict.fromkeys(used) if name in kinds][:4]


def _names(place: Place, node: Node) -> Iterator[tuple[str, str]]:
    """(name, type) of references that a closure captures; names whose type does not show may be some.

    Those are copied where rustc names them, or where nothing else that is captured may be a reference.
    """
    found = []
    for one in locals_at(place, node.start_byte):
        own = [use for use in uses(place, one.name, node) if not _bound_inside(place, one.name, use, node)]
        if own and (one.type.startswith("&") or not one.type) and not one.type.startswith("&mut"):
            found.append((one.name, re.sub(r"^&\s*'\w+\s+", "&", one.type)))
    yield from found[:4]


def _bound_inside(place: Place, name: str, use: Node, closure: Node) -> bool:
    held = bindings(place, name, use.start_byte)[:1]
    return bool(held) and within(held[0], closure)


def _copy(place: Place, text: str, kind: str) -> str:
    """A value of its own for what a name or field of that type holds or refers to."""
    bare = kind.lstrip("&").strip()
    if NUMBER.fullmatch(bare) or bare in ("bool", "char"):
        return f"*{text}" if kind.startswith("&") else text
    if bare == "str":
        return f"{text}.to_string()"
    if bare.startswith("["):
        return f"{text}.to_vec()"
    return f"{text}.clone()" if kind else f"{text}.to_owned()"


def _renamed(place: Place, node: Node, text: str, name: str) -> Iterator[Edit]:
    """The field's copy in its place, in macros too."""
    inside = place.data[node.start_byte : node.end_byte]
    for found in re.finditer(rf"\b{re.escape(text)}\b(?!\s*\()".encode(), inside):
        yield Edit(node.start_byte + found.start(), node.start_byte + found.end(), name)


def _lent(place: Place, node: Node, name: str) -> Iterator[Edit]:
    """Owned text is lent where a call got the reference."""
    for use in uses(place, name, node):
        if use.parent is not None and use.parent.type == "arguments":
            yield insert(use.start_byte, "&")


def _followed(place: Place, node: Node, name: str, kind: str) -> Edit | None:
    """A star before what a `let` gets out of a list or map, if its type does not show that it cannot be copied."""
    holder = declaration(place, name, node.start_byte)
    if holder is None or holder.type != "let_declaration" or place.syntax.field(holder, "pattern") != name:
        return None
    value, copied = holder.child_by_field_name("value"), not kind or NUMBER.fullmatch(kind[1:]) is not None
    return insert(value.start_byte, "*") if value is not None and copied and GETS.search(place.text(value)) else None
