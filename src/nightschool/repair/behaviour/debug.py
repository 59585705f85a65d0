"""Debug for the program's own types that have none, so that their values can be seen: as a derive would write it.

Covered: structs and enums whose fields can be shown, generic ones too; fields with functions or trait objects are left
out. Private fields of inner modules are out of reach and left out as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.behaviour.signatures import Definition, Interface, Shape
from nightschool.repair.behaviour.types import CLOSURES, Type

HIDDEN = CLOSURES | {"dyn", "impl", "PhantomData"}


def debug_impls(interface: Interface, broken: Interface) -> Iterator[str]:
    """One impl for each type without Debug; of inner modules, fields that are public in the broken program too."""
    shown = set(interface.implements.get("Debug", ()))
    for definition in interface.definitions.values():
        if definition.name not in shown and "Debug" not in definition.derives:
            yield _impl(definition, _visible(definition, broken.definitions.get(definition.name)))


def _visible(definition: Definition, before: Definition | None) -> set[tuple[str, str]]:
    """Shape and name of each field that is shown."""
    if not definition.place:
        return {(shape.name, name) for shape in definition.shapes for name, _, _ in shape.fields}
    now, then = _public(definition), _public(before) if before is not None else None
    return now if then is None else now & then


def _public(definition: Definition) -> set[tuple[str, str]]:
    return {(shape.name, name) for shape in definition.shapes for name, _, public in shape.fields if public}


def _impl(definition: Definition, visible: set[tuple[str, str]]) -> str:
    lifetimes = ["'_"] * definition.lifetimes
    names = [name for name, _ in definition.generics]
    taken = f"<{', '.join([*lifetimes, *names])}>" if lifetimes or names else ""
    bounds = [f"{name}: {' + '.join(['::std::fmt::Debug', *map(str, kinds)])}" for name, kinds in definition.generics]
    head = f"impl{'<' + ', '.join(bounds) + '>' if bounds else ''} ::std::fmt::Debug for"
    arms = " ".join(_arm(definition, shape, visible) for shape in definition.shapes)
    body = f"match self {{ {arms} }}" if arms else "match *self {}"
    return (
        f"{head} {definition.place}{definition.name}{taken} {{ "
        f"fn fmt(&self, ns__f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {{ {body} }} }}"
    )


def _arm(definition: Definition, shape: Shape, visible: set[tuple[str, str]]) -> str:
    path = f"{definition.place}{definition.name}" + (f"::{shape.name}" if definition.enum else "")
    shown = [(name, kind) for name, kind, _ in shape.fields if (shape.name, name) in visible]
    fields = [name for name, kind in shown if not _hidden(kind)]
    bound = ", ".join(f"{name}: ns__{name}" for name in fields)
    pattern = f"{path} {{ {bound}{', ' if bound else ''}.. }}"
    if shape.kind == "tuple":
        told = "".join(f".field(ns__{name})" for name in fields)
        return f'{pattern} => ns__f.debug_tuple("{shape.name}"){told}.finish(),'
    told = "".join(f'.field("{name}", ns__{name})' for name in fields)
    return f'{pattern} => ns__f.debug_struct("{shape.name}"){told}.finish(),'


def _hidden(kind: Type) -> bool:
    return kind.name in HIDDEN or any(map(_hidden, kind.args))
