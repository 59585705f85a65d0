"""What a koan costs: seconds, tokens and energy per koan that tonight's candidate gained. Pure.

Covered: time and tokens of learning and of the arms that were measured, divided by fixed - lost on dev. Energy is
watts x seconds; the watts are an assumption (`config.watts`), not a measurement, and idle draw is part of them.
Not covered: making the corpus, certifying, and whatever else ran on the machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nightschool.config import LEARNING
from nightschool.types import EvaluationReport, PhaseResult

JOULES_PER_WH = 3600.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What was spent, and what came of it."""

    seconds: float
    tokens: float
    watts: float
    net: int
    """Koans fixed less koans lost."""

    @property
    def watt_hours(self) -> float:
        """Energy: watts x seconds / 3600."""
        return self.watts * self.seconds / JOULES_PER_WH

    def __str__(self) -> str:
        spent = f"{self.seconds:.0f} s, {self.tokens:.0f} tokens, about {self.watt_hours:.1f} Wh at {self.watts:g} W"
        if self.net <= 0:
            return f"{spent} for {self.net:+d} koans net on dev: no price"
        each = f"{self.seconds / self.net:.0f} s, {self.tokens / self.net:.0f} tokens, {self.watt_hours / self.net:.2f}"
        return f"{each} Wh per net koan on dev ({spent}, {self.net:+d} koans)"


def cost(
    results: Mapping[str, PhaseResult], reports: Sequence[EvaluationReport], watts: float, fixed: int, lost: int
) -> Cost:
    """Sum the learning phases' `<phase>.seconds` and `.tokens` and those of all reports."""
    learnt = [results[phase].metrics for phase in LEARNING if phase in results]
    seconds, tokens = (
        sum(value for metrics in learnt for name, value in metrics.items() if name in _names(unit))
        + sum(getattr(report, unit) for report in reports)
        for unit in ("seconds", "tokens")
    )
    return Cost(seconds, tokens, watts, fixed - lost)


def _names(unit: str) -> set[str]:
    return {f"{phase}.{unit}" for phase in LEARNING}
