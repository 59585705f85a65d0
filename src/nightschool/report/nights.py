"""The nights as one table: cycle, approach, pass rate, delta, decision. Not covered: finding them (`phases.nights`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich import box
from rich.table import Table
from rich.text import Text

from nightschool.decisions import Paired
from nightschool.report.plain import line
from nightschool.report.summary import NOT_REACHED

WORST, BEST = "red", "green"


@dataclass(frozen=True, slots=True)
class NightRecord:
    """One line of the history."""

    cycle: str
    approach: str
    """The learning phases with what became of each; empty where the cycle's folder is gone."""
    suite: str
    """The suite of the two rates; empty if the policy was not measured."""
    passed: int
    n: int
    reference: str
    """The arm that the delta is against; empty without one."""
    delta: Paired | None
    decision: str
    """The gate's outcome, or `not_reached`."""
    version: int | None = None
    promoted: bool = False


def nights_table(records: Iterable[NightRecord]) -> Table:
    """One row a night, oldest first."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("cycle", no_wrap=True)
    for name in ("approach", "pass rate", "delta", "decision"):
        table.add_column(name)
    for one in records:
        cells = [line(one.cycle, 40), line(one.approach or "-"), _rate(one), _delta(one)]
        table.add_row(*(Text(cell, overflow="fold") for cell in cells), _decision(one))
    return table


def _rate(one: NightRecord) -> str:
    """`163/200 = 81.5% shadow`; a dash where the policy was not measured."""
    return f"{one.passed}/{one.n} = {one.passed / one.n:.1%} {one.suite}" if one.n else "-"


def _delta(one: NightRecord) -> str:
    """`+3.5 [-1.5, +8.4] to search`, in points with the 95 % interval."""
    if one.delta is None:
        return "-"
    gain, low, high = (100 * value for value in (one.delta.gain, one.delta.low, one.delta.high))
    return f"{gain:+.1f} [{low:+.1f}, {high:+.1f}] to {one.reference}"


def _decision(one: NightRecord) -> Text:
    version = "" if one.version is None else f", version {one.version}"
    champion = ", champion" if one.promoted else ""
    told = f"{one.decision.replace('_', ' ')}{version}{champion}"
    style = {"passed": BEST, NOT_REACHED: WORST}.get(one.decision, "")
    return Text(told, style, overflow="fold")
