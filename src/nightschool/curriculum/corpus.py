"""Builds the corpus and the held-out suites: drafts, verification, selection, files.

Covered: one batched verification of all sources, dropping what leaks any examined suite, keeping back what
looks poisoned, selection by shares, the certified suites `dev` and `shadow` from groups the corpus never
sees, and a record of yields, drops and warnings. Deterministic for one config and toolchain. Not covered:
what a corpus must be like to train on (`validation`).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from nightschool.config import Config
from nightschool.curriculum.corpus_file import Corpus, read_corpus, write_corpus
from nightschool.curriculum.holdout import write_held_out
from nightschool.curriculum.overlap import leakages
from nightschool.curriculum.own import write_own
from nightschool.curriculum.quarantine import quarantine
from nightschool.curriculum.selection import Selection, renamed_form, select
from nightschool.curriculum.sources import Supply, gather
from nightschool.curriculum.split import Side
from nightschool.curriculum.verify import Verified, verify_counted
from nightschool.koans import Suite
from nightschool.rust.judge import Judge
from nightschool.types import Row

HELD_OUT: tuple[Side, ...] = ("dev", "shadow")

__all__ = ["Build", "Corpus", "Progress", "build_corpus", "read_corpus", "write_corpus"]


class Progress(Protocol):
    """Told how far a stage is; stages come in the order draft, verify, dev, shadow, own, leakage, corpus."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Each stage ends with `done == total`."""


@dataclass(frozen=True, slots=True)
class Build:
    """What `build_corpus` leaves in its folder."""

    corpus: Corpus
    dev: Suite
    shadow: Suite
    own: Suite | None = None
    """Of held-out workspaces; None without any, or if no episode of them can be a koan."""


@dataclass(frozen=True, slots=True)
class _Bench:
    """What every step of one build needs."""

    config: Config
    judge: Judge
    folder: Path
    say: Progress


def build_corpus(
    config: Config,
    judge: Judge,
    frozen: Suite,
    folder: Path,
    progress: Progress | None = None,
    beside: Sequence[Suite] = (),
) -> Build:
    """Write corpus.jsonl, corpus.json, dev/, shadow/ and, of held-out workspaces, own/ into `folder`.

    Suites `beside` are kept out of the rows like `frozen`.

    Raises CorpusError for no rows.
    """
    began = time.monotonic()
    bench = _Bench(config, judge, folder, progress or _silent)
    bench.say("draft", 0, 1)
    supply = gather(config, judge.toolchain)
    bench.say("draft", 1, 1)
    verified = verify_counted(supply.all(), judge, lambda done, total: bench.say("verify", done, total))
    suites = [_held_out(bench, side, _of(verified.rows, supply, side), verified) for side in HELD_OUT]
    own = _own(bench, supply, verified)
    apart = [*beside, *([own] if own else [])]
    wanted = _of(verified.rows, supply, "corpus")
    clean = quarantine(wanted, folder)
    selection, leaks = _selection(bench, clean, [frozen, *suites], apart)
    record = {
        "seed": config.seed,
        "toolchain": judge.toolchain.version,
        "frozen": frozen.digest,
        "beside": {suite.name: suite.digest for suite in beside},
        "suites": {
            suite.name: {"digest": suite.digest, "koans": len(suite.koans)}
            for suite in (*suites, *([own] if own else []))
        },
        "dropped": {**leaks, "in quarantine": len(wanted) - len(clean), **selection.refused},
        "warnings": supply.warnings,
        "yields": {name: asdict(counts) for name, counts in sorted(verified.yields.items())},
        "composition": _composition(selection.rows),
        "seconds": round(time.monotonic() - began, 1),
    }
    corpus = write_corpus(folder, sorted(selection.rows, key=lambda row: row.id), record)
    bench.say("corpus", len(corpus.rows), len(corpus.rows))
    return Build(corpus, suites[0], suites[1], own)


def _of(rows: Sequence[Row], supply: Supply, side: Side) -> list[Row]:
    sides = supply.sides
    return [row for row in rows if sides[row.group] == side]


def _held_out(bench: _Bench, side: Side, rows: Sequence[Row], verified: Verified) -> Suite:
    settings = bench.config.curriculum
    wanted = settings.dev_koans if side == "dev" else settings.shadow_koans
    bench.say(side, 0, wanted)
    suite = write_held_out(bench.folder / side, rows, verified.codes, wanted, bench.judge)
    bench.say(side, wanted, wanted)
    return suite


def _own(bench: _Bench, supply: Supply, verified: Verified) -> Suite | None:
    drafts = supply.drafts.get("own", [])
    bench.say("own", 0, len(drafts))
    suite = write_own(
        bench.folder, drafts, _of(verified.rows, supply, "own"), verified.codes, bench.config, bench.judge
    )
    bench.say("own", len(drafts), len(drafts))
    return suite


def _selection(
    bench: _Bench, rows: Sequence[Row], suites: Sequence[Suite], beside: Sequence[Suite]
) -> tuple[Selection, dict[str, int]]:
    """The chosen rows, none of which holds half of an examined koan, and how many had to be dropped for each suite.

    Only chosen rows are compared, since comparing is slow; those that leak make room for others.
    """
    settings = bench.config.curriculum
    groups = [[koan for suite in group for koan in suite.koans] for group in (suites, *([one] for one in beside))]
    koans = [koan for group in groups for koan in group]
    suite_of = {koan.id: suite.name for suite in (*suites, *beside) for koan in suite.koans}
    forms = {renamed_form(code) for koan in koans for code in (koan.broken, koan.fixed)}
    compared: set[str] = set()
    leaking: dict[str, set[str]] = {suite.name: set() for suite in (*suites, *beside)}
    while True:
        selection = Selection(settings.rows, forms)
        gone = frozenset().union(*leaking.values())
        select([row for row in rows if row.id not in gone], settings.shares, selection)
        fresh = [row for row in selection.rows if row.id not in compared]
        if not fresh:
            return selection, {f"leaks {name}": len(found) for name, found in leaking.items()}
        compared |= {row.id for row in fresh}
        for found in leakages(fresh, groups, bench.say):
            for offence in found.offenders:
                leaking[suite_of[offence.koan]].add(offence.row)


def _composition(rows: Sequence[Row]) -> dict[str, Any]:
    """Counts of the chosen rows by source, code and pattern, most frequent first."""
    return {
        name: dict(Counter(getattr(row, name) for row in rows).most_common())
        for name in ("source", "error_code", "family", "pattern")
    }


def _silent(stage: str, done: int, total: int) -> None:
    del stage, done, total
