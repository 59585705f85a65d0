"""Operators on closures that outlive their function and share what it keeps or other closures use.

Covered: clones of all captured names that are used again, in a block around a closure that moves them; a cell that
several closures share behind a counted reference. Not covered: one name alone (`moving`), counters that are no cell
(`captures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER
from nightschool.repair.operators.moving import copies
from nightschool.repair.operators.ownership_facts import bindings, uses, within
from nightschool.repair.operators.register import Proposed, around, repairs
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree import Variable, child, enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0373 E0382 E0505 E0521 E0597", late=150)
def clone_all_captured(place: Place) -> Iterator[Proposed]:
    """`f(|| a.g(b))` becomes `f({ let a = a.clone(); let b = b.clone(); move || a.g(b) })`, for names used later."""
    for node in place.syntax.of("closure_expression"):
        cost = place.near(node) if place.touches(node) else None
        shared = _used_later(place, node) if cost is not None else []
        if cost is not None and len(shared) > 1:
            yield cost, _cloning(node, [f"let {name} = {copies(place, name)[0]};" for name in shared])


def _used_later(place: Place, node: Node) -> list[str]:
    """Names of the function that a closure captures and that are used after it, plain numbers aside."""
    function, body = enclosing(node, "function_item"), node.child_by_field_name("body")
    if function is None or body is None:
        return []
    known = [one for one in locals_at(place, node.start_byte) if not NUMBER.fullmatch(one.type) and one.type != "bool"]
    found = []
    for one in known:
        inside = [use for use in uses(place, one.name, body) if not _own(place, one.name, use, node)]
        if inside and any(use.start_byte >= node.end_byte for use in uses(place, one.name, function)):
            found.append(one.name)
    return found


def _own(place: Place, name: str, use: Node, closure: Node) -> bool:
    """Whether a name in a closure is one that the closure binds itself."""
    found = bindings(place, name, use.start_byte)[:1]
    return bool(found) and within(found[0], closure)


def _cloning(node: Node, lines: list[str]) -> tuple[Edit, ...]:
    """A block around a closure with lines before it, the closure with `move`."""
    return around(node, f"{{ {' '.join(lines)} {'move ' if child(node, 'move') is None else ''}", " }")


CELLS = {"Cell": "Rc", "RefCell": "Rc", "Mutex": "Arc", "RwLock": "Arc"}


@repairs("E0373 E0382 E0505 E0515 E0597", late=150)
def share_cell_between_closures(place: Place) -> Iterator[Proposed]:
    """`let x = Cell::new(0);` becomes `let x = Rc::new(Cell::new(0));`, and each closure moves a clone of it."""
    for variable in place.syntax.variables:
        made = re.match(r"(?:std::)?(?:cell::|sync::)?(\w+)::(?:new|default)\(", variable.value)
        value = variable.declaration.child_by_field_name("value")
        if value is None or made is None or made[1] not in CELLS:
            continue
        closures = _capturing(place, variable)
        if any(place.touches(node) for node in closures):
            counted = _path(place, CELLS[made[1]])
            line = f"let {variable.name} = {counted}::clone(&{variable.name});"
            blocks = [edit for node in closures for edit in _cloning(node, [line])]
            yield 0.2, (*around(value, f"{counted}::new(", ")"), *blocks)


def _capturing(place: Place, variable: Variable) -> list[Node]:
    """The outermost closures that use a variable."""
    found: dict[int, Node] = {}
    for use in (node for later in variable.later for node in uses(place, variable.name, later)):
        holder, outer = None, enclosing(use, "closure_expression")
        while outer is not None and outer.start_byte > variable.declaration.end_byte:
            holder, outer = outer, enclosing(outer, "closure_expression")
        if holder is not None:
            found[holder.start_byte] = holder
    return list(found.values())


def _path(place: Place, name: str) -> str:
    """A counted reference as the file can name it."""
    imported = re.search(rf"^use std::(?:rc|sync)(?:::|::\{{[^}}]*\b){name}\b", place.source, re.M)
    return name if imported else f"std::{'rc' if name == 'Rc' else 'sync'}::{name}"
