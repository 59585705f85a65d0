"""What a program offers to be called, as records: functions, methods, and the types to build arguments from.

Covered: which functions are offered (the public ones; of a program with nothing public, a `main` and its helpers, all
of its root), how a signature reads without what a caller cannot see. Not covered: reading them (`reader`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from nightschool.repair.behaviour.types import UNIT, Type, unmarked

Bounds = tuple[tuple[str, tuple[Type, ...]], ...]
"""Generic parameters with their bounds, as they are declared."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function, method or associated function."""

    name: str
    place: str
    """Modules before it, such as `stock::`; empty for the root."""
    parameters: tuple[Type, ...]
    result: Type
    receiver: str = ""
    """`self`, `&self` or `&mut self`; empty for functions without."""
    owner: Type | None = None
    """Type of the impl block that it stands in."""
    trait: str = ""
    """Trait of that impl block, as written there."""
    generics: Bounds = ()
    public: bool = True
    waits: bool = False
    """It is async."""
    borrows: str = ""
    """What the result borrows from, where lifetimes leave a choice."""

    @property
    def path(self) -> str:
        """Its name for a person, with modules, type and trait."""
        owner = f"{self.owner.name}::" if self.owner else ""
        return f"{self.place}{owner}{self.trait + '::' if self.trait else ''}{self.name}"

    @property
    def signature(self) -> str:
        """How it is called and what comes back, without parameter names, visibility and bounds that take nothing."""
        taken = ", ".join([*filter(None, [self.receiver]), *map(str, map(unmarked, self.parameters))])
        told = [(name, [str(unmarked(kind)) for kind in kinds if kind.args]) for name, kinds in self.generics]
        bounds = ",".join(f" {name}: {' + '.join(kinds)}" for name, kinds in told if kinds)
        arrow = "" if self.result == UNIT else f" -> {unmarked(_returned(self.result))}"
        ending = f"{' where' + bounds if bounds else ''}{f', borrowing from {self.borrows}' if self.borrows else ''}"
        return f"{'async ' if self.waits else ''}fn {self.path}({taken}){arrow}{ending}"


@dataclass(frozen=True, slots=True)
class Shape:
    """Fields of a struct or of one variant."""

    name: str
    fields: tuple[tuple[str, Type, bool], ...] = ()
    """Name (digits for tuples), type, and whether it is public."""
    kind: str = "unit"
    """`named`, `tuple` or `unit`."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A struct or an enum."""

    name: str
    place: str
    shapes: tuple[Shape, ...]
    """The struct itself, or the variants of the enum."""
    enum: bool = False
    generics: Bounds = ()
    lifetimes: int = 0
    derives: frozenset[str] = frozenset()
    public: bool = True


@dataclass(frozen=True, slots=True)
class Trait:
    """A trait that the program defines."""

    place: str
    """Modules before it, such as `stock::`."""
    required: tuple[Function, ...] = ()
    """Methods that an impl must bring."""
    plain: bool = True
    """It has no parameters, associated types or constants."""


@dataclass(slots=True)
class Interface:
    """All that one program offers."""

    functions: list[Function] = field(default_factory=list)
    definitions: dict[str, Definition] = field(default_factory=dict)
    """By name; of namesakes in several modules the first."""
    implements: dict[str, list[str]] = field(default_factory=dict)
    """Names of the own types that implement a trait, by its last segment."""
    traits: dict[str, Trait] = field(default_factory=dict)
    """Traits that the program defines."""
    aliases: dict[str, tuple[tuple[str, ...], Type]] = field(default_factory=dict)

    def offered(self) -> list[Function]:
        """What is called: the public ones, or all of the root if only methods of traits are public."""
        public = [one for one in self.functions if one.public and self._known(one)]
        if any(not one.trait for one in public):
            return public
        return [one for one in self.functions if one in public or not one.place]

    def _known(self, function: Function) -> bool:
        if function.owner is None:
            return True
        owner = self.definitions.get(function.owner.name)
        return owner is not None and owner.public

    def qualified(self, kind: Type) -> Type:
        """The type with own names as the root of the program sees them."""
        known = self.definitions.get(kind.name) or self.traits.get(kind.name)
        place = known.place if known and not kind.detail.startswith(("std::", "core::")) else kind.detail
        return replace(kind, args=tuple(map(self.qualified, kind.args)), detail=place)

    def resolved(self, kind: Type) -> Type:
        """The type with aliases replaced by what they stand for."""
        args = tuple(map(self.resolved, kind.args))
        known = self.aliases.get(kind.name) if not kind.detail or kind.detail == "self::" else None
        if known is None or len(known[0]) != len(args):
            return replace(kind, args=args)
        return known[1].filled(dict(zip(known[0], args, strict=True)))


def _returned(result: Type) -> Type:
    """A boxed and an opaque value of one trait are used alike."""
    if result.name == "Box" and result.args and result.args[0].name == "dyn":
        return replace(result.args[0], name="impl")
    return result
