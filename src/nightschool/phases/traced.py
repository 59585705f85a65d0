"""Which of a night's answers become traces in MLflow, and what of them may stand there.

Covered: suites that examine (SEALED), whose traces hold verdicts and numbers and no code, as the page does; tests,
which are told as reports tell them: neither their text nor their names nor what they printed. What models and people
wrote is data: blocks of code, made plain and cut at LONGEST. Not covered: writing them (`tracking.traces`).

`policy` is what is used and `candidate` what is taught: two nights are compared by these. The other arms are the same
for both nights or stand beside them in the report. `shadow` is left out: 200 koans an arm, drawn anew, whose
single answers nobody may tune on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from nightschool.decisions import CANDIDATE, POLICY
from nightschool.nights.words import words
from nightschool.phases.context import DOMAINS, OWN, Context
from nightschool.report.judged import SEALED, choice, finding
from nightschool.report.plain import plain
from nightschool.tracking import Examination, TracedAnswer, log_examination
from nightschool.types import Attempt, EvaluationReport

ARMS = (POLICY, CANDIDATE)
SUITES = ("dev", "frozen", DOMAINS, OWN)
LONGEST = 20_000
"""Characters of a text in a trace."""


def leave_traces(context: Context, reports: Iterable[EvaluationReport]) -> None:
    """Write the evaluation runs of tonight's reports with their traces, as far as they are not there."""
    if not context.config.tracking.traces:
        return
    chosen = [one for one in reports if one.arm in ARMS and one.suite in SUITES]
    written = sum(log_examination(context.runs, told(context, report)) for report in chosen)
    if chosen:
        print(f"Traces in MLflow: {written} new, of {len(chosen)} evaluation runs.", flush=True)


def told(context: Context, report: EvaluationReport) -> Examination:
    """The report as MLflow may be told of it."""
    answers = tuple(_answer(context, report, attempt) for attempt in report.attempts)
    return Examination(
        report.arm, report.suite, report.suite_digest, answers, _when(context, report), report.policy_digest
    )


def _answer(context: Context, report: EvaluationReport, attempt: Attempt) -> TracedAnswer:
    facts = TracedAnswer(
        attempt.koan, attempt.family, attempt.error_code, str(attempt.verdict), attempt.compiles, attempt.answers,
        attempt.tokens, attempt.seconds, attempt.sure, stages=attempt.stages,
    )  # fmt: skip
    if report.suite in SEALED:
        return facts
    kept = words(context.config, report.suite_digest, attempt.koan)
    said = attempt.answer if attempt.answer != attempt.program else ""
    return replace(
        facts, finding=_block(finding(attempt.detail, attempt.verdict)), choice=_block(choice(attempt.detail)),
        broken=_block(kept.get("broken"), "rust"), diagnostic=_block(kept.get("diagnostic")),
        program=_block(attempt.program, "rust"), said=_block(said),
        unchosen=tuple(replace(one, diff=_block(one.diff, "diff")) for one in attempt.unchosen),
    )  # fmt: skip


def _block(text: str | None, language: str = "text") -> str:
    """Text as it may be shown, as a block of code: MLflow's pages read texts as Markdown and fetch pictures in them.

    The fence is longer than any run of backticks in the text; its stores take neither NUL nor half a surrogate pair.
    """
    shown = plain((text or "").removesuffix("\n"), LONGEST)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    return f"{fence}{language}\n{shown}\n{fence}" if shown else ""


def _when(context: Context, report: EvaluationReport) -> int:
    """When the arm's report was written, nanoseconds since 1970: of candidate and policy by `examine`."""
    return (context.output("examine") / f"{report.arm}-{report.suite}.json").stat().st_mtime_ns
