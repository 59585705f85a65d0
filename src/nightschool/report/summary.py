"""The night as JSON, for programs that read reports.

Covered: `report.json`, schema 1: verdict, version registered tonight, failed checks, arms by suite, seconds by phase.
Not covered: evidence of single koans; that is in the reports of `baseline` and `examine`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from nightschool.types import EvaluationReport, PhaseResult

SCHEMA = 1
NOT_REACHED = "not_reached"


def summary(
    cycle: str,
    decision: Mapping[str, Any],
    results: Mapping[str, PhaseResult],
    reports: Iterable[EvaluationReport],
    bar: float,
) -> dict[str, Any]:
    """Everything that `report.json` holds. The verdict of a night whose gate was not reached is `not_reached`."""
    failed = [check for check in decision.get("checks", ()) if not check["ok"]]
    registered = results["register"].metrics.get("version") if "register" in results else None
    return {
        "schema": SCHEMA,
        "cycle": cycle,
        "verdict": str(decision.get("outcome", NOT_REACHED)),
        "version": None if registered is None else int(registered),
        "failed": [{"check": one["name"], "value": one["observed"], "wanted": one["wanted"]} for one in failed],
        "arms": arms(reports),
        "seconds": {name: result.seconds for name, result in results.items()},
        "bar": bar,
    }


def arms(reports: Iterable[EvaluationReport]) -> dict[str, dict[str, dict[str, float]]]:
    """Counts by arm and suite; `low` and `high` are the 95 % Wilson interval of the pass rate."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for one in reports:
        rate = {"passed": one.rate.passed, "n": one.rate.n, "low": one.rate.low, "high": one.rate.high}
        found.setdefault(one.arm, {})[one.suite] = rate | one.counts | {"unscored": one.unscored}
    return found
