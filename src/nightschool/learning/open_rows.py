"""Rows that search leaves open: no proposal for them passes, so a model that repairs them adds something.

Covered: counting lists by pattern, the share of a pattern's rows that stays open (smoothed, so that a pattern of two
rows says little), the file that `pair` leaves and `align` reads. Pure but for the file. Not covered: searching.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nightschool.files import write_json
from nightschool.repair.lists import Listed

OPEN = "open.json"
PRIOR = 4.0
"""Rows' worth of the overall share that each pattern is given before its own are counted."""
LEAST = 0.05
"""Weight that every pattern keeps: what search repairs is learnt too, later."""


@dataclass(frozen=True, slots=True)
class OpenRows:
    """Which searched rows stay open, and how many of each pattern."""

    ids: tuple[str, ...] = ()
    patterns: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Pattern to (searched, open)."""

    @property
    def share(self) -> float:
        """Open rows of all searched ones; 1 where nothing was searched, so that all rows weigh the same."""
        searched = sum(n for n, _ in self.patterns.values())
        return sum(open_ for _, open_ in self.patterns.values()) / searched if searched else 1.0

    def weight(self, pattern: str) -> float:
        """How often rows of a pattern are learnt: (open + PRIOR share)/(searched + PRIOR), at least LEAST."""
        searched, open_ = self.patterns.get(pattern, (0, 0))
        return max(LEAST, (open_ + PRIOR * self.share) / (searched + PRIOR))


NONE_SEARCHED = OpenRows()


def open_rows(lists: Iterable[Listed]) -> OpenRows:
    """What searched rows say: open are those of which no candidate passes."""
    searched: Counter[str] = Counter()
    unsolved: Counter[str] = Counter()
    ids = []
    for one in lists:
        searched[one.pattern] += 1
        if not any(one.passed):
            unsolved[one.pattern] += 1
            ids.append(one.row)
    return OpenRows(tuple(sorted(ids)), {name: (n, unsolved[name]) for name, n in sorted(searched.items())})


def write_open(folder: Path, found: OpenRows) -> None:
    """Write open.json."""
    patterns = {name: {"searched": n, "open": open_} for name, (n, open_) in found.patterns.items()}
    write_json(folder / OPEN, {"open": list(found.ids), "patterns": patterns})


def read_open(folder: Path) -> OpenRows:
    """What `write_open` wrote."""
    data = json.loads((folder / OPEN).read_text(encoding="utf-8"))
    return OpenRows(tuple(data["open"]), {name: (n["searched"], n["open"]) for name, n in data["patterns"].items()})
