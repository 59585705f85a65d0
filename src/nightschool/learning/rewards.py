"""The verifier's reward for an answer, for training that samples while it learns.

1 for a verified repair; 0.3 where it compiles but fails its tests or dodges the check; 0.1 where only other errors
are left than before; 0 otherwise; -0.2 for what the judge forbids. Covered: partial credit, since pass or fail alone
taught nothing at this size (GLYPH). Not covered: distance from the shortest repair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nightschool.config import AnswerConfig
from nightschool.learning.attempts import Judge, Tried
from nightschool.modeling.answers import answer_format
from nightschool.types import Judgement, Program, Row, Verdict

PASSED, COMPILED, OTHER_ERROR, FORBIDDEN = 1.0, 0.3, 0.1, -0.2


def make_reward(rows: Mapping[str, Row], judge: Judge, config: AnswerConfig) -> Callable[..., list[float | None]]:
    """A TRL reward function over completions; None where the judge could not be asked."""
    form = answer_format(config.format, config.context_lines)

    def verifier(completions: Sequence[str], row: Sequence[str], **_: Any) -> list[float | None]:
        asked = [rows[name] for name in row]
        programs = [form.apply(one.broken, text.strip("\n")) for one, text in zip(asked, completions, strict=True)]
        there = [k for k, program in enumerate(programs) if program is not None]
        found = judge.judge([Program(programs[k] or "", asked[k].tests, asked[k].broken) for k in there])
        judged = dict(zip(there, found, strict=True))
        return [
            reward(Tried(one, text, 0, program or "", judged[k].verdict), judged[k]) if k in judged else 0.0
            for k, (one, text, program) in enumerate(zip(asked, completions, programs, strict=True))
        ]

    return verifier


def reward(tried: Tried, judgement: Judgement) -> float | None:
    """The reward of one judged answer."""
    if judgement.verdict is Verdict.UNSCORED:
        return None
    if judgement.verdict is Verdict.FORBIDDEN:
        return FORBIDDEN
    if tried.verified:
        return PASSED
    if judgement.verdict in (Verdict.PASSED, Verdict.TESTS_FAILED):
        return COMPILED
    codes = judgement.codes
    return OTHER_ERROR if codes and tried.row.error_code not in codes else 0.0
