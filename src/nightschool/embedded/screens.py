"""A cycle in lines, for logs and pipes: one line when a phase ends, one a minute while a long one works.

Covered: the last lines of a phase that failed; everything with `verbose`. Not covered: a terminal (`live`).
"""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from nightschool.embedded.api import TaskState
from nightschool.report.plain import line

EVERY_S = 60.0
"""Between two lines of how far a phase is."""
REASON = 8
"""Last lines of a phase that failed."""
MARKS = {
    "success": "done",
    "failed": "FAILED",
    "upstream_failed": "not run",
    "skipped": "skipped",
    "up_for_retry": "will retry",
    "stopped": "stopped",
}
TROUBLE = ("failed", "up_for_retry")
_PROGRESS = re.compile(r"^\s*(?P<stage>.+?): (?P<done>\d+)( of (?P<total>\d+))? done$")
_CUT_FOR_A_SCREEN = 400


@dataclass(frozen=True, slots=True)
class Stage:
    """How far one stage of a phase is; a total of 0 is one that nobody knows."""

    name: str
    done: int
    total: int


def stage_of(text: str) -> Stage | None:
    """What a phase's line of progress says; None for any other line."""
    found = _PROGRESS.match(text)
    return Stage(line(found["stage"], 60), int(found["done"]), int(found["total"] or 0)) if found else None


class Lines:
    """A screen that `tell` takes line by line."""

    def __init__(self, tell: Callable[[str], None], verbose: bool = False) -> None:
        self.tell, self.verbose = tell, verbose
        self.memory = Memory()
        self._seen: dict[tuple[str, int], tuple[str, int]] = {}
        self._told = time.monotonic()

    def said(self, task: TaskState, text: str) -> None:
        """A phase's own line: always with `verbose`, else once a minute."""
        self.memory.said(task, text)
        now = time.monotonic()
        if self.verbose or (stage_of(text) and now - self._told >= EVERY_S):
            self._say(f"    {line(text, _CUT_FOR_A_SCREEN)}" if self.verbose else f"    {task.name} {line(text)}")

    def show(self, tasks: Sequence[TaskState]) -> None:
        """What has changed since the last look."""
        for task in tasks:
            now = (task.state, task.attempt)
            if self._seen.get((task.task, task.index)) != now:
                self._seen[task.task, task.index] = now
                self._report(task)

    def _report(self, task: TaskState) -> None:
        quiet = not self.verbose and (not task.phase or task.state == "skipped")
        if quiet and task.state not in TROUBLE:
            return
        name = task.task if task.index < 0 else f"{task.task}[{task.index}]"
        if task.state == "running" and (self.verbose or task.attempt > 1):
            again = f", attempt {task.attempt}" if task.attempt > 1 else ""
            self._say(f"> {name} started{again}")
        elif task.state in MARKS:
            self._say(f"> {name} {MARKS[task.state]} after {task.seconds:.0f} s")
        if task.state in TROUBLE and not self.verbose:
            for text in self.memory.reason(task):
                self._say(f"    {text}")

    def _say(self, text: str) -> None:
        self._told = time.monotonic()
        self.tell(text)


@dataclass
class Memory:
    """The last lines and the last stage of each phase."""

    lines: dict[tuple[str, int], deque[str]] = field(default_factory=dict)
    stages: dict[tuple[str, int], Stage] = field(default_factory=dict)

    def said(self, task: TaskState, text: str) -> None:
        """Keep a line."""
        stage, key = stage_of(text), (task.task, task.index)
        if stage is not None:
            self.stages[key] = stage
        elif text.strip():
            self.lines.setdefault(key, deque(maxlen=REASON)).append(line(text, _CUT_FOR_A_SCREEN))

    def reason(self, task: TaskState) -> list[str]:
        """What a phase said last, but for progress."""
        return list(self.lines.get((task.task, task.index), ()))

    def stage(self, task: TaskState) -> Stage | None:
        """How far a phase is; None where it has not said so."""
        return self.stages.get((task.task, task.index))
