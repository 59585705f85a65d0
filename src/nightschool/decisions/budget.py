"""The alpha budget: how much of the chance of a false promotion tonight's look at shadow may use up.

Covered: half of the budget shared evenly among the looks of a year, the other half for nights that dev finds promising,
a quarter of what is left of it each time. Dev is another suite than shadow, so how much is spent does not depend on
tonight's shadow, and by the union bound the chance of any false promotion in a year is at most the budget, whatever the
dependence between nights. Not covered: where spends are kept (`tracking.ledger`). Neither all evenly nor all early
(alpha/t^2): a real gain comes on any night, and dev mostly knows which (`benchmarks/gate_simulation.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from nightschool.config import GateConfig
from nightschool.decisions.pairs import comparable
from nightschool.decisions.superiority import exact_p, template_gains
from nightschool.types import EvaluationReport

YEAR = timedelta(days=365)
EVEN = 0.5
"""Part of the budget that is shared evenly."""
PART = 0.25
"""Part of what is left of the other half that one promising night may spend."""
PROMISING = 0.02
"""One-sided p-value on dev up to which a night is promising; one in fifty nights without any gain is."""


@dataclass(frozen=True, slots=True)
class Spend:
    """One look at shadow and the alpha it used."""

    time: datetime
    alpha: float


def promising(reference: EvaluationReport | None, candidate: EvaluationReport | None) -> bool:
    """Whether the candidate is better than the reference on dev; not where the two cannot be compared."""
    if reference is None or candidate is None or not comparable(reference, candidate):
        return False
    return exact_p(template_gains(reference, candidate)[0]) <= PROMISING


def alpha_share(spent: Iterable[Spend], now: datetime, config: GateConfig, promises: bool = False) -> float:
    """Tonight's alpha, at most what the past year has left.

    The even share e = EVEN alpha / looks_per_year; a promising night adds PART of what is left when every look that
    the year may still have keeps its e.
    """
    recent = [spend.alpha for spend in spent if now - spend.time < YEAR]
    even = EVEN * config.alpha / config.looks_per_year
    left = config.alpha - sum(recent)
    free = left - even * max(0, config.looks_per_year - len(recent))
    extra = PART * max(0.0, free) if promises else 0.0
    return max(0.0, min(even + extra, left))
