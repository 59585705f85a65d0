"""Operators on a local that several threads change: a `Mutex` around it, locked in each closure that is started.

Covered: closures given to `spawn` of a scope, with `move` or without, and to `thread::spawn` with a counted lock; what
is read after the threads is taken out of the lock before. Not covered: counted references that are there already
(`threads`), results given back through `join`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import CHANGING, is_changed, statement, uses
from nightschool.repair.operators.register import Proposed, around, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import Variable, child, enclosing
from nightschool.rust.tree_edits import Edit

STARRED = ("assignment_expression", "compound_assignment_expr", "binary_expression", "reference_expression")
"""What needs the value behind a guard itself."""


@repairs("E0499 E0382 E0373 E0506 E0503 E0502 E0521 E0597", late=150)
def lock_what_threads_change(place: Place) -> Iterator[Proposed]:
    """`scope.spawn(|| all.push(x))` becomes `scope.spawn(|| all.lock().unwrap().push(x))` of a `Mutex::new(all)`."""
    for variable in place.syntax.variables:
        if variable.mutable and variable.name in place.names:
            started = _started(place, variable)
            inside = [use for closure, _ in started for use in uses(place, variable.name, closure)]
            if not any(_changes(place, use) for use in inside) or _twice(inside):
                continue
            for late, moves in enumerate((False, True) if any(not _moves(one) for one, _ in started) else (True,)):
                edits = _locked(place, variable, started, moves)
                if edits:
                    yield 0.2 + late * 0.2, edits


def _started(place: Place, variable: Variable) -> list[tuple[Node, str]]:
    """(closure, what starts it) of closures that use a variable on a thread of their own."""
    found: dict[int, tuple[Node, str]] = {}
    for use in (use for later in variable.later for use in uses(place, variable.name, later)):
        closure = enclosing(use, "closure_expression")
        call = closure.parent.parent if closure is not None and closure.parent is not None else None
        called = place.syntax.field(call, "function") if call is not None else ""
        if closure is not None and called.endswith("spawn") and closure.start_byte > variable.declaration.end_byte:
            found[closure.start_byte] = (closure, called)
    return list(found.values())


def _changes(place: Place, use: Node) -> bool:
    parent = use.parent
    called = place.syntax.field(parent, "field") if parent is not None and parent.type == "field_expression" else ""
    return is_changed(use) or CHANGING.fullmatch(called) is not None


def _twice(found: list[Node]) -> bool:
    """Whether a statement would lock twice."""
    holders = [held.start_byte for use in found if (held := statement(use)) is not None]
    return len(set(holders)) < len(holders)


def _moves(closure: Node) -> bool:
    return child(closure, "move") is not None


def _locked(place: Place, variable: Variable, started: list[tuple[Node, str]], moves: bool) -> tuple[Edit, ...]:
    """The lock, what the closures do with it, and the value taken out of it before it is used again."""
    name, value = variable.name, variable.declaration.child_by_field_name("value")
    mut = child(variable.declaration, "mutable_specifier")
    counted = any("thread::spawn" in called for _, called in started)
    if value is None or mut is None or (counted and not moves):
        return ()
    lock, arc = _path(place, "Mutex"), _path(place, "Arc")
    before, after = (f"{arc}::new({lock}::new(", "))") if counted else (f"{lock}::new(", ")")
    edits = [Edit(mut.start_byte, mut.end_byte + 1), *around(value, before, after)]
    for closure, _ in started:
        edits += [edit for use in uses(place, name, closure) for edit in _through_lock(place, use)]
        if moves:
            edits += _given(place, closure, f"let {name} = {f'{arc}::clone(&{name})' if counted else f'&{name}'};")
    return (*edits, *_taken_out(place, variable, started[-1][0], counted))


def _path(place: Place, name: str) -> str:
    return name if name in place.syntax.imported else f"std::sync::{name}"


def _through_lock(place: Place, use: Node) -> Iterator[Edit]:
    parent = use.parent
    if parent is not None and parent.type in STARRED:
        yield insert(use.start_byte, "*")
    yield insert(use.end_byte, ".lock().unwrap()")


def _given(place: Place, closure: Node, line: str) -> Iterator[Edit]:
    """A reference of its own for a closure that moves what it uses."""
    holder = statement(closure)
    if holder is not None:
        yield insert(holder.start_byte, f"{line}\n{place.syntax.indent(holder)}")
        if not _moves(closure):
            yield insert(closure.start_byte, "move ")


def _taken_out(place: Place, variable: Variable, last: Node, counted: bool) -> Iterator[Edit]:
    """The value before the first statement after the threads that uses it."""
    name = variable.name
    after = [one for one in variable.later if one.start_byte >= last.end_byte and place.syntax.mentions(one, name)]
    if not after:
        return
    changed = any(_changes(place, use) for one in after for use in uses(place, name, one))
    out = f"std::mem::take(&mut *{name}.lock().unwrap())" if counted else f"{name}.into_inner().unwrap()"
    line = f"let {'mut ' if changed else ''}{name} = {out};"
    yield insert(after[0].start_byte, f"{line}\n{place.syntax.indent(after[0])}")
