"""Where a task runs: Celery queue, Airflow pool and, under KubernetesExecutor, its pod.

LocalExecutor reads none of it but the pool. Pods are built only where Airflow's own setting `[core] executor` names
KubernetesExecutor, so that nobody else needs its client, and parsing a DAG stays light.
"""

from __future__ import annotations

import os
from typing import Any, Literal

from airflow.sdk.configuration import conf

Kind = Literal["cpu", "gpu"]


def placement(kind: Kind) -> dict[str, Any]:
    """Operator arguments, or default arguments, for tasks of a kind; what needs the accelerator runs one at a time."""
    pool = {"pool": "gpu"} if kind == "gpu" else {}
    if "KubernetesExecutor" not in conf.get("core", "executor"):
        return {"queue": kind, **pool}
    from nightschool_airflow.pods import pod

    return {"queue": kind, **pool, "executor_config": {"pod_override": pod(kind)}}


def release_placement() -> dict[str, Any]:
    """As `placement("cpu")`, for what changes the champion: on a queue of its own where NIGHTSCHOOL_RELEASE_QUEUE names one.

    Its worker can then have an account of MLflow's that may promote, and no other worker has it.
    """
    return placement("cpu") | {"queue": os.environ.get("NIGHTSCHOOL_RELEASE_QUEUE") or "cpu"}
