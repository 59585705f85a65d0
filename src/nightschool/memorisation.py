"""Was it learnt or remembered? One arm on koans and on their twins, which differ in names only. Pure.

Covered: the gap in pass rates, paired by koan with the exact one-sided test of McNemar (1947); the likelihood of
the reference fix, where an arm's gain over the base on a koan exceeds that on its twin. What the base model, which
never saw a koan, does as well tells of names and not of memory, and is left out. Not covered: measuring.
Source: koans and renamed copies, Riddell et al. 2024 (arXiv 2403.04811); 1 nat per token is a convention of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import comb

from nightschool.types import EvaluationReport, Verdict

MEMORISED, NOT_SHOWN, UNMEASURED = "memorised", "not_shown", "unmeasured"
ALPHA = 0.05
"""Largest p-value that counts as a gap."""
NATS = 1.0
"""Gain in nats per token of the fix, beyond the twin's, from which a koan counts as remembered."""


@dataclass(frozen=True, slots=True)
class Memorisation:
    """What the comparison of koans and twins shows."""

    only_koan: tuple[str, ...]
    """Passed as a koan and not as its twin, and not so by the base model."""
    only_twin: tuple[str, ...]
    """The other way round."""
    n: int
    """Koans scored in both forms."""
    gap: float
    """(only_koan - only_twin)/n, in pass-rate units."""
    p: float
    """Chance of as many among the differing koans if neither form were favoured."""
    likelier: tuple[str, ...] = ()
    """Koans whose fix has become likelier than its twin's by NATS per token and more."""
    nats: float | None = None
    """The largest such gain of any koan, in nats per token; None without likelihoods."""

    @property
    def outcome(self) -> str:
        """`memorised`, `not_shown`, or `unmeasured` where no koan was scored in both forms."""
        if not self.n:
            return UNMEASURED
        return MEMORISED if self.p <= ALPHA or self.likelier else NOT_SHOWN

    def __str__(self) -> str:
        gap = f"gap {self.gap:+.3f} ({len(self.only_koan)} only as koan, {len(self.only_twin)} only as twin of {self.n}"
        most = "" if self.nats is None else f" (most: {self.nats:+.2f} nats a token)"
        return f"{self.outcome}: {gap}, p={self.p:.3f}); fixes remembered: {', '.join(self.likelier) or 'none'}{most}"


Reports = tuple[EvaluationReport, EvaluationReport]


def memorisation(koans: EvaluationReport, twins: EvaluationReport, base: Reports | None = None) -> Memorisation:
    """Compare an arm's reports on koans and twins; `base` holds those of the base model.

    With b koans passed only as koans and c only as twins, p = P(X >= b) for X ~ Binomial(b + c, 1/2).
    Raises ValueError when the two reports are of different arms.
    """
    if koans.policy_digest != twins.policy_digest:
        raise ValueError(f"reports are of different arms: {koans.arm} {koans.policy_digest}, {twins.policy_digest}")
    first, second = _scored(koans), _scored(twins)
    both = sorted(first.keys() & second.keys())
    names = memorisation(*base) if base else None
    b = tuple(k for k in both if first[k] and not second[k] and (names is None or k not in names.only_koan))
    c = tuple(k for k in both if second[k] and not first[k] and (names is None or k not in names.only_twin))
    return Memorisation(b, c, len(both), (len(b) - len(c)) / len(both) if both else 0.0, _upper_tail(len(b), len(c)))


def with_likelihood(found: Memorisation, nats: Mapping[str, tuple[float, float, float, float]]) -> Memorisation:
    """Add koans whose fix has become likelier than the twin's.

    `nats[koan]` holds negative log-likelihoods per token: base on koan, arm on koan, base on twin, arm on twin.
    """
    gains = {koan: (base - arm) - (base_twin - arm_twin) for koan, (base, arm, base_twin, arm_twin) in nats.items()}
    likelier = tuple(sorted(koan for koan, gain in gains.items() if gain >= NATS))
    return replace(found, likelier=likelier, nats=max(gains.values(), default=None))


def _scored(report: EvaluationReport) -> dict[str, bool]:
    return {a.koan: a.verdict is Verdict.PASSED for a in report.attempts if a.verdict is not Verdict.UNSCORED}


def _upper_tail(b: int, c: int) -> float:
    total = b + c
    return float(sum(comb(total, k) for k in range(b, total + 1)) / 2**total)
