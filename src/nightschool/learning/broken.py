"""A new broken program on its way to becoming a rehearsal row.

Covered: the check that rustc rejects it for the intended reason, with rustc's own diagnostic, and the counts of what
came through each filter. Not covered: whether it is new, and its repair (`learning.synthesis`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from nightschool.curriculum.synthesised import Cell
from nightschool.curriculum.verify import MAX_DIAGNOSTICS
from nightschool.files import digest_text
from nightschool.rust.rendering import render
from nightschool.types import Judgement, Program, Route, Row, Step, Verdict


class Compiler(Protocol):
    """What this needs of `nightschool.rust.judge.Judge`."""

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """Verdict PASSED means that a program compiles."""


@dataclass(slots=True)
class Funnel:
    """How many programs of each route came through each filter."""

    counts: dict[Route, Counter[Step]] = field(default_factory=dict)

    def add(self, route: Route, step: Step, number: int = 1) -> None:
        """Count programs that reached a step."""
        self.counts.setdefault(route, Counter())[step] += number

    def include(self, other: Funnel) -> None:
        """Add what another one counted."""
        for route, steps in other.counts.items():
            self.counts.setdefault(route, Counter()).update(steps)

    def metrics(self) -> dict[str, float]:
        """`route.step` to count."""
        return {f"{route}.{step}": float(n) for route, steps in self.counts.items() for step, n in steps.items()}


@dataclass(frozen=True, slots=True)
class Broken:
    """A program meant to show a cell's error."""

    cell: Cell
    program: str
    route: Route
    diagnostic: str = ""
    """rustc's own, rendered; empty until it was asked."""

    @property
    def row(self) -> Row:
        """As a row without a repair, to be answered and compared."""
        cell, digest = self.cell, digest_text(self.program)
        return Row(
            id=f"ssr-{digest[:16]}", source="synthesised", family=cell.family, pattern=cell.pattern,
            error_code=cell.error_code, broken=self.program, fixed="", diagnostic=self.diagnostic,
            provenance=f"ssr:{self.route}:{cell.pattern}:{digest[:12]}", group=f"ssr/{cell.pattern}",
            edition=cell.edition,
        )  # fmt: skip


def intended(judge: Compiler, batch: Sequence[Broken], funnel: Funnel) -> list[Broken]:
    """Those that fail with their cell's code and little else, each with rustc's diagnostic."""
    found: list[Broken] = []
    judged = judge.compile([Program(one.program, edition=one.cell.edition) for one in batch]) if batch else []
    for one, judgement in zip(batch, judged, strict=True):
        if judgement.verdict is not Verdict.NOT_COMPILED:
            continue
        funnel.add(one.route, "fails")
        single = len(judgement.diagnostics) <= MAX_DIAGNOSTICS and len(judgement.codes) <= 2
        if single and judgement.primary_code == one.cell.error_code:
            funnel.add(one.route, "intended")
            found.append(replace(one, diagnostic=render(judgement.diagnostics, one.program)))
    return found
