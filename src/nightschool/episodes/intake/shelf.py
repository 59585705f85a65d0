"""Where intake puts things, one folder, the owner's: `lessons/`, `pairs.jsonl`, `quarantine.jsonl`, `met.json` and
`workspaces.json`.

Covered: an episode lies in one place at a time, also after its repair was corrected; a quarantined line has its reason,
and programs only where they hold no secret; forgetting an episode. Not covered: two at once (`intake` locks).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nightschool.curriculum.decided import DecidedPair, read_decided, write_decided
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.episodes import LESSONS, MET
from nightschool.curriculum.quarantine import FILE
from nightschool.curriculum.workspaces import WORKSPACES
from nightschool.episodes.reduction.lesson import write_lesson
from nightschool.files import write_atomic, write_json

_SHOWN = ("id", "workspace", "license", "family", "pattern", "error_code", "broken", "fixed")
_PROGRAMS = {"broken", "fixed"}


class Shelf:
    """The folder `var/episodes`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def shelve(self, draft: Draft) -> Path:
        """Write a lesson; its path."""
        return write_lesson(self.folder / LESSONS, draft)

    def remove(self, ids: Iterable[str]) -> int:
        """Forget these episodes: their lessons, lines in quarantine and pairs; how many files and lines."""
        gone = frozenset(ids)
        return self.clear(gone) + self._unpair(gone)

    def clear(self, ids: Iterable[str]) -> int:
        """Remove lessons and lines in quarantine of these episodes, which are taken in anew; how many. Pairs stay."""
        gone = frozenset(ids)
        paths = [path for id_ in gone for path in (self.folder / LESSONS).glob(f"*/*/episode-{id_}.rs")]
        for path in paths:
            path.unlink()
        held = self._held()
        left = {id_: line for id_, line in held.items() if id_ not in gone}
        if left != held:
            self._write(left.values())
        return len(paths) + len(held) - len(left)

    def pair(self, pairs: Sequence[DecidedPair], known: Mapping[str, Collection[str]] | None = None) -> None:
        """Keep these pairs beside those that lie here; of an episode in `known` only those whose id it names.

        What an episode's preferences no longer hold was decided otherwise later.
        """
        before, told = read_decided(self.folder), known or {}
        left = [one for one in (*before, *pairs) if one.episode not in told or one.id in told[one.episode]]
        if left != before:
            write_decided(self.folder, left)

    def _unpair(self, gone: Collection[str]) -> int:
        pairs = read_decided(self.folder)
        left = [one for one in pairs if one.episode not in gone]
        if left != pairs:
            write_decided(self.folder, left)
        return len(pairs) - len(left)

    def hold(self, records: Iterable[Mapping[str, Any]], reasons: Mapping[str, str], known: Collection[str]) -> None:
        """Quarantine those that have a reason; lines of episodes that are not `known` any more go."""
        held = {id_: line for id_, line in self._held().items() if id_ in known}
        held |= {str(one["id"]): _line(one, reasons[one["id"]]) for one in records if one["id"] in reasons}
        if held or (self.folder / FILE).exists():
            self._write(held.values())

    def count(self, met: Mapping[str, int]) -> None:
        """Keep how often failures were met; of those that the store has forgotten, what was known last."""
        self._note(MET, met)

    def place(self, places: Mapping[str, tuple[str, str]]) -> None:
        """Keep name and key of each lesson's workspace; of episodes that the store has forgotten, what was known."""
        self._note(WORKSPACES, places)

    def _note(self, name: str, found: Mapping[str, Any]) -> None:
        """Write what is known of each lesson's episode over what was known before."""
        path = self.folder / name
        before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        lessons = {path.stem for path in (self.folder / LESSONS).glob("*/*/*.rs")}
        now = before | {f"episode-{id_}": value for id_, value in found.items()}
        write_json(path, {stem: value for stem, value in now.items() if stem in lessons})

    def _held(self) -> dict[str, dict[str, Any]]:
        path = self.folder / FILE
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n") if path.exists() else []
        return {one["id"]: one for line in lines if line for one in (json.loads(line),)}

    def _write(self, lines: Iterable[Mapping[str, Any]]) -> None:
        write_atomic(self.folder / FILE, "".join(f"{json.dumps(line)}\n" for line in lines))


def _line(record: Mapping[str, Any], reason: str) -> dict[str, Any]:
    shown = {name: record[name] for name in _SHOWN if not (record["secret"] and name in _PROGRAMS)}
    return {**shown, "suspicion": reason}
