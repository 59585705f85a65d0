"""What compiled and was not chosen, as a report keeps it: diffs, best first, and whether it does otherwise.

Covered: the best few, each diff cut where it is long. Not covered: observing what candidates do (`repair.watching`).
"""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice

from nightschool.repair.chooser import Ranked
from nightschool.repair.proposal import Candidate
from nightschool.types import Unchosen

MOST = 5
"""Candidates that are kept beside the chosen one."""
LONGEST = 2000
"""Characters of a diff."""


def unchosen(broken: str, ranked: Ranked) -> tuple[Unchosen, ...]:
    """The best of the candidates that are not the first, best first."""
    differs = ranked.differs or (None,) * len(ranked.candidates)
    others = islice(zip(ranked.candidates, differs, strict=True), 1, 1 + MOST)
    return tuple(
        Unchosen(place, told(one), diff(broken, one.program), otherwise)
        for place, (one, otherwise) in enumerate(others, start=2)
    )


def diff(before: str, after: str) -> str:
    """The changed lines with one on either side of them, without file names, cut at LONGEST characters."""
    made = unified_diff(before.split("\n"), after.split("\n"), n=1, lineterm="")
    return "\n".join(islice(made, 2, None))[:LONGEST]


def told(candidate: Candidate) -> str:
    """Who proposed it, in words."""
    return " then ".join(f"{step.source}: {step.name}" for step in candidate.steps)
