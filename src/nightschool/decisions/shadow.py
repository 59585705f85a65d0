"""The evidence on shadow: better than the reference as a whole, no worse in any slice, and what was looked at.

Covered: the checks, and the numbers that the ledger and the next night's power need. A comparison that cannot be made
(a report missing, incomplete, or of another suite) is no look and spends no alpha. Not covered: opening frozen, which
waits for these checks.
"""

from __future__ import annotations

from dataclasses import dataclass

from nightschool.config import GateConfig
from nightschool.decisions.checks import Check
from nightschool.decisions.inferiority import slices
from nightschool.decisions.pairs import comparable, paired
from nightschool.decisions.power import koans_needed
from nightschool.decisions.superiority import bootstrap_interval, discordance, exact_p, template_gains
from nightschool.types import EvaluationReport


@dataclass(frozen=True, slots=True)
class ShadowEvidence:
    """The checks in order and their numbers. Frozen may be opened if `ok`."""

    checks: tuple[Check, ...]
    numbers: dict[str, float]

    @property
    def ok(self) -> bool:
        """Whether every check holds."""
        return all(check.ok for check in self.checks)


def shadow_evidence(
    reference: EvaluationReport | None, candidate: EvaluationReport | None, alpha: float, config: GateConfig
) -> ShadowEvidence:
    """Compare two shadow reports at tonight's `alpha`; without two complete ones nothing is shown and none is spent."""
    if reference is None or candidate is None or not comparable(reference, candidate):
        missing = Check("shadow better", False, "no two complete reports of one suite", "a comparison")
        return ShadowEvidence((missing,), {"alpha_spent": 0.0})
    better, numbers = _better(reference, candidate, alpha, config)
    checks = (*better, *slices(reference, candidate, config))
    return ShadowEvidence(checks, numbers | {"alpha_spent": alpha, "shadow_slices": float(len(checks) - len(better))})


def _better(
    reference: EvaluationReport, candidate: EvaluationReport, alpha: float, config: GateConfig
) -> tuple[tuple[Check, Check], dict[str, float]]:
    pair = paired(reference, candidate)
    gains, sizes = template_gains(reference, candidate)
    p, (low, high), seen = exact_p(gains), bootstrap_interval(gains, sizes), discordance(gains, sizes)
    needed = koans_needed(max(pair.gain, config.min_gain), seen, alpha)
    moves = f"{len(pair.fixed)} fixed, {len(pair.lost)} lost in {len(sizes)} templates"
    significant, above = alpha > 0 and p <= alpha, low > 0
    checks = (
        Check("shadow better", significant, f"p = {p:.2g}; {moves}", f"p at most {alpha:.2g}, tonight's share",
              not significant and high >= 0, 0 if significant else needed),
        Check("shadow gain", above, f"{pair.gain:+.3f} [{low:+.3f}, {high:+.3f}], n={pair.n}", "an interval above zero",
              not above and high >= 0, 0 if above else needed),
    )  # fmt: skip
    numbers = {"p": p, "boot_low": low, "boot_high": high, "discordance": seen}
    return checks, pair.evidence("shadow") | {f"shadow_{key}": value for key, value in numbers.items()}
