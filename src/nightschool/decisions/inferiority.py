"""Is the candidate not worse than the reference, beyond a margin? As a whole suite, and in each slice of one.

Covered: non-inferiority by the interval: the lower bound of the gain must be above -margin. Slices are families and
error codes with enough koans; all must hold, so no correction for their number is needed. Not covered: slices too
small to say anything; templates as clusters (koans count as independent here).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nightschool.config import GateConfig
from nightschool.decisions.checks import Check
from nightschool.decisions.pairs import Paired, pair_scores, scores
from nightschool.decisions.power import koans_needed
from nightschool.types import EvaluationReport

LEVEL = 0.025
"""One-sided level of a 95 % interval's lower bound."""


def no_worse(name: str, pair: Paired, margin: float) -> Check:
    """The gain's lower bound is above -margin; undecided while the upper one is.

    Koans that would settle it: those that show a gain of `margin` over the margin's edge, which is what equally
    good arms have, at the discordance seen with 1/2 added to b and c.
    """
    ok = pair.n > 0 and pair.low > -margin
    seen = (len(pair.fixed) + len(pair.lost) + 1) / (pair.n + 2)
    needed = 0 if ok else koans_needed(margin, seen, LEVEL)
    return Check(name, ok, str(pair), f"lower bound above {-margin:+.3f}", not ok and pair.high > -margin, needed)


def slices(before: EvaluationReport, after: EvaluationReport, config: GateConfig) -> list[Check]:
    """`no_worse` for every family and error code with at least `slice_koans` koans, needed koans in the whole suite."""
    first, second = scores(before), scores(after)
    checks = []
    for name, koans in sorted(_slices(after, config.slice_koans)):
        pair = pair_scores({k: first[k] for k in koans if k in first}, {k: second[k] for k in koans if k in second})
        check = no_worse(f"{after.suite} {name} no worse", pair, config.slice_margin)
        checks.append(replace(check, koans=-(-check.koans * len(second) // max(1, pair.n))))
    return checks


def _slices(report: EvaluationReport, least: int) -> Iterator[tuple[str, list[str]]]:
    for kind in ("family", "error_code"):
        koans: dict[str, list[str]] = {}
        for attempt in report.attempts:
            koans.setdefault(getattr(attempt, kind), []).append(attempt.koan)
        yield from ((name, found) for name, found in koans.items() if len(found) >= least)
