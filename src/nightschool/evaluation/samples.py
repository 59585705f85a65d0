"""One model sampled several times on one suite: pass@k.

Covered: n samples a koan, each judged as any answer is; the unbiased estimate, averaged over the koans that were
scored in every sample. Not covered: choosing among samples without tests; that is the policy's (`policy_arm`).
Source: Chen et al. (2021), arXiv 2107.03374.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.evaluation.answer import Arm
from nightschool.evaluation.evaluate import Progress, evaluate
from nightschool.evaluation.model_arm import ModelArm
from nightschool.koans import Suite
from nightschool.metrics import pass_at_k
from nightschool.rust.judge import Judge
from nightschool.types import EvaluationReport, Verdict


@dataclass(frozen=True, slots=True)
class Samples:
    """The reports of n samples, and what they say of k tries."""

    reports: tuple[EvaluationReport, ...]
    pass_at: dict[int, float]
    """Mean pass@k over the koans, by k: 1, 2, 4, ... and n. Empty if no koan was scored in every sample."""
    koans: int
    """Koans scored in every sample."""

    def passes(self) -> dict[str, tuple[int, int]]:
        """Passes and scored samples of each koan."""
        scored, passed = _counts(self.reports)
        return {koan: (passed[koan], times) for koan, times in sorted(scored.items())}


def samplable(arm: Arm) -> ModelArm:
    """The arm itself. Raises UsageError for one that is not one model asked once."""
    if not isinstance(arm, ModelArm):
        raise UsageError(f"Arm {arm.name!r} cannot be sampled; base, hints, champion and adapters can.")
    return arm


def sample(  # noqa: PLR0913 - what is measured, with what, and how it is drawn
    arm: ModelArm,
    suite: Suite,
    judge: Judge,
    config: Config,
    samples: int,
    temperature: float,
    certified: bool = False,
    progress: Progress | None = None,
) -> Samples:
    """Ask `samples` times at `temperature`, with the seeds config.seed, config.seed + 1, ..."""
    reports = tuple(
        evaluate(arm.sampling(temperature, config.seed + number), suite, judge, config, certified, "", progress)
        for number in range(samples)
    )
    return summarise(reports)


def summarise(reports: Sequence[EvaluationReport]) -> Samples:
    """pass@k of equally long samples of one arm on one suite."""
    n = len(reports)
    scored, passed = _counts(reports)
    koans = sorted(koan for koan, times in scored.items() if times == n)
    ks = sorted({k for k in (1, 2, 4, 8, 16, 32, 64) if k < n} | {n}) if koans else []
    table = {k: sum(pass_at_k(n, passed[koan], k) for koan in koans) / len(koans) for k in ks}
    return Samples(tuple(reports), table, len(koans))


def _counts(reports: Sequence[EvaluationReport]) -> tuple[Counter[str], Counter[str]]:
    """Scored and passed samples by koan."""
    scored = Counter(a.koan for r in reports for a in r.attempts if a.verdict is not Verdict.UNSCORED)
    return scored, Counter(a.koan for r in reports for a in r.attempts if a.verdict is Verdict.PASSED)
