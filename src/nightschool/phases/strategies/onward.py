"""Recipes that go on from an adapter, as the night's later phases do: rehearsal (SSR) and preference (DPO and others).

Covered: one budget of tokens for both trainings; rows and pairs that are made once and found again after a kill, their
making counted in the seconds (its limits are `rehearse.minutes` and `repair.list_minutes`: it learns nothing); where
nothing could be made, the first adapter answers. Not covered: whether the result is kept; the table shows it as it is.
"""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.files import write_json
from nightschool.phases.strategies.bench import UNLIMITED_MINUTES, Bench, Policy, cost_of, key_of, store_of
from nightschool.phases.strategies.recipes import Recipe
from nightschool.phases.transaction import Outcome, run_transaction
from nightschool.types import Row, Verdict

if TYPE_CHECKING:
    from nightschool.learning import TrainResult
    from nightschool.learning.preference_trainers import Lessons

SSR_FIRST, PREFER_FIRST = 0.5, 0.75
"""Part of the budget for the first adapter. Pairs are few and are learnt once, so that they need less."""
YIELDS = "yields.json"
PAIRING = {"per_koan", "code_share"}
"""Settings of `prefer` that decide what is paired."""


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


def preferring(method: str) -> Recipe:
    """LoRA on everything, then `method` (as `prefer.method`) on judged repairs of corpus rows.

    All methods go on from one adapter and one set of repairs. The rest of the budget limits what dpo, list, kto
    and rejection learn from; grpo answers anew, so that `prefer.train_minutes` limits it.
    """

    def run(bench: Bench, folder: Path) -> Policy:
        from nightschool.learning.preference import prefer
        from nightschool.learning.result import read_result

        place = attempted(bench)
        first, seconds = read_result(place / "lora"), _seconds(place / "pairs")
        lessons = _lessons(bench, method, place / "pairs")
        if lessons is None:
            return _onward(bench, [first], seconds)
        minutes = bench.config.prefer.train_minutes if method == "grpo" else UNLIMITED_MINUTES
        settings = bench.config.prefer.model_copy(update={"method": method, "train_minutes": minutes})
        config = bench.config.model_copy(update={"prefer": settings})
        log = lambda metrics, step: bench.progress(method, step, 0)  # noqa: E731
        last = prefer(config, lessons, folder / "preferred", first.adapter, log, bench.base)
        return _onward(bench, [first, last], seconds)

    return run


def attempted(bench: Bench) -> Path:
    """Folder with the first adapter (`lora`) and the searched repairs (`pairs`), made once for all methods."""
    from nightschool.phases.searched import leave, searched_lists, taught

    def run(folder: Path) -> Outcome:
        bench.train(bench.rows, folder / "lora", PREFER_FIRST)
        koans = [koan for suite in bench.suites.values() for koan in suite.koans]
        began = time.monotonic()
        lists = searched_lists(bench.config, bench.judge, bench.rows, bench.progress)
        made = leave(folder / "pairs", taught(bench.config, bench.base, lists, bench.rows, koans))
        metrics = made.metrics() | {"seconds": time.monotonic() - began}
        write_json(folder / "pairs" / YIELDS, metrics)
        return Outcome(metrics)

    prefer = bench.config.prefer.model_dump(mode="json", include=PAIRING)
    key = key_of(bench, "attempted", prefer=prefer, repair=bench.config.repair.model_dump(mode="json"))
    return Path(run_transaction("compare-attempted", key, store_of(bench), run).output)


def _lessons(bench: Bench, method: str, folder: Path) -> Lessons | None:
    """What the rest of the budget buys of the attempts; None where there is nothing to learn from."""
    from nightschool.curriculum.pairs_file import read_pairs
    from nightschool.learning.budget import answers_within, lists_within, pairs_within
    from nightschool.learning.pairing import read_attempts
    from nightschool.learning.preference_trainers import Lessons
    from nightschool.learning.rollouts import learnable_rows

    tokens = round(bench.tokens * (1 - PREFER_FIRST))
    tried = read_attempts(folder, bench.rows)
    if method == "dpo":
        pairs = pairs_within(bench.tokenizer, read_pairs(folder), tokens, bench.config)
        return Lessons(pairs, ()) if pairs else None
    if method == "list":
        lists = lists_within(bench.tokenizer, tried, tokens, bench.config)
        return Lessons((), lists) if lists else None
    if method == "grpo":
        return Lessons((), tried, judge=bench.judge) if learnable_rows(tried) else None
    wanted = [one for one in tried if one.verified] if method == "rejection" else tried
    return Lessons((), answers_within(bench.tokenizer, wanted, tokens, bench.config)) if wanted else None


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
