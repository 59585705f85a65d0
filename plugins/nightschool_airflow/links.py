"""Buttons on each phase's task: its MLflow run, its Data Docs, the night's page.

Covered: links are made by the worker when the phase ended, from what it recorded; a button without a target leads
nowhere and says so in Airflow. Not covered: whether the reader may log in there.
"""

from __future__ import annotations

import json
import os
from typing import Any
from urllib.parse import quote

from airflow.sdk import BaseOperatorLink

from nightschool_airflow.command import project_root, run_folder
from nightschool_airflow.page.mount import MLFLOW_URL, base_path, place_of


class MlflowLink(BaseOperatorLink):  # type: ignore[misc]  # airflow is not followed by mypy
    """The phase's run in MLflow; needs NIGHTSCHOOL_MLFLOW_URL, the address that people reach it under."""

    name = "MLflow run"

    def get_link(self, operator: Any, *, ti_key: Any) -> str:
        """Empty where no address is set or nothing was logged."""
        pins = _json(run_folder(ti_key.run_id, ti_key.dag_id) / "pins.json")
        server, runs = os.environ.get(MLFLOW_URL, "").rstrip("/"), pins.get("mlflow", {})
        run = pins.get(f"mlflow.{operator.phase}") or runs.get("run")
        experiment = runs.get("experiment")
        return f"{server}/#/experiments/{experiment}/runs/{run}" if server and run and experiment else ""


class DataDocsLink(BaseOperatorLink):  # type: ignore[misc]
    """The phase's Data Docs, through the page."""

    name = "Data Docs"

    def get_link(self, operator: Any, *, ti_key: Any) -> str:
        """Empty for a phase that left none."""
        folder = run_folder(ti_key.run_id, ti_key.dag_id)
        output = _json(folder / f"{operator.phase}.json").get("output")
        there = output and (project_root() / output / "docs" / "index.html").exists()
        place = f"{quote(folder.name)}/{quote(operator.phase)}"
        return f"{base_path()}{place_of(ti_key.dag_id)}/docs/{place}/index.html" if there else ""


class NightLink(BaseOperatorLink):  # type: ignore[misc]
    """The night's page."""

    name = "Night School"

    def get_link(self, operator: Any, *, ti_key: Any) -> str:
        """Always there once a phase has ended."""
        del operator
        return f"{base_path()}{place_of(ti_key.dag_id)}/nights/{quote(run_folder(ti_key.run_id).name)}"


def _json(path: Any) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
