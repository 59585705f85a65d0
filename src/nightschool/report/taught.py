"""What a night taught: the corpus by source, family and error code, and what each learning phase made of it. Pure.

Covered: counts that `curate` recorded and numbers that the phases recorded; where the clock ended training. Not
covered: what came of it (`changes`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nightschool.config import LEARNING
from nightschool.decisions import KEPT
from nightschool.types import PhaseResult

KINDS = {"source": "source", "family": "family", "error_code": "error code"}
"""How the corpus is counted, and the words for it."""
NUMBERS = ("rows_seen", "steps", "tokens", "seconds", "final_loss", "dev_loss", "change")
"""What is told of a learning phase."""
LIMITS = {"align": "train.max_minutes", "rehearse": "rehearse.train_minutes", "prefer": "prefer.train_minutes"}
"""By learning phase, the setting that says how long it may train."""


def taught(
    results: Mapping[str, PhaseResult],
    composition: Mapping[str, Mapping[str, int]],
    stopped: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Rows of the corpus, in all and by kind, largest first, and one entry a learning phase that ran.

    `stopped`: the setting that ended training, with its value, by phase (`train.max_minutes=6`).
    """
    curated = results["curate"].metrics if "curate" in results else {}
    counted = {
        words: dict(sorted(composition[kind].items(), key=lambda one: (-one[1], one[0])))
        for kind, words in KINDS.items()
        if kind in composition
    }
    phases = [_phase(results[name], (stopped or {}).get(name)) for name in LEARNING if name in results]
    rows = curated.get("rows")
    return {"rows": None if rows is None else int(rows), "by": counted, "phases": phases}


def approach(results: Mapping[str, PhaseResult]) -> str:
    """The learning phases that ran and what became of each: `align (no gain), prefer (kept: no worse)`."""
    told = [f"{name} ({_became(results[name].outcome)})" for name in LEARNING if name in results]
    return ", ".join(told) or "no training"


def _became(outcome: str) -> str:
    """What is kept is no worse than what it started from, and no more is shown."""
    return "kept: no worse" if outcome == KEPT else outcome.replace("_", " ") or "done"


def cut_off(taught: Mapping[str, Any]) -> list[str]:
    """`align stopped at train.max_minutes=6: 53 steps, 127 rows at 83 tokens/s`, by phase that the clock ended."""
    return [_cut(one) for one in taught["phases"] if one.get("stopped_at")]


def _cut(phase: Mapping[str, Any]) -> str:
    steps, rows, tokens, seconds = (phase[name] or 0.0 for name in ("steps", "rows_seen", "tokens", "seconds"))
    pace = f" at {tokens / seconds:.0f} tokens/s" if seconds else ""
    return f"{phase['phase']} stopped at {phase['stopped_at']}: {steps:.0f} steps, {rows:.0f} rows{pace}"


def _phase(result: PhaseResult, stopped_at: str | None) -> dict[str, Any]:
    numbers = {name: result.metrics.get(f"{result.phase}.{name}") for name in NUMBERS}
    return {"phase": result.phase, "outcome": result.outcome, **numbers, "stopped_at": stopped_at}
