"""The recipes: a bench and a folder in, a policy out.

Covered: which rows are learnt, in how many adapters, and how these become what answers. Everything that is
chosen is chosen on dev. Not covered: budgets and examination (`bench`), names (`table`), Share
(`sharing`), trainings that go on from an adapter (`onward`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nightschool.decisions import paired
from nightschool.errors import CorpusError
from nightschool.phases.strategies.bench import Bench, Cost, Policy, routes
from nightschool.types import Row, Verdict

Recipe = Callable[[Bench, Path], Policy]

MINIMAL_STEPS = 20
SCALES = (0.25, 0.5, 0.75, 1.0)
FAMILY_SHARE = 0.04
"""A family with less of the rows gets no adapter of its own."""


def rows_where(kind: str, wanted: Callable[[Row], bool]) -> Recipe:
    """One LoRA on the rows that are wanted. `kind` names them when there are none."""

    def recipe(bench: Bench, folder: Path) -> Policy:
        return bench.lora(bench.train(_chosen(bench, kind, wanted), folder / "lora"))

    return recipe


def rows_of(source: str) -> Recipe:
    """One LoRA on the rows of one source."""
    return rows_where(source, lambda row: row.source == source)


def naive(bench: Bench, folder: Path) -> Policy:
    """LoRA on failures only: patterns of which the base passes no dev koan."""
    failed = _failed(bench)
    return bench.lora(bench.train(_chosen(bench, "failed", lambda row: row.pattern in failed), folder / "lora"))


def replay(bench: Bench, folder: Path) -> Policy:
    """Half failures, half of everything else, interleaved."""
    failed = _failed(bench)
    new = _chosen(bench, "failed", lambda row: row.pattern in failed)
    old = [row for row in bench.rows if row.pattern not in failed]
    return bench.lora(bench.train(halves(bench, new, old), folder / "lora"))


def halves(bench: Bench, new: Sequence[Row], old: Sequence[Row]) -> list[Row]:
    """Rows of both kinds worth half of the budget each; all new ones where there are no old ones."""
    from nightschool.learning.budget import rows_within

    if not old:
        return list(new)
    half = bench.tokens // 2
    return [row for rows in (new, old) for row in rows_within(bench.tokenizer, rows, half, bench.config)]


def minimal(bench: Bench, folder: Path) -> Policy:
    """Everything, for the tokens of twenty full batches: about twenty optimiser steps."""
    share = min(1.0, MINIMAL_STEPS * bench.config.train.batch_tokens / bench.tokens)
    return bench.lora(bench.train(bench.rows, folder / "lora", share))


def by_family(bench: Bench, folder: Path, share: float = 1.0) -> dict[str, Policy]:
    """One LoRA a family, the budget divided evenly."""
    families = families_of(bench.rows)
    return {
        family: bench.lora(
            bench.train([row for row in bench.rows if row.family == family], folder / family, share / len(families))
        )
        for family in families
    }


def families_of(rows: Sequence[Row]) -> list[str]:
    """Families with enough rows for an adapter, most rows first."""
    counts = Counter(row.family for row in rows)
    return [family for family, count in counts.most_common() if count >= FAMILY_SHARE * len(rows)]


def routed(bench: Bench, folder: Path) -> Policy:
    """An adapter per family, chosen by the koan's error code; the base model for codes nobody learnt."""
    return route(bench.rows, by_family(bench, folder))


def route(rows: Sequence[Row], learnt: Mapping[str, Policy]) -> Policy:
    """Adapters by family behind one policy."""
    adapters = {family: policy.adapters[Policy.EVERY] for family, policy in learnt.items()}
    return Policy(adapters, routes(rows, list(adapters)), total(learnt))


def total(learnt: Mapping[str, Policy]) -> Cost:
    """Sum of costs."""
    return sum((policy.cost for policy in learnt.values()), Cost())


def merged(bench: Bench, folder: Path) -> Policy:
    """The plain mean of the families' updates as one adapter."""
    return merge(bench, by_family(bench, folder), folder / "merged")


def merge(bench: Bench, learnt: Mapping[str, Policy], folder: Path) -> Policy:
    """The plain mean of several adapters' updates, exact: its rank is the sum of theirs."""
    from nightschool.modeling.share.adapters import read_factors, write_adapter
    from nightschool.modeling.share.factors import mean

    folders = [policy.adapters[Policy.EVERY] for policy in learnt.values()]
    all_factors = [read_factors(one, bench.base.digest) for one in folders]
    factors = {module: mean([one[module] for one in all_factors]) for module in all_factors[0]}
    write_adapter(folder, folders[0], factors, {"merged": sorted(learnt)})
    stored = (folder / "adapter_model.safetensors").stat().st_size
    return Policy({Policy.EVERY: folder}, {}, replace(total(learnt), stored=stored))


def scaled(bench: Bench, folder: Path) -> Policy:
    """One LoRA on everything at the scale that loses fewest dev koans, of those the one that passes most."""
    from nightschool.modeling.share.adapters import read_factors, write_adapter
    from nightschool.modeling.share.factors import Factors

    whole = bench.lora(bench.train(bench.rows, folder / "lora"))
    source = whole.adapters[Policy.EVERY]
    factors = read_factors(source, bench.base.digest)
    ranked = []
    for scale in SCALES:
        home = folder / f"scale-{scale:g}"
        fainter = {module: Factors(one.b_nr * scale, one.a_rd) for module, one in factors.items()}
        write_adapter(home, source, fainter, {"scale": scale})
        policy = replace(whole, adapters={Policy.EVERY: home})
        pair = paired(bench.base_dev, bench.examine(policy, ("dev",))["dev"])
        ranked.append(((len(pair.lost), -len(pair.fixed), scale), policy))
    return min(ranked, key=lambda one: one[0])[1]


def _failed(bench: Bench) -> set[str]:
    """Patterns of which the base model passes no dev koan."""
    passed = {attempt.koan for attempt in bench.base_dev.attempts if attempt.verdict is Verdict.PASSED}
    koans = bench.suites["dev"].koans
    return {koan.pattern for koan in koans} - {koan.pattern for koan in koans if koan.id in passed}


def _chosen(bench: Bench, kind: str, wanted: Callable[[Row], bool]) -> list[Row]:
    rows = [row for row in bench.rows if wanted(row)]
    if not rows:
        raise CorpusError(
            f"The corpus has no {kind} rows among {len(bench.rows)}; leave that strategy out, or build a corpus with "
            "them: `nightschool generate -s 'curriculum.shares={aligned: 0.5, mutated: 0.35, domains: 0.15}'`."
        )
    return rows
