"""The reports that the gate and the opening of frozen look at, by arm and suite. Not covered: deciding."""

from __future__ import annotations

from pathlib import Path

from nightschool.decisions import CANDIDATE, CHOOSER, POLICY, SEARCH
from nightschool.phases.context import Context
from nightschool.phases.measured import SUITES, model_before, read, reference_name
from nightschool.phases.retention import RETENTION
from nightschool.types import EvaluationReport


def gate_arms(context: Context, examined: Path) -> dict[str, dict[str, EvaluationReport]]:
    """What was measured of tonight's policy (reports in `examined`) and of what it is compared with."""
    baseline = context.output("baseline")
    places = {
        POLICY: (examined, SUITES), reference_name(context): (baseline, SUITES), SEARCH: (baseline, SUITES),
        CHOOSER: (baseline, SUITES), CANDIDATE: (examined, (RETENTION,)),
        model_before(context): (baseline, (RETENTION,)),
    }  # fmt: skip
    return {arm: _measured(folder, arm, suites) for arm, (folder, suites) in places.items()}


def _measured(folder: Path, arm: str, suites: tuple[str, ...]) -> dict[str, EvaluationReport]:
    """An arm's reports by suite; what was not measured (frozen was not opened) is not there."""
    paths = {name: folder / f"{arm}-{name}.json" for name in suites}
    return {name: read(path) for name, path in paths.items() if path.exists()}
