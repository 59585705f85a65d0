"""Rates and intervals. Pure arithmetic on counts; no I/O, no heavy import.

Sources: Wilson (1927), score interval; facts on small n in Brown, Cai and DasGupta (2001). pass@k: Chen et
al. (2021), arXiv 2107.03374, section 2.1. Backward transfer of Lopez-Paz and Ranzato (1706.08840), forgetting of
Chaudhry et al. (1801.10112).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

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


def pass_at_k(n: int, passed: int, k: int) -> float:
    """Unbiased estimate of the chance that at least one of k samples passes, from n samples of which `passed` did.

    1 - C(n - passed, k)/C(n, k), as a product so that nothing overflows: 1 - prod (1 - k/i) over i from
    n - passed + 1 to n. Raises ValueError unless 0 <= passed <= n and 1 <= k <= n.
    """
    if not (0 <= passed <= n and 1 <= k <= n):
        raise ValueError(f"need 0 <= passed <= n and 1 <= k <= n, got n={n}, passed={passed}, k={k}")
    if n - passed < k:
        return 1.0
    return 1.0 - math.prod(1.0 - k / i for i in range(n - passed + 1, n + 1))


def apart(a: Rate, b: Rate) -> bool:
    """Whether the two intervals do not touch."""
    return a.high < b.low or b.high < a.low


def changes(passes: Sequence[bool | None]) -> int:
    """How often a koan's outcome changed from one night to the next one it was scored in; None is unscored.

    [True, None, False, True] has 2: a pass became a failure, the failure a pass.
    """
    scored = [one for one in passes if one is not None]
    return sum(a != b for a, b in pairwise(scored))


def backward_transfer(stages: Sequence[Sequence[float]]) -> float:
    """What learning the rest did to earlier tasks: mean over j < T of R[T][j] - R[j][j]; below 0 is loss.

    `stages[i][j]` is the pass rate on task j after stage i learnt task i. 0 for a single task.
    """
    last = len(stages) - 1
    return sum(stages[last][j] - stages[j][j] for j in range(last)) / last if last > 0 else 0.0


def forgetting(stages: Sequence[Sequence[float]]) -> float:
    """What was once known and is not at the end: mean over j < T of max over i < T of R[i][j], less R[T][j]."""
    last = len(stages) - 1
    if last < 1:
        return 0.0
    return sum(max(stages[i][j] for i in range(last)) - stages[last][j] for j in range(last)) / last
