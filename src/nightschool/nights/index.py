"""The index of nights: a line a night, appended when it is published, so that a year of nights is one file to read.

Covered: a night that runs, that was never published or that went on since is read from its own folder instead, once
for each change of it; the index may be lost and only costs time. Not covered: nights in full (`detail`).
"""

from __future__ import annotations

import json
import os
import re
import threading
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path

from filelock import FileLock
from pydantic import ValidationError

from nightschool.config import Config
from nightschool.files import digest_text
from nightschool.nights.models import Night, Rated
from nightschool.nights.store import NOT_RESULTS, NightStore, rates_of
from nightschool.report import NOT_REACHED

_WHEN = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)[-_:](\d\d)[-_:](\d\d)")
"""A time in the name of a cycle: `manual__2026-11-29T15-15-51`, `scheduled__2026-11-22T02_00_00_00_00`."""

_ZONED = re.compile(r"(?<=__)(\d{4}-\d\d-\d\dT\d\d)_(\d\d)_(\d\d(?:\.\d+)?)_(\d\d)_(\d\d)")


class NightIndex:
    """Reads and appends `var/history/nights.jsonl`; one object serves a process, from any thread."""

    def __init__(self, config: Config) -> None:
        self.store = NightStore(config)
        self.path = config.var / "history" / "nights.jsonl"
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, Night]] = {}
        self._read_to = (0, 0)
        """Inode and bytes of the file that are read."""

    def append(self, night: str) -> None:
        """Add the night as it stands now."""
        folder = self.store.folder(night)
        if folder is None:
            return
        line = {"signature": signature(folder), "night": read_night(self.store, folder).model_dump(mode="json")}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock"), self.path.open("a", encoding="utf-8") as file:
            # The newline comes first: a line cut off by a kill then spoils itself only.
            file.write("\n" + json.dumps(line, sort_keys=True))

    def nights(self) -> list[Night]:
        """All nights, newest first."""
        with self._lock:
            self._read_file()
            folders = self.store.folders()
            there = {folder.name for folder in folders if self._look(folder)}
            gone = self._known.keys() - there
            for name in gone:
                del self._known[name]
            found = [night for _, night in self._known.values()]
        return sorted(found, key=lambda night: (night.time, night.night), reverse=True)

    def _look(self, folder: Path) -> bool:
        """Know the night as its folder stands now; False for a folder that went meanwhile."""
        try:
            now = signature(folder)
            if self._known.get(folder.name, ("",))[0] != now:
                self._known[folder.name] = now, read_night(self.store, folder)
        except FileNotFoundError:
            return False
        return True

    def _read_file(self) -> None:
        """Take in what was appended since the last time; a line that is damaged or unfinished is skipped."""
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            node, size = os.fstat(file.fileno()).st_ino, os.fstat(file.fileno()).st_size
            start = self._read_to[1] if self._read_to[0] == node and self._read_to[1] <= size else 0
            file.seek(start)
            lines = file.read(size - start).split(b"\n")
        self._read_to = node, size - len(lines[-1])  # the last line may still be written: it is read again
        for line in filter(None, lines):
            try:
                said = json.loads(line)
                night = Night.model_validate(said["night"])
                self._known[night.night] = str(said["signature"]), night
            except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
                continue


def signature(folder: Path) -> str:
    """Changes whenever a phase records a result in the cycle's folder."""
    with os.scandir(folder) as entries:
        results = [e for e in entries if e.name.endswith(".json") and e.name[:-5] not in NOT_RESULTS]
        stats = sorted(f"{e.name}:{e.stat().st_mtime_ns}:{e.stat().st_size}" for e in results)
    return digest_text(*stats)[:16]


def read_night(store: NightStore, folder: Path) -> Night:
    """A night from its own folder."""
    name = folder.name
    results = store.results(name)
    decision = store.told(name, "gate", "decision.json") if "gate" in results else {}
    version = results["register"].metrics.get("version") if "register" in results else None
    rates = rates_of(results)
    return Night(
        night=name,
        run=_run(name),
        time=_time(folder),
        verdict=results["gate"].outcome if "gate" in results else NOT_REACHED,
        version=None if version is None else int(version),
        failed=tuple(str(check.get("name", "")) for check in decision.get("checks", ()) if not check.get("ok")),
        arms={arm: {suite: Rated.of(rate) for suite, rate in found.items()} for arm, found in rates.items()},
        seconds={phase: result.seconds for phase, result in results.items() if isfinite(result.seconds)},
        outcomes={phase: result.outcome for phase, result in results.items() if result.outcome},
    )


def _run(folder: str) -> str:
    """The run's id: Airflow's own names have a time zone, whose signs the folder's name does not."""
    return _ZONED.sub(r"\1:\2:\3+\4:\5", folder)


def _time(folder: Path) -> str:
    """From the cycle's name; else the earliest of its files."""
    if found := _WHEN.search(folder.name):
        return f"{found[1]}T{found[2]}:{found[3]}:{found[4]}+00:00"
    recorded = (path.stat().st_mtime for path in folder.glob("[!.]*"))  # a file that is being written has a dot
    earliest = min(recorded, default=folder.stat().st_mtime)
    return datetime.fromtimestamp(earliest, UTC).isoformat(timespec="seconds")
