"""Follows one DAG run for a screen: what each task is doing, and the running phases' own lines.

Covered: task states from the API, log lines from the log files. Not covered: how it is shown (`screens`, `live`), and
deciding anything.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from nightschool.embedded.api import DAG, AirflowApi, TaskState

POLL_S = 2.0


class Screen(Protocol):
    """Whatever shows a run to a person."""

    def said(self, task: TaskState, text: str) -> None:
        """A phase printed a line."""

    def show(self, tasks: Sequence[TaskState]) -> None:
        """The states of all tasks, at each look."""


@dataclass
class Follower:
    """Tells a screen of one run until it ends."""

    api: AirflowApi
    logs: Path
    run_id: str
    screen: Screen
    pause_s: float = POLL_S
    """Between two looks, in seconds."""
    _offsets: dict[Path, int] = field(default_factory=dict)

    def follow(self) -> bool:
        """Until the run ends; True if it ended in success."""
        while (state := self.api.state(self.run_id)) not in ("success", "failed"):
            self._look()
            time.sleep(self.pause_s)
        self._look()
        return state == "success"

    def _look(self) -> None:
        tasks = self.api.tasks(self.run_id)
        for task in tasks:
            self._tail(task)
        self.screen.show(tasks)

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
                self.screen.said(task, event)


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
