"""Seconds of a search's stages, program by program.

Covered: one stretch of work for a batch of programs, shared out by how many each had in it; stretches of one kind that
follow each other are one. Batches go on side by side, so that all shares together may be more than the clock's time.
Not covered: anything that is found. Seconds are of the clock.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from nightschool.types import Stage, Work

Stages = list[Stage]


@contextmanager
def timed(name: Work, shares: Sequence[tuple[Stages, int]]) -> Iterator[None]:
    """Time the block, and note its seconds in the stages of each program that had a part in it."""
    started = time.perf_counter()
    yield
    took, total = time.perf_counter() - started, sum(count for _, count in shares)
    for stages, count in shares:
        if count:
            note(stages, Stage(name, took * count / total, count))


def note(stages: Stages, stage: Stage) -> None:
    """Add a stage, to the last one where that is of its kind."""
    if stages and stages[-1].name == stage.name:
        last = stages.pop()
        stage = Stage(stage.name, last.seconds + stage.seconds, last.count + stage.count)
    stages.append(stage)
