"""What the night's policy learnt and lost against what it is held against, by suite, family and error code. Pure.

Covered: koans fixed and lost where both sides were examined with the same koans; lost ones of `judged.TOLD` with what
the judge found, without names and words of tests. Not covered: frozen, shadow and domains beyond their numbers and
names: who writes templates reads reports as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from nightschool.decisions import CHAMPION, POLICY, SEARCH, paired
from nightschool.report.judged import TOLD, finding
from nightschool.report.plain import plain
from nightschool.types import Attempt, EvaluationReport, Verdict

MOST_LOST = 40
"""Lost koans that are shown of a suite."""


def reference_of(reports: Iterable[EvaluationReport]) -> str:
    """The arm that the policy is held against: the champion's policy, else search."""
    return CHAMPION if any(report.arm == CHAMPION for report in reports) else SEARCH


def changes(reports: Sequence[EvaluationReport], suites: Sequence[str]) -> list[dict[str, Any]]:
    """One entry a suite that both were examined with: gain with interval, families and codes, the koans."""
    arms = {(report.arm, report.suite): report for report in reports}
    reference, found = reference_of(reports), []
    for suite in suites:
        before, after = arms.get((reference, suite)), arms.get((POLICY, suite))
        if before and after and before.suite_digest == after.suite_digest:
            found.append(_change(before, after))
    return found


def _change(before: EvaluationReport, after: EvaluationReport) -> dict[str, Any]:
    pair = paired(before, after)
    by_koan = {attempt.koan: attempt for attempt in after.attempts}
    told = after.suite in TOLD
    return {
        "suite": after.suite,
        "reference": before.arm,
        **{"n": pair.n, "gain": pair.gain, "low": pair.low, "high": pair.high},
        "fixed": [_koan(by_koan[koan], False) for koan in pair.fixed],
        "lost": [_koan(by_koan[koan], told) for koan in pair.lost[:MOST_LOST]],
        "lost_count": len(pair.lost),
        "families": _groups(before, after, lambda one: one.family),
        "codes": _groups(before, after, lambda one: one.error_code),
    }


def _koan(attempt: Attempt, told: bool) -> dict[str, str]:
    what = {"koan": attempt.koan, "family": attempt.family, "code": attempt.error_code}
    if not told:
        return what
    return what | {"verdict": str(attempt.verdict), "detail": plain(finding(attempt.detail, attempt.verdict))}


def _groups(before: EvaluationReport, after: EvaluationReport, name: Callable[[Attempt], str]) -> list[dict[str, Any]]:
    """Passes of both sides by group, of koans that both scored; those that lost most first, then those that won."""
    first, second = _passes(before), _passes(after)
    rows: dict[str, dict[str, Any]] = {}
    for attempt in after.attempts:
        if attempt.koan not in first or attempt.koan not in second:
            continue
        empty = {"name": name(attempt), "n": 0, "before": 0, "after": 0, "fixed": 0, "lost": 0}
        row = rows.setdefault(name(attempt), empty)
        was, now = first[attempt.koan], second[attempt.koan]
        for key, more in (
            ("n", 1),
            ("before", was),
            ("after", now),
            ("fixed", now and not was),
            ("lost", was and not now),
        ):
            row[key] += int(more)
    return sorted(rows.values(), key=lambda row: (-row["lost"], -row["fixed"], row["name"]))


def _passes(report: EvaluationReport) -> dict[str, bool]:
    return {a.koan: a.verdict is Verdict.PASSED for a in report.attempts if a.verdict is not Verdict.UNSCORED}
