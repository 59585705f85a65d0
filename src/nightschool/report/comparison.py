"""Strategies side by side: rates with intervals, gain over the base model, koans lost, costs, who beats the first.

Covered: table rows, JSON, a picture. Not covered: running strategies; reports come ready.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nightschool.decisions import paired, two_sided_p
from nightschool.report.pictures import _canvas, _errors
from nightschool.report.tables import show_rate
from nightschool.types import EvaluationReport

COSTS = ("trained", "stored MB", "tokens", "seconds")
HEADERS = ("strategy", "seed", *COSTS, "dev against the first: won, lost, p")
Reports = Mapping[str, EvaluationReport]


@dataclass(frozen=True, slots=True)
class Entry:
    """One strategy under one seed, with its reports by suite and its costs."""

    strategy: str
    seed: int
    reports: Reports
    trained: int
    """Numbers trained."""
    stored: int
    """Bytes of weights."""
    tokens: int
    seconds: float


def comparison_rows(base: Reports, entries: Sequence[Entry]) -> list[list[str]]:
    """The base model first, then one row an entry; a suite's cell is `x/n = rate [low, high] +gain, n lost`.

    Last comes how an entry does on dev against the first named strategy of its seed: koans won and lost, and the
    two-sided exact p-value over templates (`decisions.superiority`), not corrected for the number of strategies.
    """
    rows = [["base", "", *(show_rate(report.rate) for report in base.values()), "0", "0.00", "0", "0", ""]]
    first = {entry.seed: entry for entry in reversed(entries)}
    for entry in entries:
        rows.append([*_labels(entry), *_cells(base, entry), *_costs(entry), _against(first[entry.seed], entry)])
    return rows


def _labels(entry: Entry) -> list[str]:
    return [entry.strategy, str(entry.seed)]


def _cells(base: Reports, entry: Entry) -> list[str]:
    cells = []
    for suite, before in base.items():
        pair = paired(before, entry.reports[suite])
        cells.append(f"{show_rate(entry.reports[suite].rate)} {pair.gain:+.1%}, {len(pair.lost)} lost")
    return cells


def _costs(entry: Entry) -> list[str]:
    return [f"{entry.trained:,}", f"{entry.stored / 1e6:.2f}", f"{entry.tokens:,}", f"{entry.seconds:.0f}"]


def _against(first: Entry, entry: Entry) -> str:
    if first is entry:
        return ""
    before, after = first.reports["dev"], entry.reports["dev"]
    pair = paired(before, after)
    return f"{len(pair.fixed)} won, {len(pair.lost)} lost, p = {two_sided_p(before, after):.2g}"


def entry_json(base: Reports, entry: Entry) -> dict[str, Any]:
    """All numbers of an entry; gain with its paired 95 % interval, and the ids of lost koans, by suite."""
    suites = {
        suite: {"rate": asdict(report.rate), "unscored": report.unscored, **asdict(paired(base[suite], report))}
        for suite, report in entry.reports.items()
    }
    costs = {name: getattr(entry, name) for name in ("strategy", "seed", "trained", "stored", "tokens", "seconds")}
    return {**costs, "suites": suites}


def draw_comparison(path: Path, base: Reports, entries: Sequence[Entry]) -> None:
    """One row a strategy and seed, one mark a suite, 95 % Wilson intervals; the base model's rate as lines."""
    figure, axes = _canvas(8, 1.4 + 0.45 * len(entries))
    suites = list(base)
    for i, suite in enumerate(suites):
        rates = [entry.reports[suite].rate for entry in entries]
        places = [row + (i - (len(suites) - 1) / 2) * 0.15 for row in range(len(entries))]
        values = [rate.value or 0.0 for rate in rates]
        axes.errorbar(values, places, xerr=_errors(rates), fmt="o", markersize=4, capsize=2, label=suite, color=f"C{i}")
        axes.axvline(base[suite].rate.value or 0.0, color=f"C{i}", linewidth=0.8, linestyle=":")
    axes.set_yticks(range(len(entries)), [f"{entry.strategy} ({entry.seed})" for entry in entries], fontsize=8)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_xlabel("pass rate; dotted: base model")
    axes.legend(fontsize=8)
    axes.set_title("Strategies at one token budget, 95 % Wilson intervals", fontsize=10)
    figure.tight_layout()
    figure.savefig(path, dpi=110)
