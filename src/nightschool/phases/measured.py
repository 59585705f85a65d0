"""Measuring an arm on a cycle's suites, and reading what was measured.

Covered: reports as files and as metrics, what each arm is made of tonight, the reference. Not covered: what is decided
from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nightschool.config import Config
from nightschool.decisions import CANDIDATE, CHAMPION, POLICY, rivals
from nightschool.phases.base_form import in_base_form
from nightschool.phases.context import DOMAINS, OWN, Context
from nightschool.types import EvaluationReport, Koan

SUITES = ("dev", "shadow", "frozen")
"""What decisions rest on."""
TONIGHTS = (CANDIDATE, POLICY)
"""Arms that are made of tonight's candidate and wait for it."""
OF_BASE = ("base", "hints", "policy_base")
"""Arms of the base model, which is asked in its better form."""
SMALL = {
    "hints": ("frozen", DOMAINS, OWN), "base": ("dev", "frozen", DOMAINS, OWN),
    "policy_base": ("dev", "frozen", DOMAINS, OWN),
}  # fmt: skip
"""Arms that no decision on shadow looks at: 200 koans more would take minutes of each night that draws anew."""
CHOSEN = "policy"
"""Folder of chooser and patterns in the output of phase `choose`."""


def with_domains(context: Context, suites: tuple[str, ...] = SUITES) -> tuple[str, ...]:
    """The suites, and `domains` where tonight's certify phase found it sound: it is shown, and no decision reads it."""
    return (*suites, DOMAINS) if DOMAINS in context.result("certify").digests else suites


def with_own(context: Context, suites: tuple[str, ...]) -> tuple[str, ...]:
    """The suites, and `own` where tonight has it: every arm is measured on it each night, and no decision reads it."""
    return (*suites, OWN) if context.own else suites


def guarded_koans(context: Context) -> list[Koan]:
    """Koans that no row or pair of a learning phase may hold."""
    return [koan for name in with_own(context, SUITES) for koan in context.suite(name).koans]


def suites_of(context: Context, arm: str) -> tuple[str, ...]:
    """The suites that an arm of the baseline is measured on."""
    suites = with_own(context, with_domains(context))
    return tuple(name for name in suites if name in SMALL.get(arm, suites))


def reference_name(context: Context) -> str:
    """Arm of the policy that tonight's must beat: the champion's, or `search` where there is no champion."""
    return rivals(context.champion is not None)[0]


def model_before(context: Context) -> str:
    """Whose general knowledge the candidate's is compared with: the champion, or the base model."""
    return "champion" if context.champion else "base"


def reference_report(context: Context, suite: str) -> EvaluationReport:
    """The reference arm's report of tonight."""
    return baseline_report(context, reference_name(context), suite)


def baseline_report(context: Context, arm: str, suite: str) -> EvaluationReport:
    """Tonight's report of an arm of the baseline."""
    return read(context.output("baseline") / f"{arm}-{suite}.json")


def read(path: Path) -> EvaluationReport:
    """A report from its JSON."""
    from nightschool.evaluation import read_report

    return read_report(path)


def policy_folder(context: Context, arm: str) -> Path | None:
    """Where an arm's chooser and patterns are: the champion's own, or tonight's; None for arms without."""
    if arm == CHAMPION:
        return context.champion.policy if context.champion else None
    return context.output("choose") / CHOSEN if arm in ("chooser", "policy", "policy_base") else None


def config_of(context: Context, arm: str) -> Config:
    """The config, with the base model's better form for its arms."""
    return in_base_form(context) if arm in OF_BASE else context.config


def measure(context: Context, folder: Path, arm: str, adapter: Path | None, suites: Iterable[str]) -> dict[str, float]:
    """Evaluate one arm on suites and write `<arm>-<suite>.json`; returns pass rates and counts as metrics."""
    from nightschool.evaluation import evaluate, open_arm

    config = config_of(context, arm)
    opened = open_arm(arm, config, context.judge, context.base, adapter, policy_folder(context, arm))
    metrics: dict[str, float] = {}
    for name in suites:
        suite = context.suite(name)
        report = evaluate(opened, suite, context.judge, config, True, name, context.progress)
        metrics |= keep_report(folder, report)
    return metrics


def keep_report(folder: Path, report: EvaluationReport) -> dict[str, float]:
    """Write `<arm>-<suite>.json`; returns pass rate, if anything was scored, and counts as metrics."""
    from nightschool.evaluation import write_report

    name = f"{report.arm}.{report.suite}"
    write_report(folder / f"{report.arm}-{report.suite}.json", report)
    numbers = {"n": report.rate.n, "unscored": report.unscored, **report.counts}
    counts = {f"{name}.{key}": float(number) for key, number in numbers.items()}
    return counts if report.rate.value is None else {f"{name}.pass_rate": report.rate.value, **counts}
