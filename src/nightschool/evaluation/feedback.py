"""Repair in several attempts: answer, compile, and what rustc says of the answer is the next question.

Covered: each attempt is verified by a compile and counted; an attempt goes on from the program the last one
made. A malformed answer or one that changes nothing ends the talk, since a greedy model would repeat it.
Not covered: tests, which the arm never sees. Source: Chen et al. (2023), arXiv 2304.05128, compiler feedback only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nightschool.evaluation.answer import Answer, Arm, Progress
from nightschool.evaluation.verdicts import verified
from nightschool.files import digest_text
from nightschool.rust.judge import Judge
from nightschool.types import Judgement, Koan, Verdict

ATTEMPTS = 3
"""Most attempts at one koan, the first one included."""


class FeedbackArm:
    """A model that is asked again about what it left broken."""

    name = "feedback"

    def __init__(self, model: Arm, judge: Judge, attempts: int = ATTEMPTS) -> None:
        self.model, self.judge, self.attempts = model, judge, attempts
        self.digest = digest_text(self.name, model.digest, judge.toolchain.digest, str(attempts))

    def facts(self) -> dict[str, str]:
        """The model's, and how often it is asked at most."""
        return {**self.model.facts(), "most_tries": str(self.attempts)}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """The first answer that compiles, else the last one. Tokens and seconds are those of all attempts."""
        questions = dict(enumerate(koans))
        answers: dict[int, Answer] = {}
        for attempt in range(1, self.attempts + 1):
            given = self.model.answer(list(questions.values()))
            asked = [koans[index] for index in questions]
            judged = verified(self.judge, asked, given)
            following: dict[int, Koan] = {}
            for (index, question), answer, judgement in zip(questions.items(), given, judged, strict=True):
                answers[index] = _so_far(answers.get(index), answer, attempt, judgement)
                if answer.program not in (None, question.broken) and judgement.verdict is Verdict.NOT_COMPILED:
                    following[index] = replace(question, broken=answer.program or "")
            questions = following
            if progress:
                progress(len(koans) - len(questions), len(koans))
        return [answers[index] for index in range(len(koans))]


def _so_far(before: Answer | None, answer: Answer, attempt: int, judgement: Judgement) -> Answer:
    """The answer after this attempt, with what all attempts have cost."""
    if judgement.verdict is Verdict.UNSCORED:
        answer = replace(answer, program=None, unscored=True)
    detail = "; ".join(filter(None, (f"attempt {attempt}", answer.detail)))
    tokens, seconds = (before.tokens, before.seconds) if before else (0, 0.0)
    return replace(
        answer, detail=detail, tries=attempt, tokens=tokens + answer.tokens, seconds=seconds + answer.seconds
    )
