"""Candidates that do the same share their probability of being right.

A linear chooser gives each candidate exp(score); several ways to write one repair part that mass among them, and a
wrong one with less company would win. Where candidates were seen to behave alike, their masses are added up: the
probability is of a behaviour, as tests ask for a behaviour. Covered: which are alike, sums by group. Not covered:
observing them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

GROUP = "group:behaviour"
"""The feature that numbers a candidate's group. It is no amount and gets no weight; missing where no call tells."""


def alike(described: Sequence[Mapping[str, float]]) -> list[float]:
    """A number for each candidate, equal where they do the same; of its own, no whole one, where it is not known."""
    return [features.get(GROUP, place + 0.5) for place, features in enumerate(described)]


def differing(described: Sequence[Mapping[str, float]]) -> tuple[bool | None, ...]:
    """Whether each does otherwise than the first; None where it is not known of both."""
    groups = [features.get(GROUP) for features in described]
    return tuple(None if None in (groups[0], one) else one != groups[0] for one in groups)


def totals(scores: Sequence[float], groups: Sequence[float]) -> list[float]:
    """For each candidate the log of the sum of exp(score) over its group."""
    members: dict[float, list[float]] = defaultdict(list)
    for one, group in zip(scores, groups, strict=True):
        members[group].append(one)
    sums = {group: _log_sum(each) for group, each in members.items()}
    return [sums[group] for group in groups]


def _log_sum(scores: Sequence[float]) -> float:
    """log of the sum of exp(s), without overflow."""
    top = max(scores)
    return top + math.log(sum(math.exp(one - top) for one in scores))
