"""Recipe `examine`: tonight's policy on dev, shadow and own, and on frozen (domains beside it) if shadow shows enough.

Covered: the candidate asked once beside its policy, the order of the suites, the looks at frozen, what single answers
can be trusted for (`reliability`), Data Docs of the night's reports. Not covered: deciding (`decisions`), and what the
policy is compared with (`baseline`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nightschool.files import digest_folder
from nightschool.phases.context import DOMAINS, Context, code_digest
from nightschool.phases.gate_arms import gate_arms
from nightschool.phases.kept import candidate
from nightschool.phases.measured import CHOSEN, TONIGHTS, measure, read, with_domains, with_own
from nightschool.phases.opening import decide_opening, record_look
from nightschool.phases.recipes_learning import completeness, policy_inputs
from nightschool.phases.reliability import measure_noise
from nightschool.phases.retention import measure_retention
from nightschool.phases.transaction import Outcome


def examine_inputs(context: Context) -> dict[str, Any]:
    """The policy, the candidate, what shadow compares it with, and what opens frozen."""
    return {
        **policy_inputs(context), "candidate": candidate(context).digest, "arms": TONIGHTS,
        "baseline": context.result("baseline").key, "seed": context.config.seed,
        "gate": context.config.gate.model_dump(mode="json"), "decisions": code_digest("decisions"),
    }  # fmt: skip


def examine(context: Context, folder: Path) -> Outcome:
    """Measure candidate and policy as the baseline was, frozen last and only if it is opened, and validate the reports.

    Unscored attempts are said and left to the gate, which refuses them by name.
    """
    for left in (*folder.glob("*-frozen.json"), *folder.glob(f"*-{DOMAINS}.json")):
        left.unlink()  # of an examination that was incomplete: what counts is this one's
    metrics = _measured(context, folder, with_own(context, ("dev", "shadow")))
    metrics |= measure_retention(context, folder, "candidate", candidate(context).adapter)
    opening = decide_opening(context, folder, gate_arms(context, folder))
    if opening.opened:
        for arm in TONIGHTS:
            record_look(context, arm, candidate(context).digest, context.suite("frozen").digest)
        metrics |= _measured(context, folder, with_domains(context, ("frozen",)))
    metrics |= measure_noise(context, folder, ("dev", "frozen") if opening.opened else ("dev",))
    _validate(context, folder)
    digests = {"adapter": candidate(context).digest, "policy": digest_folder(context.output("choose") / CHOSEN)}
    return Outcome(metrics | {"frozen.opened": float(opening.opened)}, digests, completeness(metrics))


def _measured(context: Context, folder: Path, suites: Iterable[str]) -> dict[str, float]:
    """Every arm made of the candidate, on the suites."""
    metrics: dict[str, float] = {}
    for arm in TONIGHTS:
        metrics |= measure(context, folder, arm, candidate(context).adapter, suites)
    return metrics


def _validate(context: Context, folder: Path) -> None:
    from nightschool.curriculum.validation import validate_reports

    reports = [read(path) for place in (context.output("baseline"), folder) for path in sorted(place.glob("*-*.json"))]
    for warning in validate_reports(reports, context.config, folder / "docs").warnings:
        print(f"Warning: {warning}", flush=True)
