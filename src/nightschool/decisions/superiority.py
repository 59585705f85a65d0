"""Is the candidate better than the reference? The exact paired test and the bootstrap, with templates as clusters.

Covered: McNemar's exact test generalised to clusters. If the arms are equally good, the gain d_g of a template (koans
fixed less koans lost) is as likely as -d_g, so the p-value is the chance that sum s_g |d_g| over fair signs s_g
reaches the observed sum: a sign-flip (Fisher-Pitman) test, counted, not sampled. With one koan a template it is
P(Bin(b + c, 1/2) >= b), McNemar's. Koans of one template share their fate; as independent ones they would count twice.
The e-process was not taken: it pays for looking many times at one candidate, and each candidate is looked at once.
Not covered: how small p must be (`budget`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from nightschool.types import EvaluationReport, Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RESAMPLES = 2000
SEED = 20261122


def template_gains(before: EvaluationReport, after: EvaluationReport) -> tuple[list[int], list[int]]:
    """Koans fixed less koans lost, and koans scored by both, of each template; a koan without one is its own."""
    first = {a.koan: a.verdict for a in before.attempts if a.verdict is not Verdict.UNSCORED}
    gains: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for attempt in after.attempts:
        if attempt.verdict is not Verdict.UNSCORED and attempt.koan in first:
            name = attempt.group or attempt.koan
            step = (attempt.verdict is Verdict.PASSED) - (first[attempt.koan] is Verdict.PASSED)
            gains[name] = gains.get(name, 0) + step
            sizes[name] = sizes.get(name, 0) + 1
    names = sorted(sizes)
    return [gains[name] for name in names], [sizes[name] for name in names]


def exact_p(gains: Sequence[int]) -> float:
    """One-sided p-value of the templates' gains under fair signs; 1 where nothing moved. Falls as any gain rises."""
    import numpy as np

    moves = [abs(gain) for gain in gains if gain]
    reach = sum(moves)
    chances = np.zeros(2 * reach + 1)
    chances[reach] = 1.0
    for move in moves:  # no sum is beyond +-reach, so nothing falls off the ends
        after = np.zeros_like(chances)
        after[move:] += chances[:-move] / 2
        after[:-move] += chances[move:] / 2
        chances = after
    return float(min(1.0, chances[reach + sum(gains) :].sum()))


def two_sided_p(before: EvaluationReport, after: EvaluationReport) -> float:
    """Twice the smaller one-sided `exact_p` of the templates' gains, at most 1: do the arms differ at all?"""
    gains = template_gains(before, after)[0]
    return min(1.0, 2 * min(exact_p(gains), exact_p([-gain for gain in gains])))


def bootstrap_interval(gains: Sequence[int], sizes: Sequence[int], seed: int = SEED) -> tuple[float, float]:
    """95 % percentile interval of the mean difference a koan, resampling templates; [-1, 1] of nothing.

    The draws depend on the seed and the number of templates only, so the bounds rise with every gain.
    """
    import numpy as np

    if not sizes:
        return -1.0, 1.0
    times = _times_drawn(len(sizes), seed)
    means = (times @ np.asarray(gains, float)) / (times @ np.asarray(sizes, float))
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)


@lru_cache(maxsize=8)
def _times_drawn(templates: int, seed: int) -> NDArray[np.float64]:
    """How often each template is drawn in each resample: RESAMPLES x templates, rows adding up to `templates`."""
    import numpy as np

    rng = np.random.default_rng(seed)
    return rng.multinomial(templates, np.full(templates, 1 / templates), size=RESAMPLES).astype(float)


def discordance(gains: Sequence[int], sizes: Sequence[int]) -> float:
    """Variance of the difference a koan, sum d_g^2 / n; (b + c)/n where each koan is its own template."""
    return sum(gain**2 for gain in gains) / sum(sizes) if sizes else 0.0
