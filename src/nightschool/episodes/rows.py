"""Episodes as rows of the store's tables, and back.

Covered: the columns and their order. Not covered: transactions (`store`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from nightschool.episodes.episode import Episode, Failure, Preference

_PLAIN = (
    "package", "target", "kind", "edition", "toolchain", "command", "root", "fingerprint", "code", "message", "license",
)  # fmt: skip
_COLUMNS = ("id", "workspace", "created", *_PLAIN, "diagnostics")
SELECT = (
    "SELECT e.id, w.name, e.created, e.seen, e.repaired, e.corrected, e.diagnostics, "
    + ", ".join(f"e.{name}" for name in _PLAIN)
    + " FROM episodes e JOIN workspaces w ON w.key = e.workspace"
)


def insert(db: sqlite3.Connection, identity: str, workspace: str, failure: Failure, now: float) -> None:
    """Write a failure."""
    plain = [getattr(failure, name) for name in _PLAIN]
    values = [identity, workspace, now, *plain, json.dumps(failure.diagnostics)]
    db.execute(f"INSERT INTO episodes ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})", values)
    insert_sources(db, identity, "broken", failure.sources)


def insert_sources(db: sqlite3.Connection, identity: str, side: str, sources: Mapping[str, str]) -> None:
    """Write the texts of one side."""
    db.executemany(
        "INSERT INTO sources VALUES (?, ?, ?, ?)", [(identity, side, path, text) for path, text in sources.items()]
    )


def episode(
    row: tuple[Any, ...], sources: Iterable[tuple[str, str, str]], preferences: Iterable[Preference] = ()
) -> Episode:
    """An episode of what `SELECT` gives, its sources (side, path, text) and preferences."""
    identity, workspace, created, seen, repaired, corrected, diagnostics, *plain = row
    sides: dict[str, dict[str, str]] = {"broken": {}, "fixed": {}}
    for side, path, text in sources:
        sides[side][path] = text
    failure = Failure(
        **dict(zip(_PLAIN, plain, strict=True)), diagnostics=tuple(json.loads(diagnostics)), sources=sides["broken"]
    )
    return Episode(identity, workspace, created, seen, repaired, failure, sides["fixed"], corrected, tuple(preferences))
