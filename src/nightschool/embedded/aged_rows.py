"""Old rows of the embedded Airflow's database, taken away by `airflow db clean` on the tables on which it works.

Airflow 3.3.2, tried table by table on SQLite: all work but `dag`, whose rows cannot go while a task instance that stays
points at their versions (apache/airflow#71864). Asked for all tables with `--skip-archive` the command warns of that
one, ends with 0, and leaves the rows that it had copied as `_airflow_deleted__dag__...`; without, and on PostgreSQL, it
ends there with a traceback, after the tables that it happened to take first: their order is that of a set. So tables
are named here, without `dag`, and a failure fails.
Covered: runs with their task instances, XCom, history and deadlines, events, jobs, import errors, versions of DAGs that
no task points at; a run that goes on, which `db clean` would take by its start alone: nothing that began after it goes.
Not covered: a team's own Airflow, whose database no task may open (docs/housekeeping.md has its command).
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nightschool.embedded.settings import Settings
from nightschool.errors import EnvironmentMissingError

TABLES = (
    "dag_run", "task_instance", "task_instance_history", "task_reschedule", "xcom", "deadline", "callback", "trigger",
    "asset_event", "dag_version", "log", "job", "import_error",
)  # fmt: skip
UNFINISHED = "SELECT MIN(COALESCE(start_date, queued_at, run_after)) FROM dag_run WHERE state IN ('running', 'queued')"


def database(settings: Settings) -> Path:
    """The embedded Airflow's database; it may not be there."""
    return settings.home / "airflow.db"


def cutoff(settings: Settings, before: datetime) -> datetime:
    """`before`, or the end of the day before the earliest run that has not ended began, if that is earlier.

    Whole days: on SQLite `db clean` compares times as text, of which one has a time zone.
    """
    with closing(sqlite3.connect(f"file:{database(settings)}?mode=ro", uri=True, timeout=30)) as connection:
        (began,) = connection.execute(UNFINISHED).fetchone()
    if not began:
        return before
    day = datetime.fromisoformat(began).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    return min(before, day - timedelta(seconds=1))


def old_rows(settings: Settings, before: datetime) -> dict[str, int]:
    """Rows that would go, by table; tables with none are left out."""
    said = _clean(settings, before, "--dry-run")
    found = re.findall(r"^Checking table (\w+)\s*\nFound (\d+) rows", said, re.MULTILINE)
    return {table: int(count) for table, count in found if count != "0"}


def take_rows(settings: Settings, before: datetime) -> None:
    """Take them away. Raises EnvironmentMissingError with Airflow's words if a table could not be cleaned."""
    _clean(settings, before, "--yes", "--skip-archive", "--error-on-cleanup-failure")


def _clean(settings: Settings, before: datetime, *options: str) -> str:
    words = ["db", "clean", "--clean-before-timestamp", before.isoformat(), "--tables", ",".join(TABLES), *options]
    environment = settings.environment()
    done = subprocess.run(
        [sys.executable, "-m", "airflow", *words], cwd=settings.root, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-1:]
        raise EnvironmentMissingError(
            f"`airflow db clean` on {database(settings)} failed: {last[0] if last else done.returncode}. Nothing "
            "recent was touched; run it again when no other program writes to that database."
        )
    return done.stdout
