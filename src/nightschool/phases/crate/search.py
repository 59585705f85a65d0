"""Candidates for one error of a package, verified as cargo compiles its unit, ranked by the policy in use.

Covered: the file of the error, further ones of the unit that rustc points into or whose items it names, two of them at
once where the policy is sure of none (`pairs`); budgets for compiles that take as long as a package does. Not covered:
asking a model, running candidates to see what they do: a unit of a package cannot be run alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.cargo.defined import defining
from nightschool.cargo.unit_copy import Ready
from nightschool.cargo.views import pointed_at, primary_file
from nightschool.phases.crate.choice import Choice, Part, Searcher, Tried
from nightschool.phases.crate.pairs import pairs

if TYPE_CHECKING:
    from nightschool.repair.policy import Policy
    from nightschool.repair.search import Clock

COMPILES = 60
"""Most proposals compiled for an error; a third of that for each further file."""
SECONDS = 60.0
"""No candidate is compiled after this time."""
SHARE = 0.5
"""Of the time that is left, for each file by itself: the next one has its turn also on a busy machine."""
FURTHER = 2
"""Further files that are looked at."""


@dataclass(frozen=True)
class Choices:
    """What was found for one error, best first."""

    best: tuple[Choice, ...]
    sure: float
    certain: bool
    compiles: int
    late: int
    """Candidates for which there was no time."""


def choices(ready: Ready, policy: Policy, editable: Callable[[Path], bool], tried: Tried, clock: Clock) -> Choices:
    """Search the error's own file, then those that rustc points into or names, then two at once, if none is sure."""
    names = [one for one in _named(ready) if editable(ready.unit.base / one)]
    searcher = Searcher(ready, policy, tried, clock)
    parts = [
        searcher.searched(name, COMPILES // 3 if number else COMPILES, share=SHARE)
        for number, name in enumerate(names[: FURTHER + 1])
    ]
    found = _merged(parts, bool(policy.chooser.weights))
    if found.certain and not found.best[0].left:
        return found
    return _merged([*parts, *pairs(searcher, parts, editable)], bool(policy.chooser.weights))


def _named(ready: Ready) -> list[str]:
    """The error's own file, those that rustc points into, and those that define what it names."""
    named = (primary_file(ready.error), *pointed_at(ready.error), *defining(ready.error, ready.slots.copies[0]))
    return [one for one in dict.fromkeys(named) if ready.holds(one)]


def _merged(parts: Sequence[Part], taught: bool) -> Choices:
    """All repairs in one order: by score where something is learnt, else the error's own file first.

    Those that leave the unit without an error put the others out; of two files come after those of one, the smallest
    change first, and the policy, which was not taught on them, is sure of none.
    """
    made = [(choice, part) for part in parts for choice in part.choices()]
    made = [one for one in made if not one[0].left] or made
    if taught:
        made = sorted(made, key=lambda one: -one[0].score)
    ordered = sorted(made, key=lambda one: one[1].size(one[0]) if one[1].first else 0)
    first = ordered[0] if ordered else None
    certain = first is not None and not first[1].first and _certain(*first)
    return Choices(
        tuple(one for one, _ in ordered),
        first[1].ranked.sure if first and not first[1].first else 0.0,
        certain,
        sum(part.found.compiles for part in parts),
        sum(part.judge.late for part in parts),
    )


def _certain(choice: Choice, part: Part) -> bool:
    return part.ranked.certain and choice.candidate is part.ranked.candidates[0]
