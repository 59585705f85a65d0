"""What an arm is, and what it says about one koan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from nightschool.types import Koan, Stage, Unchosen

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, not yet judged."""

    koan: str
    text: str
    """What the arm said."""
    program: str | None
    """The repaired program; None if there is none, and `detail` says why."""
    tokens: int = 0
    seconds: float = 0.0
    detail: str = ""
    unscored: bool = False
    """The question could not be put (a dead sandbox): says nothing about the arm."""
    compiles: int = 0
    """Programs compiled to find the answer."""
    answers: int = 0
    """Answers that a model gave for the koan, this one included."""
    sure: bool | None = None
    """Whether the arm would write it without asking a person; None where it cannot tell."""
    stages: tuple[Stage, ...] = ()
    """What was timed, in order; none where the arm times nothing."""
    unchosen: tuple[Unchosen, ...] = ()
    """The best of what compiled and was not chosen."""


class Arm(Protocol):
    """Anything that answers koans."""

    name: str
    digest: str
    """What the answers depend on; equal digests give equal answers."""

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """One answer per koan, in order."""
        ...

    def facts(self) -> dict[str, str]:
        """What a report should say about the arm."""
        ...
