"""A deadline for each night, through Airflow's DeadlineAlert: whoever is told of nights is told that one is late.

Covered: the callback runs as a process of the executor (LocalExecutor; CeleryExecutor on Airflow's default queue), so
that no triggerer is needed. Airflow keeps the deadline of a run that failed in time; the callback looks at the state.
Not covered: KubernetesExecutor, whose provider 10.25.0 cannot run callbacks: the scheduler would end with
NotImplementedError at the first late night, so there is no deadline under it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from airflow.sdk import DeadlineAlert, DeadlineReference, SyncCallback  # type: ignore[attr-defined]  # not in its stub
from airflow.sdk.configuration import conf

from nightschool_airflow.notices.channels import configured, send
from nightschool_airflow.notices.words import late_message
from nightschool_airflow.page.mount import DAG

LATE_AFTER = "NIGHTSCHOOL_LATE_AFTER"
HOURS = 4.0
"""Hours after a night was queued; one of 02:00 is late at 06:00."""
ENDED = ("success", "failed")
log = logging.getLogger(__name__)


def late_after() -> float:
    """Hours after which a night is late; 0: none ever is. Raises ValueError for what is no such number."""
    said = os.environ.get(LATE_AFTER, str(HOURS)).strip() or "0"
    try:
        hours = float(said)
    except ValueError:
        hours = -1.0
    if not 0 <= hours < float("inf"):
        raise ValueError(f"{LATE_AFTER} is {said!r}; hours are wanted, such as 4 or 2.5, or 0 for no deadline.")
    return hours


def deadline(team: str = "") -> DeadlineAlert | None:
    """The nights' deadline; None where nobody is to be told, none is set, or the executor runs no callbacks."""
    hours = late_after()
    if not configured(team) or not hours or "KubernetesExecutor" in conf.get("core", "executor"):
        return None
    return DeadlineAlert(
        reference=DeadlineReference.DAGRUN_QUEUED_AT,
        interval=timedelta(hours=hours),
        callback=SyncCallback(tell_late, kwargs={"hours": hours}),
        name="late",
    )


def tell_late(context: Mapping[str, Any], hours: float) -> None:
    """Tell that a night is late; the executor calls it with the run as plain data. Raises nothing."""
    try:
        run = context["dag_run"]
        if run["state"] in ENDED:
            log.info("Night %s ended as %s before its deadline; nobody is told.", run["dag_run_id"], run["state"])
            return
        dag = str(run.get("dag_id") or DAG)
        send(late_message(str(run["dag_run_id"]), str(run["state"]), hours, dag))
    except Exception as error:  # noqa: BLE001 - telling is never worth a run
        log.warning("Nobody was told that a night is late: %r", error)
