"""Searches already made, kept on disk: a killed examination goes on, and all arms of a night share one search.

One JSON-lines file per search (toolchain, sources, budget, code), a line a program, written as each batch ends. Lines
that are damaged or half written are searched again. Not covered: what rustc says of the program itself; that is in the
judge's cache.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from nightschool.files import digest_file, digest_text
from nightschool.repair.proposal import Candidate, Found, Step
from nightschool.repair.search import BATCH, Progress
from nightschool.types import Judgement, Program

Search = Callable[[Sequence[Program]], list[Found]]
CODE = ("place.py", "propose.py", "proposal.py", "suggested.py", "search.py", "facts.py", "likely.py", "scope.py")
"""Files of the room that decide what is found, beside the operators and patterns."""


class Compiles(Protocol):
    """The part of the judge that reading a search again needs."""

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """One judgement per program."""


class Remembered:
    """The searches of one kind, by program."""

    def __init__(self, folder: Path, *context: str) -> None:
        self.path = folder / f"{digest_text(search_code(), *context)[:32]}.jsonl"
        self.known = dict(filter(None, map(_read, self._lines())))

    def found(
        self, judge: Compiles, programs: Sequence[Program], search: Search, progress: Progress | None = None
    ) -> list[Found]:
        """What is known of the programs, and the search for the others, kept batch by batch."""
        new = [program for program in dict.fromkeys(programs) if _key(program) not in self.known]
        for at in range(0, len(new), BATCH):
            for one in search(new[at : at + BATCH]):
                self._put(one)
            if progress:
                progress(len(programs) - len(new) + min(at + BATCH, len(new)), len(programs))
        before = judge.compile(programs)
        return [
            Found(program, judgement, *self.known[_key(program)])
            for program, judgement in zip(programs, before, strict=True)
        ]

    def _put(self, found: Found) -> None:
        self.known[_key(found.program)] = (found.candidates, found.compiles)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        line = {
            "key": _key(found.program),
            "candidates": [asdict(one) for one in found.candidates],
            "compiles": found.compiles,
        }
        with self.path.open("a", encoding="utf-8") as file:  # the newline comes first: a cut line spoils itself only
            file.write("\n" + json.dumps(line))

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").split("\n")
        except FileNotFoundError:
            return []


@cache
def search_code() -> str:
    """Digest of the code that decides what a search finds."""
    room = Path(str(files("nightschool"))) / "repair"
    paths = [*(room / name for name in CODE), *sorted((room / "operators").glob("*.py"))]
    paths += sorted((room / "patterns").glob("*.py"))
    return digest_text(*(f"{path.name}:{digest_file(path)}" for path in paths))


def _key(program: Program) -> str:
    return digest_text(program.source, program.edition)


def _read(line: str) -> tuple[str, tuple[tuple[Candidate, ...], int]] | None:
    try:
        data: Any = json.loads(line)
        candidates = tuple(
            Candidate(c["program"], tuple(Step(**step) for step in c["steps"]), c["order"], c["distance"])
            for c in data["candidates"]
        )
        return data["key"], (candidates, int(data["compiles"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
