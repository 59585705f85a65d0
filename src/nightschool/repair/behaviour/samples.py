"""Types of our own for traits that the program asks for and none of its types has, as tests often bring along.

Covered: traits whose required methods return numbers, bools, chars, strings, nothing, the type itself, or an Option or
Vec of such. Not covered: associated types and constants, methods with generic parameters.
"""

from __future__ import annotations

from collections.abc import Iterable

from nightschool.repair.behaviour.signatures import Function, Interface, Trait
from nightschool.repair.behaviour.types import REF, TEXT, UNIT, Type
from nightschool.repair.behaviour.values import Value, same, wrapped

PREFIX = "Sample"
NUMBERS = (1, 2, 0, 3, 7, 1, -4)
WHOLE = frozenset({"i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"})
DERIVES = "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]"


def sample_of(interface: Interface, trait: str) -> Type | None:
    """The type that we make for a trait of the program; None if we cannot."""
    known = interface.traits.get(trait)
    return Type(f"{PREFIX}{trait}") if known is not None and _bodies(known) is not None else None


def is_sample(interface: Interface, kind: Type) -> bool:
    """Whether it is one of our own."""
    return kind.name.startswith(PREFIX) and kind.name[len(PREFIX) :] in interface.traits


def values(kind: Type) -> list[Value]:
    """Values of one of our own types."""
    return wrapped([same(str(number)) for number in NUMBERS], f"{kind.name}($)")


def written(interface: Interface, used: Iterable[str]) -> list[str]:
    """The definitions of the samples that the given code uses."""
    text = "\n".join(used)
    wanted = [(name, trait) for name, trait in interface.traits.items() if f"{PREFIX}{name}" in text]
    return [_definition(name, trait, bodies) for name, trait in wanted if (bodies := _bodies(trait)) is not None]


def _definition(name: str, trait: Trait, bodies: list[str]) -> str:
    own = f"{PREFIX}{name}"
    methods = " ".join(bodies)
    return f"{DERIVES} pub struct {own}(pub i32); impl {trait.place}{name} for {own} {{ {methods} }}"


def _bodies(trait: Trait) -> list[str] | None:
    """Each required method; None if one of them cannot be written."""
    if not trait.plain:
        return None
    found = [_method(one) for one in trait.required]
    return None if None in found else [one for one in found if one is not None]


def _method(function: Function) -> str | None:
    number = "self.0" if "self" in function.receiver else "3"
    answer = _answer(function.result, number, function.receiver)
    if answer is None or function.generics or function.waits:
        return None
    taken = [*filter(None, [function.receiver]), *(f"_: {kind}" for kind in function.parameters)]
    counted = "self.0 += 1; " if function.receiver == "&mut self" else ""
    arrow = "" if function.result == UNIT else f" -> {function.result}"
    return f"fn {function.name}({', '.join(taken)}){arrow} {{ {counted}{answer} }}"


def _answer(result: Type, number: str, receiver: str) -> str | None:
    """An expression of this type that depends on a number."""
    if result.name in WHOLE or result.name in ("f32", "f64"):
        return f"({number}) as {result}"
    if result.name in ("Option", "Vec") and len(result.args) == 1:
        inner = _answer(result.args[0], number, receiver)
        return inner and (f"Some({inner})" if result.name == "Option" else f"vec![{inner}]")
    if result.name == "Self":
        return "*self" if receiver.startswith("&") else "self" if receiver else f"Self({number})"
    if result == TEXT or (result.name == REF and result.args[0].name == "str"):
        return f'["zero", "one", "two", "three"][({number} as usize) % 4]'
    plain = {
        "bool": f"{number} % 2 == 0",
        "String": f'format!("n{{}}", {number})',
        "char": f"(b'a' + ({number} % 26) as u8) as char",
        "()": "()",
    }
    return plain.get(result.name) if not result.args else None
