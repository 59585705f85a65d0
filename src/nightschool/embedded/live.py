"""A cycle in a terminal: one live table of phases with their times, and a bar for what takes long.

Covered: eighty columns and fewer; phases that this run leaves out are not shown; reasons below the table. Not covered:
deciding whether this is a terminal (`night`).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from types import TracebackType

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from nightschool.embedded.api import TaskState
from nightschool.embedded.screens import TROUBLE, Memory
from nightschool.report.page import clock

ORDER = (
    "certify", "curate_shards", "curate", "validate_corpus", "pair", "choose", "baseline_shards", "baseline", "align",
    "synthesise_shards", "synthesise", "rehearse", "plateaued", "prefer", "examine_shards", "examine", "gate",
    "register", "promote", "publish",
)  # fmt: skip
"""Phases as a night goes; a name that is not here comes last."""
LOOKS = {
    "success": ("done", "green"),
    "running": ("running", "bold cyan"),
    "failed": ("FAILED", "bold red"),
    "upstream_failed": ("not run", "red"),
    "up_for_retry": ("will retry", "yellow"),
    "stopped": ("stopped", "yellow"),
    "queued": ("queued", "dim"),
    "scheduled": ("queued", "dim"),
}
"""State to word and style; any other state waits."""
NAME, STATE, TIME, GAP = 17, 11, 11, 1
"""Columns of a phase's name, state and time, and between two."""
BAR, SHORT_BAR = 20, 6
"""Columns of a bar; in terminals of less than 80 the short one."""


class LiveTable:
    """A screen that redraws itself; use it as a context manager."""

    def __init__(self, console: Console) -> None:
        self.memory, self.console = Memory(), console
        self._tasks: Sequence[TaskState] = ()
        self._live = Live(console=console, get_renderable=self.render, refresh_per_second=2, redirect_stderr=False)

    def __enter__(self) -> LiveTable:
        self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._live.stop()

    def said(self, task: TaskState, text: str) -> None:
        """A phase's own line moves its bar or is kept in case it fails."""
        self.memory.said(task, text)

    def show(self, tasks: Sequence[TaskState]) -> None:
        """Take over the states; the table is drawn twice a second."""
        self._tasks = tasks

    def render(self) -> RenderableType:
        """The table, and what failed phases said last."""
        place = {name: n for n, name in enumerate(ORDER)}
        shown = [task for task in self._tasks if (task.phase or task.state in TROUBLE) and task.state != "skipped"]
        bar = self._bar()
        room = max(8, self.console.width - NAME - STATE - TIME - bar - 4 * GAP)
        table = Table(box=None, pad_edge=False, show_header=False, padding=(0, GAP, 0, 0))
        for width, side in ((NAME, "left"), (STATE, "left"), (TIME, "right"), (bar, "left"), (room, "left")):
            table.add_column(width=width, justify=side, no_wrap=True, overflow="ellipsis")  # type: ignore[arg-type]
        for task in sorted(shown, key=lambda one: (place.get(one.name.partition("[")[0], len(place)), one.index)):
            table.add_row(*self._row(task))
        return Group(table, *self._reasons(shown))

    def _row(self, task: TaskState) -> tuple[RenderableType, ...]:
        word, style = LOOKS.get(task.state, ("", "dim"))
        spent = time.time() - task.since if task.state == "running" and task.since else task.seconds
        told = clock(spent) if word and task.state not in ("queued", "scheduled") else ""
        again = f" ({task.attempt})" if task.attempt > 1 else ""
        return Text(task.name, style), Text(word + again, style), Text(told), *self._progress(task)

    def _bar(self) -> int:
        return BAR if self.console.width >= 80 else SHORT_BAR

    def _progress(self, task: TaskState) -> tuple[RenderableType, RenderableType]:
        stage = self.memory.stage(task) if task.state == "running" else None
        if stage is None:
            return "", ""
        if not stage.total:
            return ProgressBar(total=None, width=self._bar(), pulse=True), Text(f"{stage.done} {stage.name}")
        bar = ProgressBar(total=stage.total, completed=stage.done, width=self._bar())
        return bar, Text(f"{stage.done} of {stage.total} {stage.name}")

    def _reasons(self, tasks: Sequence[TaskState]) -> list[RenderableType]:
        troubled = [task for task in tasks if task.state in TROUBLE]
        return [Text(f"{task.name}: {text}", "red") for task in troubled for text in self.memory.reason(task)]
