"""The table of what came through each filter of a synthesis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from rich.table import Table

if TYPE_CHECKING:
    from nightschool.learning.broken import Funnel


def funnel_table(funnel: Funnel) -> Table:
    """One line a route, one column a filter; a dash where a route does not pass."""
    from nightschool.learning.broken import Route, Step

    table = Table("route", *get_args(Step))
    for route in get_args(Route):
        counts: Mapping[Step, int] = funnel.counts.get(route, {})
        table.add_row(route, *(str(counts[step]) if step in counts else "-" for step in get_args(Step)))
    return table
