"""Controls of training: adapters that must not help, made by the same path as those that should.

`zero_delta` is a fresh LoRA, whose second factor is zero: exported, sealed and loaded as any other, it must
answer exactly as the base does. `shuffled` gives each row another row's answer of about the same length: what an
adapter trained on it gains comes from the format and the kind of edit, not from what was taught.
Covered: making rows and adapter. Not covered: training on the rows (`align.train`).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from nightschool.config import Config
from nightschool.learning.align import with_adapter
from nightschool.learning.result import TrainResult, finish
from nightschool.modeling.answers import AnswerFormat, answer_format
from nightschool.modeling.loading import load_model
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Row

BAND = 20
"""Characters of answer length that make a band."""


def zero_delta(config: Config, base: BaseModelFiles, output: Path) -> TrainResult:
    """Export an adapter that changes nothing into `output`."""
    loaded = load_model(base, config.model)
    model = with_adapter(loaded, config, None)
    nothing = TrainResult(output / "adapter", "", 0, 0, 0, 0.0, "zero-delta", float("nan"), None)
    return finish(model, base.digest, config, output, nothing)


def shuffled(rows: Sequence[Row], config: Config) -> list[Row]:
    """Rows whose fix is another row's answer, applied to their own program; seeded, and no row keeps its own.

    Rows to which no answer of their band can be applied with an effect are left out.
    """
    format = answer_format(config.answer.format)
    answers = [format.target(row.broken, row.fixed) for row in rows]
    bands: dict[int, list[int]] = defaultdict(list)
    for index, answer in enumerate(answers):
        bands[len(answer) // BAND].append(index)
    chance = random.Random(config.seed)
    made: list[Row] = []
    for band in bands.values():
        order = chance.sample(band, len(band))
        for place, index in enumerate(order):
            others = (answers[order[(place + step) % len(order)]] for step in range(1, len(order)))
            made += _with_first_that_fits(rows[index], others, format)
    return sorted(made, key=lambda row: row.id)


def _with_first_that_fits(row: Row, answers: Iterator[str], format: AnswerFormat) -> list[Row]:
    for answer in answers:
        fixed = format.apply(row.broken, answer)
        if fixed is not None and fixed.rstrip() not in (row.broken.rstrip(), row.fixed.rstrip()):
            return [replace(row, fixed=fixed, digest="")]
    return []
