"""Operators that plant a borrow: the broken program has it wrong, the repaired one has it right.

Documentation examples rarely borrow and change the same value, so these operators add what makes the slip
possible. Both programs differ from the original; the repair is a real one, not a deletion.
Covered: E0499, E0502, E0505, E0506, E0515, E0521, E0597, E0716.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.curriculum.mutation.operator import Change, after, before, operator
from nightschool.curriculum.mutation.planting import (
    HANDLES,
    SCALAR,
    VIEWS,
    changes,
    is_list,
    is_text,
    owners,
    pick,
)
from nightschool.rust.tree import Syntax, enclosing
from nightschool.rust.tree_edits import Edit


@operator("E0502=mutate-while-borrowed E0505=move-while-borrowed", strict=True)
def view_across_change(syntax: Syntax) -> Iterator[Change]:
    """`let view = &x;` is read after `x` is changed; the repair reads it before."""
    for variable, change in changes(syntax):
        name = pick(VIEWS, variable, syntax)
        borrow, show = f"let {name} = &{variable.name};", f'println!("{{:?}}", {name});'
        yield Change(
            (before(change, syntax, borrow), after(change, syntax, show)),
            (before(change, syntax, f"{borrow}\n{show}"),),
        )


@operator("E0502=mutate-while-borrowed", strict=True)
def element_across_change(syntax: Syntax) -> Iterator[Change]:
    """`let first = &x[0];` is read after `x` is changed; the repair copies the element."""
    for variable, change in changes(syntax):
        name = pick(("first", "head", "front", "start", "lead"), variable, syntax)
        if is_list(variable):
            borrowed, owned = f"let {name} = &{variable.name}[0];", f"let {name} = {variable.name}[0].clone();"
        elif is_text(variable):
            borrowed, owned = f"let {name} = {variable.name}.as_str();", f"let {name} = {variable.name}.clone();"
        else:
            borrowed = f"let {name} = {variable.name}.iter().next();"
            owned = f"let {name} = {variable.name}.iter().next().cloned();"
        show = after(change, syntax, f'println!("{{:?}}", {name});')
        yield Change((before(change, syntax, borrowed), show), (before(change, syntax, owned), show))


@operator("E0499=two-mutable-borrows E0502=mutate-while-borrowed", strict=True)
def handle_across_change(syntax: Syntax) -> Iterator[Change]:
    """`let handle = &mut x;` is used after `x` is changed directly; the repair changes through the handle."""
    for variable, change in changes(syntax):
        text = syntax.text(change)
        if not variable.mutable or not text.startswith(variable.name):
            continue
        name = pick(HANDLES, variable, syntax)
        start = change.start_byte
        borrow = f"let {name} = &mut {variable.name};"
        show = after(change, syntax, f'println!("{{:?}}", {name});')
        rename = Edit(start, start + len(variable.name.encode()), name)
        yield Change((before(change, syntax, borrow), show), (before(change, syntax, borrow), rename, show))


@operator("E0499=two-mutable-borrows", strict=True)
def two_handles(syntax: Syntax) -> Iterator[Change]:
    """Two `&mut` to one variable are alive at once; the repair ends the first before the second."""
    for variable in syntax.variables:
        uses = [node for node in variable.later if syntax.mentions(node, variable.name)]
        if not variable.mutable or not uses or uses[0].start_point[0] <= variable.declaration.end_point[0]:
            continue
        one, two = (
            pick(HANDLES, variable, syntax),
            pick(("other", "second", "again", "next_handle"), variable, syntax),
        )
        lines = [f"let {one} = &mut {variable.name};", f"let {two} = &mut {variable.name};"]
        shows = [f'println!("{{:?}}", {one});', f'println!("{{:?}}", {two});']
        yield Change(
            (before(uses[0], syntax, "\n".join([*lines, *shows])),),
            (before(uses[0], syntax, "\n".join([lines[0], shows[0], lines[1], shows[1]])),),
        )


@operator("E0505=move-while-borrowed", strict=True)
def drop_while_borrowed(syntax: Syntax) -> Iterator[Change]:
    """The owner goes while a reference to it is read later; the repair reads first."""
    for variable, use in owners(syntax):
        if use != variable.later[-1]:
            continue
        name = pick(VIEWS, variable, syntax)
        taker = ("drop({0});", "let _gone = {0};", "let _moved = Box::new({0});")[len(syntax.source) % 3]
        borrow, show = f"let {name} = &{variable.name};", f'println!("{{:?}}", {name});'
        give = taker.format(variable.name)
        if use.type not in {"expression_statement", "macro_invocation", "let_declaration"}:
            continue
        yield Change(
            (after(use, syntax, "\n".join([borrow, give, show])),),
            (after(use, syntax, "\n".join([borrow, show, give])),),
        )


@operator("E0506=assign-while-borrowed", strict=True)
def assign_while_borrowed(syntax: Syntax) -> Iterator[Change]:
    """A variable is assigned while `let seen = &x;` is read later; the repair copies it."""
    for variable in syntax.variables:
        for node in variable.later:
            found = re.match(rf"{re.escape(variable.name)}\s*([-+*/|&^]|<<|>>)?=[^=]", syntax.text(node))
            if found and variable.mutable:
                name = pick(VIEWS, variable, syntax)
                copied = variable.name if SCALAR.match(variable.value) else f"{variable.name}.clone()"
                show = after(node, syntax, f'println!("{{:?}}", {name});')
                yield Change(
                    (before(node, syntax, f"let {name} = &{variable.name};"), show),
                    (before(node, syntax, f"let {name} = {copied};"), show),
                )
                break


@operator("E0597=dangling-inner-scope", strict=True)
def inner_scope(syntax: Syntax) -> Iterator[Change]:
    """The value is made in an inner block and only a reference to it leaves; the repair moves it out."""
    for variable in syntax.variables:
        declared = syntax.field(variable.declaration, "type")
        used = any(syntax.mentions(node, variable.name) for node in variable.later)
        if variable.mutable or not used or "\n" in variable.value or not variable.owns:
            continue
        inner = pick(("inner", "made", "local", "built", "temporary"), variable, syntax)
        annotation = f": {declared}" if declared else ""
        lines = [f"let {variable.name};", "{", f"    let {inner}{annotation} = {variable.value};"]
        pad = "\n" + syntax.indent(variable.declaration)
        start, end = variable.declaration.start_byte, variable.declaration.end_byte
        yield Change(
            (Edit(start, end, pad.join([*lines, f"    {variable.name} = &{inner};", "}"])),),
            (Edit(start, end, pad.join([*lines, f"    {variable.name} = {inner};", "}"])),),
        )


@operator("E0716=temporary-dropped", strict=True)
def keep_temporary(syntax: Syntax) -> Iterator[Change]:
    """`let s = make().as_str();` keeps a reference into a temporary; the repair names the value first."""
    for variable in syntax.variables:
        if variable.mutable or "\n" in variable.value or syntax.field(variable.declaration, "type"):
            continue
        if is_text(variable) and not variable.value.startswith('"'):
            view = (".as_str()", ".trim()", ".as_bytes()")[len(variable.name) % 3]
        elif re.match(r"^(vec!|Vec::from)", variable.value):
            view = (".as_slice()", ".iter()")[len(variable.name) % 2]
        else:
            continue
        name = pick(("whole", "owned", "full", "stored", "base"), variable, syntax)
        start, end = variable.declaration.start_byte, variable.declaration.end_byte
        pad = "\n" + syntax.indent(variable.declaration)
        yield Change(
            (Edit(start, end, f"let {variable.name} = {variable.value}{view};"),),
            (Edit(start, end, f"let {name} = {variable.value};{pad}let {variable.name} = {name}{view};"),),
        )


@operator("E0521=escaping-thread-borrow E0310=static-bound-missing E0373=closure-outlives-capture", strict=True)
def send_borrow_to_thread(syntax: Syntax) -> Iterator[Change]:
    """A reference argument goes into a spawned thread; the repair sends an owned copy."""
    for parameter in syntax.of("parameter"):
        function = enclosing(parameter, "function_item")
        body = function.child_by_field_name("body") if function is not None else None
        kind, name = syntax.field(parameter, "type"), syntax.field(parameter, "pattern")
        if body is None or not body.named_children or not re.match(r"^&(str|\[\w+\]|String|Vec<\w+>)$", kind):
            continue
        first = body.named_children[0]
        if first.start_point[0] == body.start_point[0]:
            continue
        spawn = f'let worker = std::thread::spawn(move || {name}.len());\nprintln!("{{:?}}", worker.join());'
        owned = f"let owned = {name}.to_owned();\n" + spawn.replace(f"{name}.len", "owned.len")
        yield Change((before(first, syntax, spawn),), (before(first, syntax, owned),))


@operator("E0502=closure-captures-mutably E0499=two-mutable-borrows E0506=assign-while-borrowed", strict=True)
def closure_across_change(syntax: Syntax) -> Iterator[Change]:
    """A closure that borrows `x` is called after `x` is changed; the repair calls it before."""
    for variable, change in changes(syntax):
        name = pick(("report", "describe", "show", "summary"), variable, syntax)
        closure = f'let {name} = || println!("{{:?}}", {variable.name});'
        call = f"{name}();"
        yield Change(
            (before(change, syntax, closure), after(change, syntax, call)),
            (before(change, syntax, f"{closure}\n{call}"),),
        )


@operator("E0515=return-local-reference E0106=reference-needs-lifetime", strict=True)
def return_reference(syntax: Syntax) -> Iterator[Change]:
    """A function that returns an owned value returns a reference to it instead."""
    views = {"String": "str", "PathBuf": "Path"}
    for function in syntax.of("function_item"):
        returned, body = function.child_by_field_name("return_type"), function.child_by_field_name("body")
        if returned is None or body is None or not body.named_children:
            continue
        tail, kind = body.named_children[-1], syntax.text(returned)
        listed = re.fullmatch(r"Vec<(.+)>", kind)
        target = f"[{listed[1]}]" if listed else views.get(kind)
        if target is None or tail.type not in {"identifier", "call_expression", "macro_invocation"}:
            continue
        borrows = syntax.field(function, "parameters").count("&")
        lifetime = "" if borrows == 1 else "'static "
        yield Change(
            (
                Edit(returned.start_byte, returned.end_byte, f"&{lifetime}{target}"),
                Edit(tail.start_byte, tail.start_byte, "&"),
            )
        )
