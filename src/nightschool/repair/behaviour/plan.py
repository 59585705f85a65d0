"""What to call on one program: single calls, and sequences of calls on one object where a type has state.

Covered: how many calls, with which arguments, in which order, all of it decided by signatures and literals alone; how
each call reads for a person. What cannot be called is counted. Not covered: the driver's text (`driver`).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from nightschool.repair.behaviour.calling import Method, callable_method
from nightschool.repair.behaviour.inputs import Inputs, place

CALLS, FEWEST, MOST = 160, 16, 40
"""Calls of a program, and of one function."""
SEQUENCES, FEWEST_SEQUENCES = 16, 6
"""Sequences of calls on objects of a program, and of one type."""
STEPS, FEW = 8, 3
"""Calls of a sequence, and different values of one argument in it."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it is compared and shown."""

    signature: str
    """Of the function; of a call on an object with a past, those of all methods that may have been called."""
    text: str
    """As a person would write it, with what came before it on the same object."""
    path: str
    """The function."""
    arguments: tuple[str, ...] = ()
    """Each argument's text; empty for a call on an object with a past."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A function of the driver: one function of the program, or the methods of one type."""

    methods: tuple[Method, ...]
    inputs: tuple[tuple[int, ...], ...]
    """For each input the places of its arguments in the pools; of sequences, the object, then method and arguments."""
    calls: tuple[tuple[Call, ...], ...]
    """What each input calls, one after the other."""
    sequence: bool = False


@dataclass(slots=True)
class Plan:
    """All calls of one program."""

    entries: list[Entry] = field(default_factory=list)
    signatures: dict[str, str] = field(default_factory=dict)
    """Signature of each function that is looked at, by its path."""
    skipped: int = 0
    """Functions whose arguments cannot be made."""


def make_plan(inputs: Inputs, wanted: Collection[str] | None) -> Plan:
    """Plan the calls of a program; of plain functions only those with a path in `wanted`, if it is given."""
    plan = Plan()
    offered = [one for one in inputs.interface.offered() if wanted is None or one.trait or one.path in wanted]
    methods: list[Method] = []
    for function in offered:
        plan.signatures[function.path] = function.signature
        method = callable_method(inputs, function)
        plan.skipped += method is None
        methods += [method] if method else []
    changing = {one.owner for one in methods if one.function.receiver == "&mut self"}
    single = [one for one in methods if one.owner not in changing or not one.function.receiver]
    share = min(MOST, max(FEWEST, CALLS // max(1, len(single))))
    plan.entries += [_single(method, share) for method in single]
    groups = _by_owner(methods, changing)
    plan.entries += [_sequences(group, max(FEWEST_SEQUENCES, SEQUENCES // len(groups))) for group in groups]
    return plan


def _by_owner(methods: Sequence[Method], changing: Collection[str]) -> list[list[Method]]:
    groups: dict[str, list[Method]] = defaultdict(list)
    for method in methods:
        if method.owner in changing and method.function.receiver:
            groups[method.owner].append(method)
    return [sorted(group, key=lambda one: one.function.path) for group in groups.values()]


def _single(method: Method, most: int) -> Entry:
    signature, path = method.function.signature, method.function.path
    rows = choose_rows([len(pool) for pool in method.pools], most, signature)
    calls = []
    for row in rows:
        values = tuple(pool[at].text for pool, at in zip(method.pools, row, strict=True))
        calls.append((Call(signature, method.written(values), path, values),))
    return Entry((method,), tuple(rows), tuple(calls))


def choose_rows(sizes: Sequence[int], most: int, seed: str) -> list[tuple[int, ...]]:
    """Places in pools of these sizes: in step, one varied at a time, then drawn; no row twice."""
    chance = random.Random(seed)
    stepped = [tuple(at % size for size in sizes) for at in range(max(sizes, default=1))]
    varied = [
        tuple(at if other == which else 1 % size for other, size in enumerate(sizes))
        for which in range(len(sizes))
        for at in (0, 2)
        if at < sizes[which] and len(sizes) > 1
    ]
    drawn = [tuple(place(chance, size) for size in sizes) for _ in range(4 * most)]
    return list(dict.fromkeys([*stepped[: most // 2], *varied[: most // 3], *drawn, *stepped]))[:most]


def _sequences(methods: list[Method], most: int) -> Entry:
    objects = methods[0].pools[0]
    chance = random.Random(" ".join(one.function.path for one in methods))
    signature = "; ".join(one.function.signature for one in methods)
    inputs, calls = [], []
    for at in range(most):
        taken, told = _sequence(methods, at % len(objects), at // 3, chance)
        inputs.append(tuple(taken))
        calls.append(tuple(Call(signature, text, path) for text, path in told))
    return Entry(tuple(methods), tuple(inputs), tuple(calls), sequence=True)


Told = tuple[list[int], list[tuple[str, str]]]
"""Places in the pools; each call's text and function."""


def _sequence(methods: list[Method], which: int, turn: int, chance: random.Random) -> Told:
    """Calls on one object, with few different values, so that calls meet what earlier ones left."""
    name = methods[0].owner.lower()
    lines = [f"let mut {name} = {methods[0].pools[0][which].text};"]
    taken, told = [which], list[tuple[str, str]]()
    few = {pool: _few(len(pool), chance) for one in methods for pool in one.pools[1:]}
    for step in range(STEPS):
        number = _next(methods, step, turn, chance)
        method = methods[number]
        places = [chance.choice(few[pool]) for pool in method.pools[1:]]
        text = method.written([name, *(pool[at].text for pool, at in zip(method.pools[1:], places, strict=True))])
        taken += [number, *places]
        told.append((" ".join([*lines, text]), method.function.path))
        if method.function.receiver == "&mut self":
            lines.append(f"{text};")
        elif method.function.receiver != "&self":
            break
    return taken, told


def _few(size: int, chance: random.Random) -> list[int]:
    drawn = [place(chance, size) for _ in range(4 * FEW)]
    return list(dict.fromkeys(drawn))[:FEW]


def _next(methods: list[Method], step: int, turn: int, chance: random.Random) -> int:
    """Which method comes next: in turns one that changes the object and one that only looks; the end comes last."""
    ending = [at for at, one in enumerate(methods) if one.function.receiver not in ("&self", "&mut self")]
    changing = [at for at, one in enumerate(methods) if one.function.receiver == "&mut self"]
    watching = [at for at, one in enumerate(methods) if one.function.receiver == "&self"]
    if step == STEPS - 1 and ending:
        return chance.choice(ending)
    return chance.choice(watching if watching and (step + turn) % 2 else changing)
