"""Several arms one after the other: the first answer that compiles counts.

Covered: a model first, rustc's suggestions for what it leaves broken, then retrieval; one answer an arm, so the
number of tries is the number of arms. A koan that no arm repairs keeps the first arm's answer. Not covered: tests,
which no arm sees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nightschool.evaluation.answer import Answer, Arm, Progress
from nightschool.evaluation.verdicts import verified
from nightschool.files import digest_text
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Verdict


class HybridArm:
    """The first of its arms whose answer compiles."""

    name = "hybrid"

    def __init__(self, arms: Sequence[Arm], judge: Judge) -> None:
        self.arms, self.judge = arms, judge
        self.digest = digest_text(self.name, judge.toolchain.digest, *(arm.digest for arm in arms))

    def facts(self) -> dict[str, str]:
        """Those of its arms, and their order."""
        merged = {key: value for arm in self.arms for key, value in arm.facts().items()}
        return {**merged, "tries": " then ".join(arm.name for arm in self.arms)}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """Ask each arm for what is still broken. Tokens and seconds are those of all tries."""
        answers: dict[int, Answer] = {}
        left = list(range(len(koans)))
        for arm in self.arms:
            asked = [koans[index] for index in left]
            given = arm.answer(asked)
            verdicts = [judgement.verdict for judgement in verified(self.judge, asked, given)]
            for index, answer, verdict in zip(left, given, verdicts, strict=True):
                answers[index] = _chosen(answers.get(index), answer, verdict, arm.name)
            pairs = zip(left, verdicts, strict=True)
            left = [index for index, verdict in pairs if verdict not in (Verdict.PASSED, Verdict.UNSCORED)]
            if progress:
                progress(len(koans) - len(left), len(koans))
        return [answers[index] for index in range(len(koans))]


def _chosen(first: Answer | None, answer: Answer, verdict: Verdict, name: str) -> Answer:
    """The new answer if it compiles or is the first, else the first; with what both have cost."""
    if verdict is Verdict.UNSCORED:
        answer = replace(answer, program=None, unscored=True)
    elif verdict is Verdict.PASSED:
        answer = replace(answer, detail=f"by {name}")
    if first is None:
        return answer
    kept = answer if verdict in (Verdict.PASSED, Verdict.UNSCORED) else first
    return replace(kept, tokens=first.tokens + answer.tokens, seconds=first.seconds + answer.seconds)
