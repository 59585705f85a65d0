"""MLflow's files, runs and traces as items (`tracking.aged` takes them away).

Covered: a store on this machine, whose sizes are known, and one behind a server, whose are not and which `total_gb`
leaves alone; no store at all, where nothing is made. Not covered: MLflow's own database file, whose room is reused.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from nightschool.config import Config
from nightschool.housekeeping.items import DAY_S, Item
from nightschool.housekeeping.trash import Trash, measured

if TYPE_CHECKING:
    from nightschool.tracking.aged import AgedRuns, CycleFiles

SQLITE = "sqlite:///"


def artifact_trash(config: Config) -> Trash:
    """Where runs' files go."""
    return Trash((config.root / config.tracking.artifacts).resolve())


def has_store(config: Config) -> bool:
    """Whether there is anything to open: a SQLite file that is not there would be made."""
    uri = config.tracking.uri
    return not uri.startswith(SQLITE) or (config.root / uri.removeprefix(SQLITE)).exists()


def mlflow_items(config: Config, now: float) -> Iterator[Item]:
    """Files and runs by cycle, then traces."""
    if not has_store(config):
        return
    from nightschool.tracking.aged import AgedRuns

    runs, trash = AgedRuns(config), artifact_trash(config)
    for cycle in runs.cycles():
        yield from _cycle_items(config, runs, cycle, trash, now)
    before = now - config.housekeeping.traces_days * DAY_S
    if count := runs.traces(before):
        name = f"{count} traces begun before {datetime.fromtimestamp(before, UTC):%Y-%m-%d}"
        yield Item("traces", name, 0, before - 1, lambda: runs.take_traces(before) > 0, counted=False)


def finish_marked(config: Config) -> None:
    """Finish what a killed housekeeping has begun."""
    if has_store(config):
        from nightschool.tracking.aged import AgedRuns

        AgedRuns(config).finish(artifact_trash(config).take)


def _cycle_items(config: Config, runs: AgedRuns, cycle: CycleFiles, trash: Trash, now: float) -> Iterator[Item]:
    """Its runs if they are due, else its files."""
    size = sum(measured(folder).size for folder in cycle.folders)
    if now - cycle.ended > config.housekeeping.runs_days * DAY_S:
        name = f"{len(cycle.runs)} runs of {cycle.cycle}"
        yield Item("runs", name, size, cycle.ended, partial(runs.take_runs, cycle, trash.take), cycle.needed)
    elif not cycle.bare:
        take = partial(runs.take_files, cycle, trash.take)
        name = f"files of the runs of {cycle.cycle}"
        yield Item("artifacts", name, size, cycle.ended, take, cycle.needed, counted=not runs.server)
