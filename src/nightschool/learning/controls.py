"""Controls of training: adapters that must not help, made by the same path as those that should.

`zero_delta` is a fresh LoRA, whose second factor is zero: exported, sealed and loaded as any other, it must
answer exactly as the base does. `shuffled` gives each row the changed lines of another row with an answer of about
the same length, at that row's line numbers: what an adapter trained on it gains comes from the format and the
kind of edit, not from what was taught.
Covered: making rows and adapter. Not covered: training on the rows (`align.train`).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from nightschool.config import Config
from nightschool.learning.align import with_adapter
from nightschool.learning.result import TrainResult, finish
from nightschool.modeling.answers import answer_format
from nightschool.modeling.loading import load_model
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Row

BAND = 20
"""Characters of answer length that make a band."""
Change = tuple[int, int, list[str]]
"""Lines [start, end) of the broken program give way to these."""


def zero_delta(config: Config, base: BaseModelFiles, output: Path) -> TrainResult:
    """Export an adapter that changes nothing into `output`."""
    loaded = load_model(base, config.model)
    model = with_adapter(loaded, config, None)
    nothing = TrainResult(output / "adapter", "", 0, 0, 0, 0.0, "zero-delta", float("nan"), None)
    return finish(model, base.digest, config, output, nothing, {})


def shuffled(rows: Sequence[Row], config: Config) -> list[Row]:
    """Rows with another row's changed lines in their own program; seeded, and no row keeps its own fix.

    Rows that no change of their band fits into with an effect are left out.
    """
    format = answer_format(config.answer)
    changes = [_changes(row.broken, row.fixed) for row in rows]
    bands: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        bands[len(format.target(row.broken, row.fixed)) // BAND].append(index)
    chance = random.Random(config.seed)
    made: list[Row] = []
    for band in bands.values():
        order = chance.sample(band, len(band))
        for place, index in enumerate(order):
            others = (changes[order[(place + step) % len(order)]] for step in range(1, len(order)))
            made += _with_first_that_fits(rows[index], others)
    return sorted(made, key=lambda row: row.id)


def _changes(broken: str, fixed: str) -> list[Change]:
    before, after = broken.rstrip("\n").split("\n"), fixed.rstrip("\n").split("\n")
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(i, i_end, after[j:j_end]) for tag, i, i_end, j, j_end in codes if tag != "equal"]


def _with_first_that_fits(row: Row, others: Iterator[list[Change]]) -> list[Row]:
    for changes in others:
        lines = row.broken.rstrip("\n").split("\n")
        if changes and changes[-1][1] <= len(lines):
            for start, end, new in reversed(changes):
                lines[start:end] = new
            fixed = "\n".join(lines)
            if fixed not in (row.broken.rstrip("\n"), row.fixed.rstrip("\n")):
                return [replace(row, fixed=f"{fixed}\n", digest="")]
    return []
