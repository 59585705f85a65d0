"""Output folders of phases, finished, half made and of shards, and the checkpoints in finished ones, as items.

Covered: a phase that is being made or found this moment (its lock is held, or its folder has been used since) stays.
Not covered: `var/cycles`, which points at them and is never touched; a store that machines share (`storage.url`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from nightschool.config import Config
from nightschool.housekeeping.items import Item
from nightschool.housekeeping.needed import RECORDS, key_of, needed_folders, stored_phases
from nightschool.housekeeping.trash import Trash, measured
from nightschool.phases.transaction import INCOMPLETE, RESULT, key_lock

CHECKPOINTS = "checkpoints"


def store_trash(config: Config) -> Trash:
    """Where phases' folders go."""
    return Trash(config.var / "phases")


def phase_items(config: Config, now: float) -> Iterator[Item]:
    """All of them, each with who needs it."""
    needed, trash = needed_folders(config, now), store_trash(config)
    for phase in stored_phases(config):
        for folder in sorted(path for path in phase.glob("[!.]*") if path.is_dir()):
            if phase.name in RECORDS and (folder / RESULT).exists():
                continue
            yield _folder_item(folder, needed.get(key_of(folder), ""), trash)
            if _spent(folder):
                yield _checkpoint_item(folder, trash)


def _folder_item(folder: Path, needed: str, trash: Trash) -> Item:
    """The folder without its checkpoints, which are an item of their own where they may go before it."""
    found = measured(folder, (CHECKPOINTS,) if _spent(folder) else ())
    name = f"{folder.parent.name}/{folder.name}"
    return Item("phases", name, found.size, found.changed, _taker(folder, folder, found.changed, trash), needed)


def _checkpoint_item(folder: Path, trash: Trash) -> Item:
    place = folder / CHECKPOINTS
    found = measured(place)
    name = f"{folder.parent.name}/{folder.name}/{CHECKPOINTS}"
    return Item("checkpoints", name, found.size, found.changed, _taker(folder, place, found.changed, trash))


def _spent(folder: Path) -> bool:
    """Whether it has checkpoints that nothing goes on from: the phase is finished."""
    if not (folder / CHECKPOINTS).is_dir():
        return False
    try:
        outcome = json.loads((folder / RESULT).read_text(encoding="utf-8")).get("outcome")
    except (OSError, ValueError, AttributeError):
        return False
    return bool(outcome != INCOMPLETE)


def _taker(folder: Path, place: Path, used: float, trash: Trash) -> Callable[[], bool]:
    """Takes `place`, which is the phase's folder or in it, under the phase's lock and only if nobody has used it since.

    A phase that finds its finished folder marks it under the same lock, so it is either left to it or made again.
    """

    def take() -> bool:
        finished = folder.with_name(key_of(folder)[1])
        if not place.exists():  # it has gone with its folder
            return True
        try:
            with FileLock(key_lock(finished), timeout=0):
                if _used(folder, place) > used:
                    return False
                before = folder.stat()
                taken = trash.take(place)
                if place != folder:  # taking out of a folder is no use of it
                    os.utime(folder, ns=(before.st_atime_ns, before.st_mtime_ns))
                return taken
        except Timeout:
            return False

    return take


def _used(folder: Path, place: Path) -> float:
    return measured(place, (CHECKPOINTS,) if place == folder and _spent(folder) else ()).changed
