"""What came through each filter of a synthesis, by where it came from: for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from rich.table import Table

from nightschool.types import Route, Step

ORIGINS: dict[Route, str] = {
    "written": "by the base model",
    "seeded": "by the base model, after a mutant",
    "varied": "by an operator, in a program of the base model",
    "mutated": "by an operator, in a repair of the corpus",
}
YIELD_HEADERS = ("origin", *get_args(Step))


def yield_rows(metrics: Mapping[str, float]) -> list[list[str]]:
    """One row an origin, one column a filter, of counts by `route.step`; a dash where a route does not pass."""
    return [
        [f"{route}: {told}", *(_count(metrics, route, step) for step in get_args(Step))]
        for route, told in ORIGINS.items()
    ]


def yield_table(metrics: Mapping[str, float]) -> Table:
    """`yield_rows` as a terminal table."""
    table = Table(*YIELD_HEADERS, title="Rehearsal: programs that came through each filter")
    for row in yield_rows(metrics):
        table.add_row(*row)
    return table


def _count(metrics: Mapping[str, float], route: Route, step: Step) -> str:
    count = metrics.get(f"{route}.{step}")
    return "-" if count is None else f"{count:.0f}"
