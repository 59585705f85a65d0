"""Recipe `examine`: the candidate on dev and shadow, and on frozen (domains beside it) if shadow finds it better.

Covered: the order of the suites, the looks at frozen, what the verdicts can be trusted for (`reliability`), Data Docs
of the night's reports.
Not covered: deciding (`decisions`), and what the candidate is compared with (`baseline`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nightschool.phases.context import DOMAINS, Context, code_digest
from nightschool.phases.kept import candidate
from nightschool.phases.measured import OF_CANDIDATE, measure, read, reference_report, with_domains
from nightschool.phases.opening import decide_opening, record_look
from nightschool.phases.recipes_learning import completeness, policy_inputs
from nightschool.phases.reliability import measure_noise, measure_samples
from nightschool.phases.retention import measure_retention
from nightschool.phases.transaction import Outcome


def examine_inputs(context: Context) -> dict[str, Any]:
    """The policy, the candidate, the arms that are made of it, what shadow compares it with, and what opens frozen."""
    return {
        **policy_inputs(context), "candidate": candidate(context).digest, "arms": _arms(context),
        "baseline": context.result("baseline").key, "seed": context.config.seed,
        "evaluation": context.config.evaluation.model_dump(mode="json"),
        "gate": context.config.gate.model_dump(mode="json"), "decisions": code_digest("decisions"),
    }  # fmt: skip


def examine(context: Context, folder: Path) -> Outcome:
    """Measure the candidate as the baseline was, frozen last and only if it is opened, and validate the reports.

    Unscored attempts are said and left to the gate, which refuses them by name.
    """
    metrics = _measured(context, folder, ("dev", "shadow"))
    metrics |= measure_retention(context, folder, "candidate", candidate(context).adapter)
    reference = {suite: reference_report(context, suite) for suite in ("dev", "shadow")}
    opening = decide_opening(
        context, folder, reference, {suite: read(folder / f"candidate-{suite}.json") for suite in reference}
    )
    for left in (*folder.glob("*-frozen.json"), *folder.glob(f"*-{DOMAINS}.json")):
        left.unlink()  # of an examination that was incomplete: what counts is this one's
    if opening.opened:
        for arm in _arms(context):
            record_look(context, arm, candidate(context).digest, context.suite("frozen").digest)
        metrics |= _measured(context, folder, with_domains(context, ("frozen",)))
        metrics |= measure_samples(context, folder)
    metrics |= measure_noise(context, folder, ("dev", "frozen") if opening.opened else ("dev",))
    _validate(context, folder)
    return Outcome(metrics | {"frozen.opened": float(opening.opened)}, outcome=completeness(metrics))


def _measured(context: Context, folder: Path, suites: Iterable[str]) -> dict[str, float]:
    """Every arm made of the candidate, on the suites."""
    metrics: dict[str, float] = {}
    for arm in _arms(context):
        metrics |= measure(context, folder, arm, candidate(context).adapter, suites)
    return metrics


def _arms(context: Context) -> list[str]:
    return ["candidate", *(arm for arm in context.config.arms if arm in OF_CANDIDATE)]


def _validate(context: Context, folder: Path) -> None:
    from nightschool.curriculum.validation import validate_reports

    reports = [read(path) for place in (context.output("baseline"), folder) for path in sorted(place.glob("*-*.json"))]
    for warning in validate_reports(reports, context.config, folder / "docs").warnings:
        print(f"Warning: {warning}", flush=True)
