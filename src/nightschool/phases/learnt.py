"""How a learning phase after align ends: measured on dev, kept if it is no worse than what it started from."""

from __future__ import annotations

from pathlib import Path

from nightschool.decisions import NOT_KEPT, kept
from nightschool.learning import TrainResult
from nightschool.phases.context import Context
from nightschool.phases.kept import Candidate
from nightschool.phases.measured import measure, read
from nightschool.phases.recipes_learning import record
from nightschool.phases.transaction import Outcome

NOTHING = "nothing"
"""Outcome of a phase that found nothing to learn from."""


def conclude(context: Context, folder: Path, phase: str, start: Candidate, result: TrainResult) -> Outcome:
    """Measure the new adapter on dev and decide whether it is kept."""
    metrics = result.metrics(phase) | measure(context, folder, "candidate", result.adapter, ("dev",))
    decision = kept(read(start.report), read(folder / "candidate-dev.json"))
    record(folder, decision)
    digests = {"adapter": result.digest, "start": start.digest}
    return Outcome(metrics | decision.evidence, digests, decision.outcome)


def not_run(phase: str, start: Candidate, why: str) -> Outcome:
    """The phase's outcome where there was nothing to learn from: what it would have started from goes on."""
    print(f"{phase} is left out: {why}; the adapter of {start.phase} stays the candidate.", flush=True)
    return Outcome({}, {"adapter": start.digest, "start": start.digest}, NOT_KEPT)
