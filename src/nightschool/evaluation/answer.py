"""What an arm says about one koan. Plain data."""

from __future__ import annotations

from dataclasses import dataclass


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
