"""Who was champion when, from the ledger. Not covered: whether the alias still says so (`nightschool history` asks)."""

from __future__ import annotations

import threading

from nightschool.config import Config
from nightschool.errors import IntegrityError
from nightschool.nights.models import Change
from nightschool.tracking import CHAMPION, Entry, ledger_of


class Champions:
    """Reads the ledger, again only when it has grown; one object serves a process, from any thread."""

    def __init__(self, config: Config) -> None:
        self.ledger = ledger_of(config)
        self.model = config.tracking.model_name
        self._lock = threading.Lock()
        self._read: tuple[int, int] = (0, 0)
        self._found: tuple[tuple[Change, ...], str] = ((), "")

    def changes(self) -> tuple[tuple[Change, ...], str]:
        """Changes of the champion, oldest first, and what is wrong with the ledger, if anything is."""
        with self._lock:
            stat = self.ledger.path.stat() if self.ledger.path.exists() else None
            now = (stat.st_mtime_ns, stat.st_size) if stat else (0, 0)
            if now != self._read:
                self._found, self._read = self._changes(), now
            return self._found

    def _changes(self) -> tuple[tuple[Change, ...], str]:
        found: list[Change] = []
        try:
            for entry in self.ledger.entries():
                if entry.event == "alias" and entry.data.get("alias") == CHAMPION and self._ours(entry):
                    found.append(_change(entry))
        except IntegrityError as error:
            return tuple(found), str(error)
        return tuple(found), ""

    def _ours(self, entry: Entry) -> bool:
        return bool(entry.data.get("model", self.model) == self.model)


def _change(entry: Entry) -> Change:
    before, after = (None if (v := entry.data.get(key)) is None else str(v) for key in ("from", "to"))
    told = {name: str(entry.data.get(name, "")) for name in ("who", "why", "how")}
    return Change(time=entry.time, before=before, after=after, **told)
