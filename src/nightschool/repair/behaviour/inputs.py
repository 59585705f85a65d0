"""Makes arguments: for each type a short list of Rust expressions, the most telling first, always the same list.

Covered: numbers, bools, chars, strings, what `makers` knows of the standard library, the program's own types (`own`),
closures and trait objects (`bounds`). A type that cannot be made has no values. Not covered: types of other crates,
values that only a file, a clock or a thread gives.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from nightschool.repair.behaviour import bounds, makers, own, samples
from nightschool.repair.behaviour.literals import Literals, quoted
from nightschool.repair.behaviour.signatures import Interface
from nightschool.repair.behaviour.types import CLOSURES, TEXT, Type
from nightschool.repair.behaviour.values import Value, same

SIGNED = {"i8": 8, "i16": 16, "i32": 32, "i64": 64, "i128": 128, "isize": 64}
UNSIGNED = {"u8": 8, "u16": 16, "u32": 32, "u64": 64, "u128": 128, "usize": 64}
MOST, MOST_INSIDE = 28, 20
"""Values of a composed type as an argument, and as a part of one."""
MOST_SCALARS = 24
LEAN = 1.6
"""1 draws all places alike; the higher, the more often those in front."""
DEEPEST = 5
LENGTHS = (2, 3, 5, 4, 2, 1, 3, 6, 2, 2, 3, 1, 4, 2, 3, 2, 5, 3, 2, 4)


class Inputs:
    """Values of the types of one program."""

    def __init__(self, interface: Interface, literals: Literals) -> None:
        self.interface = interface
        self.literals = literals
        self._known: dict[tuple[str, int], tuple[Value, ...]] = {}

    def of(self, kind: Type, depth: int = 0) -> tuple[Value, ...]:
        """Values of a type; none if it cannot be made. `depth` counts the types that it is part of."""
        kind = self.interface.resolved(kind)
        key = (str(kind), depth)
        if key not in self._known:
            self._known[key] = ()
            scalars = self._scalars(kind)
            made = scalars or (self._make(kind, depth) if depth <= DEEPEST else [])
            most = MOST_SCALARS if scalars else MOST_INSIDE if depth else MOST
            self._known[key] = tuple(dict.fromkeys(made))[:most]
        return self._known[key]

    def _make(self, kind: Type, depth: int) -> list[Value]:
        if kind.name in self.interface.definitions and not kind.detail.startswith(("std::", "core::")):
            return own.values(self, kind, depth)
        if samples.is_sample(self.interface, kind):
            return samples.values(kind)
        if kind.name in CLOSURES:
            return bounds.closures(self, kind, depth)
        if kind.name == "impl":
            return bounds.values(self, kind.args, depth)
        return makers.values(self, kind, depth)

    def _scalars(self, kind: Type) -> list[Value]:
        name = kind.name if kind.name not in self.interface.definitions else ""
        if kind == TEXT:
            return [same(quoted(text)) for text in self.literals.text()]
        match name:
            case "bool":
                return [same("true"), same("false")]
            case "char":
                return [same(quoted(letter, "'")) for letter in self.literals.letters()]
            case "String":
                return [same(f"String::from({quoted(text)})") for text in self.literals.text()]
            case "f32" | "f64":
                return [*(same(str(number)) for number in self.literals.real()), same(f"{name}::NAN")]
        return self._integers(name) if name in SIGNED or name in UNSIGNED else []

    def _integers(self, name: str) -> list[Value]:
        bits = SIGNED.get(name) or UNSIGNED[name]
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if name in SIGNED else (0, (1 << bits) - 1)
        written = {high: f"{name}::MAX", low: f"{name}::MIN" if low else "0"}
        return [same(written.get(number, str(number))) for number in self.literals.whole(low, high)]

    def lists(self, kind: Type, depth: int) -> list[tuple[Value, ...]]:
        """Lists of values of one type: of two, none and one, ordered and not, with duplicates."""
        pool = self.of(kind, depth + 1)
        if not pool:
            return []
        chance = random.Random(f"list {kind}")
        drawn = [tuple(leaning(chance, pool) for _ in range(length)) for length in LENGTHS]
        return [pool[1::-1], (), pool[:3], pool[:1], (pool[0], *pool[1:3], pool[0]), *drawn, pool[-1:]]

    def rows(self, kinds: Sequence[Type], depth: int) -> list[tuple[Value, ...]]:
        """One value of each type side by side: neighbours in their pools first, some alike, the others drawn."""
        pools = [self.of(kind, depth + 1) for kind in kinds]
        if not all(pools):
            return []
        chance = random.Random(f"row {' '.join(map(str, kinds))}")
        shifted = [tuple(pool[(at + shift) % len(pool)] for shift, pool in enumerate(pools)) for at in range(3)]
        alike = tuple(pool[1 % len(pool)] for pool in pools)
        drawn = [tuple(leaning(chance, pool) for pool in pools) for _ in range(2 * MOST)]
        stepped = [tuple(pool[at % len(pool)] for pool in pools) for at in range(max(map(len, pools), default=1))]
        return list(dict.fromkeys([*shifted, alike, *drawn, *stepped]))


def leaning(chance: random.Random, pool: Sequence[Value]) -> Value:
    """One of the pool, those in front more often."""
    return pool[place(chance, len(pool))]


def place(chance: random.Random, size: int) -> int:
    """A place in a pool of this size, those in front more often."""
    return int(size * chance.random() ** LEAN)
