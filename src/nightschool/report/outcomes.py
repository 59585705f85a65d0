"""What the learning phases of a night decided on dev, with the evidence they recorded. Not covered: the gate."""

from __future__ import annotations

from collections.abc import Mapping

from nightschool.decisions import show_gain
from nightschool.types import PhaseResult

DECIDING = ("align", "rehearse", "plateaued", "prefer")


def outcomes(results: Mapping[str, PhaseResult]) -> dict[str, str]:
    """Decision and paired gain on dev with its 95 % interval, by phase, of those that ran."""
    return {phase: _told(results[phase]) for phase in DECIDING if phase in results}


def _told(result: PhaseResult) -> str:
    """A phase that was asked for and found nothing to learn from measured nothing."""
    evidence = show_gain(result.metrics, "dev") if "dev_n" in result.metrics else "nothing to learn from"
    return f"{result.outcome.replace('_', ' ')}, {evidence}"
