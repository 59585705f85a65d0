"""The append-only ledger beside MLflow: one JSON line an event, each chained to the one before by digest.

Covered: gate decisions with the alpha they spent, registrations, alias changes; two writers at once; an event written
twice is kept once; a line that was altered or torn is found. Not covered: someone who rewrites the whole file.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from nightschool.config import Config
from nightschool.decisions import Spend
from nightschool.errors import IntegrityError

START = "0" * 64


@dataclass(frozen=True)
class Entry:
    """One event. `key` makes it idempotent: (event, key) stands in the ledger at most once."""

    event: str
    key: str
    data: dict[str, Any]
    time: str
    previous: str
    digest: str


LEDGER = "ledger.jsonl"
"""File of the ledger, beside the artifacts."""


class Ledger:
    """Reads and appends `ledger.jsonl`; see the module's contract."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(f"{path}.lock")

    def append(self, event: str, key: str, data: dict[str, Any]) -> Entry:
        """Add an event, or return the one already there under (event, key). Durable on return."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock:
            self._drop_torn_tail()
            entries = list(self.entries())
            for entry in entries:
                if (entry.event, entry.key) == (event, key):
                    return entry
            entry = _entry(event, key, data, entries[-1].digest if entries else START)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry.__dict__, sort_keys=True) + "\n")
                file.flush()
                os.fsync(file.fileno())
            return entry

    def entries(self) -> Iterator[Entry]:
        """All events, oldest first. Raises IntegrityError naming the first line whose chain is broken."""
        if not self.path.exists():
            return
        previous = START
        # What is no UTF-8 is not what was written: its line does not match its digest.
        whole, _, _torn = self.path.read_text(encoding="utf-8", errors="replace").rpartition("\n")
        for number, line in enumerate(whole.splitlines(), start=1):
            entry = _read(line, self.path, number)
            if entry.previous != previous or entry.digest != _digest(entry):
                raise IntegrityError(f"Ledger {self.path} was altered at line {number}; restore it from a backup.")
            previous = entry.digest
            yield entry

    def copy(self) -> bytes:
        """All whole lines, as they stand between two events; empty where there is no ledger."""
        with self._lock:
            text = self.path.read_bytes() if self.path.exists() else b""
            return text[: text.rfind(b"\n") + 1]

    def _drop_torn_tail(self) -> None:
        """A writer killed in mid-line leaves no newline; what it wrote never counted."""
        if self.path.exists() and not (text := self.path.read_bytes()).endswith(b"\n") and text:
            with self.path.open("r+b") as file:
                file.truncate(text.rfind(b"\n") + 1)


def ledger_of(config: Config) -> Ledger:
    """The project's ledger, without opening MLflow."""
    return Ledger((config.root / config.tracking.artifacts).resolve().parent / LEDGER)


def spends(entries: Iterable[Entry]) -> list[Spend]:
    """The alpha that gate decisions among `entries` spent by looking at shadow; decisions without a look spend none.

    Several decisions on the very same answers (another bar, say) are one look, at the largest of their alphas: they err
    on shadow together or not at all.
    """
    looked = [e for e in entries if e.event == "gate" and e.data.get("evidence", {}).get("alpha_spent")]
    spent: dict[str, Spend] = {}
    for e in looked:
        look, alpha = e.data.get("shadow_digest", e.digest), float(e.data["evidence"]["alpha_spent"])
        earlier = spent[look].alpha if look in spent else 0.0
        spent[look] = Spend(datetime.fromisoformat(e.time), max(alpha, earlier))
    return list(spent.values())


def _entry(event: str, key: str, data: dict[str, Any], previous: str) -> Entry:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    draft = Entry(event, key, data, now, previous, "")
    return Entry(event, key, data, now, previous, _digest(draft))


def _digest(entry: Entry) -> str:
    body = {k: v for k, v in entry.__dict__.items() if k != "digest"}
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _read(line: str, path: Path, number: int) -> Entry:
    try:
        return Entry(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise IntegrityError(f"Ledger {path} line {number} is not an entry; restore it from a backup.") from error
