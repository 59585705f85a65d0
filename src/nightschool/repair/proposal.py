"""What repair passes around: proposals, candidates that compile, and what a search found.

Covered: plain frozen records. Not covered: making (`propose`), verifying (`search`) and choosing (`chooser`) them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from nightschool.repair.place import Place
from nightschool.types import Judgement, Program, Stage

Source = Literal["rustc", "operator", "pattern", "model"]


@dataclass(frozen=True, slots=True)
class Step:
    """Who proposed an edit."""

    source: Source
    name: str
    """Operator, pattern id, or rustc's applicability; `greedy` or `drawn` for a model."""
    cost: float
    """Place in the queue that the source asked for: 0 is first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A program that may be a repair, not yet compiled."""

    program: str
    step: Step


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program that compiles and uses nothing forbidden."""

    program: str
    steps: tuple[Step, ...]
    """One a level of the search, first to last."""
    order: int
    """Place in the fixed order of all candidates of the program: 0 is first."""
    distance: int
    """Words taken out and put in."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the search made of one program."""

    program: Program
    before: Judgement
    """rustc's finding on the program itself; unscored if rustc could not be asked about all of its proposals."""
    candidates: tuple[Candidate, ...]
    """In the fixed order."""
    compiles: int
    """Programs compiled for it."""
    stages: tuple[Stage, ...] = field(default=(), compare=False)
    """How long what took, in order, when it was searched: two searches that find the same are equal."""


class Proposer(Protocol):
    """A source of proposals."""

    def __call__(self, place: Place) -> Iterable[Proposal]:
        """Proposals for one program in the order of their costs; equal inputs give equal lists."""
