"""Self-synthesized rehearsal: new broken programs by the base model, answers by the latest one, truth by rustc.

The base writes because learning from examples in a prompt suffers in training; the latest policy answers: a repair
that search finds and the chooser is sure of (`rehearsed`), else the latest model, whose own words are forgotten least.
The first round of a lot's mutants is shown to the base to vary; when writing has had its part of the time, these and
further mutants top up, so that a weak writer does not leave a night without rehearsal.
Every row's provenance says which route it came by.
Covered: lots, each with its part of the time; one program of a cluster, leakage, verified answers, counts at every
filter; a killed synthesis keeps its finished lots. Not covered: training (`learning.align`), the mixture
(`curriculum.mixture`), whether behaviour is kept (there are no tests: a repair compiles, uses nothing forbidden and
keeps every signature).
Source: SSR, Huang et al. 2024 (arXiv 2403.01244), with a compiler in place of trust.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nightschool.config import Config
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.novelty import Novelty
from nightschool.curriculum.overlap.leakage import KoanIndex
from nightschool.curriculum.synthesised import Cell, rehearsed_cells
from nightschool.curriculum.verify import verify
from nightschool.files import write_json
from nightschool.learning.attempts import Sampling, Tried, attempt
from nightschool.learning.broken import Broken
from nightschool.learning.likelihood import answer_nll
from nightschool.learning.lots import Lot, Synthesised, divide, read_lot, together
from nightschool.learning.rehearsed import answers_of_search, with_answers
from nightschool.learning.writing import TEMPERATURE, Bench, mutated, written
from nightschool.modeling.generation import WHOLE, Part
from nightschool.modeling.loading import Loaded, load_model
from nightschool.modeling.served import Served, open_model
from nightschool.modeling.store import BaseModelFiles
from nightschool.repair.policy import read_policy
from nightschool.repair.repairer import Repairer
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Progress, Row

WRITING = 0.6
"""Part of a lot's time in which the base model writes; the rest tops up with mutants."""


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
    policy: Path | None = None
    """Folder of the policy that answers with the latest model; None: the model answers alone."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all lots share."""

    config: Config
    judge: Judge
    sources: Sources
    novelty: Novelty
    examined: KoanIndex
    base: Loaded
    latest: Loaded | Served
    repairer: Repairer | None
    progress: Progress | None


def synthesise(
    config: Config, judge: Judge, sources: Sources, kept: Path, part: Part = WHOLE, progress: Progress | None = None
) -> Synthesised:
    """The rows of a part of all lots. May return none.

    Lots whose files are in `kept` are finished; the others share the minutes, and leave their files there. A part is
    every n-th lot, and has the minutes for itself.
    """
    lots = lots_of(config, sources)[part[0] :: part[1]]
    if missing := [lot for lot in lots if not lot.file(kept).exists()]:
        _make(_open(config, judge, sources, missing, progress), missing, kept)
    return together(read_lot(lot.file(kept)) for lot in lots)


def lots_of(config: Config, sources: Sources) -> list[Lot]:
    """The patterns that are to be rehearsed, in lots."""
    cells = rehearsed_cells(sources.rows, sources.passed, config.seed)
    return divide(cells, config.rehearse.rows, config.rehearse.variants)


def _make(shared: _Shared, lots: Sequence[Lot], kept: Path) -> None:
    """Make the lots and leave their files; what an early one leaves of its time goes to the later ones."""
    end = time.monotonic() + 60 * shared.config.rehearse.minutes
    for left, lot in zip(range(len(lots), 0, -1), lots, strict=True):
        now = time.monotonic()
        write_json(lot.file(kept), _made(shared, lot, now, (end - now) / left, end).to_json())


def _open(config: Config, judge: Judge, sources: Sources, lots: Sequence[Lot], progress: Progress | None) -> _Shared:
    programs = [code for koan in sources.koans for code in (koan.broken, koan.fixed)]
    novelty = Novelty(sources.rows, [cell.pattern for lot in lots for cell in lot.cells], programs)
    base, latest = load_model(sources.base, config.model), open_model(sources.base, config, sources.latest)
    repairer = Repairer(judge, read_policy(sources.policy, config.repair)) if sources.policy else None
    return _Shared(config, judge, sources, novelty, KoanIndex(sources.koans), base, latest, repairer, progress)


def _made(shared: _Shared, lot: Lot, began: float, seconds: float, end: float) -> Synthesised:
    """Write, then mutate, until every pattern of the lot has its quota or the seconds are over.

    A round of each is made in any case before `end`, so that on a slow machine all patterns of the lot are tried.
    """
    work = _Work(shared, lot, end)
    bench = Bench(shared.config, shared.judge, work.made.funnel, work.open, seed_of(shared.config, lot))
    planting = mutated(bench, shared.sources.rows)
    for rounds, share in ((_seeded(work, bench, planting), WRITING), (_topping_up(work, planting), 1.0)):
        for batch in _until(rounds, began + share * seconds, work):
            work.answer(batch)
            if shared.progress:
                wanted = lot.quota * len(lot.cells)
                shared.progress(f"rehearsal rows, lot {lot.number + 1}", len(work.made.rows), wanted)
    work.made.seconds = time.monotonic() - began
    return work.made


def _seeded(work: _Work, bench: Bench, planting: Iterator[list[Broken]]) -> Iterator[list[Broken]]:
    """Rounds of writing, for which the first round of mutants are seeds."""
    seeds = work.show(next(planting, []))
    yield from written(bench, work.shared.base, work.lot.cells, seeds)


def _topping_up(work: _Work, planting: Iterator[list[Broken]]) -> Iterator[list[Broken]]:
    """The mutants that were shown, then others."""
    if work.shown:
        yield work.shown
    yield from planting


def seed_of(config: Config, lot: Lot) -> int:
    """A lot's own seed: no two of one night, or of two nights, are the same."""
    return config.seed * 1_000 + lot.number


def _until(rounds: Iterator[list[Broken]], deadline: float, work: _Work) -> Iterator[list[Broken]]:
    """Rounds while there is time (of all lots for the first, of this lot for others) and a pattern that wants rows."""
    until = work.end
    while work.open() and time.monotonic() < until:
        batch = next(rounds, None)
        if batch is None:
            return
        yield batch
        until = deadline


class _Work:
    """One lot: what was seen, and what was made."""

    def __init__(self, shared: _Shared, lot: Lot, end: float) -> None:
        self.shared, self.lot, self.end = shared, lot, end
        self.novelty = shared.novelty.anew()
        self.made = Synthesised(cells=len(lot.cells))
        self.kept: Counter[str] = Counter()
        self.shown: list[Broken] = []
        self.asked = 0

    def open(self) -> list[Cell]:
        """Patterns that still want rows."""
        return [cell for cell in self.lot.cells if self.kept[cell.pattern] < self.lot.quota]

    def show(self, batch: Sequence[Broken]) -> list[Broken]:
        """What is new of mutants that the base model will see: a near copy that it makes of one is no news."""
        self.shown = [one for one in batch if self.novelty.take(one.cell.pattern, one.program)]
        return self.shown

    def answer(self, batch: Sequence[Broken]) -> None:
        """Have what is new and like no examined koan answered; keep the best verified answer of each."""
        wanted = [one for one in batch if one.cell in self.open()]
        new = [one for one in wanted if one in self.shown or self.novelty.take(one.cell.pattern, one.program)]
        clean = [one for one in new if not self.shared.examined.offences(one.row)]
        for one in new:
            self.made.funnel.add(one.route, "new")
        for one in clean:
            self.made.funnel.add(one.route, "clean")
        searched = answers_of_search(self.shared.repairer, [one.row for one in clean])
        left = [one for one, found in zip(clean, searched, strict=True) if not found.sure]
        for one, found in zip(clean, searched, strict=True):
            if found.sure:
                self.made.funnel.add(one.route, "searched")
                self._keep(one, found.programs)
        tried = self._asked(left)
        open_ = [found for found in searched if not found.sure]
        for one, answers, found in zip(left, tried, open_, strict=False):
            self._keep(one, with_answers(self.shared.repairer, found, answers))

    def _asked(self, broken: Sequence[Broken]) -> list[list[Tried]]:
        """The latest model's answers; none where the time is over."""
        config, shared = self.shared.config, self.shared
        seed = seed_of(config, self.lot) * 104_729 + self.asked
        sampling = Sampling(config.rehearse.samples, TEMPERATURE, seed, self.end)
        self.asked += len(broken)
        return attempt(shared.latest, shared.judge, [one.row for one in broken], config.answer, sampling)

    def _keep(self, one: Broken, programs: Sequence[str]) -> None:
        if not programs:
            return
        self.made.funnel.add(one.route, "answered")
        if one.cell not in self.open():
            return
        verified = verify([_draft(self._likeliest([replace(one.row, fixed=p) for p in programs]))], self.shared.judge)
        clean = [row for row in verified if not self.shared.examined.offences(row)]
        self.made.rows += clean
        self.made.funnel.add(one.route, "kept", len(clean))
        self.kept[one.cell.pattern] += len(clean)

    def _likeliest(self, rows: Sequence[Row]) -> Row:
        """The row whose answer the base model finds likeliest."""
        if len(rows) == 1:
            return rows[0]
        losses = answer_nll(self.shared.base, rows, self.shared.config.answer)
        return rows[losses.index(min(losses))]


def _draft(row: Row) -> Draft:
    return Draft(
        row.source, row.family, row.pattern, row.broken, row.fixed, None, row.provenance, row.group, row.error_code,
        row.edition,
    )  # fmt: skip
