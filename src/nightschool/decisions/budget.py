"""The alpha budget: how much of the chance of a false promotion tonight's look at shadow may use up.

Covered: an even share a look, within what the past year has left. By the union bound the chance of any false
promotion in a year is at most the budget, whatever the dependence between nights. Not covered: where spends are kept
(`tracking.ledger`). An even share was chosen over a decreasing one (alpha/t^2) by `benchmarks/gate_simulation.py`:
a real gain comes on any night, not on the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from nightschool.config import GateConfig

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Spend:
    """One look at shadow and the alpha it used."""

    time: datetime
    alpha: float


def alpha_share(spent: Iterable[Spend], now: datetime, config: GateConfig) -> float:
    """Tonight's alpha: `alpha / looks_per_year`, or what is left of the budget if that is less, down to 0."""
    left = config.alpha - sum(spend.alpha for spend in spent if now - spend.time < YEAR)
    return max(0.0, min(config.alpha / config.looks_per_year, left))
