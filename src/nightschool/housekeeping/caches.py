"""What is kept to save time, as items: answers, searches, rehearsal lots, verdicts, versions that were downloaded.

Each is marked when it is opened, so its days count from its last use. Covered: a file that is opened meanwhile stays.
Not covered: `lists.jsonl`, which the next night learns from and which has a bound of its own; `var/models`, whose files
every night opens; files that nobody here knows.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from nightschool.config import Config
from nightschool.housekeeping.items import DAY_S, Item
from nightschool.housekeeping.trash import Trash, measured
from nightschool.rust.cache import VerdictCache

KINDS = ("answers/*.jsonl", "repair/*.jsonl", "lots/[!.]*", "explained-*.json", "verdicts.sqlite.damaged-*")
"""Below `var/cache`."""
VERDICTS = "verdicts.sqlite"


def cache_trash(config: Config) -> Trash:
    """Where caches go."""
    return Trash(config.var / "cache")


def download_trash(config: Config) -> Trash:
    """Where downloaded versions go."""
    return Trash(config.var / "registry")


def cache_items(config: Config) -> Iterator[Item]:
    """All of them."""
    cache, trash = config.var / "cache", cache_trash(config)
    for kind in KINDS:
        yield from (_item(path, path.relative_to(cache), trash) for path in sorted(cache.glob(kind)))
    registry = config.var / "registry"
    versions = sorted(path for path in registry.glob("[!.]*/[!.]*") if path.is_dir())
    yield from (_item(path, path.relative_to(config.var), download_trash(config)) for path in versions)
    yield from _verdicts(cache / VERDICTS, config.housekeeping.caches_days)


def _item(path: Path, name: Path, trash: Trash) -> Item:
    found = measured(path)

    def take() -> bool:
        return measured(path).changed <= found.changed and trash.take(path)

    return Item("caches", name.as_posix(), found.size, found.changed, take)


def _verdicts(path: Path, days: float) -> Iterator[Item]:
    """Entries that nobody asked for; the room that they leave in the file is used again."""
    if not path.exists():
        return
    cache = VerdictCache(path)
    try:
        before = int((time.time() - days * DAY_S) // DAY_S)
        count, size, first = cache.unused(before)
    except sqlite3.DatabaseError:  # the judge sets a damaged file aside, and waits for one that is locked
        return
    finally:
        cache.close()
    if count:
        yield Item("caches", f"{count} verdicts", size, first * DAY_S, lambda: _forget(path, before), counted=False)


def _forget(path: Path, before: int) -> bool:
    cache = VerdictCache(path)
    try:
        return cache.forget(before) > 0
    finally:
        cache.close()
