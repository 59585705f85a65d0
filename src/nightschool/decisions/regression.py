"""Has the candidate lost koans that the reference reliably passes?

Covered: reliability over seeded samples, where they were measured; single greedy flips, which are shown and do not
block; koans known to be unstable, which are named and do not block. A koan without samples of both arms falls back to
greedy answers: whatever is lost blocks. Not covered: sampling.

With 4 samples an arm, a koan is lost at 4 of 4 against 1 of 4 or less. Jeffreys posteriors say there that its chance
to pass fell by more than 0.2 with probability 0.95 or more; at 2 of 4 they do not.
"""

from __future__ import annotations

from collections.abc import Mapping

from nightschool.config import GateConfig
from nightschool.decisions.checks import Check
from nightschool.decisions.pairs import Paired

Counts = Mapping[str, tuple[int, int]]
"""Koan to (passes, samples)."""


def no_koan_lost(
    name: str, pair: Paired, arms: tuple[Counts, Counts], unstable: frozenset[str], config: GateConfig
) -> Check:
    """No koan that the reference reliably passes is lost; `arms` are the samples of reference and candidate."""
    before, after = arms
    sampled = {k for k in before.keys() & after.keys() if before[k][1] and after[k][1]}
    lost = {k for k in sampled if _lost(before[k], after[k], config.reliable)} | set(pair.lost) - sampled
    groups = {"lost": lost - unstable, "flipped": set(pair.lost) - lost - unstable, "unstable": unstable}
    told = "; ".join(f"{word}: {', '.join(sorted(koans))}" for word, koans in groups.items() if koans)
    return Check("no koan lost", not groups["lost"], told or "none", f"none that the {name} reliably passes")


def _lost(before: tuple[int, int], after: tuple[int, int], reliable: float) -> bool:
    """Passed in at least `reliable` of its samples, and now in less than half of them."""
    return before[0] >= reliable * before[1] and 2 * after[0] < after[1]
