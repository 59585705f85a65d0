"""What is true of a corpus, a suite or reports, as plain records for `validation` to hold expectations against.

A fault column is empty where all is well and says what is wrong where it is not, so that the unexpected
values of an expectation explain themselves. Covered: what rustc says of every row again, twins, leaks, poison,
certificate defects, rates that do not follow from their attempts. Not covered: thresholds and verdicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from nightschool.curriculum.overlap import Leakage
from nightschool.curriculum.poison import poisoned
from nightschool.koans import Certificate, Suite, refuse_unscored
from nightschool.metrics import rate
from nightschool.rust.canonical import normalise
from nightschool.types import Attempt, EvaluationReport, Judgement, Program, Rate, Row, Verdict

Record = dict[str, Any]
CORPUS_COLUMNS = (
    *("id", "source", "family", "pattern", "error_code", "broken", "fixed", "diagnostic", "provenance"),
    *("group", "digest", "broken_fault", "fixed_fault", "leak", "twin", "poison"),
)
SUITE_COLUMNS = ("id", "family", "pattern", "primary_code", "broken", "fixed", "tests", "defects")
REPORT_COLUMNS = ("id", "arm", "suite", "koan", "family", "verdict", "unscored")
TOLERANCE = 1e-9
"""Largest difference of two interval bounds that are the same."""


class Judge(Protocol):
    """What validation needs of `nightschool.rust.judge.Judge`."""

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """Verdict PASSED means that a program compiles."""

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        """Forbidden constructs, then compilation, then tests."""


def corpus_records(rows: Sequence[Row], judge: Judge, leaks: Leakage) -> list[Record]:
    """One record per row; empty text becomes None. Raises SandboxUnavailableError if a row went unjudged."""
    broken = judge.compile([Program(row.broken, edition=row.edition) for row in rows])
    fixed = judge.judge([Program(row.fixed, row.tests, row.fixed, row.edition) for row in rows])
    refuse_unscored((*broken, *fixed), "rows of the corpus")
    leaked = leaks_by_row(leaks)
    twins = _twins(rows)
    poison = poisoned(rows)
    return [
        {
            **{name: value or None for name, value in row.to_json().items()},
            "broken_fault": broken_fault(row.error_code, before),
            "fixed_fault": fixed_fault(after),
            "leak": leaked.get(row.id, ""),
            "twin": twin,
            "poison": poison.get(row.id, ""),
        }
        for row, before, after, twin in zip(rows, broken, fixed, twins, strict=True)
    ]


def suite_records(suite: Suite, certificate: Certificate) -> list[Record]:
    """One record per koan, its defects joined."""
    defects: dict[str, list[str]] = {}
    for defect in certificate.defects:
        defects.setdefault(defect.koan, []).append(defect.defect)
    return [
        {
            "id": koan.id,
            "family": koan.family or None,
            "pattern": koan.pattern or None,
            "primary_code": koan.error_codes[0] if koan.error_codes else None,
            "broken": koan.broken or None,
            "fixed": koan.fixed or None,
            "tests": koan.tests or None,
            "defects": "; ".join(defects.get(koan.id, ())),
        }
        for koan in suite.koans
    ]


def report_records(reports: Sequence[EvaluationReport]) -> list[Record]:
    """One record per attempt of every report."""
    return [
        {
            "id": f"{report.arm} on {report.suite}: {attempt.koan}",
            "arm": report.arm,
            "suite": report.suite,
            "koan": attempt.koan,
            "family": attempt.family or None,
            "verdict": str(attempt.verdict),
            "unscored": f"unscored: {attempt.detail}" if attempt.verdict is Verdict.UNSCORED else "",
        }
        for report in reports
        for attempt in report.attempts
    ]


def rate_faults(reports: Sequence[EvaluationReport]) -> list[str]:
    """Reports whose numbers do not follow from their own attempts."""
    faults = []
    for report in reports:
        name = f"{report.arm} on {report.suite}"
        if not report.attempts:
            faults.append(f"{name}: no attempts")
        if report.unscored != sum(a.verdict is Verdict.UNSCORED for a in report.attempts):
            faults.append(f"{name}: says {report.unscored} unscored")
        if len({a.koan for a in report.attempts}) != len(report.attempts):
            faults.append(f"{name}: a koan is counted twice")
        if not _same(report.rate, rate(report.attempts)):
            faults.append(f"{name}: rate {report.rate.passed}/{report.rate.n} does not follow from the attempts")
        faults += _group_faults(f"{name}, by family", report.by_family, report.attempts, lambda a: a.family)
        faults += _group_faults(f"{name}, by code", report.by_code, report.attempts, lambda a: a.error_code)
    return faults


def uncertified(reports: Iterable[EvaluationReport]) -> list[str]:
    """Reports on suites that were not certified."""
    return [f"{report.arm} on {report.suite}" for report in reports if not report.certified]


def _group_faults(
    name: str, rates: Mapping[str, Rate], attempts: Sequence[Attempt], key: Callable[[Attempt], str]
) -> list[str]:
    groups: dict[str, list[Attempt]] = {group: [] for group in rates}
    for attempt in attempts:
        groups.setdefault(key(attempt), []).append(attempt)
    return [
        f"{name}: {group} does not follow from the attempts"
        for group, members in groups.items()
        if not _same(rates.get(group), rate(members))
    ]


def _same(reported: Rate | None, computed: Rate) -> bool:
    if reported is None:
        return computed.n == 0
    counts = (reported.passed, reported.n) == (computed.passed, computed.n)
    return counts and max(abs(reported.low - computed.low), abs(reported.high - computed.high)) < TOLERANCE


def broken_fault(declared: str, judgement: Judgement) -> str:
    """Why a program that should fail with its code does not; empty if it does."""
    if judgement.verdict is Verdict.PASSED:
        return f"compiles; {declared} is declared"
    if judgement.primary_name != declared:
        return f"fails with {judgement.primary_name or judgement.verdict}; {declared} is declared"
    return ""


def fixed_fault(judgement: Judgement) -> str:
    """Why a program that should pass does not; empty if it does."""
    if judgement.verdict is Verdict.PASSED:
        return ""
    return " ".join(filter(None, (str(judgement.verdict), ", ".join(judgement.codes), judgement.detail)))[:200]


def leaks_by_row(leaks: Leakage) -> dict[str, str]:
    """What each offending row holds, and where."""
    found: dict[str, list[str]] = {}
    for offence in leaks.offenders:
        where = f"{offence.koan} {offence.side} in {offence.field} ({offence.detector} {offence.score:.2f})"
        found.setdefault(offence.row, []).append(where)
    return {row: "; ".join(texts) for row, texts in found.items()}


def _twins(rows: Sequence[Row]) -> list[str]:
    """For each row the earlier row with the same programs, if there is one."""
    first: dict[tuple[str, str], str] = {}
    twins = []
    for row in rows:
        key = normalise(row.broken), normalise(row.fixed)
        twins.append(f"same programs as {first[key]}" if key in first else "")
        first.setdefault(key, row.id)
    return twins
