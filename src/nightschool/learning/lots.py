"""Rehearsal in lots: a few patterns that are worked on together, each lot by itself, so that shards can share lots out.

A lot has quotas, seeds and a memory of its own, so that what it makes does not depend on which lots were made
before it, or where. Covered: dividing patterns, one file a finished lot, putting lots together. Not covered: the work
(`learning.synthesis`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nightschool.curriculum.selection import renamed_form
from nightschool.curriculum.synthesised import Cell
from nightschool.learning.broken import Funnel
from nightschool.types import Row

LOT = 16
"""Most patterns that are worked on together: as many as are asked in a round, so that the first one tries each."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Patterns with the number of rows wanted of each."""

    number: int
    cells: tuple[Cell, ...]
    quota: int

    def file(self, folder: Path) -> Path:
        """Where what was made is kept."""
        return folder / f"{self.number:03}.json"


@dataclass(slots=True)
class Synthesised:
    """Verified rows, and how many programs came through each filter."""

    rows: list[Row] = field(default_factory=list)
    funnel: Funnel = field(default_factory=Funnel)
    cells: int = 0
    """Patterns that were to be rehearsed."""
    seconds: float = 0.0

    def metrics(self) -> dict[str, float]:
        """Counts, named for tracking."""
        totals = {"rows": len(self.rows), "patterns": len({row.pattern for row in self.rows}), "cells": self.cells}
        return {**self.funnel.metrics(), **{k: float(n) for k, n in totals.items()}, "seconds": self.seconds}

    def to_json(self) -> dict[str, Any]:
        """Plain dict."""
        counts = {route: dict(steps) for route, steps in self.funnel.counts.items()}
        return {
            "rows": [asdict(row) for row in self.rows], "counts": counts, "cells": self.cells, "seconds": self.seconds,
        }  # fmt: skip


def divide(cells: Sequence[Cell], rows: int, variants: int) -> list[Lot]:
    """Every n-th pattern to a lot, so that frequent ones are in all; `variants` of each, or what `rows` asks for."""
    if not cells:
        return []
    quota = max(variants, -(-rows // len(cells)))
    count = -(-len(cells) // LOT)
    return [Lot(number, tuple(cells[number::count]), quota) for number in range(count)]


def read_lot(path: Path) -> Synthesised:
    """What `to_json` was written to a file of."""
    data = json.loads(path.read_text(encoding="utf-8"))
    counts = {route: Counter(steps) for route, steps in data["counts"].items()}
    return Synthesised([Row(**row) for row in data["rows"]], Funnel(counts), data["cells"], data["seconds"])


def together(lots: Iterable[Synthesised]) -> Synthesised:
    """All lots in their order; a program that two of them came upon is kept once, though counted in both."""
    whole = Synthesised()
    seen: set[str] = set()
    for lot in lots:
        for row in lot.rows:
            form = renamed_form(row.broken)
            whole.rows += [] if form in seen else [row]
            seen.add(form)
        whole.funnel.include(lot.funnel)
        whole.cells += lot.cells
        whole.seconds += lot.seconds
    return whole
