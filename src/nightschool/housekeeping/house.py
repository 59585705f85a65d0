"""Housekeeping from end to end: find, choose, take away, one at a time.

Covered: two at once (the second leaves with one line), a kill at any moment (`trash`; what was left is deleted first),
one thing that cannot be taken while others can; settings that share something with another team's (refused before
anything is touched). Not covered: how it is told (`cli.housekeeping`).
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from filelock import FileLock, Timeout

from nightschool.config import Config
from nightschool.errors import CycleBusyError, NightSchoolError
from nightschool.housekeeping.airflow_items import log_items, log_trash, row_items
from nightschool.housekeeping.caches import cache_items, cache_trash, download_trash
from nightschool.housekeeping.items import Item, choose
from nightschool.housekeeping.mlflow_items import artifact_trash, finish_marked, mlflow_items
from nightschool.housekeeping.phase_folders import phase_items, store_trash
from nightschool.housekeeping.trash import Trash
from nightschool.teams import require_apart
from nightschool.types import Progress


@dataclass(frozen=True)
class Plan:
    """What is there, and what goes."""

    items: Sequence[Item]
    going: Sequence[Item]
    trashed: int
    """Bytes that a killed housekeeping has left in the trash."""

    @property
    def needed(self) -> list[Item]:
        """What stays because something needs it, however old."""
        return [one for one in self.items if one.needed]


def plan(config: Config, now: float | None = None) -> Plan:
    """Look at everything; changes nothing."""
    now = time.time() if now is None else now
    found = chain(
        phase_items(config, now), cache_items(config), log_items(config), mlflow_items(config, now),
        row_items(config, now),
    )  # fmt: skip
    items = list(found)
    return Plan(items, choose(items, config.housekeeping, now), sum(trash.size() for trash in _trashes(config)))


@dataclass(frozen=True)
class Cleaned:
    """What was done of a plan."""

    plan: Plan
    stayed: Sequence[Item]
    """What was used meanwhile."""
    failed: Mapping[str, str]
    """What could not be taken, by name, and why."""


def clean(config: Config, progress: Progress, now: float | None = None) -> Cleaned:
    """Take away what goes. Raises CycleBusyError if another housekeeping is at work, ConfigError if not all is ours."""
    require_apart(config)
    with _alone(config):
        _empty(config)
        finish_marked(config)
        made = plan(config, now)
        stayed, failed = [], dict[str, str]()
        for done, one in enumerate(made.going, start=1):
            try:
                if not one.take():
                    stayed.append(one)
            except (OSError, NightSchoolError) as error:
                failed[one.name] = str(error)
            progress("taken away", done, len(made.going))
        _empty(config)
        return Cleaned(made, stayed, failed)


@contextmanager
def _alone(config: Config) -> Iterator[None]:
    config.var.mkdir(parents=True, exist_ok=True)
    path = config.var / "housekeeping.lock"
    try:
        with FileLock(path, timeout=0):
            yield
    except Timeout as error:
        raise CycleBusyError(f"Another housekeeping is at work ({path}); this one leaves everything to it.") from error


def _empty(config: Config) -> None:
    for trash in _trashes(config):
        trash.empty()


def _trashes(config: Config) -> list[Trash]:
    run = Trash(config.var / "run")
    return [
        store_trash(config),
        cache_trash(config),
        download_trash(config),
        log_trash(config),
        artifact_trash(config),
        run,
    ]
