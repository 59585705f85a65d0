"""What a dead sandbox leaves unjudged is asked again by another run; it is never taken for a finding.

Covered: work that leaves out what fails and whose result is kept by digest, where what is left out for the wrong reason
would stay out. Not covered: arms, whose unscored attempts are counted (`evaluation`).
"""

from __future__ import annotations

from collections.abc import Iterable

from nightschool.errors import SandboxUnavailableError
from nightschool.types import Judgement, Verdict


def refuse_unscored(judgements: Iterable[Judgement], what: str) -> None:
    """Raise SandboxUnavailableError, which a retry may heal, if anything was not judged."""
    unscored = [judgement for judgement in judgements if judgement.verdict is Verdict.UNSCORED]
    if unscored:
        raise SandboxUnavailableError(
            f"{len(unscored)} {what} could not be judged ({unscored[0].detail or 'no detail'}), and nothing is "
            "concluded from that. Run `nightschool doctor`, then run the phase again."
        )
