"""What a strategy passes on dev after 0, 10, 30, ... rows, split by whether following rustc would have been enough.

    python benchmarks/learning_curve.py CORPUS --rows 10,30,100,300 [--strategy expanded] [--picture FILE.png]

Each number of rows is a training of its own from the base model, run as `nightschool compare --suites dev` runs it and
found again if it has run. `suggested` are the koans that the arm `search` passes; `own` the others, where a model
must know a repair that nothing shows. Minutes are of training, on this machine.

Not covered: several seeds; nights that go on from each other.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from nightschool.config_file import load_config
from nightschool.evaluation import evaluate, open_arm
from nightschool.metrics import wilson
from nightschool.phases import Context
from nightschool.phases.strategies.bench import BASE, Bench, Policy
from nightschool.phases.strategies.compare import examined, open_bench
from nightschool.phases.strategies.table import STRATEGIES
from nightschool.report import show_rate
from nightschool.report.tables import markdown
from nightschool.types import EvaluationReport, Rate

DEV = ("dev",)


@dataclass(frozen=True)
class Point:
    """One training of the curve."""

    rows: int
    tokens: int
    minutes: float
    all: Rate
    suggested: Rate
    own: Rate


def main() -> None:
    """Run or find the trainings; print the table and draw it."""
    options = arguments()
    context = Context(load_config(None, options.set), "compare")
    wanted = [int(number) for number in options.rows.split(",")]
    benches = {rows: open_bench(context, options.corpus, rows, suites=DEV) for rows in wanted}
    first = benches[wanted[0]]
    solved = passed(evaluate(open_arm("search", context.config, context.judge, None, None), first.suites["dev"],
                             context.judge, context.config))  # fmt: skip
    base = examined(first, BASE, lambda bench, folder: Policy())[1]["dev"]
    points = [point(0, Policy(), base, solved)]
    points += [point(rows, *learnt(bench, options.strategy), solved) for rows, bench in benches.items()]
    print(markdown(["rows", "tokens", "minutes", "dev", "suggested", "own"], [cells(one) for one in points]))
    if options.picture:
        draw(options.picture, points)


def learnt(bench: Bench, strategy: str) -> tuple[Policy, EvaluationReport]:
    """The strategy at the bench's budget, run or found, and its report on dev."""
    policy, reports = examined(bench, strategy, STRATEGIES[strategy].recipe)
    return policy, reports["dev"]


def passed(report: EvaluationReport) -> frozenset[str]:
    """Koans that were passed."""
    return frozenset(one.koan for one in report.attempts if one.verdict == "passed")


def point(rows: int, policy: Policy, report: EvaluationReport, solved: frozenset[str]) -> Point:
    """Rates of a report, whole and by whether `solved` has the koan."""
    won, koans = passed(report), frozenset(one.koan for one in report.attempts)
    parts = [wilson(len(won & part), len(part)) for part in (koans, koans & solved, koans - solved)]
    return Point(rows, policy.cost.tokens, policy.cost.seconds / 60, *parts)


def cells(one: Point) -> list[str]:
    """A line of the table."""
    return [f"{one.rows}", f"{one.tokens:,}", f"{one.minutes:.1f}", *map(show_rate, (one.all, one.suggested, one.own))]


def draw(path: Path, points: list[Point]) -> None:
    """Pass rates with 95 % intervals against rows, minutes above."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    rows = [one.rows for one in points]
    for name, label in (("suggested", "a suggestion of rustc passes"), ("all", "all of dev"), ("own", "none passes")):
        rates = [getattr(one, name) for one in points]
        middle = [100 * (one.value or 0) for one in rates]
        ends = [[m - 100 * one.low for m, one in zip(middle, rates, strict=True)],
                [100 * one.high - m for m, one in zip(middle, rates, strict=True)]]  # fmt: skip
        axes.errorbar(rows, middle, yerr=ends, marker="o", capsize=3, label=f"{label} (n={rates[0].n})")
    axes.set(xlabel="rows learnt (minutes of training below)", ylabel="passed, %", ylim=(-2, 100))
    axes.set_xscale("symlog", linthresh=10)
    axes.set_xticks(rows, [f"{one.rows}\n{one.minutes:.1f}" for one in points])
    axes.legend()
    figure.savefig(path, dpi=120)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rows", default="10,30,100,300")
    parser.add_argument("--strategy", default="expanded", choices=list(STRATEGIES))
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--set", action="append", default=[])
    return parser.parse_args()


if __name__ == "__main__":
    main()
