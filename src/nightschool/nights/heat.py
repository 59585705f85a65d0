"""Koans over nights, read from the history that `publish` appends to.

Covered: a history of many megabytes, of which only the lines that a page shows are parsed: their places are noted once
and what was appended since is noted on the next look; suites that rotate (a koan that was not there is a gap).
Not covered: whether a change means anything (`nightschool.decisions`).
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Sequence

from nightschool.config import Config
from nightschool.files import folder_name
from nightschool.metrics import changes
from nightschool.nights.models import Heat, HeatRow
from nightschool.nights.store import NightStore
from nightschool.report.koan_history import koans_of, outcomes
from nightschool.tracking import KoanHistory
from nightschool.tracking.koan_history import read_sitting
from nightschool.types import Sitting

NIGHTS, KOANS = 60, 40
"""Nights across and koans down a page."""
_HEAD = re.compile(rb'\{"arm": "([\w.-]+)", "cycle": "([^"\\]+)", "suite": "([\w.-]+)"')
"""How a line begins, since the history writes its keys in order."""

Place = tuple[int, int]
"""First byte and length of a line."""


class Koans:
    """Where each sitting stands in the history; one object serves a process, from any thread."""

    def __init__(self, config: Config) -> None:
        self.path = KoanHistory(config).path
        self.store = NightStore(config)
        self._lock = threading.Lock()
        self._places: dict[tuple[str, str], dict[str, Place]] = {}
        """By suite and arm, then by cycle in the order of their first lines."""
        self._read_to = (0, 0)

    def choices(self) -> dict[str, tuple[str, ...]]:
        """Suites that were measured, and the arms on each."""
        with self._lock:
            self._look()
            found: dict[str, list[str]] = {}
            for suite, arm in sorted(self._places):
                found.setdefault(suite, []).append(arm)
        return {suite: tuple(arms) for suite, arms in found.items()}

    def sittings(self, suite: str, arm: str, back: int = 0, count: int = NIGHTS) -> tuple[list[Sitting], int]:
        """`count` sittings, oldest first, after leaving out the last `back`; and how many there are in all."""
        with self._lock:
            self._look()
            places = list(self._places.get((suite, arm), {}).values())
        end = max(0, len(places) - back)
        chosen = places[max(0, end - count) : end]
        return self._parsed(chosen), len(places)

    def heat(self, suite: str, arm: str, page: int = 1, back: int = 0) -> Heat:
        """A page of koans over a page of nights."""
        sittings, total = self.sittings(suite, arm, back)
        rows = sorted(_rows(sittings), key=lambda row: (-row.changes, row.passed - row.scored, row.koan))
        pages = max(1, -(-len(rows) // KOANS))
        page = min(max(1, page), pages)
        held = {folder.name for folder in self.store.folders()}
        names = {one.cycle: name for one in sittings if (name := folder_name(one.cycle)) in held}
        return Heat(
            suite=suite, arm=arm, nights=tuple(one.cycle for one in sittings),
            rows=tuple(rows[(page - 1) * KOANS : page * KOANS]), page=page, pages=pages, total=len(rows),
            earlier=back + NIGHTS if total > back + NIGHTS else None, later=max(0, back - NIGHTS) if back else None,
            choices=self.choices(), names=names,
        )  # fmt: skip

    def _parsed(self, places: Sequence[Place]) -> list[Sitting]:
        if not places:
            return []
        found = []
        with self.path.open("rb") as file:
            for start, length in places:
                file.seek(start)
                found.append(read_sitting(file.read(length)))
        return [one for one in found if one is not None]

    def _look(self) -> None:
        """Note the places of lines that were appended since the last look; the last one may still be written."""
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            node, size = os.fstat(file.fileno()).st_ino, os.fstat(file.fileno()).st_size
            if self._read_to[0] != node or self._read_to[1] > size:
                self._places, self._read_to = {}, (node, 0)
            at = self._read_to[1]
            file.seek(at)
            for line in file:
                if found := _HEAD.match(line):
                    arm, cycle, suite = (part.decode(errors="replace") for part in found.groups())
                    self._places.setdefault((suite, arm), {})[cycle] = at, len(line)
                if not line.endswith(b"\n"):
                    break
                at += len(line)
        self._read_to = node, at


def _rows(sittings: Sequence[Sitting]) -> list[HeatRow]:
    rows = []
    for koan in koans_of(sittings):
        nights = outcomes(sittings, koan)
        scored = [one for one in nights if one is not None]
        letters = "".join("-" if one is None else "p" if one else "f" for one in nights)
        counts = {"passed": sum(scored), "scored": len(scored), "changes": changes(nights)}
        rows.append(HeatRow(koan=koan, letters=letters, **counts))
    return rows
