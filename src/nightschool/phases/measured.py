"""Measuring an arm on a cycle's suites, and reading what was measured.

Covered: reports as files and as metrics, the reference arm of tonight. Not covered: what is decided from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nightschool.phases.context import DOMAINS, Context
from nightschool.types import EvaluationReport

SUITES = ("dev", "shadow", "frozen")
"""What decisions rest on."""
SEARCHING = ("retrieval", "hybrid")
"""Arms that look tonight's corpus up."""
OF_CANDIDATE = ("hybrid", "feedback")
"""Arms that are made of the candidate and wait for it."""
SMALL = {"hints": ("frozen", DOMAINS)}
"""Arms that are asked about the small suites only: 400 koans more would take minutes of each night that draws anew."""


def with_domains(context: Context, suites: tuple[str, ...] = SUITES) -> tuple[str, ...]:
    """The suites, and `domains` where tonight's certify phase found it sound: it is shown, and no decision reads it."""
    return (*suites, DOMAINS) if DOMAINS in context.result("certify").digests else suites


def suites_of(context: Context, arm: str) -> tuple[str, ...]:
    """The suites that an arm of the baseline is measured on."""
    suites = with_domains(context)
    return tuple(name for name in suites if name in SMALL.get(arm, suites))


def reference_name(context: Context) -> str:
    """What the candidate must beat: the champion, or the base model where there is none."""
    return "champion" if context.champion else "base"


def reference_report(context: Context, suite: str) -> EvaluationReport:
    """The reference arm's report of tonight."""
    return read(context.output("baseline") / f"{reference_name(context)}-{suite}.json")


def read(path: Path) -> EvaluationReport:
    """A report from its JSON."""
    from nightschool.evaluation import read_report

    return read_report(path)


def measure(context: Context, folder: Path, arm: str, adapter: Path | None, suites: Iterable[str]) -> dict[str, float]:
    """Evaluate one arm on suites and write `<arm>-<suite>.json`; returns pass rates and counts as metrics."""
    from nightschool.evaluation import evaluate, open_arm

    corpus = context.output("curate") if arm in SEARCHING else None
    opened = open_arm(arm, context.config, context.judge, context.base, adapter, corpus)
    metrics: dict[str, float] = {}
    for name in suites:
        suite = context.suite(name)
        report = evaluate(
            opened,
            suite,
            context.judge,
            context.config,
            certified=True,
            suite_name=name,
            progress=context.progress,
        )
        metrics |= keep_report(folder, report)
    return metrics


def keep_report(folder: Path, report: EvaluationReport) -> dict[str, float]:
    """Write `<arm>-<suite>.json`; returns pass rate, if anything was scored, and counts as metrics."""
    from nightschool.evaluation import write_report

    name = f"{report.arm}.{report.suite}"
    write_report(folder / f"{report.arm}-{report.suite}.json", report)
    counts = {f"{name}.n": float(report.rate.n), f"{name}.unscored": float(report.unscored)}
    return counts if report.rate.value is None else {f"{name}.pass_rate": report.rate.value, **counts}
