"""What repair has found out before, kept on disk: a killed examination goes on, and a night's arms share one search.

JSON-lines files, one a kind of question (named by the digest of what the answers depend on), a line an answer, written
as each batch ends. Lines that are damaged or half written are asked again. Covered: searches (`Searches`), any answer
that is JSON (`Kept`). Not covered: what rustc says of the program itself; that is in the judge's cache.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from nightschool.files import digest_file, digest_text, mark_used
from nightschool.repair.proposal import Candidate, Found, Step
from nightschool.repair.search import BATCH, Progress
from nightschool.types import Judgement, Program, Stage, Verdict

Search = Callable[[Sequence[Program]], list[Found]]
NOT_SEARCHED = frozenset(
    {
        "alike.py", "changes.py", "chooser.py", "emptied.py", "features.py", "forest.py", "kin.py", "learn.py",
        "learn_surety.py", "linear.py", "lists.py", "lost.py", "packed.py", "policy.py", "reasons.py", "remembered.py",
        "repairer.py", "risks.py", "stages.py", "surety.py", "teach.py", "warned.py", "watching.py", "worth.py",
    }
)  # fmt: skip
"""Files of the room that decide nothing of what a search finds."""


class Compiles(Protocol):
    """The part of the judge that reading a search again needs."""

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """One judgement per program."""


class Kept:
    """Answers of one kind, by the digest of their question."""

    def __init__(self, folder: Path, *context: str) -> None:
        self.path = folder / f"{digest_text(*context)[:32]}.jsonl"
        self.known: dict[str, Any] = dict(filter(None, map(_read, self._lines())))
        mark_used(self.path)

    def put(self, key: str, answer: Any) -> None:
        """Remember an answer at once."""
        self.known[key] = answer
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:  # the newline comes first: a cut line spoils itself only
            file.write("\n" + json.dumps([key, answer]))

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").split("\n")
        except FileNotFoundError:
            return []


class Searches(Kept):
    """The searches of one kind, by program."""

    def __init__(self, folder: Path, *context: str) -> None:
        super().__init__(folder, "search", search_code(), *context)

    def found(
        self, judge: Compiles, programs: Sequence[Program], search: Search, progress: Progress | None = None
    ) -> list[Found]:
        """What is known of the programs, and the search for the others, kept batch by batch if rustc could be asked."""
        unscored: dict[str, Found] = {}
        new = [program for program in dict.fromkeys(programs) if not self._holds(program)]
        for at in range(0, len(new), BATCH):
            for one in search(new[at : at + BATCH]):
                if one.before.verdict is Verdict.UNSCORED:
                    unscored[_key(one.program)] = one
                else:
                    self.put(_key(one.program), _written(one))
            if progress:
                progress(len(programs) - len(new) + min(at + BATCH, len(new)), len(programs))
        before = judge.compile(programs)
        return [
            unscored.get(_key(program)) or Found(program, judgement, *_found(self.known[_key(program)]))
            for program, judgement in zip(programs, before, strict=True)
        ]

    def _holds(self, program: Program) -> bool:
        try:
            return bool(_found(self.known[_key(program)]))
        except (KeyError, TypeError, ValueError):
            return False


@cache
def search_code() -> str:
    """Digest of the code that decides what a search finds."""
    return room_code(*sorted(NOT_SEARCHED), "behaviour")


def room_code(*without: str) -> str:
    """Digest of the room's code without these files and folders."""
    room = Path(str(files("nightschool"))) / "repair"
    paths = [path for path in sorted(room.rglob("*")) if path.suffix in (".py", ".rs")]
    kept = [path.relative_to(room) for path in paths if path.relative_to(room).parts[0] not in without]
    return digest_text(*(f"{path}:{digest_file(room / path)}" for path in kept))


def _key(program: Program) -> str:
    return digest_text(program.source, program.edition, *program.targets)


def _written(found: Found) -> list[Any]:
    return [[asdict(one) for one in found.candidates], found.compiles, [asdict(one) for one in found.stages]]


def _found(data: Any) -> tuple[tuple[Candidate, ...], int, tuple[Stage, ...]]:
    made, compiles, stages = data
    candidates = tuple(
        Candidate(c["program"], tuple(Step(**step) for step in c["steps"]), c["order"], c["distance"]) for c in made
    )
    return candidates, int(compiles), tuple(Stage(**one) for one in stages)


def _read(line: str) -> tuple[str, Any] | None:
    try:
        key, answer = json.loads(line)
        return str(key), answer
    except (ValueError, TypeError):
        return None
