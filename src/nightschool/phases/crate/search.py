"""Candidates for one error of a package, verified as cargo compiles its unit, ranked by the policy in use.

Covered: the file of the error, and further ones of the unit that rustc points into; budgets for compiles that take as
long as a package does. Not covered: asking a model, running candidates to see what they do: a unit of a package cannot
be run alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from nightschool.cargo.messages import Json
from nightschool.cargo.unit_copy import Ready
from nightschool.cargo.unit_judge import FileJudge
from nightschool.cargo.views import pointed_at, primary_file
from nightschool.phases.rust_file import decoded
from nightschool.rust.written import Written
from nightschool.types import Program

if TYPE_CHECKING:
    from nightschool.repair import Candidate, Found
    from nightschool.repair.chooser import Ranked
    from nightschool.repair.policy import Policy
    from nightschool.repair.search import Clock
    from nightschool.rust.judge import Judge

COMPILES = 60
"""Most proposals compiled for an error; a third of that for each further file."""
PATTERN_COMPILES = 20
SECONDS = 60.0
"""No candidate is compiled after this time."""
FURTHER = 2
"""Further files that are looked at."""
Tried = Callable[[int], None]


@dataclass(frozen=True)
class Choice:
    """One repair that compiles."""

    file: Path
    """In the workspace, relative to the unit's base."""
    before: str
    """The file's text."""
    after: str
    candidate: Candidate
    score: float
    left: tuple[Json, ...]
    """Errors that the unit still has in other files."""


@dataclass(frozen=True)
class Choices:
    """What was found for one error, best first."""

    best: tuple[Choice, ...]
    sure: float
    certain: bool
    compiles: int
    late: int
    """Candidates for which there was no time."""


@dataclass(frozen=True)
class _Part:
    """The search of one file."""

    found: Found
    ranked: Ranked
    judge: FileJudge
    text: Written

    def choices(self) -> Iterator[Choice]:
        """Best first."""
        for one, score in zip(self.ranked.candidates, self.ranked.scores, strict=True):
            left = self.judge.left.get(one.program, ())
            yield Choice(Path(self.judge.file), self.text.text, self.text.restored(one.program), one, score, left)


def choices(ready: Ready, policy: Policy, editable: Callable[[Path], bool], tried: Tried, clock: Clock) -> Choices:
    """Search the error's own file, then those that rustc points into, until the clock is over."""
    focus = primary_file(ready.error)
    named = [one for one in (focus, *pointed_at(ready.error)) if ready.holds(one)]
    names = [one for one in named if editable(ready.unit.base / one)][: FURTHER + 1]
    parts: list[_Part] = []
    done = 0
    for number, name in enumerate(names):
        budget = COMPILES // 3 if number else COMPILES
        judge = FileJudge(ready.slots, ready.errors, (focus, name), clock.left, partial(_further, tried, done))
        parts.append(_searched(ready, judge, policy, budget, clock))
        done += parts[-1].found.compiles
    return _merged(parts, bool(policy.chooser.weights))


def _further(tried: Tried, before: int, done: int) -> None:
    tried(before + done)


def _searched(ready: Ready, judge: FileJudge, policy: Policy, compiles: int, clock: Clock) -> _Part:
    from nightschool.repair.repairer import Repairer

    text = Written(decoded(Path(judge.file), (ready.slots.copies[0] / judge.file).read_bytes()))
    share = {"compiles": compiles, "pattern_compiles": PATTERN_COMPILES, "behaviour_s": 0.0}
    settings = policy.settings.model_copy(update=share)
    repairer = Repairer(cast("Judge", judge), replace(policy, settings=settings), clock=clock)
    found = repairer.search([Program(text.plain, edition=ready.unit.edition)])
    return _Part(found[0], repairer.rank(found)[0], judge, text)


def _merged(parts: Sequence[_Part], taught: bool) -> Choices:
    """All files' repairs in one order: by score where something is learnt, else the error's own file first.

    Those that leave the unit without an error put the others out.
    """
    made = [(choice, part.ranked) for part in parts for choice in part.choices()]
    made = [one for one in made if not one[0].left] or made
    ordered = sorted(made, key=lambda one: -one[0].score) if taught else made
    first = ordered[0] if ordered else None
    certain = first is not None and first[1].certain and first[0].candidate is first[1].candidates[0]
    return Choices(
        tuple(one for one, _ in ordered),
        first[1].sure if first else 0.0,
        certain,
        sum(part.found.compiles for part in parts),
        sum(part.judge.late for part in parts),
    )
