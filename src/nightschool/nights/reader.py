"""One door to everything that is read of nights, with what is worth keeping between two looks.

Covered: one object for a process and all its threads; details of nights that do not change are made once.
Not covered: who may ask.
"""

from __future__ import annotations

import threading
from pathlib import Path

from nightschool.config import Config
from nightschool.decisions import CANDIDATE, POLICY
from nightschool.nights.champions import Champions
from nightschool.nights.detail import night_detail
from nightschool.nights.groups import groups
from nightschool.nights.heat import Koans
from nightschool.nights.index import NightIndex, signature
from nightschool.nights.koan import BACK, koan_page
from nightschool.nights.models import Change, Groups, Heat, KoanPage, Night, NightDetail, Overview, Point

IN_CURVE = 400
"""Nights in the curve."""
A_PAGE = 30
"""Nights in a page of the table."""
DETAILS = 64
"""Details that are kept in memory."""
DOCS = {".html", ".css", ".js", ".png", ".svg", ".ico", ".woff", ".woff2", ".map", ".json"}
"""Kinds of file that Data Docs are made of."""


class Nights:
    """Everything that pages and API show."""

    def __init__(self, config: Config) -> None:
        self.index = NightIndex(config)
        self.store = self.index.store
        self.champions = Champions(config)
        self.koans = Koans(config)
        self._details: dict[tuple[str, str], NightDetail] = {}
        self._lock = threading.Lock()

    def all(self) -> list[Night]:
        """All nights, newest first."""
        return self.index.nights()

    def overview(self, page: int = 1) -> Overview:
        """A page of nights and the last night in full."""
        nights = self.all()
        pages = max(1, -(-len(nights) // A_PAGE))
        page = min(max(1, page), pages)
        changes, wrong = self.champions.changes()
        return Overview(
            page=page, pages=pages, total=len(nights), nights=tuple(nights[(page - 1) * A_PAGE : page * A_PAGE]),
            changes=changes, ledger=wrong, latest=self.detail(nights[0]) if nights else None,
        )  # fmt: skip

    def curve(self, count: int = IN_CURVE) -> list[Point]:
        """The last `count` nights that measured anything, oldest first."""
        nights = [one for one in self.all() if one.arms.get(POLICY) or one.arms.get(CANDIDATE)][:count]
        return [
            Point(
                night=one.night, time=one.time, verdict=one.verdict,
                policy=one.arms.get(POLICY, {}), single=one.arms.get(CANDIDATE, {}),
            )
            for one in reversed(nights)
        ]  # fmt: skip

    def night(self, name: str) -> NightDetail | None:
        """One night in full; None for a name that is none."""
        found = next((one for one in self.all() if one.night == name), None)
        return self.detail(found) if found else None

    def detail(self, night: Night) -> NightDetail:
        """The night in full, made once for each change of it."""
        key = night.night, self._signature(night.night)
        with self._lock:
            if key in self._details:
                return self._details[key]
        made = night_detail(self.store, night)
        with self._lock:
            while len(self._details) >= DETAILS:
                del self._details[next(iter(self._details))]
            self._details[key] = made
        return made

    def _signature(self, night: str) -> str:
        """Empty for a night whose folder is not there, or went meanwhile."""
        folder = self.store.folder(night)
        try:
            return signature(folder) if folder else ""
        except FileNotFoundError:
            return ""

    def changes(self) -> tuple[Change, ...]:
        """Changes of the champion, oldest first."""
        return self.champions.changes()[0]

    def heat(self, suite: str, arm: str, page: int = 1, back: int = 0) -> Heat:
        """Koans over nights."""
        return self.koans.heat(suite, arm, page, max(0, back))

    def groups(self, night: str, suite: str, arm: str) -> Groups | None:
        """Families and codes of a night, of the last one with reports if none is named."""
        nights = self.all()
        names = [night] if night else [one.night for one in nights if one.rate(arm, suite)][:1]
        return groups(self.store, nights, names[0], suite, arm) if names else None

    def koan(self, suite: str, koan: str, night: str = "", examination: bool = False) -> KoanPage | None:
        """One koan, of the last night that asked it if none is named, as far as the latest `BACK` of its suite go."""
        nights = self.all()
        asked = [one.night for one in nights if any(suite in rates for rates in one.arms.values())]
        for name in [night] if night else asked[:BACK]:
            if found := koan_page(self.store, nights, name, suite, koan, examination):
                return found
        return None

    def document(self, night: str, phase: str, path: str) -> Path | None:
        """A file of a phase's Data Docs; None for anything else, also for what no file can be called."""
        folder = self.store.output(night, phase)
        if folder is None:
            return None
        try:
            place = (folder / "docs" / path).resolve()
            good = place.is_relative_to((folder / "docs").resolve()) and place.suffix in DOCS and place.is_file()
        except (OSError, ValueError):  # too long; NUL in it
            return None
        return place if good else None
