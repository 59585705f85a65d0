"""The decisions between learning phases, on dev alone: `gained`, `kept`, `plateaued`. Not covered: the gate."""

from __future__ import annotations

from nightschool.decisions.checks import Check, Decision, complete
from nightschool.decisions.pairs import paired
from nightschool.types import EvaluationReport

GAINED, NO_GAIN = "gained", "no_gain"
KEPT, NOT_KEPT = "kept", "not_kept"
PLATEAU, IMPROVING = "plateau", "still_improving"


def gained(before: EvaluationReport, after: EvaluationReport, min_gain: float) -> Decision:
    """Return `gained` if the dev pass rate rose by at least `min_gain` on complete reports, else `no_gain`."""
    pair = paired(before, after)
    checks = (
        complete("dev before", before),
        complete("dev after", after),
        Check("gain", pair.n > 0 and pair.gain >= min_gain, str(pair), f"at least {min_gain:+.3f}"),
    )
    return _decide(checks, GAINED, NO_GAIN, pair.evidence("dev"))


def kept(before: EvaluationReport, after: EvaluationReport) -> Decision:
    """Return `kept` if the dev pass rate did not fall, on complete reports; else the earlier adapter stays."""
    pair = paired(before, after)
    checks = (
        complete("dev before", before),
        complete("dev after", after),
        Check("no worse", pair.n > 0 and pair.gain >= 0, str(pair), "at least +0.000"),
    )
    return _decide(checks, KEPT, NOT_KEPT, pair.evidence("dev"))


def plateaued(before: EvaluationReport, after: EvaluationReport, min_gain: float) -> Decision:
    """Return `plateau` if the last supervised phase shows no gain on dev that is worth repeating.

    Still improving means both: the gain is at least `min_gain`, and its 95 % interval lies above zero. Anything
    else is a plateau, provided that both reports are complete: without a measurement nothing is concluded.
    """
    pair = paired(before, after)
    flat = pair.n > 0 and (pair.gain < min_gain or pair.low <= 0)
    checks = (
        complete("dev before", before),
        complete("dev after", after),
        Check("flat", flat, str(pair), f"below {min_gain:+.3f}, or an interval that reaches zero"),
    )
    return _decide(checks, PLATEAU, IMPROVING, pair.evidence("dev"))


def _decide(checks: tuple[Check, ...], yes: str, no: str, evidence: dict[str, float]) -> Decision:
    return Decision(yes if all(check.ok for check in checks) else no, checks, evidence)
