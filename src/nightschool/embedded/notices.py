"""What Airflow's page says at the top: why the triggerer's light in its health bar is red.

Airflow shows that light whether a triggerer is expected or not, and red where none has ever run. None is run here: it
costs some 200 MB for nothing, since no task of ours defers and approvals wait in the scheduler since Airflow 3.3
(`awaiting_input`). Covered: Airflow's own way to say so, `DASHBOARD_UIALERTS`. Not covered: a team's Airflow
(docs/compose.md runs a triggerer for its own DAGs).
"""

from __future__ import annotations

from collections.abc import Collection

NO_TRIGGERER = (
    "The light *Triggerer* is red because none is running. None is needed: no task of Night School defers, and "
    "approvals wait without one. Scheduler, Dag Processor and MetaDatabase must be green."
)


def local_settings(services: Collection[str]) -> str:
    """`airflow_local_settings.py` for an installation of these services."""
    if "triggerer" in services:
        return "# A triggerer runs; there is nothing to say.\n"
    return (
        "from airflow.api_fastapi.common.types import UIAlert\n\n"
        f'DASHBOARD_UIALERTS = [UIAlert(text="{NO_TRIGGERER}", category="info")]\n'
    )
