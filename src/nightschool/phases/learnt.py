"""How a learning phase ends: measured on dev, asked once and as policy; kept if the policy is no worse than before."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from nightschool.decisions import NOT_KEPT, POLICY, Decision, kept
from nightschool.files import write_json
from nightschool.learning import TrainResult
from nightschool.phases.context import Context
from nightschool.phases.kept import Candidate
from nightschool.phases.measured import TONIGHTS, measure, read
from nightschool.phases.transaction import Outcome

NOTHING = "nothing"
"""Outcome of a phase that found nothing to learn from."""


def conclude(context: Context, folder: Path, phase: str, start: Candidate, result: TrainResult) -> Outcome:
    """Measure the new adapter on dev and decide whether it is kept."""
    metrics = result.metrics(phase) | measure_on_dev(context, folder, result.adapter)
    decision = kept(read(start.report), read(folder / f"{POLICY}-dev.json"))
    record(folder, decision)
    digests = {"adapter": result.digest, "start": start.digest}
    return Outcome(metrics | decision.evidence, digests, decision.outcome)


def measure_on_dev(context: Context, folder: Path, adapter: Path) -> dict[str, float]:
    """The adapter asked once, and its policy with tonight's chooser."""
    metrics: dict[str, float] = {}
    for arm in TONIGHTS:
        metrics |= measure(context, folder, arm, adapter, ("dev",))
    return metrics


def record(folder: Path, decision: Decision) -> None:
    """Keep a decision on dev with its evidence, and show what it rests on."""
    write_json(folder / "decision.json", asdict(decision))
    print(f"Dev: {decision.checks[-1]}; {decision.outcome}", flush=True)


def not_run(phase: str, start: Candidate, why: str) -> Outcome:
    """The phase's outcome where there was nothing to learn from: what it would have started from goes on."""
    print(f"{phase} is left out: {why}; the adapter of {start.phase} stays the candidate.", flush=True)
    return Outcome({}, {"adapter": start.digest, "start": start.digest}, NOT_KEPT)
