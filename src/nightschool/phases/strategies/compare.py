"""Strategies side by side: the same rows, suites, judge and token budget; every strategy and seed a transaction.

Covered: opening a corpus folder, running what is not there yet, reports of each on every suite, one record of
all. Killed, it goes on where it was. Not covered: deciding; a table is read by a person, on dev first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from nightschool.errors import UsageError
from nightschool.files import write_json
from nightschool.phases.context import DOMAINS, OWN, Context
from nightschool.phases.strategies.bench import BASE, Bench, Cost, Policy, key_of, read_policy, store_of
from nightschool.phases.strategies.table import STRATEGIES
from nightschool.phases.transaction import Outcome, run_transaction
from nightschool.types import EvaluationReport


@dataclass(frozen=True)
class Result:
    """One strategy under one seed."""

    strategy: str
    seed: int
    cost: Cost
    reports: Mapping[str, EvaluationReport]
    """By suite."""


@dataclass(frozen=True)
class Comparison:
    """Everything a table needs; `base` answers without having learnt."""

    base: Mapping[str, EvaluationReport]
    results: tuple[Result, ...]
    tokens: int
    """Budget of each strategy."""


def open_bench(
    context: Context, corpus: Path, rows: int = 0, minutes: float = 0.0, suites: Sequence[str] = ()
) -> Bench:
    """Rows and suites of a `nightschool generate` folder, with a budget of that many rows or minutes.

    The rows teach what a night teaches: rustc's own suggestion where it holds (`learning.targets`).
    `suites` are the names of those to examine on, `dev` among them; none given are all. Raises UsageError for other
    suites, and unless exactly one of `rows` and `minutes` is given, CorpusError and SuiteError for a folder that holds
    no corpus.
    """
    from nightschool.curriculum.corpus import read_corpus
    from nightschool.koans import load_suite
    from nightschool.learning import prefer_suggestions

    if (rows > 0) == (minutes > 0):
        raise UsageError(
            f"A budget is rows or minutes, one of them above 0; got rows={rows}, minutes={minutes:g}; "
            "e.g. `nightschool compare --rows 400`."
        )
    folders = _suite_folders(context, corpus)
    if suites and ("dev" not in suites or set(suites) - set(folders)):
        raise UsageError(f"Suites {', '.join(suites)}: there are {', '.join(folders)}, and dev must be among them.")
    taught = tuple(prefer_suggestions(read_corpus(corpus).rows, context.judge))
    wanted = {name: load_suite(folder) for name, folder in folders.items() if name in (suites or folders)}
    bench = Bench(context.config, context.judge, context.base, taught, wanted, 0, context.progress)
    return replace(bench, tokens=_tokens(bench, rows, minutes))


def _suite_folders(context: Context, corpus: Path) -> dict[str, Path]:
    config = context.config
    folders = {"dev": corpus / "dev", "shadow": corpus / "shadow", "frozen": config.root / config.frozen}
    own = {OWN: corpus / OWN} if (corpus / OWN).is_dir() else {}
    return {**folders, **({DOMAINS: config.root / config.domains} if context.domains else {}), **own}


def _tokens(bench: Bench, rows: int, minutes: float) -> int:
    """The budget; minutes are turned into tokens once, so that a resumed comparison keeps its pace."""
    from nightschool.learning.budget import tokens_of_minutes, tokens_of_rows

    if rows:
        return tokens_of_rows(bench.tokenizer, bench.rows, rows, bench.config)

    def pace(folder: Path) -> Outcome:
        return Outcome({"tokens": float(tokens_of_minutes(bench.base, bench.rows, minutes, bench.config, folder))})

    key = key_of(bench, "pace", minutes=minutes)
    return int(run_transaction("compare-pace", key, store_of(bench), pace).metrics["tokens"])


def refuse_unknown(names: Sequence[str], known: Iterable[str]) -> None:
    """Raise UsageError for names of strategies that are not among the known ones."""
    there = list(known)
    if unknown := [name for name in names if name not in there]:
        raise UsageError(f"No strategy {', '.join(unknown)}; there are {', '.join(there)}.")


def compare(bench: Bench, names: Sequence[str], seeds: Sequence[int]) -> Comparison:
    """Run or find each strategy under each seed. Raises UsageError naming the strategies there are."""
    if not names or not seeds:
        raise UsageError(f"No strategy or seed given; there are {', '.join(STRATEGIES)}.")
    refuse_unknown(names, STRATEGIES)
    base = examined(bench, BASE, lambda bench, folder: Policy())[1]
    results = []
    for name in names:
        for seed in seeds:
            seeded, strategy = bench.with_seed(seed), STRATEGIES[name]
            inputs = {section: bench.config.digest(section) for section in strategy.settings}
            policy, reports = examined(seeded, name, strategy.recipe, **inputs)
            results.append(Result(name, seed, policy.cost, reports))
    return Comparison(base, tuple(results), bench.tokens)


def examined(
    bench: Bench, name: str, recipe: Callable[[Bench, Path], Policy], suites: Sequence[str] = (), **inputs: Any
) -> tuple[Policy, dict[str, EvaluationReport]]:
    """A policy and its reports, made by `recipe` or found; `inputs` are what else the policy depends on."""
    from nightschool.evaluation import read_report, write_report

    wanted = list(suites or bench.suites)

    def run(folder: Path) -> Outcome:
        policy = recipe(bench, folder)
        policy.save(folder)
        for suite, report in bench.examine(policy, wanted).items():
            write_report(folder / f"{suite}.json", report)
        return Outcome({key: float(value) for key, value in asdict(policy.cost).items()})

    key = key_of(bench, name, suites=wanted, **inputs)
    folder = Path(run_transaction(f"compare-{name}", key, store_of(bench), run).output)
    return read_policy(folder), {suite: read_report(folder / f"{suite}.json") for suite in wanted}


def write_comparison(folder: Path, comparison: Comparison) -> list[list[str]]:
    """comparison.json, comparison.md and comparison.png in `folder`; returns the table's rows."""
    from nightschool.report.comparison import HEADERS, Entry, comparison_rows, draw_comparison, entry_json
    from nightschool.report.tables import markdown

    suites = list(comparison.base)
    entries = [
        Entry(one.strategy, one.seed, one.reports, one.cost.trained, one.cost.stored, one.cost.tokens, one.cost.seconds)
        for one in comparison.results
    ]
    rows = comparison_rows(comparison.base, entries)
    folder.mkdir(parents=True, exist_ok=True)
    record = {"tokens": comparison.tokens, "strategies": [entry_json(comparison.base, entry) for entry in entries]}
    write_json(folder / "comparison.json", record)
    (folder / "comparison.md").write_text(markdown([*HEADERS[:2], *_columns(suites), *HEADERS[2:]], rows), "utf-8")
    draw_comparison(folder / "comparison.png", comparison.base, entries)
    return rows


def _columns(suites: Sequence[str]) -> list[str]:
    return [f"{suite}: rate [95 %], gain, lost" for suite in suites]
