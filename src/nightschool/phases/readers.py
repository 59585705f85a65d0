"""What a night leaves for those who read of it later: a line in the index, and its koans with rustc's words.

Covered: suites that are gone or a compiler that cannot be asked, which are said and stop no report. Not covered:
reading (`nightschool.nights`).
"""

from __future__ import annotations

from collections.abc import Iterable

from nightschool.errors import NightSchoolError
from nightschool.nights import NightIndex, are_kept, keep_words
from nightschool.phases.context import Context
from nightschool.types import EvaluationReport

COMPLETED = "retention"
"""Its koans are functions to complete: rustc says nothing of them."""


def keep_for_readers(context: Context, reports: Iterable[EvaluationReport]) -> None:
    """Add the night to the index, and the words of every suite that has not been kept before."""
    NightIndex(context.config).append(context.folder.name)
    asked = {report.suite_digest: report.suite for report in reports if report.suite != COMPLETED}
    for digest, name in asked.items():
        if not are_kept(context.config, digest):
            _keep_suite(context, name, digest)


def _keep_suite(context: Context, name: str, digest: str) -> None:
    from nightschool.evaluation import diagnose

    try:
        suite = context.suite(name)
        if suite.digest == digest:  # else it was changed since, and these are other koans
            keep_words(context.config, suite, diagnose(suite.koans, context.judge))
    except NightSchoolError as error:
        print(f"The page will not show rustc's words for suite {name!r}: {error}", flush=True)
