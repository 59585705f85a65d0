"""Values of the program's own structs and enums: by their public constructors, else field by field.

Covered: variants, public fields, functions that return the type (also in an Option or a Result), derived Default,
generic types filled in. Not covered: types that only other objects hand out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nightschool.repair.behaviour import bounds
from nightschool.repair.behaviour.signatures import Bounds, Definition, Function, Shape
from nightschool.repair.behaviour.types import Type
from nightschool.repair.behaviour.values import Value, joined, same

if TYPE_CHECKING:
    from nightschool.repair.behaviour.inputs import Inputs

OF_VARIANT = 3
"""Values of one variant."""
OF_CONSTRUCTOR = 14
TRAITS = ("From", "FromStr", "Default", "FromIterator", "TryFrom")
"""Traits whose functions make a value."""


def values(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    """Values of an own type."""
    definition = inputs.interface.definitions[kind.name]
    names = filled(inputs, definition.generics, kind)
    if names is None:
        return []
    if definition.enum:
        shapes = sorted(definition.shapes, key=lambda shape: not shape.fields)
        pools = [_built(inputs, definition, shape, names, depth)[:OF_VARIANT] for shape in shapes]
        return [pool[at] for at in range(OF_VARIANT) for pool in pools if at < len(pool)]
    shape = definition.shapes[0]
    if all(public for _, _, public in shape.fields):
        return _built(inputs, definition, shape, names, depth)
    made = [
        value for one in _constructors(inputs, kind.name) for value in _called(inputs, definition, one, names, depth)
    ]
    if not made and "Default" in definition.derives:
        made = [Value(f"{path(definition)}::default()", f"{definition.name}::default()")]
    if len(made) == 1 and not names:
        made += _changed(inputs, definition, made[0], depth)
    return made or _built(inputs, definition, shape, names, depth)


def _changed(inputs: Inputs, definition: Definition, base: Value, depth: int) -> list[Value]:
    """The one value that can be made, with other values in its public fields."""
    fields = [(name, kind) for name, kind, public in definition.shapes[0].fields if public]
    rows = inputs.rows([kind for _, kind in fields], depth) if fields and not definition.place else []
    rest = Value(f"..{base.code}", f"..{base.text}")
    labelled = [[_labelled(name, value) for (name, _), value in zip(fields, row, strict=True)] for row in rows]
    return [joined([*row, rest], f"{path(definition)} {{ $ }}", f"{definition.name} {{ $ }}") for row in labelled]


def filled(inputs: Inputs, generics: Bounds, kind: Type | None) -> dict[str, Type] | None:
    """A type for each generic parameter: as `kind` gives it, else one that meets the bounds; None if there is none."""
    names: dict[str, Type] = {}
    given = kind.args if kind is not None and len(kind.args) == len(generics) else ()
    for at, (name, wanted) in enumerate(generics):
        own = given[at] if given and given[at].name != name else None
        choice = own or bounds.chosen(inputs, tuple(bound.filled(names) for bound in wanted))
        if choice is None:
            return None
        names[name] = choice
    return names


def path(definition: Definition) -> str:
    """How the driver names the type."""
    return f"{definition.place}{definition.name}"


def _built(inputs: Inputs, definition: Definition, shape: Shape, names: dict[str, Type], depth: int) -> list[Value]:
    """Field by field."""
    code, text = path(definition), definition.name
    if definition.enum:
        code, text = f"{code}::{shape.name}", f"{text}::{shape.name}"
    if not shape.fields:
        ending = {"named": " {}", "tuple": "()"}.get(shape.kind, "")
        return [Value(code + ending, text + ending)]
    rows = inputs.rows([kind.filled(names) for _, kind, _ in shape.fields], depth)
    if shape.kind == "tuple":
        return [joined(row, f"{code}($)", f"{text}($)") for row in rows]
    labels = [name for name, _, _ in shape.fields]
    named = [[_labelled(name, value) for name, value in zip(labels, row, strict=True)] for row in rows]
    return [joined(row, f"{code} {{ $ }}", f"{text} {{ $ }}") for row in named]


def _labelled(name: str, value: Value) -> Value:
    return Value(f"{name}: {value.code}", f"{name}: {value.text}")


def _constructors(inputs: Inputs, name: str) -> list[Function]:
    """Functions of the type that return it, the shortest lists of parameters last."""
    found = [
        one
        for one in inputs.interface.functions
        if one.owner is not None and one.owner.name == name and not one.receiver and one.public and not one.waits
        if _makes(one, name) and (not one.trait or one.trait.partition("<")[0].rpartition("::")[2] in TRAITS)
    ]
    return sorted(found, key=lambda one: (bool(one.trait), -len(one.parameters), one.name))


def _makes(function: Function, name: str) -> bool:
    result = function.result
    inner = result.args[0] if result.name in ("Option", "Result") and result.args else result
    return inner.name in (name, "Self") and all(name not in str(one) for one in function.parameters)


def _called(
    inputs: Inputs, definition: Definition, function: Function, names: dict[str, Type], depth: int
) -> list[Value]:
    rows = inputs.rows([one.filled(names) for one in function.parameters], depth)
    ending = ".unwrap()" if function.result.name in ("Option", "Result") else ""
    given = map(str, map(inputs.interface.qualified, names.values()))
    turbofish = f"::<{', '.join(given)}>" if names else ""
    code = f"{path(definition)}{turbofish}::{function.name}($){ending}"
    text = f"{definition.name}::{function.name}($){ending}"
    if not function.parameters:
        return [joined([same("")], code, text)]
    return [joined(row, code, text) for row in rows[:OF_CONSTRUCTOR]]
