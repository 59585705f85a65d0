"""The store of episodes: one SQLite file that many processes write, any of which may be killed.

Covered: opening (and migrating), workspaces, adding a failure and its repair, size limits, retention, deletion that
leaves no bytes behind (`secure_delete`). Not covered: cleaning; what comes here is written as it is (`clean`).
A file that cannot be opened or written raises StoreError: one line naming the file, the cause and what to do.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nightschool.episodes import preferences, rows, schema
from nightschool.episodes.episode import Episode, Failure, Workspace
from nightschool.errors import EnvironmentMissingError, UsageError

WAIT_S = 20.0
"""How long a process waits for another one's write."""
MOST_KB = 1024
"""Characters of one episode, in KiB; a larger one is not kept."""
MOST_EPISODES = 500
"""Episodes of a workspace; the oldest go first."""
DAY_S = 86400.0


class StoreError(EnvironmentMissingError):
    """The store cannot be opened, read or written; nothing that was in it is lost."""


class Store:
    """Episodes in one file. Use as a context manager."""

    def __init__(self, path: Path, wait_s: float = WAIT_S) -> None:
        """Open for reading and writing, made and migrated where needed. Raises StoreError."""
        self.path = path
        with self._telling():
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = not path.exists()
            self._db = sqlite3.connect(path, timeout=wait_s, isolation_level=None)
            if fresh:
                path.chmod(0o600)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA secure_delete = ON")
            schema.migrate(self._db, str(path))

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What SQLite or the disk says becomes one line."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"The store of episodes {str(self.path)!r} cannot be used: {error}. Nothing in it was changed; free or "
                "repair the disk, or name another file with NIGHTSCHOOL_EPISODES."
            ) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing, whoever is killed."""
        with self._telling():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def ask(self, query: str, *values: Any) -> list[Any]:
        """Rows of a query."""
        with self._telling():
            return self._db.execute(query, values).fetchall()

    def enable(self, key: str, name: str, enabled: bool, days: int) -> None:
        """Opt a workspace in or out; what was kept stays until it is purged."""
        with self.writing() as db:
            db.execute(
                "INSERT INTO workspaces VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE "
                "SET name = excluded.name, enabled = excluded.enabled, days = excluded.days",
                (key, name, enabled, days, time.time()),
            )

    def workspaces(self) -> list[Workspace]:
        """Every workspace that was asked about."""
        found = self.ask("SELECT key, name, enabled, days FROM workspaces ORDER BY since")
        return [Workspace(key, name, bool(enabled), days) for key, name, enabled, days in found]

    def add(self, workspace: str, failure: Failure, met: bool = True) -> str | None:
        """Keep a failure and remove what has aged; its id, or None where it is too large.

        Not `met`: cargo was not asked, only a repair was decided on; the first time it is met does not count again.
        """
        if failure.size() > MOST_KB * 1024:
            return None
        identity = failure.digest(workspace)
        with self.writing() as db:
            again = db.execute(
                "UPDATE episodes SET seen = seen + (? AND fingerprint <> ''), fingerprint = CASE fingerprint WHEN '' "
                "THEN ? ELSE fingerprint END WHERE id = ?", (met, failure.fingerprint, identity),
            ).rowcount  # fmt: skip
            if not again:
                rows.insert(db, identity, workspace, failure, time.time())
                self._age(db, workspace)
        return identity

    def holds(self, identity: str) -> bool:
        """Whether an episode with this whole id is kept."""
        return bool(self.ask("SELECT 1 FROM episodes WHERE id = ?", identity))

    def age(self) -> None:
        """Remove what is older than its workspace allows."""
        with self.writing() as db:
            self._age(db, "")

    def _age(self, db: sqlite3.Connection, workspace: str) -> None:
        now = time.time()
        db.execute(
            "DELETE FROM episodes WHERE created < ? - ? * (SELECT days FROM workspaces WHERE key = workspace)",
            (now, DAY_S),
        )
        db.execute(
            "DELETE FROM episodes WHERE workspace = ? AND id NOT IN "
            "(SELECT id FROM episodes WHERE workspace = ? ORDER BY created DESC LIMIT ?)",
            (workspace, workspace, MOST_EPISODES),
        )

    def repair(self, identity: str, fixed: Mapping[str, str]) -> None:
        """Keep the sources with which the unit compiled again; the first repair stays."""
        with self.writing() as db:
            done = db.execute(
                "UPDATE episodes SET repaired = ? WHERE id = ? AND repaired IS NULL", (time.time(), identity)
            ).rowcount
            if done:
                rows.insert_sources(db, identity, "fixed", fixed)

    def correct(self, identity: str, fixed: Mapping[str, str]) -> None:
        """Keep a person's repair in place of any before it; intake and reduction take the episode for a new one."""
        now = time.time()
        with self.writing() as db:
            db.execute("DELETE FROM sources WHERE episode = ? AND side = 'fixed'", (identity,))
            rows.insert_sources(db, identity, "fixed", fixed)
            db.execute("DELETE FROM reductions WHERE episode = ?", (identity,))
            db.execute("UPDATE episodes SET repaired = ?, corrected = ? WHERE id = ?", (now, now, identity))

    def workspace_of(self, identity: str) -> str:
        """The key of an episode's workspace."""
        return str(self.ask("SELECT workspace FROM episodes WHERE id = ?", identity)[0][0])

    def open_of(self, workspace: str) -> list[Episode]:
        """Failures of a workspace that nothing has repaired yet and that cargo can tell to be repaired."""
        return self._episodes("WHERE e.workspace = ? AND e.repaired IS NULL AND e.fingerprint <> ''", workspace)

    def episodes(self, workspace: str | None = None) -> list[Episode]:
        """All, newest first."""
        return self._episodes("WHERE ? IS NULL OR w.name = ? OR w.key = ?", workspace, workspace, workspace)

    def get(self, prefix: str) -> Episode:
        """The one whose id starts so. Raises UsageError for none or several."""
        found = self._episodes("WHERE substr(e.id, 1, ?) = ?", len(prefix), prefix)
        if len(found) != 1 or not prefix:
            what = "No episode" if not found else f"{len(found)} episodes"
            raise UsageError(f"{what} with an id that starts with {prefix!r}; `nightschool episodes list` has them.")
        return found[0]

    def _episodes(self, where: str, *values: Any) -> list[Episode]:
        found = self.ask(f"{rows.SELECT} {where} ORDER BY e.created DESC, e.id", *values)
        return [rows.episode(row, self._sources(row[0]), preferences.of(self.ask, row[0])) for row in found]

    def _sources(self, identity: str) -> list[tuple[str, str, str]]:
        return self.ask("SELECT side, path, text FROM sources WHERE episode = ?", identity)

    def delete(self, identity: str) -> None:
        """Remove one episode, bytes and all."""
        with self.writing() as db:
            db.execute("DELETE FROM episodes WHERE id = ?", (identity,))

    def purge(self, workspace: str | None = None, older_than_s: float = 0.0) -> int:
        """Remove all episodes of a workspace (None: of all) that are at least so old; how many."""
        with self.writing() as db:
            gone = db.execute(
                "DELETE FROM episodes WHERE created <= ? AND (? IS NULL OR workspace IN "
                "(SELECT key FROM workspaces WHERE name = ? OR key = ?))",
                (time.time() - older_than_s, workspace, workspace, workspace),
            ).rowcount
        with self._telling():
            self._db.execute("VACUUM")
        return int(gone)

    def reduced(self, identity: str, step: str, lesson: str = "", detail: str = "") -> None:
        """Remember how far the reduction of an episode came."""
        with self.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO reductions VALUES (?, ?, ?, ?, ?)",
                (identity, time.time(), step, lesson, detail),
            )

    def unreduced(self) -> list[Episode]:
        """Repaired episodes that nobody has tried to reduce."""
        return self._episodes("WHERE e.repaired IS NOT NULL AND e.id NOT IN (SELECT episode FROM reductions)")

    def arrivals(self, most: int) -> list[tuple[int, Episode]]:
        """Repairs after the watermark of intake, the earliest first, at most so many; an episode's last one counts."""
        found = self.ask(
            "SELECT max(serial), episode FROM arrivals WHERE serial > coalesce((SELECT serial FROM watermarks WHERE "
            "name = 'intake'), 0) GROUP BY episode ORDER BY 1 LIMIT ?", most,
        )  # fmt: skip
        return [(serial, self.get(identity)) for serial, identity in found]

    def taken(self, outcomes: Mapping[str, tuple[str, str]], watermark: int) -> None:
        """Keep (lesson, reason) of each episode and how far intake has come, both or neither."""
        with self.writing() as db:
            for identity, told in outcomes.items():
                if db.execute("SELECT 1 FROM episodes WHERE id = ?", (identity,)).fetchone():  # not deleted meanwhile
                    values = (identity, time.time(), *told)
                    db.execute("INSERT OR REPLACE INTO intakes VALUES (?, ?, ?, ?)", values)
            db.execute("INSERT OR REPLACE INTO watermarks VALUES ('intake', ?)", (watermark,))

    def met(self) -> dict[str, int]:
        """How often each failure was met, by episode."""
        return dict(self.ask("SELECT id, seen FROM episodes"))

    def places(self) -> dict[str, tuple[str, str]]:
        """Name and key of each episode's workspace, by episode."""
        found = self.ask("SELECT e.id, w.name, w.key FROM episodes e JOIN workspaces w ON w.key = e.workspace")
        return {identity: (name, key) for identity, name, key in found}

    def reductions(self) -> dict[str, tuple[str, str]]:
        """(step, lesson) by episode."""
        found = self.ask("SELECT episode, step, lesson FROM reductions")
        return {identity: (step, lesson) for identity, step, lesson in found}

    def export(self, workspace: str | None = None) -> Iterator[str]:
        """Episodes as JSON, one a line."""
        for one in self.episodes(workspace):
            yield json.dumps(one.as_json(), sort_keys=True)
