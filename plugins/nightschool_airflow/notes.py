"""The verdict as a note on the night's DAG run: a refused night is a green run, and says so where people look.

Covered: runs of the nightly DAG, and of every team's, that ended, green or red, once more after they were cleared; a
note that a person wrote is kept, ours is one line before it.
Airflow's scheduler calls this with the run it is about to save. Not covered: schedulers that do not see `var/`; the
page and MLflow tell the verdict there.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from airflow.listeners import hookimpl

from nightschool.teams import dag_id, team_of
from nightschool_airflow.command import run_folder
from nightschool_airflow.page.mount import DAG
from nightschool_airflow.verdict import Verdict, verdict_of

LONGEST, MOST = 900, 1000
"""Characters of the verdict's line, and of a note that Airflow keeps."""
CUT, LEAST = " ...", 40
"""How a line ends that was cut, and the room that it needs to say anything: the longest outcome and some of why."""
OUTCOMES = ("passed", "refused", "not enough evidence")
_OURS = re.compile(rf"^\*\*(?:{'|'.join(OUTCOMES)})\*\*(?::.*)?$\n*", re.MULTILINE)
"""The line that an earlier end of the same run left."""
log = logging.getLogger(__name__)


@hookimpl  # type: ignore[untyped-decorator]  # airflow is not followed by mypy
def on_dag_run_success(dag_run: Any, msg: str) -> None:
    """A night that ended green."""
    del msg
    leave_note(dag_run)


@hookimpl  # type: ignore[untyped-decorator]  # airflow is not followed by mypy
def on_dag_run_failed(dag_run: Any, msg: str) -> None:
    """A night of which a phase failed."""
    del msg
    leave_note(dag_run)


def leave_note(dag_run: Any) -> None:
    """Put the verdict on the run in place of an earlier one; nothing that goes wrong here may stop the scheduler."""
    try:
        if dag_run.dag_id != dag_id(DAG, team_of(dag_run.dag_id)):
            return
        before = str(dag_run.note or "")
        note = _with_verdict(verdict_note(run_folder(dag_run.run_id, dag_run.dag_id)), _OURS.sub("", before).strip())
        if note != before:
            dag_run.note = note
    except Exception as error:  # noqa: BLE001 - a listener that raises would leave the run unended
        log.warning("No note on run %s: %r", getattr(dag_run, "run_id", dag_run), error)


def _with_verdict(verdict: str, persons: str) -> str:
    """The verdict's line above what a person wrote, of which nothing is cut: the line gets the room that is left."""
    room = MOST - len(persons) - len("\n\n") if persons else MOST
    line = verdict if len(verdict) <= room else f"{verdict[: room - len(CUT)]}{CUT}" if room >= LEAST else ""
    return "\n\n".join(filter(None, (line, persons)))


def verdict_note(folder: Path) -> str:
    """`refused: frozen above the bar, 5/30; ...`; empty where the gate was not reached."""
    verdict = verdict_of(folder)
    if verdict is None:
        return ""
    failed = [f"{check['name']}: {check['observed']}" for check in verdict.failed]
    why = f": {'; '.join(failed)}" if failed else _registered(verdict)
    told = " ".join(f"**{verdict.outcome}**{why}".split())
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}{CUT}"


def _registered(verdict: Verdict) -> str:
    """What became of a candidate that passed."""
    champion = ", champion now" if verdict.promoted else ""
    return "" if verdict.version is None else f": registered as version {verdict.version}{champion}"
