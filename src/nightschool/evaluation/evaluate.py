"""One arm on one suite: ask, apply, judge, count.

Covered: every koan becomes one attempt with its verdict; what could not be asked or judged is unscored and
counted, never a failure; rates with Wilson intervals by family and by primary error code.
Not covered: comparing arms (`nightschool.decisions`) and showing them (`nightschool.report`).
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nightschool.config import Config
from nightschool.evaluation.answer import Answer, Arm
from nightschool.evaluation.verdicts import examined
from nightschool.koans import Suite
from nightschool.metrics import rate
from nightschool.rust.judge import Judge
from nightschool.types import Attempt, EvaluationReport, Judgement, Koan, Rate, Stage, Verdict

Progress = Callable[[str, int, int], None]


def evaluate(  # noqa: PLR0913 - what is measured, with what, and how the report is labelled
    arm: Arm,
    suite: Suite,
    judge: Judge,
    config: Config,
    certified: bool = False,
    suite_name: str = "",
    progress: Progress | None = None,
) -> EvaluationReport:
    """Measure `arm` on every koan of the suite. `progress(stage, done, total)` follows answers and verdicts."""
    name = suite_name or suite.name
    say = progress or (lambda stage, done, total: None)
    answers = arm.answer(suite.koans, lambda done, total: say(f"{arm.name} answers {name}", done, total))
    answers, judgements = _judged(judge, suite, answers)
    say(f"{arm.name} judged on {name}", len(answers), len(answers))
    attempts = tuple(map(_attempt, suite.koans, answers, judgements))
    return EvaluationReport(
        arm=arm.name,
        suite=name,
        suite_digest=suite.digest,
        certified=certified,
        attempts=attempts,
        rate=rate(attempts),
        by_family=_rates(attempts, lambda attempt: attempt.family),
        by_code=_rates(attempts, lambda attempt: attempt.error_code),
        unscored=sum(attempt.verdict is Verdict.UNSCORED for attempt in attempts),
        tokens=sum(attempt.tokens for attempt in attempts),
        seconds=sum(attempt.seconds for attempt in attempts),
        policy_digest=arm.digest,
        context={**arm.facts(), "toolchain": judge.toolchain.version, "config": config.name},
    )


def _judged(judge: Judge, suite: Suite, answers: Sequence[Answer]) -> tuple[list[Answer], list[Judgement]]:
    """The judge's findings; its seconds are a stage of the answers that had a program."""
    started = time.perf_counter()
    judgements = examined(judge, suite.koans, answers)
    asked = sum(answer.program is not None for answer in answers)
    tests = Stage("tests", (time.perf_counter() - started) / max(1, asked), 1)
    told = [one if one.program is None else replace(one, stages=(*one.stages, tests)) for one in answers]
    return told, judgements


def _attempt(koan: Koan, answer: Answer, judgement: Judgement) -> Attempt:
    codes = ", ".join(judgement.codes)
    return Attempt(
        koan=koan.id,
        family=koan.family,
        error_code=koan.error_codes[0] if koan.error_codes else "",
        answer=answer.text,
        program=answer.program or "",
        verdict=judgement.verdict,
        detail="; ".join(dict.fromkeys(part for part in (answer.detail, judgement.detail or codes) if part)),
        tokens=answer.tokens,
        seconds=answer.seconds,
        group=koan.group,
        compiles=answer.compiles,
        answers=answer.answers,
        sure=answer.sure,
        stages=answer.stages,
        unchosen=answer.unchosen,
    )


def _rates(attempts: Iterable[Attempt], key: Callable[[Attempt], str]) -> dict[str, Rate]:
    groups: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        groups[key(attempt)].append(attempt)
    return {name: rate(groups[name]) for name in sorted(groups)}
