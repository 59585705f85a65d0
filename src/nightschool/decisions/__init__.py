"""The decisions of a cycle, as pure functions of measured numbers: each has named outcomes and its evidence.

Covered: `gained` (did align help on dev?), `kept` (is a later phase's adapter as good?), `plateaued` (has supervised
training stopped helping?), `gate` (may the candidate and its policy be registered?), the alpha budget and the power of
the gate's evidence. Every reason for a refusal is listed, not only the first. Not covered: measuring, and acting on the
outcome.
"""

from nightschool.decisions.budget import Spend, alpha_share, promising
from nightschool.decisions.checks import Check, Decision
from nightschool.decisions.gate import CANDIDATE, NOT_ENOUGH_EVIDENCE, PASSED, REFUSED, SUITES, GateInputs, gate
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
from nightschool.decisions.power import detectable_gain, koans_needed
from nightschool.decisions.shadow import CHAMPION, CHOOSER, POLICY, SEARCH, ShadowEvidence, rivals, shadow_evidence
from nightschool.decisions.superiority import two_sided_p

__all__ = [
    "CANDIDATE", "CHAMPION", "CHOOSER", "GAINED", "IMPROVING", "KEPT", "NOT_ENOUGH_EVIDENCE", "NOT_KEPT", "NO_GAIN",
    "PASSED", "PLATEAU", "POLICY", "REFUSED", "SEARCH", "SUITES", "Check", "Decision", "GateInputs", "Paired",
    "ShadowEvidence", "Spend", "alpha_share", "detectable_gain", "gained", "gate", "kept", "koans_needed", "paired",
    "plateaued", "promising", "rivals", "shadow_evidence", "show_gain", "two_sided_p",
]  # fmt: skip
