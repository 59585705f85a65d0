"""Remembers verdicts, so that no program is judged twice by the same judge.

One SQLite file; the key is the digest of everything a verdict depends on. Only final verdicts are kept: a time-out
may be the machine's fault, and unscored says nothing of the program. Several processes may use the file at once.
A damaged file is set aside with a warning and rebuilt; a damaged entry is judged anew. Each entry has the day on which
it was last asked for, and `forget` takes away what has not been for long. Not covered: when to; housekeeping knows.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nightschool.types import Diagnostic, Judgement, Label, Program, Replacement, Suggestion, Verdict

log = logging.getLogger(__name__)

KEPT = frozenset({Verdict.PASSED, Verdict.TESTS_FAILED, Verdict.NOT_COMPILED})
WAIT_S = 30.0
"""How long a process waits for another one's write."""
CHUNK = 500
DAY_S = 86_400
TABLE = "CREATE TABLE IF NOT EXISTS verdicts (key TEXT PRIMARY KEY, value TEXT, used INTEGER NOT NULL DEFAULT 0)"
"""`used`: day of the last question, counted from 1970-01-01 UTC."""


class VerdictCache:
    """Verdicts by key, in one file. None of its methods raises for what is wrong with the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, keys: Sequence[str]) -> dict[str, Judgement]:
        """What is known of these keys."""
        with self._lock:
            try:
                return self._read(list(dict.fromkeys(keys)))
            except (sqlite3.Error, OSError) as error:
                self._set_aside(error)
                return {}

    def put(self, found: Iterable[tuple[str, Judgement]]) -> None:
        """Remember the final ones."""
        rows = [(key, _encode(judgement)) for key, judgement in found if judgement.verdict in KEPT]
        if not rows:
            return
        with self._lock:
            try:
                self._write(rows)
            except (sqlite3.Error, OSError) as error:
                self._set_aside(error)

    def unused(self, day: int) -> tuple[int, int, int]:
        """Entries that were last asked for before that day: how many, their bytes, and the first of their days."""
        sums = "COUNT(*), COALESCE(SUM(LENGTH(key) + LENGTH(value)), 0), COALESCE(MIN(used), 0)"
        with self._lock:
            found = self._open().execute(f"SELECT {sums} FROM verdicts WHERE used < ?", (day,)).fetchone()
        count, size, first = map(int, found)
        return count, size, first

    def forget(self, day: int) -> int:
        """Take away what was last asked for before that day, all or nothing; returns how many. Their room is reused."""
        with self._lock, self._open() as connection:
            return connection.execute("DELETE FROM verdicts WHERE used < ?", (day,)).rowcount

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _read(self, keys: list[str]) -> dict[str, Judgement]:
        found: dict[str, Judgement] = {}
        for at in range(0, len(keys), CHUNK):
            part = keys[at : at + CHUNK]
            marks = ",".join("?" * len(part))
            sql = f"SELECT key, value, used FROM verdicts WHERE key IN ({marks})"
            rows = self._open().execute(sql, part).fetchall()
            self._mark([key for key, _, used in rows if used < today()])
            for key, value, _ in rows:
                judgement = _decode(value)
                if judgement is not None:
                    found[key] = judgement
        return found

    def _mark(self, keys: list[str]) -> None:
        """These were asked for today; written once a day, and not where another process writes for long."""
        if not keys:
            return
        try:
            with self._open() as connection:
                sql = "UPDATE verdicts SET used = ? WHERE key = ?"
                connection.executemany(sql, [(today(), key) for key in keys])
        except sqlite3.OperationalError as error:
            log.warning("Verdict cache %s could not note what was asked for: %s", self._path, error)

    def _write(self, rows: list[tuple[str, str]]) -> None:
        connection = self._open()
        with connection:
            sql = "INSERT OR REPLACE INTO verdicts (key, value, used) VALUES (?, ?, ?)"
            connection.executemany(sql, [(*row, today()) for row in rows])

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=WAIT_S, check_same_thread=False)
            try:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                _make_table(connection)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _set_aside(self, error: Exception) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if isinstance(error, sqlite3.OperationalError) or not isinstance(error, sqlite3.DatabaseError):
            log.warning("Verdict cache %s cannot be used now (%s); judging without it.", self._path, error)
            return
        aside = self._path.with_name(f"{self._path.name}.damaged-{time.time_ns()}")
        try:
            self._path.rename(aside)
            for suffix in ("-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        except OSError as problem:
            log.warning("Verdict cache %s is damaged (%s) and stays: %s", self._path, error, problem)
            return
        log.warning("Verdict cache %s is damaged (%s): set aside as %s, rebuilt.", self._path, error, aside)


def today() -> int:
    """Days since 1970-01-01 UTC."""
    return int(time.time() // DAY_S)


def _make_table(connection: sqlite3.Connection) -> None:
    """The table; entries of before days were noted count from today. Of two processes one adds the column."""
    connection.execute(TABLE)
    if "used" not in {row[1] for row in connection.execute("PRAGMA table_info(verdicts)")}:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if "used" not in {row[1] for row in connection.execute("PRAGMA table_info(verdicts)")}:
                connection.execute(f"ALTER TABLE verdicts ADD COLUMN used INTEGER NOT NULL DEFAULT {today()}")


def cache_key(program: Program, *context: str) -> str:
    """Digest of the program and of the judge's own context (toolchain, version, limits)."""
    parts = [program.source, program.tests, program.broken, program.edition, list(program.targets), *context]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _encode(judgement: Judgement) -> str:
    text = json.dumps(asdict(judgement), separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16] + text


def _decode(value: Any) -> Judgement | None:
    if not isinstance(value, str) or hashlib.sha256(value[16:].encode()).hexdigest()[:16] != value[:16]:
        log.warning("A damaged entry of the verdict cache is ignored.")
        return None
    data = json.loads(value[16:])
    diagnostics = tuple(_diagnostic(one) for one in data["diagnostics"])
    return Judgement(Verdict(data["verdict"]), diagnostics, data["detail"])


def _diagnostic(data: dict[str, Any]) -> Diagnostic:
    suggestions = tuple(
        Suggestion(one["message"], tuple(Replacement(**part) for part in one["replacements"]), one["applicability"])
        for one in data["suggestions"]
    )
    labels = tuple(Label(**one) for one in data["labels"])
    plain = {key: data[key] for key in ("code", "message", "line", "lint")}
    return Diagnostic(**plain, labels=labels, helps=tuple(data["helps"]), suggestions=suggestions)
