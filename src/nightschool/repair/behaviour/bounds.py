"""Values where a program names traits instead of a type: generic parameters, `impl Trait`, `dyn Trait`, closures.

Covered: closures of plain arguments, iterators, strings by `AsRef` and `Into`, writers and readers in memory, the
program's own traits by its own types or by `samples`, and bounds that numbers meet. Not covered: futures, errors as
objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nightschool.repair.behaviour import samples
from nightschool.repair.behaviour.types import CLOSURES, FUNCTION, REF, SLICE, TEXT, UNIT, Type
from nightschool.repair.behaviour.values import Value, same

if TYPE_CHECKING:
    from nightschool.repair.behaviour.inputs import Inputs

NUMBER = Type("i32")
UNKNOWN = frozenset({"Future", "Error", "Hasher", "Pattern", "Allocator", "Pointer", "BuildHasher", "Generator"})
"""Traits of which no value is made."""
CONSTANTS = 2
"""Closures that answer always the same."""


def chosen(inputs: Inputs, bounds: tuple[Type, ...]) -> Type | None:
    """A type that meets all these bounds; None if none is known."""
    named = {bound.name: bound for bound in bounds}
    if not UNKNOWN.isdisjoint(named):
        return None
    for name, bound in named.items():
        if name in CLOSURES:
            return bound
        if name in ("Iterator", "DoubleEndedIterator", "ExactSizeIterator", "IntoIterator"):
            item = (bound.bound("Item"),)
            return Type("Vec" if name == "IntoIterator" else "IntoIter", (item[0] or NUMBER,))
        if name in ("AsRef", "Into", "Borrow", "From") and bound.args:
            return _converted(name, bound.args[0])
        if name in inputs.interface.implements:
            own = [one for one in inputs.interface.implements[name] if one in inputs.interface.definitions]
            return Type(own[0]) if own else NUMBER
        if name in inputs.interface.traits:
            return samples.sample_of(inputs.interface, name)
    return _of_library(frozenset(named))


def _converted(name: str, target: Type) -> Type | None:
    if target.name in ("str", "String"):
        return TEXT
    if target.name == SLICE:
        return Type("Vec", target.args)
    return NUMBER if name == "From" else target


def _of_library(named: frozenset[str]) -> Type | None:
    if "Write" in named:
        return Type("Vec", (Type("u8"),))
    if not named.isdisjoint({"Read", "BufRead"}):
        return Type(REF, (Type(SLICE, (Type("u8"),)),))
    return NUMBER


def values(inputs: Inputs, bounds: tuple[Type, ...], depth: int) -> list[Value]:
    """Values of some type that meets the bounds, of all own types where the trait is the program's."""
    for bound in bounds:
        own = [one for one in inputs.interface.implements.get(bound.name, ()) if one in inputs.interface.definitions]
        if own:
            pools = [inputs.of(Type(name), depth + 1)[:4] for name in own]
            return [value for pool in pools for value in pool]
    kind = chosen(inputs, bounds)
    return list(inputs.of(kind, depth + 1)) if kind else []


def closures(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    """Functions that note what they are given; some answer by it, some always the same."""
    *parameters, result = kind.args
    taken = [f"a{at}" for at in range(len(parameters))]
    bodies = [*_answers(parameters, result), *inputs.of(result, depth + 1)[:CONSTANTS]]
    if result == UNIT:
        bodies = [same("()")]
    pointer = inputs.interface.qualified(Type(FUNCTION, kind.args))
    notes = "".join(f"ns__note!({name}); " for name in taken)
    head = f"|{', '.join(taken)}|"
    return [
        Value(f"{{ let f: {pointer} = {head} {{ {notes}{body.code} }}; f }}", f"{head} {body.text}") for body in bodies
    ]


def _answers(parameters: list[Type], result: Type) -> list[Value]:
    """Bodies that depend on the first parameter."""
    if not parameters:
        return []
    first, plain = parameters[0], parameters[0].plain
    value = "*a0" if first.name == REF else "a0"
    whole, string = plain.name[:1] in "iu" and plain.name[1:].isdigit(), plain.name in ("str", "String")
    if first == result:
        return [same("a0")]
    if result.name == "bool" and (whole or string):
        return [same(f"{value} % 2 == 0" if whole else "a0.len() % 2 == 0")]
    if plain == result and first.name == REF:
        return [same("a0.clone()")]
    if string and result.name == "usize":
        return [same("a0.len()")]
    return [same("a0.to_uppercase()")] if string and result.name == "String" else []
