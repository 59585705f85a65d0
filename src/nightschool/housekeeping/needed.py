"""Which phase folders stay whatever their age: what nights to come look for, what unfinished ones go on from.

Covered: candidates that a next night may start from (`phases.start`), the latest output of every phase (the corpus, the
policy that `fix` uses), all that an unfinished cycle points at, records of what was decided. Not covered: whether a
folder was used lately, which is its age.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from nightschool.config import LEARNING, Config
from nightschool.housekeeping.items import DAY_S
from nightschool.nights.store import NightStore
from nightschool.phases.context import Context
from nightschool.phases.controls import find_corpus
from nightschool.phases.in_use import latest_policy
from nightschool.phases.start import looked_at
from nightschool.phases.transaction import RESULT

RECORDS = ("gate", "register", "promote", "publish")
"""Small folders that say what a night decided and told; they stay as long as its folder in `var/cycles`: for good."""
Key = tuple[str, str]
"""Phase and key of an output folder."""


def needed_folders(config: Config, now: float) -> dict[Key, str]:
    """Who needs a phase's folder, by phase and key; those of `RECORDS` are not among them."""
    context = Context(config, "housekeeping")
    found = {key: f"an unfinished cycle goes on from it: {name}" for name, key in _unfinished(config, now)}
    for cycle in looked_at(context):
        results = (cycle.find(phase) for phase in ("baseline", *LEARNING))
        found |= {
            key_of(Path(result.output)): "the next night may go on from this candidate" for result in results if result
        }
    return found | dict.fromkeys(_latest(context), "the latest of its phase")


def key_of(folder: Path) -> Key:
    """Phase and key by the folder's path, also while it is being made."""
    return folder.parent.name, folder.name.removesuffix(".partial").removesuffix(".fetched")


def _latest(context: Context) -> Iterator[Key]:
    """The newest finished output of each phase, and what is looked for by its own time."""
    for phase in stored_phases(context.config):
        made = list(phase.glob(f"[!.]*/{RESULT}"))
        if made:
            yield key_of(max(made, key=lambda path: path.stat().st_mtime).parent)
    for path in (latest_policy(context), find_corpus(context)):
        if path is not None:
            yield key_of(path.parent)


def stored_phases(config: Config) -> list[Path]:
    """The folders of phases in the store."""
    home = config.var / "phases"
    return sorted(path for path in home.glob("[!.]*") if path.is_dir())


def _unfinished(config: Config, now: float) -> Iterator[tuple[str, Key]]:
    """What cycles point at that have not told of all their results, and in which something happened of late."""
    store = NightStore(config)
    for folder in store.folders():
        changed = {path.stem: path.stat().st_mtime for path in folder.glob("*.json")}
        newest = max(changed.values(), default=folder.stat().st_mtime)
        told = "publish" in changed and changed["publish"] >= max(t for name, t in changed.items() if name != "pins")
        if told or now - newest > config.housekeeping.phases_days * DAY_S:
            continue
        for result in store.results(folder.name).values():
            yield folder.name, key_of(Path(result.output))
        if begun := _pinned_start(folder):
            yield folder.name, key_of(begun.parent)


def _pinned_start(cycle: Path) -> Path | None:
    """The adapter that the cycle's training started from, where it was an earlier candidate's."""
    try:
        found = json.loads((cycle / "pins.json").read_text(encoding="utf-8")).get("start")
        return Path(found["adapter"]) if found else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
