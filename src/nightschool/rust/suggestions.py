"""Repairs programs with nothing but rustc's own suggestions: the arm that a model has to beat.

A bounded search, two suggestions deep: all programs advance level by level, each level compiled in batches;
the first candidate that compiles wins, in rustc's own order. Suggestions rustc calls machine-applicable come
before the others; those with placeholders to fill in are left out. Not covered: tests, which the search never sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from nightschool.types import Diagnostic, Judgement, Program, Suggestion, Verdict

DEPTH = 2
"""Suggestions made one after the other."""
WIDTH = 24
"""Most candidates kept per program and level."""
MOST_TRIES = DEPTH * WIDTH
"""Most candidates compiled per program."""
RANK = {"MachineApplicable": 0, "MaybeIncorrect": 1, "Unspecified": 2}


class Compiles(Protocol):
    """The part of the judge that the search uses."""

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """One judgement per program, PASSED meaning that it compiles."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What the search made of one program."""

    source: str
    """The first repair found that compiles, or the program's own source if there is none."""
    tries: int
    """Candidates compiled for it."""


def search_suggestions(
    judge: Compiles, programs: Sequence[Program], depth: int = DEPTH, width: int = WIDTH
) -> list[Searched]:
    """Search for a repair of each program."""
    repaired = [program.source for program in programs]
    first = judge.compile(programs)
    open_ = {
        index: [(program.source, judgement)]
        for index, (program, judgement) in enumerate(zip(programs, first, strict=True))
        if judgement.verdict is Verdict.NOT_COMPILED
    }
    seen = [{program.source} for program in programs]
    for _ in range(depth):
        level = [(index, source) for index, front in open_.items() for source in _next_level(front, seen[index], width)]
        judged = judge.compile([replace(programs[index], source=source) for index, source in level])
        open_ = {}
        solved: set[int] = set()
        for (index, source), judgement in zip(level, judged, strict=True):
            if judgement.verdict is Verdict.PASSED and index not in solved:
                repaired[index] = source
                solved.add(index)
            elif judgement.verdict is Verdict.NOT_COMPILED:
                open_.setdefault(index, []).append((source, judgement))
        open_ = {index: front for index, front in open_.items() if index not in solved}
    return [Searched(source, len(found) - 1) for source, found in zip(repaired, seen, strict=True)]


def _next_level(front: Sequence[tuple[str, Judgement]], seen: set[str], width: int) -> list[str]:
    found: list[str] = []
    for source, judgement in front:
        for suggestion in _usable(judgement.diagnostics):
            candidate = apply_suggestion(source, suggestion)
            if candidate is not None and candidate not in seen and len(found) < width:
                seen.add(candidate)
                found.append(candidate)
    return found


def _usable(diagnostics: Sequence[Diagnostic]) -> Iterator[Suggestion]:
    usable = [s for d in diagnostics for s in d.suggestions if s.applicability in RANK]
    yield from sorted(usable, key=lambda suggestion: RANK[suggestion.applicability])


def apply_suggestion(source: str, suggestion: Suggestion) -> str | None:
    """The source with all the suggestion's replacements made; None if they overlap or do not fit."""
    data, end = source.encode(), len(source.encode())
    for part in sorted(suggestion.replacements, key=lambda one: (one.start, one.end), reverse=True):
        if not 0 <= part.start <= part.end <= end:
            return None
        data = data[: part.start] + part.text.encode() + data[part.end :]
        end = part.start
    return data.decode("utf-8", errors="replace")
