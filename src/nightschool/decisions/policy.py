"""How a registered version is best used, from dev reports. Not covered: using it (`nightschool fix`)."""

from __future__ import annotations

from collections.abc import Mapping

from nightschool.types import EvaluationReport

POLICIES = ("suggestions", "model", "hybrid")
"""Ways to use a version, the cheapest first."""


def best_policy(dev: Mapping[str, EvaluationReport]) -> str:
    """The policy that passed most on dev, the cheapest of equals; `model` where nothing else was measured whole."""
    rates = {name: dev[name].rate.value or 0.0 for name in POLICIES if name in dev and dev[name].complete}
    return max(rates, key=lambda name: rates[name]) if rates else "model"
