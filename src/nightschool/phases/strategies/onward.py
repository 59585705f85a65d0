"""Recipes that go on from an adapter, as the night's later phases do: rehearsal (SSR) and preference (DPO).

Covered: one budget of tokens for both trainings; rows and pairs that are made once and found again after a kill, their
making counted in the seconds (its limits are `rehearse.minutes` and `prefer.minutes`: it learns nothing); where nothing
could be made, the first adapter answers. Not covered: whether the result is kept; the table shows it as it is.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.files import write_json
from nightschool.phases.strategies.bench import UNLIMITED_MINUTES, Bench, Policy, cost_of
from nightschool.types import PreferencePair, Row, Verdict

if TYPE_CHECKING:
    from nightschool.learning import TrainResult

SSR_FIRST, DPO_FIRST = 0.5, 0.75
"""Part of the budget for the first adapter. Pairs are few and are learnt once, so that they need less."""
YIELDS = "yields.json"


def ssr(bench: Bench, folder: Path) -> Policy:
    """LoRA on everything, then on the corpus mixed with rows that base and latest model made."""
    first = bench.train(bench.rows, folder / "lora", SSR_FIRST)
    made, seconds = rehearsal(bench, bench.rows, first.adapter, folder / "made", _passed(bench, first))
    if not made:
        return _onward(bench, [first], seconds)
    rows = rehearsing(bench, made, bench.rows, 1 - SSR_FIRST)
    settings = {"learning_rate": bench.config.rehearse.learning_rate, "fresh_first": False}  # as the night rehearses
    last = bench.train(rows, folder / "rehearsed", 1 - SSR_FIRST, first.adapter, settings)
    return _onward(bench, [first, last], seconds)


def rehearsing(bench: Bench, made: Sequence[Row], rows: Sequence[Row], share: float) -> list[Row]:
    """Rows worth `share` of the budget: what was made at its configured part of the mixture or less, else `rows`."""
    from nightschool.learning.budget import mixed_within

    settings = bench.config.rehearse
    part = settings.share_rehearsed / (settings.share_new + settings.share_rehearsed + settings.share_general)
    return mixed_within(bench.tokenizer, made, rows, round(bench.tokens * share), part, bench.config)


def rehearsal(
    bench: Bench, rows: Sequence[Row], latest: Path, folder: Path, passed: Collection[str] = ()
) -> tuple[list[Row], float]:
    """Rows of the patterns of `rows` (those in `passed` first), and the seconds they took."""
    from nightschool.curriculum.corpus_file import read_corpus, write_corpus
    from nightschool.learning.synthesis import Sources, synthesise

    if not (folder / YIELDS).exists():
        koans = [koan for suite in bench.suites.values() for koan in suite.koans]
        sources = Sources(bench.base, latest, rows, koans, passed)
        made = synthesise(bench.config, bench.judge, sources, folder / "lots", progress=bench.progress)
        if made.rows:
            write_corpus(folder, made.rows, {})
        write_json(folder / YIELDS, made.metrics())
    seconds = _seconds(folder)
    return (list(read_corpus(folder).rows) if (folder / "corpus.jsonl").exists() else []), seconds


def dpo(bench: Bench, folder: Path) -> Policy:
    """LoRA on everything, then DPO on pairs of its own judged attempts."""
    from nightschool.learning.budget import pairs_within
    from nightschool.learning.preference import prefer
    from nightschool.learning.preference_trainers import Lessons

    first = bench.train(bench.rows, folder / "lora", DPO_FIRST)
    pairs, seconds = attempts(bench, first.adapter, folder / "pairs")
    bought = pairs_within(bench.tokenizer, pairs, round(bench.tokens * (1 - DPO_FIRST)), bench.config)
    if not bought:
        return _onward(bench, [first], seconds)
    settings = bench.config.prefer.model_copy(update={"method": "dpo", "train_minutes": UNLIMITED_MINUTES})
    config = bench.config.model_copy(update={"prefer": settings})
    log = lambda metrics, step: bench.progress("prefer", step, 0)  # noqa: E731
    last = prefer(config, Lessons(bought, ()), folder / "preferred", first.adapter, log, bench.base)
    return _onward(bench, [first, last], seconds)


def attempts(bench: Bench, candidate: Path, folder: Path) -> tuple[list[PreferencePair], float]:
    """Pairs from the candidate's attempts at corpus rows, the base model being the one before; and their seconds."""
    from nightschool.curriculum.pairs_file import read_pairs
    from nightschool.learning.pairing import Line, make_pairs, write_paired

    if not (folder / YIELDS).exists():
        koans = [koan for suite in bench.suites.values() for koan in suite.koans]
        made = make_pairs(bench.config, bench.judge, Line(bench.base, candidate, None), bench.rows, koans)
        folder.mkdir(parents=True, exist_ok=True)
        write_paired(folder, made)
        write_json(folder / YIELDS, made.metrics())
    return read_pairs(folder), _seconds(folder)


def _onward(bench: Bench, trained: Sequence[TrainResult], making: float) -> Policy:
    """The last adapter, at the cost of all trainings and of what was made for them."""
    costs = [cost_of(one) for one in trained]
    tokens, seconds = sum(one.tokens for one in costs), sum(one.seconds for one in costs)
    return replace(bench.lora(trained[-1]), cost=replace(costs[-1], tokens=tokens, seconds=seconds + making))


def _passed(bench: Bench, learnt: TrainResult) -> frozenset[str]:
    """Patterns of which the adapter passes a dev koan."""
    patterns = {koan.id: koan.pattern for koan in bench.suites["dev"].koans}
    attempts = bench.examine(bench.lora(learnt), ("dev",))["dev"].attempts
    return frozenset(patterns[one.koan] for one in attempts if one.verdict is Verdict.PASSED)


def _seconds(folder: Path) -> float:
    return float(json.loads((folder / YIELDS).read_text(encoding="utf-8"))["seconds"])
