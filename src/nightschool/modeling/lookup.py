"""Prompt-lookup decoding: guess that what followed the last words before follows them again.

A repair mostly repeats the program or rustc's suggestion, which stand in the prompt. A pass of the model over several
guessed tokens costs little more than over one, and what it would have said itself is kept: the answers are those of one
token at a time. Covered: guesses of one row. Not covered: the checking (`generation`). Source: prompt lookup decoding,
after speculative decoding (arXiv 2211.17192) with the prompt in place of a draft model.
"""

from __future__ import annotations

from collections.abc import Iterable

SIZES = (3, 2)
"""Last tokens that must have stood together before, the longest first."""
MOST = 12
"""Tokens guessed at once."""
TOGETHER = 96
"""Tokens guessed at once for all rows of a batch: more are work that a pass of few rows does in the time it waits."""


class Lookup:
    """What a row has read and said, and what followed each of its pairs and triples of tokens last."""

    def __init__(self, ids: Iterable[int]) -> None:
        self.ids: list[int] = []
        self.followed: dict[tuple[int, ...], int] = {}
        self.extend(ids)

    def extend(self, ids: Iterable[int]) -> None:
        """Read on."""
        for token in ids:
            for size in SIZES:
                if len(self.ids) >= size:
                    self.followed[tuple(self.ids[-size:])] = len(self.ids)
            self.ids.append(token)

    def guess(self, most: int) -> list[int]:
        """At most `most` tokens that may come next; none if the last two have not stood together before."""
        for size in SIZES:
            place = self.followed.get(tuple(self.ids[-size:]))
            if place is not None:
                return self.ids[place : place + max(0, most)]
        return []


def most_for(rows: int) -> int:
    """Tokens to guess for each of so many rows."""
    return min(MOST, TOGETHER // rows)
