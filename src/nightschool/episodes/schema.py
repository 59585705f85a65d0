"""The store's schema, as migrations in order; `PRAGMA user_version` says how many of them a file has seen.

Covered: a new file, an older one (each migration is a transaction of its own: killed in between, the file is whole and
older), a newer one (refused). Not covered: going back. A migration that was released is never edited; add another.
"""

from __future__ import annotations

import sqlite3

from nightschool.errors import IntegrityError

_EPISODES = """
CREATE TABLE workspaces (
    key TEXT PRIMARY KEY, name TEXT NOT NULL, enabled INTEGER NOT NULL, days INTEGER NOT NULL, since REAL NOT NULL
);
CREATE TABLE episodes (
    id TEXT PRIMARY KEY, workspace TEXT NOT NULL REFERENCES workspaces(key), created REAL NOT NULL,
    seen INTEGER NOT NULL DEFAULT 1, repaired REAL, package TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL,
    edition TEXT NOT NULL, toolchain TEXT NOT NULL, command TEXT NOT NULL, root TEXT NOT NULL,
    fingerprint TEXT NOT NULL, code TEXT, message TEXT NOT NULL, diagnostics TEXT NOT NULL
);
CREATE TABLE sources (
    episode TEXT NOT NULL REFERENCES episodes(id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('broken', 'fixed')), path TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (episode, side, path)
);
CREATE INDEX episodes_open ON episodes (workspace, repaired);
"""
_REDUCTIONS = """
CREATE TABLE reductions (
    episode TEXT PRIMARY KEY REFERENCES episodes(id) ON DELETE CASCADE, made REAL NOT NULL, step TEXT NOT NULL,
    lesson TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT ''
);
"""
_INTAKE = """
ALTER TABLE episodes ADD COLUMN license TEXT;
ALTER TABLE episodes ADD COLUMN corrected REAL;
CREATE TABLE arrivals (
    serial INTEGER PRIMARY KEY AUTOINCREMENT, episode TEXT NOT NULL REFERENCES episodes(id) ON DELETE CASCADE
);
CREATE TABLE intakes (
    episode TEXT PRIMARY KEY REFERENCES episodes(id) ON DELETE CASCADE, made REAL NOT NULL,
    lesson TEXT NOT NULL, reason TEXT NOT NULL
);
CREATE TABLE watermarks (name TEXT PRIMARY KEY, serial INTEGER NOT NULL);
INSERT INTO arrivals (episode) SELECT id FROM episodes WHERE repaired IS NOT NULL ORDER BY repaired, id;
CREATE TRIGGER episodes_repaired AFTER UPDATE OF repaired ON episodes WHEN NEW.repaired IS NOT NULL
BEGIN INSERT INTO arrivals (episode) VALUES (NEW.id); END;
"""
"""Each repair gets the next serial number, whatever the clock says: intake goes on after the last one it took."""
_PREFERENCES = """
CREATE TABLE preferences (
    id TEXT PRIMARY KEY, episode TEXT NOT NULL REFERENCES episodes(id) ON DELETE CASCADE, created REAL NOT NULL,
    decided TEXT NOT NULL, policy TEXT NOT NULL, toolchain TEXT NOT NULL, path TEXT NOT NULL,
    chosen TEXT NOT NULL, chosen_by TEXT NOT NULL, rejected TEXT NOT NULL, rejected_by TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT ''
);
CREATE INDEX preferences_of ON preferences (episode);
"""
MIGRATIONS = (_EPISODES, _REDUCTIONS, _INTAKE, _PREFERENCES)
"""Migration n leads from version n to n + 1."""
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, where: str, upto: int = VERSION) -> None:
    """Bring the file to version `upto`. Raises IntegrityError if a newer Night School wrote it."""
    if version_of(connection) > VERSION:
        raise IntegrityError(
            f"{where} has schema version {version_of(connection)}; this Night School knows {VERSION}. Update it, or "
            "name another file with NIGHTSCHOOL_EPISODES."
        )
    while version_of(connection) < upto:
        _step(connection, version_of(connection))


def _step(connection: sqlite3.Connection, version: int) -> None:
    """One migration, unless another process has made it while this one waited for its turn."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) == version:
            for statement in MIGRATIONS[version].split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
