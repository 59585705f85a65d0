"""What a night taught: the corpus by source, family and error code, and what each learning phase made of it. Pure.

Covered: counts that `curate` recorded and numbers that the phases recorded. Not covered: what came of it (`changes`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nightschool.config import LEARNING
from nightschool.types import PhaseResult

KINDS = {"source": "source", "family": "family", "error_code": "error code"}
"""How the corpus is counted, and the words for it."""
NUMBERS = ("rows_seen", "steps", "tokens", "seconds", "final_loss", "dev_loss", "change")
"""What is told of a learning phase."""


def taught(results: Mapping[str, PhaseResult], composition: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """Rows of the corpus, in all and by kind, largest first, and one entry a learning phase that ran."""
    curated = results["curate"].metrics if "curate" in results else {}
    counted = {
        words: dict(sorted(composition[kind].items(), key=lambda one: (-one[1], one[0])))
        for kind, words in KINDS.items()
        if kind in composition
    }
    phases = [_phase(results[name]) for name in LEARNING if name in results]
    rows = curated.get("rows")
    return {"rows": None if rows is None else int(rows), "by": counted, "phases": phases}


def approach(results: Mapping[str, PhaseResult]) -> str:
    """The learning phases that ran and what became of each: `align (no gain), prefer (kept)`."""
    told = [f"{name} ({results[name].outcome.replace('_', ' ') or 'done'})" for name in LEARNING if name in results]
    return ", ".join(told) or "no training"


def _phase(result: PhaseResult) -> dict[str, Any]:
    numbers = {name: result.metrics.get(f"{result.phase}.{name}") for name in NUMBERS}
    return {"phase": result.phase, "outcome": result.outcome, **numbers}
