"""Operators on fields that are changed through `Rc` or `Arc`: the field becomes a cell, in the whole file.

Covered: assignments and calls that change a field of what is shared; `Cell` for plain numbers and bools, else
`RefCell`, and `Mutex` behind `Arc`; the field's type, its values in literals, every read and write of it. Not covered:
fields behind `&self` (`interior`), a value of its own for whoever changes it (`Rc::make_mut`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.operators.item_facts import items
from nightschool.repair.operators.ownership_facts import labelled
from nightschool.repair.operators.register import Proposed, around, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

SHARED = re.compile(r"data in an `(Rc|Arc)`")
PLAIN = re.compile(r"[iuf](?:8|16|32|64|128|size)|bool|char")
CALLS = {"RefCell": (".borrow()", ".borrow_mut()"), "Mutex": (".lock().unwrap()", ".lock().unwrap()")}
"""How a cell is read and how it is changed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field that becomes a cell."""

    field: str
    holder: str
    """Name of the struct."""
    kind: str
    """Name of the cell."""
    path: str
    """As the file can name it."""


@repairs("E0594 E0596", late=200)
def counted_cell(place: Place) -> Iterator[Proposed]:
    """`node.parent = p` behind `Rc` becomes `*node.parent.borrow_mut() = p` with a field `RefCell<Weak<Node>>`."""
    shared = SHARED.search(place.message)
    for name in dict.fromkeys(_changed(place)) if shared is not None else ():
        found = [one for one in _declared(place) if place.syntax.name(one[1]) == name]
        kind = found[0][1].child_by_field_name("type") if len(found) == 1 else None
        for rank, cell in enumerate(_cells(place, shared[1], place.text(kind)) if kind is not None and shared else ()):
            one = Cell(name, place.syntax.name(found[0][0]), cell, _path(place, cell))
            uses = [edit for use in _uses(place, name) for edit in _through(place, use, one)]
            edits = (*around(kind, f"{one.path}<", ">"), *_made(place, one), *uses) if kind is not None else ()
            yield rank * 0.5, edits


def _changed(place: Place) -> Iterator[str]:
    """The fields that rustc says are changed: those assigned, or those whose method is called."""
    for _, node in labelled(place):
        holder: Node | None = node
        while holder is not None and holder.type in ("identifier", "self", "field_expression"):
            if holder.type == "field_expression" and not _is_called(holder):
                yield place.syntax.field(holder, "field")
                break
            holder = holder.parent


def _is_called(field: Node) -> bool:
    parent = field.parent
    return parent is not None and parent.type == "call_expression" and parent.child_by_field_name("function") == field


def _declared(place: Place) -> list[tuple[Node, Node]]:
    """(struct, field) of all named fields of the file."""
    return [(item, one) for item in place.syntax.of("struct_item") for one in items(item, "field_declaration")]


def _cells(place: Place, shared: str, kind: str) -> list[str]:
    """Cells for a type behind that pointer, the likeliest first."""
    if shared == "Arc":
        return ["Mutex"]
    return ["Cell", "RefCell"] if PLAIN.fullmatch(kind) else ["RefCell"]


def _path(place: Place, cell: str) -> str:
    if cell in place.syntax.imported:
        return cell
    return f"std::{'sync' if cell == 'Mutex' else 'cell'}::{cell}"


def _made(place: Place, cell: Cell) -> Iterator[Edit]:
    """The field's values in literals of its struct."""
    for one in place.syntax.of("field_initializer", "shorthand_field_initializer"):
        literal = one.parent.parent if one.parent is not None else None
        value = one.child_by_field_name("value")
        if literal is None or place.syntax.name(literal) not in (cell.holder, "Self"):
            continue
        if value is not None and place.syntax.field(one, "field") == cell.field:
            yield from around(value, f"{cell.path}::new(", ")")
        elif value is None and place.text(one) == cell.field:
            yield insert(one.end_byte, f": {cell.path}::new({cell.field})")


def _uses(place: Place, name: str) -> list[Node]:
    """Where the field is read or written."""
    found = place.syntax.of("field_expression")
    return [node for node in found if place.syntax.field(node, "field") == name and not _is_called(node)]


def _through(place: Place, node: Node, cell: Cell) -> tuple[Edit, ...]:
    """A read or write of the field through its cell."""
    parent = node.parent
    assigned = parent is not None and parent.type in ("assignment_expression", "compound_assignment_expr")
    written = parent if assigned and parent is not None and parent.child_by_field_name("left") == node else None
    if cell.kind == "Cell":
        return (insert(node.end_byte, ".get()"),) if written is None else _set(place, node, written)
    read, change = CALLS[cell.kind]
    if written is not None:
        return insert(node.start_byte, "*"), insert(node.end_byte, change)
    named = any(node.start_byte <= point < node.end_byte for point, cost in place.points.items() if cost == 0)
    edit = insert(node.end_byte, change if named else read)
    if parent is not None and parent.type == "reference_expression":
        return (edit,)
    stands = parent is not None and parent.type in ("field_expression", "index_expression", "try_expression")
    return (edit,) if stands else (insert(node.start_byte, "*"), edit)


def _set(place: Place, node: Node, written: Node) -> tuple[Edit, ...]:
    """`x.n += 1` becomes `x.n.set(x.n.get() + 1)`."""
    mark, right = place.syntax.field(written, "operator").rstrip("="), written.child_by_field_name("right")
    if right is None:
        return ()
    before = f".set({place.text(node)}.get() {mark} " if mark else ".set("
    return Edit(node.end_byte, right.start_byte, before), insert(right.end_byte, ")")
