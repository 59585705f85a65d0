"""A version as MLflow's logged model: its metrics by suite, its parameters, and the MLmodel file with its signature.

Covered: made once a run that registers, however often it is asked; pages that show what goes in and what comes out.
Not covered: loading: the file names no flavor, so that `mlflow.pyfunc` and its kin refuse it; `registry` verifies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.tracking.store import CycleRuns

EXAMPLE = "input_example.json"
MODEL_TAG = "logged_model"
"""Of a version: its logged model, whose id MLflow's SQL registry does not keep."""
DIGEST_CHARS = 12
"""Of a suite's digest; MLflow keeps 36 at most."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One number of a version on one suite."""

    name: str
    value: float
    suite: str
    suite_digest: str


def log_model(runs: CycleRuns, run_id: str, name: str, params: Mapping[str, str], measured: Iterable[Measured]) -> str:
    """Make the run's logged model with its metrics, or find it; returns its id."""
    from mlflow.entities import Metric
    from mlflow.utils.time import get_current_time_millis

    found = runs.client.search_logged_models([runs.experiment], f"source_run_id = '{run_id}'")
    ready = [one for one in found if str(one.status) == "READY"]
    if ready:
        return str(ready[0].model_id)
    made = found[0] if found else runs.client.create_logged_model(
        runs.experiment, name, run_id, params=dict(params), model_type="repair policy"
    )  # fmt: skip
    now = get_current_time_millis()
    metrics = [
        Metric(f"{m.suite}/{m.name}", m.value, now, 0, made.model_id, m.suite, m.suite_digest[:DIGEST_CHARS], run_id)
        for m in measured
    ]
    runs.client.log_batch(run_id, metrics=metrics)
    runs.client.finalize_logged_model(made.model_id, "READY")
    return str(made.model_id)


def name_version(runs: CycleRuns, model_id: str, name: str, version: str) -> None:
    """Tell the logged model which version it became, as MLflow's pages read it."""
    runs.client.set_logged_model_tags(
        model_id, {"mlflow.modelVersions": json.dumps([{"name": name, "version": version}])}
    )


def write_mlmodel(folder: Path, run_id: str, place: str, example: Mapping[str, Any]) -> None:
    """Write `MLmodel` and the input example: a program goes in, its repair and whether it is sure come out."""
    from mlflow.models import Model
    from mlflow.models.signature import ModelSignature
    from mlflow.types import ColSpec, DataType, Schema

    (folder / EXAMPLE).write_text(json.dumps(example, indent=1) + "\n", encoding="utf-8")
    signature = ModelSignature(
        Schema([ColSpec(DataType.string, "program"), ColSpec(DataType.string, "edition", required=False)]),
        Schema([ColSpec(DataType.string, "program"), ColSpec(DataType.boolean, "sure")]),
    )
    model = Model(
        place, run_id, flavors={}, signature=signature,
        saved_input_example_info={"artifact_path": EXAMPLE, "type": "json_object"},
    )  # fmt: skip
    model.save(str(folder / "MLmodel"))
