"""A small installation with a bit of everything that a backup must take, leave out, or treat with care."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from nightschool.config import Config
from nightschool.files import digest_file
from nightschool.tracking import Ledger

TAKEN = {
    "mlruns/README.md": "of the checkout",
    "mlruns/artifacts/1/adapter/weights.safetensors": "weights",
    "var/airflow/api.secret": "secret",
    "var/cycles/monday/align.json": '{"output": "var/phases/align/k1"}',
    "var/history/nights.jsonl": "a night\n",
    "var/lessons/Cargo.lock": "[[package]]\n",
    "var/phases/align/k1/result.json": "{}",
    "var/phases/align/k1/adapter/weights.safetensors": "weights",
}
LEFT_OUT = {
    "mlruns/mlflow.db-journal": "",
    "mlruns/registry.lock": "",
    "var/phase.lock": "",
    "var/phases/align/k2.partial/checkpoint": "half a training",
    "var/phases/align/.k1.lock": "",
    "var/phases/.trash/gone/result.json": "{}",
    "var/run/mlflow.pid": "{}",
    "var/cycles/monday/.align.json.ab12cd34": "half a file",
}
DATABASES = ("mlruns/mlflow.db", "var/airflow/airflow.db", "var/cache/verdicts.sqlite")
OLD = 1_700_000_000.25
"""When an installation's files were written, seconds since 1970."""


def installation(root: Path) -> Config:
    """Make one; returns its config."""
    for name, text in (TAKEN | LEFT_OUT).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "var/airflow/api.secret").chmod(0o600)
    (root / "var/phases/align/empty").mkdir()
    (root / "var/phases/align/latest").symlink_to("k1/result.json")
    (root / "var/airflow/host").symlink_to("/etc/hostname")
    for name in DATABASES:
        database(root / name, rows=3)
    ledger = Ledger(root / "mlruns/ledger.jsonl")
    ledger.append("gate", "monday", {"outcome": "passed"})
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            os.utime(path, (OLD, OLD))
    return Config(root=root)


def database(path: Path, rows: int) -> None:
    """Two tables that every transaction grows alike."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=60)) as connection, connection:
        for table in ("one", "two"):
            connection.execute(f"create table if not exists {table} (n integer, filler text)")
            connection.executemany(f"insert into {table} values (?, ?)", [(n, "x" * 500) for n in range(rows)])


def counted(path: Path) -> list[int]:
    """Rows of the two tables."""
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"select count(*) from {table}").fetchone()[0] for table in ("one", "two")]


def seen(root: Path) -> dict[str, tuple[str, int, float]]:
    """Digest, mode and time of all files but locks, by name."""
    files = [path for path in root.rglob("*") if path.is_file() and (path.suffix, path.stat().st_size) != (".lock", 0)]
    return {
        path.relative_to(root).as_posix(): (digest_file(path), path.stat().st_mode & 0o777, path.stat().st_mtime)
        for path in files
    }
