"""The judge's findings on answers: the examination's, with tests, and the one an arm may ask for, without.

An arm may find out whether its answer compiles, as a developer can; tests are seen by the examination alone. A koan
without tests (suite `own`) is passed by an answer that compiles and leaves every item in place (`koans.untested`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nightschool.evaluation.answer import Answer
from nightschool.koans import judged_in_place
from nightschool.rust.judge import Judge
from nightschool.types import Judgement, Koan, Verdict


def examined(judge: Judge, koans: Sequence[Koan], answers: Sequence[Answer]) -> list[Judgement]:
    """The judge's finding where there is a program, ours where there is none."""
    found = _judged(judge, koans, answers)
    programs = (answer.program or "" for answer in answers)
    return [judged_in_place(*one) for one in zip(koans, programs, found, strict=True)]


def _judged(judge: Judge, koans: Sequence[Koan], answers: Sequence[Answer]) -> list[Judgement]:
    found = [
        Judgement(Verdict.UNSCORED if answer.unscored else Verdict.NOT_COMPILED, detail=answer.detail)
        for answer in answers
    ]
    there = [k for k, answer in enumerate(answers) if answer.program is not None]
    programs = [koans[k].program(answers[k].program or "", koans[k].tests or None, koans[k].broken) for k in there]
    for k, judgement in zip(there, judge.judge(programs) if programs else [], strict=True):
        found[k] = judgement
    return found


def verified(judge: Judge, koans: Sequence[Koan], answers: Sequence[Answer]) -> list[Judgement]:
    """The same without tests: PASSED means that the answer compiles and uses nothing forbidden."""
    return _judged(judge, [replace(koan, tests="") for koan in koans], answers)
