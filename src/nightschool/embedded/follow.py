"""Follows one DAG run for a screen: what each task is doing, and the running phases' own lines.

Covered: task states from the API, log lines from the log files. Not covered: how it is shown (`screens`, `live`), and
deciding anything.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from nightschool.embedded.api import AirflowApi, RunState, TaskState
from nightschool.errors import EnvironmentMissingError

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
    dag: str = "nightly_cycle"
    """Whose run it is."""
    serving: Callable[[], bool] = lambda: True
    """Whether all services run that carry the run on."""
    _offsets: dict[Path, int] = field(default_factory=dict)
    _failed: set[tuple[str, int]] = field(default_factory=set)

    def follow(self) -> RunState:
        """Until the run ends. Raises EnvironmentMissingError when nothing carries it on any more."""
        while (run := self._look()).active:
            if not self.serving():
                raise EnvironmentMissingError(
                    f"Airflow has ended under cycle {self.run_id}; see var/run/*.log. The same command goes on."
                )
            time.sleep(self.pause_s)
        return run

    def _look(self) -> RunState:
        """Tasks are asked for first: what they are was then not changed by an end that is not known of yet."""
        tasks = self.api.tasks(self.run_id)
        run = self.api.run(self.run_id)
        if not run.active:
            tasks = self.api.tasks(self.run_id)
        for task in tasks:
            self._tail(task)
        self.screen.show([self._told(task, run) for task in tasks])
        return run

    def _told(self, task: TaskState, run: RunState) -> TaskState:
        """A phase that ended because a person stopped the run has not failed."""
        key = (task.task, task.index)
        if task.state == "failed" and run.stopped and key not in self._failed:
            return replace(task, state="stopped")
        if task.state == "failed":
            self._failed.add(key)
        return task

    def _tail(self, task: TaskState) -> None:
        folder = self.logs / f"dag_id={self.dag}" / f"run_id={self.run_id}" / f"task_id={task.task}"
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
