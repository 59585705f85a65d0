"""Which rows are learnt, in which order, in which batches. Pure and seeded.

Training stops when its time is over, long before a corpus is used up, so the order decides what is learnt:
every pattern comes early, frequent ones more often. Batches hold rows of similar length up to a number of
tokens, padding included. Covered: order, batches, how many fit. Not covered: tokens themselves.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

WINDOW = 16
"""Batches whose rows are sorted together: enough for little padding, few enough to stay shuffled."""

FLOOR = 0.05
"""Share of the learning rate that is left at the end."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The batches of one training run, fixed before its first step."""

    batches: tuple[tuple[int, ...], ...]
    tokens: int
    """Tokens of all batches, padding included."""
    complete: bool
    """Every wanted row is in; False if the time allows fewer."""


def interleave(cells: Sequence[Hashable], seed: int, weights: Mapping[Hashable, float] | None = None) -> list[int]:
    """Indices so that every prefix holds each cell in proportion to its weight and the square root of its size.

    The k-th row of a cell with n rows and weight w (1 if not given) gets the place (k + u) / (w sqrt(n)), u uniform:
    one large source (mutants are cheap) neither drowns the rare patterns nor disappears.
    """
    chance = random.Random(seed)  # seeded order, nothing secret
    members: dict[Hashable, list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        members[cell].append(index)
    places: list[tuple[float, int]] = []
    for cell, rows in members.items():
        chance.shuffle(rows)
        offset, pull = chance.random(), (weights or {}).get(cell, 1.0) * math.sqrt(len(rows))
        places += [((k + offset) / pull, index) for k, index in enumerate(rows)]
    return [index for _, index in sorted(places)]


def schedule(lengths: Sequence[int], batch_tokens: int, token_limit: float, seed: int) -> Schedule:
    """Batches over rows given in learning order, until the next one would pass `token_limit`.

    At least one batch is made, so that a very short run still learns something.
    """
    chance = random.Random(seed)
    taken: list[tuple[int, ...]] = []
    tokens = 0
    for window in _windows(lengths, WINDOW * batch_tokens):
        batches = _by_length(window, lengths, batch_tokens)
        chance.shuffle(batches)
        for batch in batches:
            cost = padded_tokens(batch, lengths)
            if taken and tokens + cost > token_limit:
                return Schedule(tuple(taken), tokens, complete=False)
            taken.append(batch)
            tokens += cost
    return Schedule(tuple(taken), tokens, complete=True)


def rate_factor(step: int, steps: int, warmup_ratio: float) -> float:
    """Share of the learning rate at `step` (from 0): linear warm-up, then a cosine down to FLOOR.

    The first step learns already: a short night cannot give one away.
    """
    warmup = math.ceil(steps * warmup_ratio) if steps > 1 else 0
    if step < warmup:
        return (step + 1) / (warmup + 1)
    done = (step - warmup) / max(1, steps - warmup)
    return FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))


def padded_tokens(batch: Sequence[int], lengths: Sequence[int]) -> int:
    """Tokens of a batch, padding included."""
    return len(batch) * max(lengths[i] for i in batch)


def repeated(order: Sequence[int], epochs: float, seed: int) -> list[int]:
    """The order `epochs` times: later passes are reshuffled, the last may be a part."""
    chance = random.Random(seed)
    result = list(order[: math.ceil(len(order) * min(1.0, epochs))])
    rest = epochs - 1
    while rest > 0:
        again = list(order)
        chance.shuffle(again)
        result += again[: math.ceil(len(again) * min(1.0, rest))]
        rest -= 1
    return result


def _windows(lengths: Sequence[int], tokens: int) -> list[list[int]]:
    windows: list[list[int]] = [[]]
    used = 0
    for index, length in enumerate(lengths):
        if windows[-1] and used + length > tokens:
            windows.append([])
            used = 0
        windows[-1].append(index)
        used += length
    return [window for window in windows if window]


def _by_length(window: Sequence[int], lengths: Sequence[int], batch_tokens: int) -> list[tuple[int, ...]]:
    batches: list[list[int]] = []
    for index in sorted(window, key=lambda i: (-lengths[i], i)):
        widest = lengths[batches[-1][0]] if batches else 0
        if batches and widest * (len(batches[-1]) + 1) <= batch_tokens:
            batches[-1].append(index)
        else:
            batches.append([index])
    return [tuple(batch) for batch in batches]
