"""Self-synthesized rehearsal: new broken programs by the base model, answers by the latest one, truth by rustc.

The base writes because learning from examples in a prompt suffers in training; the latest answers because its own
words are forgotten least. When writing has had its part of the time, mutation operators top up, so that a weak
writer does not leave a night without rehearsal; every row's provenance says which route it came by.
Covered: novelty, leakage, verified answers, quotas, counts at every filter. Not covered: training
(`learning.align`), the mixture (`curriculum.mixture`), whether behaviour is kept (there are no tests: a repair
compiles, uses nothing forbidden and keeps every signature). Source: SSR, Huang et al. 2024 (arXiv 2403.01244),
with a compiler in place of trust.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from nightschool.config import Config
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.novelty import Novelty
from nightschool.curriculum.overlap.leakage import KoanIndex
from nightschool.curriculum.synthesised import Cell, rehearsed_cells
from nightschool.curriculum.verify import verify
from nightschool.learning.attempts import Sampling, Tried, attempt
from nightschool.learning.broken import Broken, Funnel
from nightschool.learning.likelihood import answer_nll
from nightschool.learning.writing import TEMPERATURE, Bench, mutated, written
from nightschool.modeling.loading import load_model
from nightschool.modeling.served import open_model
from nightschool.modeling.store import BaseModelFiles
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Progress, Row

WRITING = 0.6
"""Part of the time in which the base model writes; the rest tops up with mutants."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What rehearsal starts from."""

    base: BaseModelFiles
    latest: Path
    """Verified adapter of the latest model."""
    rows: Sequence[Row]
    """The corpus."""
    koans: Sequence[Koan]
    """Every koan of every suite: nothing like them may come out."""
    passed: Collection[str] = ()
    """Patterns of which the latest model has passed a dev koan; they are rehearsed first."""


@dataclass(slots=True)
class Synthesised:
    """Verified rows, and how many programs came through each filter."""

    rows: list[Row] = field(default_factory=list)
    funnel: Funnel = field(default_factory=Funnel)
    cells: int = 0
    """Patterns that were to be rehearsed."""
    seconds: float = 0.0

    def metrics(self) -> dict[str, float]:
        """Counts, named for tracking."""
        totals = {"rows": len(self.rows), "patterns": len({row.pattern for row in self.rows}), "cells": self.cells}
        return {**self.funnel.metrics(), **{k: float(n) for k, n in totals.items()}, "seconds": self.seconds}


def synthesise(config: Config, judge: Judge, sources: Sources, progress: Progress | None = None) -> Synthesised:
    """Make rows until every pattern has its variants or the minutes are over. May return none."""
    began = time.monotonic()
    work = _Work(config, judge, sources, began + 60 * config.rehearse.minutes)
    bench = Bench(config, judge, work.made.funnel, work.open)
    for rounds, share in ((written(bench, work.base, work.cells), WRITING), (mutated(bench, sources.rows), 1.0)):
        for batch in _until(rounds, began + share * 60 * config.rehearse.minutes, work):
            work.answer(batch)
            if progress:
                progress("rehearsal rows", len(work.made.rows), work.wanted)
    work.made.seconds = time.monotonic() - began
    return work.made


def _until(rounds: Iterator[list[Broken]], deadline: float, work: _Work) -> Iterator[list[Broken]]:
    """Rounds while there is time and a pattern that wants rows."""
    while work.open() and time.monotonic() < deadline:
        batch = next(rounds, None)
        if batch is None:
            return
        yield batch


class _Work:
    """One synthesis: the two models, the memory of what was seen, and what was made."""

    def __init__(self, config: Config, judge: Judge, sources: Sources, deadline: float) -> None:
        self.config, self.judge, self.settings, self.deadline = config, judge, config.rehearse, deadline
        count = -(-self.settings.rows // self.settings.variants)
        self.cells = rehearsed_cells(sources.rows, count, sources.passed, config.seed)
        self.wanted = min(self.settings.rows, self.settings.variants * len(self.cells))
        programs = [code for koan in sources.koans for code in (koan.broken, koan.fixed)]
        self.novelty = Novelty(sources.rows, [cell.pattern for cell in self.cells], programs)
        self.examined = KoanIndex(sources.koans)
        self.made = Synthesised(cells=len(self.cells))
        self.kept: Counter[str] = Counter()
        self.asked = 0
        self.base = load_model(sources.base, config.model)
        self.latest = open_model(sources.base, config, sources.latest)

    def open(self) -> list[Cell]:
        """Patterns that still want rows."""
        if len(self.made.rows) >= self.settings.rows:
            return []
        return [cell for cell in self.cells if self.kept[cell.pattern] < self.settings.variants]

    def answer(self, batch: Sequence[Broken]) -> None:
        """Ask the latest model about what is new and like no examined koan; keep its best verified answer."""
        new = [one for one in batch if self.novelty.take(one.cell.pattern, one.program)]
        clean = [one for one in new if not self.examined.offences(one.row)]
        for one in new:
            self.made.funnel.add(one.route, "new")
        for one in clean:
            self.made.funnel.add(one.route, "clean")
        seed = self.config.seed * 104_729 + self.asked
        sampling = Sampling(self.settings.samples, TEMPERATURE, seed, self.deadline)
        self.asked += len(clean)
        tried = attempt(self.latest, self.judge, [one.row for one in clean], self.config.answer, sampling)
        for one, answers in zip(clean, tried, strict=False):
            self._keep(one, answers)

    def _keep(self, one: Broken, answers: Sequence[Tried]) -> None:
        programs = [tried.program for tried in answers if tried.verified]
        if not programs:
            return
        self.made.funnel.add(one.route, "answered")
        if one.cell not in self.open():
            return
        verified = verify([_draft(self._likeliest([replace(one.row, fixed=p) for p in programs]))], self.judge)
        clean = [row for row in verified if not self.examined.offences(row)]
        self.made.rows += clean
        self.made.funnel.add(one.route, "kept", len(clean))
        self.kept[one.cell.pattern] += len(clean)

    def _likeliest(self, rows: Sequence[Row]) -> Row:
        """The row whose answer the base model finds likeliest."""
        if len(rows) == 1:
            return rows[0]
        losses = answer_nll(self.base, rows, self.config.answer)
        return rows[losses.index(min(losses))]


def _draft(row: Row) -> Draft:
    return Draft(
        row.source, row.family, row.pattern, row.broken, row.fixed, None, row.provenance, row.group, row.error_code
    )
