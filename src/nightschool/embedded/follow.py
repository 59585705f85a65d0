"""Follows one DAG run so that a person can: what starts, what ends, and the running phase's own lines.

Covered: task states from the API, log lines from the log files. Not covered: deciding anything.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nightschool.embedded.api import DAG, AirflowApi, TaskState

POLL_S = 2.0
MARKS = {
    "success": "done",
    "failed": "FAILED",
    "upstream_failed": "not run",
    "skipped": "skipped",
    "up_for_retry": "will retry",
}


@dataclass
class Follower:
    """Prints the progress of one run; `tell` takes each line."""

    api: AirflowApi
    logs: Path
    run_id: str
    tell: Callable[[str], None]
    pause_s: float = POLL_S
    """Between two looks, in seconds."""
    _seen: dict[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    _offsets: dict[Path, int] = field(default_factory=dict)

    def follow(self) -> bool:
        """Print until the run ends; True if it ended in success."""
        while (state := self.api.state(self.run_id)) not in ("success", "failed"):
            self._look()
            time.sleep(self.pause_s)
        self._look()
        return state == "success"

    def _look(self) -> None:
        for task in self.api.tasks(self.run_id):
            self._tail(task)
            now = (task.state, task.attempt)
            if self._seen.get((task.task, task.index)) != now:
                self._seen[task.task, task.index] = now
                self._report(task)

    def _report(self, task: TaskState) -> None:
        name = task.task if task.index < 0 else f"{task.task}[{task.index}]"
        if task.state == "running":
            again = f", attempt {task.attempt}" if task.attempt > 1 else ""
            self.tell(f"> {name} started{again}")
        elif task.state in MARKS:
            self.tell(f"> {name} {MARKS[task.state]} after {task.seconds:.0f} s")

    def _tail(self, task: TaskState) -> None:
        folder = self.logs / f"dag_id={DAG}" / f"run_id={self.run_id}" / f"task_id={task.task}"
        instance = folder if task.index < 0 else folder / f"map_index={task.index}"
        path = instance / f"attempt={task.attempt}.log"
        if not path.exists():
            return
        with path.open("rb") as file:
            file.seek(self._offsets.get(path, 0))
            data = file.read()
        whole = data[: data.rfind(b"\n") + 1]
        self._offsets[path] = self._offsets.get(path, 0) + len(whole)
        for line in whole.decode(errors="replace").split("\n"):
            event = _phase_line(line)
            if event:
                self.tell(f"    {event}")


def _phase_line(line: str) -> str:
    """The text that the phase itself printed; Airflow's own lines are left to its log."""
    try:
        entry = json.loads(line)
    except ValueError:
        return ""
    if not str(entry.get("logger", "")).endswith("operators.PhaseOperator"):
        return ""
    event = str(entry.get("event", ""))
    return "" if event.startswith("Running [") else event
