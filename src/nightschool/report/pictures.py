"""Pictures of reports: pass rates with intervals, by arm and suite, and by family. matplotlib, no display."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nightschool.types import EvaluationReport, Rate


def draw_arms(path: Path, reports: Sequence[EvaluationReport], suites: Sequence[str], bar: float) -> None:
    """Grouped bars: one group a suite, one bar an arm, 95 % intervals, the bar of the gate as a line."""
    figure, axes = _canvas(9, 4.2)
    arms = list(dict.fromkeys(report.arm for report in reports))
    width = 0.8 / max(1, len(arms))
    for i, arm in enumerate(arms):
        found = {report.suite: report.rate for report in reports if report.arm == arm}
        places = [j + (i - (len(arms) - 1) / 2) * width for j, suite in enumerate(suites) if suite in found]
        _bars(axes, places, [found[suite] for suite in suites if suite in found], width, arm)
    axes.axhline(bar, color="black", linewidth=1, linestyle="--")
    axes.text(len(suites) - 0.55, bar + 0.01, f"bar {bar:.1%} (frozen)", ha="right", fontsize=8)
    axes.set_xticks(range(len(suites)), suites)
    axes.legend(loc="upper left", fontsize=8)
    _save(figure, axes, path, "Koans passed, with 95 % Wilson intervals")


def draw_groups(path: Path, report: EvaluationReport) -> None:
    """Horizontal bars of one report by family and by error code."""
    groups = {**dict(sorted(report.by_family.items())), **dict(sorted(report.by_code.items()))}
    figure, axes = _canvas(7, 1.2 + 0.28 * len(groups))
    rates = list(groups.values())
    values = [rate.value or 0.0 for rate in rates]
    axes.barh(range(len(rates)), values, xerr=_errors(rates), color="tab:blue", ecolor="gray")
    axes.set_yticks(range(len(rates)), [f"{name} (n={rate.n})" for name, rate in groups.items()], fontsize=8)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    figure.suptitle(f"{report.arm} on {report.suite}: koans passed, 95 % Wilson intervals", fontsize=10)
    figure.tight_layout()
    figure.savefig(path, dpi=110)


def _canvas(width: float, height: float) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height))
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _bars(axes: Any, places: Sequence[float], rates: Sequence[Rate], width: float, label: str) -> None:
    axes.bar(places, [rate.value or 0.0 for rate in rates], width, yerr=_errors(rates), label=label, capsize=2)


def _errors(rates: Sequence[Rate]) -> list[list[float]]:
    low = [max(0.0, (rate.value or 0.0) - rate.low) for rate in rates]
    return [low, [max(0.0, rate.high - (rate.value or 0.0)) for rate in rates]]


def _save(figure: Any, axes: Any, path: Path, title: str) -> None:
    axes.set_ylim(0, 1)
    axes.set_ylabel("pass rate")
    axes.set_title(title, fontsize=10)
    figure.tight_layout()
    figure.savefig(path, dpi=110)
