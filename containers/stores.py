"""What backup.py and restore.py ask of a team's services: volumes, databases, archives. Standard library only.

Covered: PostgreSQL's own programs in its container, `nightschool volumes` in one of the trainer's image, both through
pipes, by compose in either form. Not covered: what they are asked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[1]
SUPERUSER = "--username=postgres"
DUMPED = ("airflow", "mlflow")
"""Databases that an archive holds. Celery's knows what has ended, no more: it begins empty."""
CONFIG = ("--config", "conf/fleet.yaml")


class StoresError(Exception):
    """What went wrong, and what to do."""


def compose(*words: str) -> list[str]:
    """The command line, by the compose that `make` has found or by either form."""
    return [*(shlex.split(os.environ.get("COMPOSE", "")) or _found()), *words]


def _found() -> list[str]:
    plugin = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode == 0
    return ["docker", "compose"] if plugin else ["docker-compose"]


def in_postgres(*words: str) -> list[str]:
    """One of PostgreSQL's programs in its container, which has the server's own version of it."""
    return compose("exec", "-T", "postgres", *words)


def in_volumes(service: str, *words: str) -> list[str]:
    """`nightschool volumes ...` in a container of its own: `backup` or `restore`, which are mounted as they need."""
    return compose("run", "--rm", "-T", "--no-deps", service, "nightschool", "volumes", *words, *CONFIG)


def run(command: list[str], failed: str, **options: Any) -> str:
    """Run to the end; what it printed. Raises StoresError with `failed`, after what it said itself."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False, **options)
    if done.returncode:
        raise StoresError(failed)
    return done.stdout


def ask(database: str, statements: str) -> str:
    """What the superuser gets from a database; each statement is a transaction of its own unless they say otherwise."""
    words = ("psql", SUPERUSER, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1")
    quiet = f"SET client_min_messages TO warning;\n{statements}"
    return run(in_postgres(*words, database), f"PostgreSQL refused; see above. Asked: {statements}", input=quiet)


@contextmanager
def session(database: str) -> Iterator[Callable[[], str]]:
    """A function that names the moment in which it is called; pg_dump can go back to it while this is open."""
    command = in_postgres("psql", SUPERUSER, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", database)
    psql = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def snapshot() -> str:
        with suppress(BrokenPipeError):  # it has ended, and says why itself
            psql.stdin.write("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\nSELECT pg_export_snapshot();\n")
            psql.stdin.flush()
        if name := psql.stdout.readline().strip():
            return name
        raise StoresError(f"PostgreSQL gave no snapshot of {database}; see above. Is postgres healthy?")

    try:
        yield snapshot
    finally:
        with suppress(BrokenPipeError):
            psql.stdin.close()
        psql.wait()


def dump(database: str, path: Path, *options: str) -> None:
    """The database as PostgreSQL's custom format, as it is in one moment."""
    words = ("pg_dump", SUPERUSER, "--format=custom", *options, database)
    with path.open("wb") as file:
        done = subprocess.run(in_postgres(*words), cwd=ROOT, stdout=file, check=False)
    if done.returncode:
        raise StoresError(f"{database} could not be dumped; see above. Is postgres healthy (docker-compose ps)?")


def manifest(path: Path) -> tuple[dict[str, Any], str]:
    """An archive's manifest and its digest. Raises StoresError where it is not the last in it: it was cut off."""
    try:
        with tarfile.open(path, "r:") as tar:
            last = tar.getmembers()[-1]
            content = tar.extractfile(last).read() if last.name == "manifest.json" else b""
        return json.loads(content), hashlib.sha256(content).hexdigest()
    except (OSError, tarfile.TarError, EOFError, IndexError, ValueError) as error:
        raise StoresError(f"{path} is no whole archive: it has no manifest at its end ({error}).") from error


@contextmanager
def dump_in(path: Path, database: str) -> Iterator[IO[bytes]]:
    """A database's dump as it lies in the archive."""
    with tarfile.open(path, "r:") as tar:
        yield tar.extractfile(f"postgres/{database}.dump")


def said(main: Any, arguments: list[str]) -> None:
    """Run a script's main; an error of ours is one line."""
    try:
        main(*arguments)
    except (StoresError, OSError) as error:
        sys.exit(f"{Path(sys.argv[0]).name}: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
