"""What a rehearsing model is trained on: new, rehearsed and general rows in configured shares.

Covered: rehearsed rows decide the size, the other kinds fill their shares by turns over patterns. Not covered:
instructions that are no repairs; general rows are repairs of documentation examples, the broadest code there is
in the one prompt that is trained.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from nightschool.config import RehearseConfig
from nightschool.curriculum.selection import turns
from nightschool.types import Row

GENERAL = frozenset({"mutated", "explained"})
"""Sources that are documentation."""


def mixture(rows: Sequence[Row], rehearsed: Sequence[Row], config: RehearseConfig, seed: int) -> list[Row]:
    """All rehearsed rows, and as many new and general ones as their shares ask for, or as there are."""
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    unit = len(rehearsed) / config.share_rehearsed
    general = [row for row in shuffled if row.source in GENERAL]
    new = [row for row in shuffled if row.source not in GENERAL]
    return [
        *_first(new, round(unit * config.share_new)),
        *rehearsed,
        *_first(general, round(unit * config.share_general)),
    ]


def _first(rows: Sequence[Row], count: int) -> list[Row]:
    return list(turns(rows, lambda row: row.pattern))[:count]
