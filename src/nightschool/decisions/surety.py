"""Is what the policy is sure of right? The share of passes among the koans it would write without asking.

Covered: enough such koans, the share at least the one wanted, its Wilson interval. Not covered: calibrating, which is
the chooser's; how many koans a policy ought to be sure of.
"""

from __future__ import annotations

from math import ceil

from nightschool.config import GateConfig
from nightschool.decisions.checks import Check
from nightschool.metrics import wilson
from nightschool.types import EvaluationReport


def sure_and_right(policy: EvaluationReport, config: GateConfig) -> tuple[Check, dict[str, float]]:
    """The check and its counts. Undecided where too few are sure, or the interval still holds the wanted share.

    Koans of the suite that would settle the first: as many as hold `sure_koans` sure ones at the rate seen.
    """
    counts = policy.counts
    rate = wilson(counts["sure_passed"], counts["sure"])
    enough, right = rate.n >= config.sure_koans, rate.value is not None and rate.value >= config.sure
    shown = "none" if rate.value is None else f"{rate.passed}/{rate.n} = {rate.value:.1%}"
    seen = f"{shown} [{100 * rate.low:.1f}, {100 * rate.high:.1f}], of {policy.rate.n} koans"
    wanted = f"at least {config.sure:.0%} of at least {config.sure_koans}"
    undecided = not (enough and right) and rate.high >= config.sure
    needed = ceil(config.sure_koans * policy.rate.n / rate.n) if rate.n and not enough else 0
    check = Check("sure and right", enough and right, seen, wanted, undecided, needed)
    return check, {"shadow_sure": float(rate.n), "shadow_sure_passed": float(rate.passed)}
