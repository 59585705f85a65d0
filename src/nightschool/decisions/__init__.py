"""The decisions of a cycle, as pure functions of measured numbers: each has named outcomes and its evidence.

Covered: `gained` (did align help on dev?), `kept` (is a later phase's adapter as good?), `plateaued` (has supervised
training stopped helping?), `gate` (may the candidate be registered?), `best_policy` (how is a registered version
used?), the alpha budget and the power of the gate's evidence. Every reason for a refusal is listed, not only the
first. Not covered: measuring, and acting on the outcome.
"""

from nightschool.decisions.budget import Spend, alpha_share, promising
from nightschool.decisions.checks import Check, Decision
from nightschool.decisions.gate import NOT_ENOUGH_EVIDENCE, PASSED, REFUSED, SUITES, GateInputs, gate
from nightschool.decisions.learning import (
    GAINED,
    IMPROVING,
    KEPT,
    NO_GAIN,
    NOT_KEPT,
    PLATEAU,
    gained,
    kept,
    plateaued,
)
from nightschool.decisions.pairs import Paired, paired, show_gain
from nightschool.decisions.policy import POLICIES, best_policy
from nightschool.decisions.power import detectable_gain, koans_needed
from nightschool.decisions.shadow import ShadowEvidence, shadow_evidence
from nightschool.decisions.superiority import two_sided_p

__all__ = [
    "GAINED", "IMPROVING", "KEPT", "NOT_ENOUGH_EVIDENCE", "NOT_KEPT", "NO_GAIN", "PASSED", "PLATEAU", "POLICIES",
    "REFUSED", "SUITES", "Check", "Decision", "GateInputs", "Paired", "ShadowEvidence", "Spend", "alpha_share",
    "best_policy", "detectable_gain", "gained", "gate", "kept", "koans_needed", "paired", "plateaued",
    "promising", "shadow_evidence", "show_gain", "two_sided_p",
]  # fmt: skip
