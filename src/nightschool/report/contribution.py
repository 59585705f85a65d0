"""What training adds to what costs no training: koans that the candidate passes and no arm without a model does.

Covered: suites on which the candidate and every model-free arm of the night were examined with the same koans. Not
covered: whether the number means anything; that is for paired intervals (`nightschool.decisions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.metrics import wilson
from nightschool.report.tables import show_rate
from nightschool.types import EvaluationReport, Verdict

MODEL_FREE = ("suggestions", "retrieval")
"""Arms that repair without a model."""


def contribution(reports: Sequence[EvaluationReport], suite: str) -> str:
    """Koans of the suite that only the candidate passes, with n and interval; empty where that is not known."""
    arms = {one.arm: one for one in reports if one.suite == suite}
    searched = [arms[name] for name in MODEL_FREE if name in arms]
    candidate = arms.get("candidate")
    if candidate is None or not searched or any(one.suite_digest != candidate.suite_digest for one in searched):
        return ""
    elsewhere = set().union(*map(_passed, searched))
    alone = wilson(len(_passed(candidate) - elsewhere), candidate.rate.n)
    return f"{show_rate(alone)} passed by the candidate and not by {' or '.join(one.arm for one in searched)}"


def _passed(report: EvaluationReport) -> set[str]:
    return {attempt.koan for attempt in report.attempts if attempt.verdict is Verdict.PASSED}
