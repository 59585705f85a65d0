"""Which candidates for one file of a unit compile: rustc as cargo calls it, in the sandbox, two at once.

It has the methods of the judge that a search uses. A candidate passes if the errors of the file where the search began
are gone and no others came; errors that other files had before may stay, and ones that rustc could not see before, as
names were missing, too: `left` tells what stays. Covered: remembering, a time limit, progress. Not covered: running
anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from nightschool.cargo.messages import Json
from nightschool.cargo.unit import Unit
from nightschool.cargo.views import keys, parsed, primary_file, seen_from
from nightschool.rust.compiler import Compiler, Outcome, detail_of, outcome_of
from nightschool.rust.outlines import outline
from nightschool.types import Judgement, Program, Verdict

ABREAST = 2
"""Compiler runs at once."""
WALL_S = 60.0
"""Longest compiler run, in seconds: a package takes longer than a koan."""
MEMORY_MB = 4096
"""Address space of rustc: metadata of all dependencies is mapped."""
EARLY = re.compile(r"|E0(40[45]|412|42[2-6]|43[23]|53[12]|57[34]|583)")
"""Codes of errors before which rustc does not look at types; syntax errors have none."""


@dataclass(frozen=True)
class Slots:
    """Copies of a unit's sources, one for each compiler run at a time."""

    compiler: Compiler
    unit: Unit
    copies: Sequence[Path]
    free: SimpleQueue[Path] = field(default_factory=SimpleQueue)

    def __post_init__(self) -> None:
        for copy in self.copies:
            self.free.put(copy)

    def errors(self, texts: Mapping[str, str], wall_s: float) -> tuple[Outcome, tuple[Json, ...], str]:
        """rustc's errors with these texts in the place of files."""
        with self._slot() as copy, _replaced(copy, texts):
            limits = self.compiler.limits(wall_s)
            wide = type(limits)(**{**vars(limits), "memory_mb": max(limits.memory_mb, MEMORY_MB)})
            done = self.compiler.sandbox.run(self.unit.command(copy, wide))
        said = parsed(done.stderr.decode("utf-8", errors="replace"))
        outcome = outcome_of(done, bool(said))
        return outcome, said, detail_of(done, outcome)

    @contextmanager
    def _slot(self) -> Iterator[Path]:
        copy = self.free.get()
        try:
            yield copy
        finally:
            self.free.put(copy)


@contextmanager
def _replaced(copy: Path, texts: Mapping[str, str]) -> Iterator[None]:
    before = {name: (copy / name).read_bytes() for name in texts}
    try:
        for name, text in texts.items():
            (copy / name).write_bytes(text.encode())
        yield
    finally:
        for name, data in before.items():
            (copy / name).write_bytes(data)


class FileJudge:
    """Judges texts of one file of a unit, others of which may have another text for it."""

    def __init__(
        self,
        slots: Slots,
        before: Sequence[Json],
        files: tuple[str, str],
        left: Callable[[], float],
        said: Callable[[int], None],
        others: Mapping[str, str] | None = None,
    ) -> None:
        """`files`: the file where the errors lie and the one that is changed; `left`: seconds in which runs may start;
        `said` is told how many were compiled; `others`: texts of further files, which stay."""
        self.slots, self.before, self.time_left, self.said = slots, keys(before), left, said
        self.focus, self.file = files
        self.others = dict(others or {})
        self.late = 0
        """Candidates that were not compiled as there was no more time."""
        self.left: dict[str, tuple[Json, ...]] = {}
        """Of each text that passed, the errors that other files still have."""
        self.failed: dict[str, tuple[Json, ...]] = {}
        """Of each text that did not pass, rustc's errors."""
        self._known: dict[str, Judgement] = {}

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """One judgement per program, PASSED meaning that the file's errors are gone and no others came."""
        asked = [one for one in dict.fromkeys(program.source for program in programs) if one not in self._known]
        with ThreadPoolExecutor(ABREAST) as pool:
            for source, judgement in zip(asked, pool.map(self._one, asked), strict=True):
                if judgement is not None:
                    self._known[source] = judgement
                    self.said(len(self._known))
        return [self._known.get(one.source, Judgement(Verdict.NOT_COMPILED, detail="no time")) for one in programs]

    def screen(self, programs: Sequence[Program], diagnose: Sequence[bool] | bool = True) -> list[Judgement]:
        """As `compile`; without `diagnose` in outline, as the judge has it."""
        asked = [diagnose] * len(programs) if isinstance(diagnose, bool) else diagnose
        judged = self.compile(programs)
        return [one if full else outline(one) for one, full in zip(judged, asked, strict=True)]

    def _one(self, source: str) -> Judgement | None:
        left = self.time_left()
        if left <= 0:
            self.late += 1
            return None
        wall_s = min(WALL_S, left + 1)
        outcome, errors, detail = self.slots.errors({**self.others, self.file: source}, wall_s)
        if outcome in (Outcome.LIMIT, Outcome.CRASHED):
            return Judgement(Verdict.NOT_COMPILED, detail=detail)
        if outcome is Outcome.CLEAN or self._passes(errors):
            self.left[source] = errors
            return Judgement(Verdict.PASSED)
        self.failed[source] = errors
        return Judgement(
            Verdict.NOT_COMPILED, seen_from(errors, self.file, source if self.file != self.focus else None)
        )

    def _passes(self, errors: Sequence[Json]) -> bool:
        """Nothing is wrong with any of these files, and what is new elsewhere only comes to light."""
        if any(primary_file(one) in (self.focus, self.file, *self.others) for one in errors):
            return False
        new = keys(errors) - self.before
        hidden = all(EARLY.fullmatch(code) for _, code, _ in Counter(self.before))
        return not new or (hidden and not any(EARLY.fullmatch(code) for _, code, _ in new))
