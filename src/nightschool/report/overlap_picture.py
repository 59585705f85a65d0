"""Overlap of a corpus with a suite, as a terminal table and as a picture. Computing it: `curriculum.overlap`.

Covered: coverage by (error code, edit pattern) with its koans, coverage by error code, leakage by detector
with the first offenders. Not covered: what is to be done about a gap.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from nightschool.curriculum.overlap import Cell, Coverage, Leakage

MOST_OFFENDERS = 12
"""Offending rows listed."""


def overlap_table(skills: Coverage, leaks: Leakage) -> Group:
    """Everything in one printable group: cells, codes, leaks."""
    return Group(_cells_table(skills), _codes_table(skills), _leaks_table(leaks), _summary(skills, leaks))


def draw_overlap(path: Path, skills: Coverage, leaks: Leakage) -> None:
    """Programs per examined cell on a logarithmic scale, the line of m, leaks by detector beside it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 1.6 + 0.27 * len(skills.cells)), layout="constrained")
    FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2, width_ratios=[3, 1])
    _draw_cells(left, skills)
    _draw_leaks(right, leaks)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110)


def _cells_table(skills: Coverage) -> Table:
    table = Table(title=f"Coverage by (error code, edit pattern), at least {skills.m} distinct programs")
    for header in ("code", "edit pattern", "programs", "covered", "koans"):
        table.add_column(header, justify="right" if header == "programs" else "left")
    for cell in skills.cells:
        table.add_row(cell.code, Text(cell.pattern), str(cell.programs), _mark(cell), Text(", ".join(cell.koans)))
    return table


def _codes_table(skills: Coverage) -> Table:
    table = Table(title="Coverage by error code")
    for header in ("code", "programs", "covered", "koans"):
        table.add_column(header, justify="right" if header == "programs" else "left")
    for cell in skills.codes:
        table.add_row(cell.code, str(cell.programs), _mark(cell), str(len(cell.koans)))
    return table


def _leaks_table(leaks: Leakage) -> Table:
    table = Table(title=f"Leakage: {len(leaks.row_ids)} of {leaks.rows} rows hold a koan (wanted: 0)")
    for header in ("koan", "row", "detector", "score", "side", "field"):
        table.add_column(header)
    for offence in leaks.offenders[:MOST_OFFENDERS]:
        place = offence.side, offence.field
        table.add_row(Text(offence.koan), Text(offence.row), str(offence.detector), f"{offence.score:.2f}", *place)
    if len(leaks.offenders) > MOST_OFFENDERS:
        table.add_row(f"... and {len(leaks.offenders) - MOST_OFFENDERS} more", "", "", "", "", "")
    return table


def _summary(skills: Coverage, leaks: Leakage) -> Text:
    covered = sum(cell.covered for cell in skills.cells)
    detectors = ", ".join(f"{name} {count}" for name, count in leaks.by_detector.items())
    return Text(
        f"Coverage {covered} of {len(skills.cells)} cells = {skills.share:.1%} (codes {skills.code_share:.1%}, "
        f"koans {skills.koan_share:.1%}). Leaking rows {len(leaks.row_ids)} ({detectors})."
    )


def _mark(cell: Cell) -> Text:
    return Text("yes", "green") if cell.covered else Text("no", "red")


def _draw_cells(axes: Any, skills: Coverage) -> None:
    cells = skills.cells
    colors = ["tab:green" if cell.covered else "tab:red" for cell in cells]
    # A cell without programs still shows as a sliver: the scale is logarithmic and starts below one.
    axes.barh(range(len(cells)), [max(cell.programs, 0.6) for cell in cells], color=colors)
    axes.set_yticks(range(len(cells)), [f"{cell.code}  {cell.pattern[:48]}" for cell in cells], fontsize=7)
    axes.set_xscale("log")
    axes.set_xlim(left=0.5)
    axes.axvline(skills.m, color="black", linewidth=1, linestyle="--")
    axes.set_xlabel(f"distinct programs in the corpus (line: m = {skills.m})")
    axes.set_title(f"Coverage {skills.share:.0%} of {len(cells)} examined cells", fontsize=10)
    axes.invert_yaxis()


def _draw_leaks(axes: Any, leaks: Leakage) -> None:
    names, counts = list(leaks.by_detector), list(leaks.by_detector.values())
    bars = axes.bar(range(len(names)), counts, color="tab:red")
    axes.bar_label(bars)
    axes.set_xticks(range(len(names)), names, fontsize=7, rotation=30)
    axes.set_ylim(0, max([1, *counts]) * 1.15)
    axes.set_title(f"Leaking rows: {len(leaks.row_ids)} of {leaks.rows}", fontsize=10)
