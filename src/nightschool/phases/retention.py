"""What a model still knows of Rust in general: the suite `retention`, for the reference and for the candidate.

Covered: writing the suite beside `dev` and `shadow`, measuring a model on it. Where the toolchain has no documentation
there is no suite, nothing is measured, and the gate misses the reports. Not covered: how far it may fall; the gate.
"""

from __future__ import annotations

from pathlib import Path

from nightschool.phases.context import Context
from nightschool.phases.measured import keep_report

RETENTION = "retention"


def measure_retention(context: Context, folder: Path, arm: str, adapter: Path | None) -> dict[str, float]:
    """Evaluate a model on tonight's retention suite and write `<arm>-retention.json`; metrics as for any suite."""
    from nightschool.evaluation import CompletionArm, evaluate

    if not (context.output("curate") / RETENTION).exists():
        print("Retention is not measured: curate left no suite (no documentation beside rustc).", flush=True)
        return {}
    opened = CompletionArm(arm, context.config, context.base, adapter)
    suite = context.suite(RETENTION)
    report = evaluate(opened, suite, context.judge, context.config, True, RETENTION, context.progress)
    return keep_report(folder, report)
