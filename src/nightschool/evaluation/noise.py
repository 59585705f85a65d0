"""The noise floor: one model asked the same questions greedily again, in batches of another size.

Greedy decoding is deterministic on paper. In practice another batch pads otherwise, sums round otherwise, and where two
tokens are nearly as likely the answer turns over. A koan whose answer does so says little about training.
Covered: which koans changed their answer or their verdict. Not covered: sampling noise (`samples`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from nightschool.evaluation.model_arm import ModelArm
from nightschool.types import EvaluationReport, Verdict

OTHER_BATCH, ANOTHER = 7, 5
"""Batch size of the second asking, and the one for those who ask in sevens already."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Two greedy reports of one model compared."""

    koans: int
    unstable: tuple[str, ...]
    """Koans whose answer or verdict differs, by id."""
    flipped: tuple[str, ...]
    """Those of them whose verdict differs."""


def in_other_batches(arm: ModelArm) -> ModelArm:
    """The same model asked in batches of another size; its answers are cached apart."""
    size = OTHER_BATCH if arm.decoding.batch_size != OTHER_BATCH else ANOTHER
    return arm.decoded(replace(arm.decoding, batch_size=size), f"in batches of {size}")


def compare(first: EvaluationReport, second: EvaluationReport) -> Noise:
    """What differs on the koans that both reports have scored."""
    before = {attempt.koan: attempt for attempt in first.attempts if attempt.verdict is not Verdict.UNSCORED}
    again = [attempt for attempt in second.attempts if attempt.verdict is not Verdict.UNSCORED]
    pairs = [(before[attempt.koan], attempt) for attempt in again if attempt.koan in before]
    flipped = tuple(sorted(a.koan for a, b in pairs if a.verdict is not b.verdict))
    answered = {a.koan for a, b in pairs if a.answer != b.answer}
    return Noise(len(pairs), tuple(sorted({*flipped, *answered})), flipped)
