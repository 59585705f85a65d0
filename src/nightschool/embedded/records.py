"""Which processes the embedded services are: a record a service, with its port and the command that it serves.

Covered: a process is its number and its start time, so that a reused number is nobody; the owner of a service, the
`nightschool cycle` that started it and stops it, may have died. Not covered: starting and stopping (`services`).
"""

from __future__ import annotations

import getpass
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

from nightschool.files import write_json


@dataclass(frozen=True)
class Identity:
    """One process, for good."""

    pid: int
    started: float
    """Seconds since 1970."""

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        try:
            process = psutil.Process(self.pid)
            return abs(process.create_time() - self.started) < 1 and process.status() != psutil.STATUS_ZOMBIE
        except psutil.Error:
            return False


@dataclass(frozen=True)
class Record:
    """A service that was started."""

    process: Identity
    port: int | None = None
    """Where it listens; None for one without a page."""
    owner: Identity | None = None
    """The command that ends it; None where `make down` does."""


def identity(pid: int | None = None) -> Identity:
    """A process that runs; this one by default."""
    process = psutil.Process(pid)
    return Identity(process.pid, process.create_time())


def read_record(path: Path) -> Record | None:
    """The service of that record if it runs."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        process, owner = Identity(data["pid"], data["started"]), data.get("owner")
        record = Record(process, data.get("port"), Identity(**owner) if owner else None)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return record if process.alive else None


def write_record(path: Path, record: Record) -> None:
    """Write what `read_record` reads."""
    owner = asdict(record.owner) if record.owner else None
    write_json(path, {**asdict(record.process), "port": record.port, "owner": owner})


def who_and_when() -> str:
    """Who does something and when, for those who watch."""
    return f"{getpass.getuser()} at {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC."
