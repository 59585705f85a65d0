"""A planned batch, divided over training processes: the same optimiser steps, whatever their number. Pure.

The gradients of all processes are averaged at each step, and the loss of a batch is the mean over its answer tokens
(those that are learnt: `train.loss`). So each process weighs the sum over its own rows by processes / answer tokens of
the whole batch.
Covered: batches of fewer rows than processes. Not covered: one row over several processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nightschool.learning.encoding import Encoded


@dataclass(frozen=True, slots=True)
class Shard:
    """What one process does of one optimiser step."""

    rows: tuple[Encoded, ...]
    weight: float
    """Of the summed loss of its rows; 0 for a process that only keeps the others company."""


def shards(batch: Sequence[Encoded], processes: int) -> list[Shard]:
    """One shard a process: every `processes`-th row, since rows are sorted by length.

    A process without a row repeats the first one with weight 0: the others wait for its backward pass.
    """
    weight = processes / sum(row.learnt for row in batch)
    parts = [tuple(batch[rank::processes]) for rank in range(processes)]
    return [Shard(part, weight) if part else Shard((batch[0],), 0.0) for part in parts]
