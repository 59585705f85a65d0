"""Koans without tests: what an answer must do to pass.

Such an answer passes if it compiles, uses nothing forbidden, leaves every item of the broken program in place, called
as before (or as the known repair does), and deletes nothing. Covered: the rule. Not covered: whether the answer does
what was meant; nothing here can tell, so suites that allow such koans are shown and decide nothing.
"""

from __future__ import annotations

from nightschool.rust.signatures import in_place
from nightschool.types import Judgement, Koan, Verdict

OUT_OF_PLACE = "items are gone, new or called otherwise, and no test says whether that is a repair"


def judged_in_place(koan: Koan, program: str, judgement: Judgement) -> Judgement:
    """The judgement; of a koan without tests a pass is one only where the answer leaves every item in place."""
    if koan.tests or judgement.verdict is not Verdict.PASSED:
        return judgement
    kept = in_place(koan.broken, koan.fixed, program, koan.family)
    return judgement if kept else Judgement(Verdict.FORBIDDEN, detail=OUT_OF_PLACE)
