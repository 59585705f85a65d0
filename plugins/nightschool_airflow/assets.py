"""What a cycle can wait for: the asset `nightschool://episodes`, updated when episodes were taken in.

Airflow keeps no queue of asset events for a DAG with one active run at a time: those that come meanwhile start one run
together. Nothing is lost by it, since a cycle reads all lessons that are there and intake has its own watermark.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from airflow.sdk import Asset
from airflow.sdk.exceptions import AirflowSkipException

EPISODES = Asset("nightschool://episodes")


def schedule_of(said: str) -> str | list[Asset] | None:
    """A schedule from the environment: a cron line, the asset's URI, or empty for manual triggers only."""
    return [EPISODES] if said == "nightschool://episodes" else said or None


def announce(result: Mapping[str, Any]) -> int:
    """How many episodes were taken in. Raises AirflowSkipException for none: a skipped task updates no asset."""
    if not result["taken"]:
        raise AirflowSkipException("Nothing new was taken in.")
    return int(result["taken"])
