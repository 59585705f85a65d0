"""Operators on closures: what they capture and how, and state that several of them share.

Covered: `move` on closures and `async` blocks, inner closures that borrow what the outer owns, a `Cell` for a counter
that several closures or a closure and its owner change, arguments in a captured variable's place. Not covered: clones
before a closure (`moving`), traits of closures (`mutability`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import labelled, line_before, statements, uses
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree import Variable, child, enclosing
from nightschool.rust.tree_edits import Edit


@repairs("E0373 E0521 E0597 E0716 E0505 E0499 E0502 E0506 E0515 E0700 none", late=40)
def move_closure(place: Place) -> Iterator[Proposed]:
    """`|x| ..` becomes `move |x| ..`, `async {}` becomes `async move {}`; the closure around it too."""
    found = [node for node in place.syntax.of("closure_expression", "async_block") if child(node, "move") is None]
    for node in found:
        cost = place.near(node) if place.touches(node) else None
        function = enclosing(node, "function_item")
        if cost is None and (function is None or function != place.function):
            continue
        cost = 2 if cost is None else cost
        yield cost, (_moved(node),)
        outer = enclosing(node, "closure_expression")
        if outer is not None and child(outer, "move") is None:
            yield cost + 0.5, (_moved(outer), _moved(node))
    if len(found) > 1 and place.codes & {"E0373", "E0521"}:
        yield 1.0, tuple(_moved(node) for node in found if place.touches(node))


def _moved(node: Node) -> Edit:
    mark = child(node, "async")
    return insert(mark.end_byte, " move") if mark is not None else insert(node.start_byte, "move ")


@repairs("E0507 E0373 E0382 E0525", late=60)
def borrow_outside_inner_closure(place: Place) -> Iterator[Proposed]:
    """`let x = &x;` before the statement, or at the start of the outer closure, and `move` on the inner one."""
    for inner in place.syntax.of("closure_expression"):
        outer = enclosing(inner, "closure_expression")
        if outer is None or not (place.touches(inner) or place.touches(outer)):
            continue
        mark = () if child(inner, "move") else (insert(inner.start_byte, "move "),)
        names = [name for name in place.quoted if name in place.names and uses(place, name, inner)]
        for turn, name in enumerate(names[:3]):
            for late, text in ((0.0, f"let {name} = &{name};"), (0.4, f"let {name} = {name}.clone();")):
                for far, node in ((0.0, outer), (0.3, inner)):
                    lines = line_before(place, node, text)
                    if lines:
                        yield turn + late + far, (lines[0], *mark, *lines[1:])


@repairs("E0507 E0525 E0382 E0373", late=60)
def clone_inside_closure(place: Place) -> Iterator[Proposed]:
    """A captured value that a closure gives away is cloned inside it, every use, or at its start."""
    for node in place.syntax.of("closure_expression"):
        if not place.touches(node):
            continue
        body = node.child_by_field_name("body")
        for turn, name in enumerate([name for name in place.quoted if name in place.names][:3]):
            found = uses(place, name, body) if body is not None else []
            if found and body is not None:
                first = statements(body)[:1] if body.type == "block" else []
                yield turn + 0.2, tuple(insert(use.end_byte, ".clone()") for use in found)
                if first:
                    pad = place.syntax.indent(first[0])
                    yield turn + 0.4, (insert(first[0].start_byte, f"let {name} = {name}.clone();\n{pad}"),)


NUMBER = re.compile(r"-?\d[\d_.]*(?:[iuf](?:8|16|32|64|128|size))?|true|false")


@repairs("E0499 E0502 E0503 E0506 E0373 E0596 E0594 E0524 E0500 E0501", late=80)
def share_through_cell(place: Place) -> Iterator[Proposed]:
    """`let mut n = 0;` that closures change becomes `let n = Cell::new(0);` with `set` and `get` at its uses."""
    for variable in place.syntax.variables:
        value = variable.declaration.child_by_field_name("value")
        quoted = variable.name in place.names or any(text.startswith(variable.name) for text in place.quoted)
        found = [node for later in variable.later for node in uses(place, variable.name, later)]
        inside = [node for node in found if enclosing(node, "closure_expression") is not None]
        inline = any("{" + variable.name in place.text(node) for node in place.syntax.of("string_content"))
        if value is None or not NUMBER.fullmatch(place.text(value)) or not inside or not quoted or inline:
            continue
        edits = [edit for node in found for edit in _through_cell(place, node)]
        mut = child(variable.declaration, "mutable_specifier")
        head = (Edit(mut.start_byte, mut.end_byte + 1),) if mut is not None else ()
        yield 1.0, (*head, *around(value, "std::cell::Cell::new(", ")"), *edits, *_immutable_closures(place, variable))


def _through_cell(place: Place, node: Node) -> tuple[Edit, ...]:
    parent, name = node.parent, place.text(node)
    if parent is not None and parent.child_by_field_name("left") == node:
        right = place.syntax.field(parent, "right")
        if parent.type == "compound_assignment_expr":
            sign = place.syntax.field(parent, "operator").removesuffix("=")
            return swapped(parent, f"{name}.set({name}.get() {sign} {right})")
        if parent.type == "assignment_expression":
            return swapped(parent, f"{name}.set({right})")
    return (insert(node.end_byte, ".get()"),)


def _immutable_closures(place: Place, variable: Variable) -> Iterator[Edit]:
    """Closures that change the variable need no `mut` of their own any more."""
    for other in place.syntax.variables:
        mut = child(other.declaration, "mutable_specifier")
        if mut is not None and "|" in other.value[:40] and re.search(rf"\b{variable.name}\b", other.value):
            yield Edit(mut.start_byte, mut.end_byte + 1)


@repairs("E0499 E0502 E0503 E0506 E0524 E0500 E0501", late=80)
def closure_takes_argument(place: Place) -> Iterator[Proposed]:
    """A closure that captures `x` by reference takes `x` as an argument, and its calls give `&mut x` or `&x`."""
    for variable in place.syntax.variables:
        closure = variable.declaration.child_by_field_name("value")
        if closure is None or closure.type != "closure_expression" or not place.touches(variable.declaration):
            continue
        for name in [text for text in place.quoted if text in place.names and uses(place, text, closure)][:2]:
            yield from _with_argument(place, variable, closure, name)


def _with_argument(place: Place, variable: Variable, closure: Node, name: str) -> Iterator[Proposed]:
    parameters, body = closure.child_by_field_name("parameters"), closure.child_by_field_name("body")
    calls = [c for node in variable.later for use in uses(place, variable.name, node) if (c := _call(use)) is not None]
    if parameters is None or body is None or not calls:
        return
    first = place.text(parameters)[1:-1].strip()
    mut = child(variable.declaration, "mutable_specifier")
    still = (Edit(mut.start_byte, mut.end_byte + 1),) if mut is not None else ()
    for late, kind, given in _forms(place, name, closure.start_byte):
        head = insert(parameters.start_byte + 1, f"{name}: {kind}{', ' if first else ''}")
        edits = [insert(a.start_byte + 1, given + (", " if a.named_children else "")) for a in calls]
        plain = [insert(use.start_byte, "*") for use in uses(place, name, body) if not _is_receiver(use)]
        yield 1.5 + late, (*still, head, *edits)
        yield 1.6 + late, (*still, head, *edits, *plain)


def _forms(place: Place, name: str, offset: int) -> Iterator[tuple[float, str, str]]:
    """(cost, type of the argument, what calls give) for a captured name."""
    known = next((one.type for one in locals_at(place, offset) if one.name == name), "")
    kind = known or next((_kind(place, other) for other in place.syntax.variables if other.name == name), "_")
    if kind.startswith("&mut "):
        yield 0.0, kind, f"&mut *{name}"
    else:
        yield 0.0, f"&mut {kind}", f"&mut {name}"
        yield 0.2, f"&{kind}", f"&{name}"


def _kind(place: Place, variable: Variable) -> str:
    """The type of a variable as far as it is written."""
    declared = place.syntax.field(variable.declaration, "type")
    known = {"String::": "String", "Vec::": "Vec<_>", "vec![": "Vec<_>", "0": "_"}
    return declared or next((kind for head, kind in known.items() if variable.value.startswith(head)), "_")


def _call(node: Node) -> Node | None:
    parent = node.parent
    called = parent is not None and parent.type == "call_expression" and parent.child_by_field_name("function") == node
    return parent.child_by_field_name("arguments") if called and parent is not None else None


def _is_receiver(node: Node) -> bool:
    return node.parent is not None and node.parent.type in ("field_expression", "index_expression")


@repairs("E0373 E0597 E0521 E0505", late=80)
def scoped_threads(place: Place) -> Iterator[Proposed]:
    """`thread::spawn(f)` becomes `scope.spawn(f)` inside `thread::scope(|scope| ..)` around the function's body."""
    function = place.function
    body = function.child_by_field_name("body") if function is not None else None
    calls = [node for node in place.syntax.of("call_expression") if body is not None
             and body.start_byte <= node.start_byte < body.end_byte
             and re.fullmatch(r"(?:std::)?thread::spawn|spawn", place.syntax.field(node, "function"))]  # fmt: skip
    if not calls or body is None or not labelled(place):
        return
    heads = [node.child_by_field_name("function") for node in calls]
    spawns = [edit for node in heads if node is not None for edit in swapped(node, "scope.spawn")]
    pad = place.syntax.indent(body)
    inner = body.start_byte + 1
    opened = insert(inner, f"\n{pad}    std::thread::scope(|scope| {{")
    closed = insert(body.end_byte - 1, f"    }})\n{pad}")
    yield 0.5, (opened, *spawns, closed)
    typed = place.source.replace("thread::JoinHandle", "thread::ScopedJoinHandle")
    if typed == place.source:
        statement = next((n for n in statements(body) if n.start_byte <= calls[0].start_byte < n.end_byte), None)
        if statement is not None and place.text(statement).endswith((";", "}")):
            yield 0.8, _scoped_statement(place, statement, spawns)


def _scoped_statement(place: Place, statement: Node, spawns: list[Edit]) -> tuple[Edit, ...]:
    pad = place.syntax.indent(statement)
    inside = [edit for edit in spawns if statement.start_byte <= edit.start < statement.end_byte]
    before = insert(statement.start_byte, f"std::thread::scope(|scope| {{\n{pad}    ")
    return (before, *inside, insert(statement.end_byte, f"\n{pad}}});"))
