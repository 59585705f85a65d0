"""The source `mutated`: compiling Rust broken in one place by a mutation operator.

Covered: a choice among all mutants of any programs (documentation examples, items of crates) that gives
every operator its turn before any is used twice as often (water-filling), the same for the same seed.
Not covered: verification; about three in five drafts fail as meant.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from nightschool.curriculum.documentation import Example
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.mutation.engine import Mutant, mutants
from nightschool.curriculum.mutation.operator import OPERATORS
from nightschool.curriculum.mutation.patterns import FAMILY_OF_PATTERN, family_of_code

PER_PLACE = 2
"""Mutants of one operator in one program."""


def mutated_drafts(examples: Iterable[Example], count: int, seed: int) -> list[Draft]:
    """About `count` drafts, balanced over operators, in an order that depends on the seed alone."""
    by_operator: dict[str, list[tuple[str, Example, Mutant]]] = defaultdict(list)
    for example in examples:
        for mutant in _some_of_each(example, seed):
            by_operator[mutant.operator].append((_key(seed, example, mutant), example, mutant))
    quota = _water_fill({name: len(found) for name, found in by_operator.items()}, count)
    chosen = [
        item
        for name, found in by_operator.items()
        for item in sorted(found, key=lambda item: item[0])[: quota[name] * OPERATORS[name].weight]
    ]
    return [_draft(example, mutant) for _, example, mutant in sorted(chosen, key=lambda item: item[0])]


def _some_of_each(example: Example, seed: int) -> Iterator[Mutant]:
    taken: Counter[str] = Counter()
    ordered = sorted(mutants(example.source), key=lambda mutant: _key(seed, example, mutant))
    for mutant in ordered:
        if taken[mutant.operator] < PER_PLACE * OPERATORS[mutant.operator].weight:
            taken[mutant.operator] += 1
            yield mutant


def _key(seed: int, example: Example, mutant: Mutant) -> str:
    text = f"{seed}|{example.provenance}|{mutant.operator}|{mutant.broken}"
    return hashlib.sha256(text.encode()).hexdigest()


def _water_fill(available: dict[str, int], count: int) -> dict[str, int]:
    """The same level for all, as high as `count` allows; who has less gives all."""
    left, level = count, 0
    for position, name in enumerate(sorted(available, key=lambda name: available[name])):
        share = left // (len(available) - position)
        level = max(level, min(share, available[name]))
        left -= min(share, available[name])
    return {name: min(level, size) for name, size in available.items()}


def _draft(example: Example, mutant: Mutant) -> Draft:
    operator = OPERATORS[mutant.operator]
    outcomes = tuple(
        (code, FAMILY_OF_PATTERN.get(pattern, family_of_code(code)), pattern) for code, pattern in operator.outcomes
    )
    return Draft(
        source="mutated",
        family=outcomes[0][1],
        pattern=mutant.operator,
        broken=mutant.broken,
        fixed=mutant.fixed,
        tests=example.tests,
        provenance=f"{example.provenance}:{mutant.place}:{mutant.operator}",
        group=example.group,
        outcomes=outcomes,
        strict=operator.strict,
    )
