"""Why a night was registered, in two sentences: version, checks, frozen and its bar, shadow and its p, whose gain.

Covered: numbers that the gate recorded; parts that are missing are left out. Not covered: refusals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nightschool.decisions import POLICY, SEARCH
from nightschool.report.changes import reference_of
from nightschool.types import EvaluationReport

BAR = "frozen above the bar"


def why_registered(
    decision: Mapping[str, Any], reports: Sequence[EvaluationReport], version: float | None, promoted: bool
) -> str:
    """`registered as version 1 (...): 31 of 31 checks; frozen 26/30 (above 76.7%); shadow 172 against ...`"""
    name = "" if version is None else f" version {version:.0f}"
    until = "" if version is None else ": `fix` takes it once it is promoted"
    what = f"champion{name}" if promoted else f"{name.strip() or 'one'} (challenger{until})"
    checks = decision["checks"]
    held = f"{sum(bool(one['ok']) for one in checks)} of {len(checks)} checks"
    parts = [held, *_frozen(checks), *_shadow(decision["evidence"], reports)]
    done = "registered and promoted to" if promoted else "registered as"
    return f"{done} {what}: {'; '.join(parts)}.{_whose(decision['evidence'], reference_of(reports))}"


def _frozen(checks: Sequence[Mapping[str, Any]]) -> list[str]:
    return [f"frozen {one['observed']} ({one['wanted']})" for one in checks if one["name"] == BAR]


def _shadow(evidence: Mapping[str, float], reports: Sequence[EvaluationReport]) -> list[str]:
    """Koans passed by the policy and its reference, and the p-value with tonight's share of alpha."""
    reference = reference_of(reports)
    passed = {one.arm: one.rate.passed for one in reports if one.suite == "shadow"}
    if not {POLICY, reference} <= passed.keys() or "shadow_p" not in evidence:
        return []
    p = f"p = {evidence['shadow_p']:.2g} (at most {evidence['alpha_spent']:.2g})"
    return [f"shadow {passed[POLICY]} against {reference}'s {passed[reference]}, {p}"]


def _whose(evidence: Mapping[str, float], reference: str) -> str:
    """What the adapter has to do with it: the policy against the same chooser without a model."""
    if "adapter_n" not in evidence:
        return ""
    fixed, lost = evidence["adapter_fixed"], evidence["adapter_lost"]
    if fixed or lost:
        return f" Of shadow the adapter won {fixed:.0f} and lost {lost:.0f} koans; the rest is the chooser's."
    chooser = "All of the gain is the chooser's; the" if reference == SEARCH else "The"
    return f" {chooser} adapter changed no koan of shadow."
