"""Rates and intervals. Pure arithmetic on counts; no I/O, no heavy import.

Source: Wilson (1927), score interval; facts on small n in Brown, Cai and DasGupta (2001).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from nightschool.types import Z_95, Attempt, Rate, Verdict


def wilson(passed: int, n: int, z: float = Z_95) -> Rate:
    """Pass rate with its Wilson score interval.

    centre (x + z^2/2)/(n + z^2), half-width z/(n + z^2) sqrt(x(n - x)/n + z^2/4). With n = 0 nothing is
    known: the interval is [0, 1]. Raises ValueError unless 0 <= passed <= n.
    """
    if not 0 <= passed <= n:
        raise ValueError(f"passed must be between 0 and n, got passed={passed}, n={n}")
    if n == 0:
        return Rate(0, 0, 0.0, 1.0)
    centre = (passed + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * math.sqrt(passed * (n - passed) / n + z * z / 4)
    value = passed / n
    return Rate(passed, n, max(0.0, min(value, centre - half)), min(1.0, max(value, centre + half)))


def rate(attempts: Iterable[Attempt]) -> Rate:
    """Pass rate over the scored attempts; unscored ones are left out of n, never counted as failures."""
    scored = [a for a in attempts if a.verdict is not Verdict.UNSCORED]
    return wilson(sum(a.verdict is Verdict.PASSED for a in scored), len(scored))


def apart(a: Rate, b: Rate) -> bool:
    """Whether the two intervals do not touch."""
    return a.high < b.low or b.high < a.low
