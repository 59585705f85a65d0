"""Two arms on the same koans: who fixed what, who lost what, and the interval of the gain.

Covered: pairing by koan, the interval of Agresti and Min (2005), Statistics in Medicine 24, section 3: a Wald
interval for matched pairs after adding 1/2 to each of the four cells. Koans count as independent here; templates
as clusters are in `superiority`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from nightschool.types import Z_95, EvaluationReport, Verdict


@dataclass(frozen=True, slots=True)
class Paired:
    """Two arms on the same koans. Gain and interval are in pass-rate units (0.1 is ten points)."""

    fixed: tuple[str, ...]
    """Koans only the second arm passes (b)."""
    lost: tuple[str, ...]
    """Koans only the first arm passes (c)."""
    n: int
    """Koans scored for both."""
    gain: float
    low: float
    high: float

    def __str__(self) -> str:
        return show_gain(self.evidence("pair"), "pair")

    def evidence(self, name: str) -> dict[str, float]:
        """The numbers, each under `<name>_...`."""
        numbers = {"gain": self.gain, "gain_low": self.low, "gain_high": self.high, "n": float(self.n)}
        counts = {"fixed": float(len(self.fixed)), "lost": float(len(self.lost))}
        return {f"{name}_{key}": value for key, value in {**numbers, **counts}.items()}


def show_gain(evidence: Mapping[str, float], name: str) -> str:
    """What `Paired.evidence` recorded under a name: `+0.020 [-0.009, +0.049], n=200, 6 fixed, 2 lost`."""
    gain, low, high = (evidence[f"{name}_{key}"] for key in ("gain", "gain_low", "gain_high"))
    n, fixed, lost = (evidence[f"{name}_{key}"] for key in ("n", "fixed", "lost"))
    return f"{gain:+.3f} [{low:+.3f}, {high:+.3f}], n={n:.0f}, {fixed:.0f} fixed, {lost:.0f} lost"


def paired(before: EvaluationReport, after: EvaluationReport) -> Paired:
    """Compare two reports koan by koan; koans unscored in either are left out of n.

    gain = (b - c)/n. Interval: with b' = b + 1/2, c' = c + 1/2, m = n + 2,
    (b' - c')/m +- z sqrt(b' + c' - (b' - c')^2/m)/m. Raises ValueError when the suites differ.
    """
    if before.suite_digest != after.suite_digest:
        raise ValueError(f"reports are of different suites: {before.suite_digest} and {after.suite_digest}")
    return pair_scores(scores(before), scores(after))


def comparable(before: EvaluationReport, after: EvaluationReport) -> bool:
    """Whether both reports are complete and of one suite."""
    return before.complete and after.complete and before.suite_digest == after.suite_digest


def scores(report: EvaluationReport) -> dict[str, bool]:
    """Whether each scored koan passed."""
    return {a.koan: a.verdict is Verdict.PASSED for a in report.attempts if a.verdict is not Verdict.UNSCORED}


def pair_scores(first: Mapping[str, bool], second: Mapping[str, bool]) -> Paired:
    """`paired` on passes by koan; koans that only one side has are left out."""
    both = sorted(first.keys() & second.keys())
    fixed = tuple(k for k in both if second[k] and not first[k])
    lost = tuple(k for k in both if first[k] and not second[k])
    return Paired(fixed, lost, len(both), *_gain_interval(len(fixed), len(lost), len(both)))


def _gain_interval(b: int, c: int, n: int) -> tuple[float, float, float]:
    if n == 0:
        return 0.0, -1.0, 1.0
    m, difference, total = n + 2, b - c, b + c + 1.0
    half = Z_95 * math.sqrt(total - difference**2 / m) / m
    return difference / n, max(-1.0, difference / m - half), min(1.0, difference / m + half)
