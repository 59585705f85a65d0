"""The search of one file of a unit, and the repairs that come of it.

Covered: a search that begins with another file changed already. Not covered: which files (`search`, `pairs`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from nightschool.cargo.messages import Json
from nightschool.cargo.unit_copy import Ready
from nightschool.cargo.unit_judge import FileJudge
from nightschool.cargo.views import primary_file
from nightschool.phases.rust_file import decoded
from nightschool.rust.written import Written
from nightschool.types import Program

if TYPE_CHECKING:
    from nightschool.repair import Candidate, Found
    from nightschool.repair.chooser import Ranked
    from nightschool.repair.policy import Policy
    from nightschool.repair.proposal import Step
    from nightschool.repair.search import Clock
    from nightschool.rust.judge import Judge

PATTERN_COMPILES = 20
Tried = Callable[[int], None]


@dataclass(frozen=True)
class Change:
    """One file of a repair."""

    file: Path
    """In the workspace, relative to the unit's base."""
    before: str
    """The file's text."""
    after: str


@dataclass(frozen=True)
class Choice:
    """One repair that compiles."""

    changes: tuple[Change, ...]
    """Of one file or two, in the order in which they were made."""
    candidate: Candidate
    score: float
    left: tuple[Json, ...]
    """Errors that the unit still has in other files."""


@dataclass(frozen=True)
class First:
    """A change of one file that the repair of another one goes on from."""

    file: str
    text: Written
    program: str
    step: Step

    @property
    def change(self) -> Change:
        """As it is shown."""
        return Change(Path(self.file), self.text.text, self.text.restored(self.program))


@dataclass(frozen=True)
class Part:
    """The search of one file."""

    found: Found
    ranked: Ranked
    judge: FileJudge
    text: Written
    first: First | None = None
    """What was changed in another file before."""

    def choices(self) -> Iterator[Choice]:
        """Best first."""
        for one, score in zip(self.ranked.candidates, self.ranked.scores, strict=True):
            left = self.judge.left.get(one.program, ())
            change = Change(Path(self.judge.file), self.text.text, self.text.restored(one.program))
            if self.first is None:
                yield Choice((change,), one, score, left)
            else:
                both = replace(one, steps=(self.first.step, *one.steps))
                yield Choice((self.first.change, change), both, score, left)

    def size(self, choice: Choice) -> int:
        """Words that the repair changes, of both files; at least one."""
        from nightschool.repair.search import distance

        before = distance(self.first.text.plain, self.first.program) if self.first else 0
        return 1 + before + choice.candidate.distance


@dataclass
class Searcher:
    """Searches files of one unit until the clock is over."""

    ready: Ready
    policy: Policy
    tried: Tried
    clock: Clock
    done: int = field(default=0)
    """Candidates compiled so far."""

    def searched(self, name: str, compiles: int, first: First | None = None, share: float = 1.0) -> Part:
        """One file, with the first change in its place, in a `share` of the time that is left."""
        from nightschool.repair.repairer import Repairer

        ready, before, clock = self.ready, self.done, _share(self.clock, share)
        others = {first.file: first.program} if first else {}
        judge = FileJudge(
            ready.slots, ready.errors, (primary_file(ready.error), name), clock.left,
            lambda done: self.tried(before + done), others,
        )  # fmt: skip
        text = Written(decoded(Path(name), (ready.slots.copies[0] / name).read_bytes()))
        budget = {"compiles": compiles, "pattern_compiles": PATTERN_COMPILES, "behaviour_s": 0.0}
        settings = self.policy.settings.model_copy(update=budget)
        repairer = Repairer(cast("Judge", judge), replace(self.policy, settings=settings), clock=clock)
        found = repairer.search([Program(text.plain, edition=ready.unit.edition)])[0]
        self.done += found.compiles
        return Part(found, repairer.rank([found])[0], judge, text, first)


def _share(whole: Clock, share: float) -> Clock:
    """A clock for a part of what is left; whoever stops the whole one stops it too."""
    from nightschool.repair.search import Clock

    class Share(Clock):
        def over(self) -> bool:
            return super().over() or whole.over()

        def left(self) -> float:
            return min(super().left(), whole.left())

    return Share(whole.left() * share)
