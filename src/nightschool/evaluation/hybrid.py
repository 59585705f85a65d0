"""Several arms one after the other: the first answer that compiles counts.

Covered: a model first, rustc's suggestions for what it leaves broken, then retrieval. An arm gives one answer and may
compile several candidates to find it, so the number of tries is bounded by the sum of what its arms try at most: 1 of
a model, 2 x 24 of suggestions, 8 of retrieval, 57 in all. A koan that no arm repairs keeps the first arm's answer.
Not covered: tests, which no arm sees.
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
        """Those of its arms, their order, and the sum of what they try at most."""
        facts = [arm.facts() for arm in self.arms]
        most = sum(int(found.get("most_tries", 1)) for found in facts)
        merged = {key: value for found in facts for key, value in found.items()}
        return {**merged, "order": " then ".join(arm.name for arm in self.arms), "most_tries": str(most)}

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
    return replace(
        kept,
        tries=first.tries + answer.tries,
        tokens=first.tokens + answer.tokens,
        seconds=first.seconds + answer.seconds,
    )
