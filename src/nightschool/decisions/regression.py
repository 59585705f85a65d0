"""Has the candidate's policy lost koans that the champion's policy passes?

Covered: each koan by name; those whose answer depends on the batch the model was asked in, which are named and do not
block. A policy without a model is deterministic, so only koans for which the model was asked are excused. Not covered:
nights without a champion, which have none to lose.
"""

from __future__ import annotations

from nightschool.decisions.checks import Check
from nightschool.decisions.pairs import Paired
from nightschool.types import EvaluationReport


def no_koan_lost(pair: Paired, policy: EvaluationReport, unstable: frozenset[str]) -> Check:
    """No koan of the champion's is lost; `unstable` are koans whose answer depends on its company."""
    asked = {attempt.koan for attempt in policy.attempts if attempt.answers}
    excused = set(pair.lost) & unstable & asked
    groups = {"lost": set(pair.lost) - excused, "unstable": excused}
    told = "; ".join(f"{word}: {', '.join(sorted(koans))}" for word, koans in groups.items() if koans)
    return Check("no koan lost", not groups["lost"], told or "none", "none that the champion's policy passes")
