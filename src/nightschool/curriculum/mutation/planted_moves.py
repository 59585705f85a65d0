"""Operators that plant a move: the broken program has it wrong, the repaired one has it right.

Documentation examples rarely use a value after they gave it away, so these operators add what makes the
slip possible. Both programs differ from the original; the repair is a real one, not a deletion.
Covered: E0382 (after a move, in a loop, partly), E0507.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from nightschool.curriculum.mutation.operator import Change, after, before, operator
from nightschool.curriculum.mutation.planting import (
    HOLDERS,
    owners,
    pick,
)
from nightschool.rust.tree import Syntax, enclosing


@operator("E0382=use-after-move", strict=True)
def keep_by_move(syntax: Syntax) -> Iterator[Change]:
    """`let kept = x;` before `x` is used; the repair clones."""
    for variable, use in owners(syntax):
        name = pick(HOLDERS, variable, syntax)
        show = f'println!("{{:?}}", {name});'
        last = variable.later[-1]
        closing = (
            ()
            if last.type not in {"expression_statement", "macro_invocation", "let_declaration"}
            else (after(last, syntax, show),)
        )
        yield Change(
            (before(use, syntax, f"let {name} = {variable.name};"), *closing),
            (before(use, syntax, f"let {name} = {variable.name}.clone();"), *closing),
        )


@operator("E0382=use-after-move", strict=True)
def consume_before_use(syntax: Syntax) -> Iterator[Change]:
    """A call or a thread takes `x` before `x` is used; the repair hands over a clone."""
    for variable, use in owners(syntax):
        plant = (
            "let count = std::iter::once({0}).count();",
            "let boxed = Box::new({0});",
            "let pair = ({0}, 1);",
            "let wrapped = Some({0});",
            "let group = vec![{0}];",
        )[crc32(f"{syntax.source}{variable.name}".encode()) % 5]
        text = "let _" + plant.removeprefix("let ")
        yield Change(
            (before(use, syntax, text.format(variable.name)),),
            (before(use, syntax, text.format(variable.name + ".clone()")),),
        )


@operator("E0382=move-in-loop", strict=True)
def move_in_loop(syntax: Syntax) -> Iterator[Change]:
    """A loop's body moves `x` on its first turn; the repair clones per turn."""
    for variable, use in owners(syntax):
        name = pick(("round", "turn", "step", "attempt"), variable, syntax)
        inner = pick(("batch", "part", "copy", "entry", "item"), variable, syntax)
        loop = f'for {name} in 0..2 {{\n    let {inner} = OWNER;\n    println!("{{{name}}}: {{:?}}", {inner});\n}}'
        yield Change(
            (before(use, syntax, loop.replace("OWNER", variable.name)),),
            (before(use, syntax, loop.replace("OWNER", f"{variable.name}.clone()")),),
        )


@operator("E0382=partial-move E0507=move-out-of-borrow", strict=True)
def take_field(syntax: Syntax) -> Iterator[Change]:
    """`let name = value.field;` moves a field out of what is used whole later."""
    fields = _owning_fields(syntax)
    for variable, use in owners(syntax):
        owner = variable.value.split("{")[0].split("::")[0].strip()
        for field in fields.get(owner, ()):
            name = field if field not in {v.name for v in syntax.variables} else f"own_{field}"
            text = f"let {name} = {variable.name}.{field}"
            show = f'println!("{{:?}}", {name});'
            yield Change(
                (before(use, syntax, f"{text};\n{show}"),),
                (before(use, syntax, f"{text}.clone();\n{show}"),),
            )


@operator("E0507=move-out-of-borrow", strict=True)
def take_own_field(syntax: Syntax) -> Iterator[Change]:
    """A method that borrows `self` moves a field out of it; the repair borrows the field."""
    fields = _owning_fields(syntax)
    for method in syntax.of("function_item"):
        holder, body = enclosing(method, "impl_item"), method.child_by_field_name("body")
        if (
            holder is None
            or body is None
            or "&self" not in syntax.field(method, "parameters")
            or not body.named_children
        ):
            continue
        for field in fields.get(syntax.field(holder, "type").split("<")[0], ()):
            if body.named_children[0].start_point[0] == body.start_point[0]:
                continue
            show = f'println!("{{:?}}", {field});'
            first = body.named_children[0]
            yield Change(
                (before(first, syntax, f"let {field} = self.{field};\n{show}"),),
                (before(first, syntax, f"let {field} = &self.{field};\n{show}"),),
            )


def _owning_fields(syntax: Syntax) -> dict[str, list[str]]:
    """Field names of each struct whose types own heap data."""
    found: dict[str, list[str]] = {}
    for field in syntax.of("field_declaration"):
        holder = enclosing(field, "struct_item")
        if holder is not None and re.match(
            r"^(String|Vec<|Box<|Option<(String|Vec|Box)|HashMap<|BTreeMap<)", syntax.field(field, "type")
        ):
            found.setdefault(syntax.name(holder), []).append(syntax.name(field))
    return found
