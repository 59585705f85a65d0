"""What a person is shown before deciding on a champion: the version, its evidence, and what it would replace.

Covered: Markdown for a terminal and for Airflow's approval form. Not covered: deciding; nothing is changed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nightschool.decisions import Check
from nightschool.phases.context import Context
from nightschool.phases.measured import SUITES
from nightschool.tracking import CHAMPION, Evidence, Registered, evidence_of, named, previous


def shown(context: Context, version: str | None = None) -> dict[str, str]:
    """`version` (the previous champion if None), the `champion` now (`none` without one) and the `text` to decide by.

    Raises as a promotion of it would: IntegrityError, RegistryError, EvidenceError.
    """
    registry = context.registry
    now = registry.alias(CHAMPION)
    version = version or previous(registry)
    registry.require(version)
    proposed = registry.verified(version, context.base.digest)
    evidence = evidence_of(proposed, registry.ledger)
    tags = registry.tags(now) if now is not None else {}
    lines = [*_version(registry.name, proposed), *_rates(proposed, now, tags), "", *_evidence(evidence)]
    return {"version": version, "champion": now or "none", "text": "\n".join(lines)}


def _version(name: str, proposed: Registered) -> Iterator[str]:
    tags = proposed.tags
    yield f"**{name} version {proposed.version}**, made by cycle {tags.get('cycle', 'unknown')}"
    files = f"adapter `{proposed.digest[:12]}`, policy `{proposed.policy_digest[:12]}`"
    yield f"{files}, base `{tags['base_digest'][:12]}`: all verified now"
    yield ""


def _rates(proposed: Registered, now: str | None, champion: dict[str, str]) -> Iterator[str]:
    yield f"| suite | version {proposed.version} | champion now: {named(now)} |"
    yield "|---|---|---|"
    for suite in SUITES:
        yield f"| {suite} | {_rate(proposed.tags, suite)} | {_rate(champion, suite)} |"


def _rate(tags: Mapping[str, str], suite: str) -> str:
    """What the policy passed, and of what it was sure of."""
    sure = tags.get(f"{suite}_sure")
    return tags.get(suite, "not measured") + (f", sure and right {sure}" if sure else "")


def _evidence(evidence: Evidence) -> Iterator[str]:
    if evidence.gate is not None:
        yield f"The gate passed it at {evidence.gate.time}, decision `{evidence.gate.data['evidence_digest'][:12]}`:"
        yield ""
        for check in evidence.gate.data.get("checks", ()):
            yield f"- {Check(**check)}"
    if evidence.approval is not None:
        data = evidence.approval.data
        yield f"Approved by {data['who']} at {evidence.approval.time}: {data['why']}"
