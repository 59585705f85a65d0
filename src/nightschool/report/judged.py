"""What a person may read of a judged answer: suites that examine, and findings without a test's name or words.

Covered: every verdict; reports, pages and API tell this and nothing else of what the judge said. Not covered: code and
answers of suites that examine (`nights.koan` closes them).
"""

from __future__ import annotations

import re

from nightschool.types import Verdict

SEALED = ("frozen", "shadow")
"""Suites that examine: frozen is not read by whoever writes templates, prompts or hints; on shadow nothing is tuned."""
TOLD = ("dev", "own")
"""Suites whose lost koans are shown with what the judge found; of others reports tell names only."""
LONGEST = 500
"""Characters of a finding."""
_CHOSEN = re.compile(r"[^;\n]{1,200}; first of \d+, \d+% sure")
"""What a policy says of its choice, in front of what the judge says of the tests."""


def choice(detail: str) -> str:
    """Who proposed the chosen program and of how many it was the first; empty where nothing was chosen."""
    chosen = _CHOSEN.match(detail)
    return chosen[0] if chosen else ""


def finding(detail: str, verdict: str) -> str:
    """The detail, but for what tests say: a failing one is told without its name and its words."""
    if verdict not in (Verdict.TESTS_FAILED, Verdict.TIMED_OUT):
        return detail[:LONGEST]
    chosen = _CHOSEN.match(detail)
    failed = "the tests do not compile against it" if "the tests do not compile" in detail else "a test fails"
    why = "out of time" if verdict == Verdict.TIMED_OUT else failed
    return f"{chosen[0]}; {why}" if chosen else why
