"""`report.json`, schema 1, as closed records: for its reference, and for the test that holds documents against it.

Covered: what `document` writes today. Not covered: reading reports of earlier nights, which hold less; `page` takes
them as they are.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """Base: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid")


class CheckOf(Part):
    """One check of the gate."""

    check: str
    """Its name."""
    value: str
    """What was observed."""
    wanted: str
    ok: bool | None = None
    """Whether it held; not given in `failed`, whose checks did not."""
    koans: int | None = None
    """Koans of shadow that would settle it; given where a gain is not shown."""


class ArmRate(Part):
    """An arm on a suite."""

    passed: int
    n: int
    """Koans that were scored."""
    low: float
    """95 % Wilson interval of passed / n."""
    high: float
    compiles: int
    """Programs compiled to find the answers."""
    answers: int
    """Answers that a model gave."""
    sure: int
    """Koans of which the arm was sure."""
    sure_passed: int
    """Koans of those that passed."""
    unscored: int


class TaughtBy(Part):
    """What a learning phase made of the corpus; None where it recorded no such number."""

    phase: str
    outcome: str
    rows_seen: float | None
    steps: float | None
    """Optimiser steps."""
    tokens: float | None
    seconds: float | None
    final_loss: float | None
    dev_loss: float | None
    change: float | None
    """Norm of the adapter's change."""
    stopped_at: str | None
    """The setting that ended training before every row was seen, with its value; None where none did."""


class Taught(Part):
    """What the night taught."""

    rows: int | None
    """Rows of the corpus; None where none was made."""
    by: dict[str, dict[str, int]]
    """Rows by source, family and error code."""
    phases: list[TaughtBy]


class GroupChange(Part):
    """A family or an error code, before and after."""

    name: str
    n: int
    before: int
    """Koans that the reference passed."""
    after: int
    """Koans that the policy passed."""
    fixed: int
    lost: int


class KoanChange(Part):
    """A koan that only one side passed."""

    koan: str
    family: str
    code: str
    verdict: str | None = None
    """Of lost koans of dev and own."""
    detail: str | None = None
    """What the judge found, without names and words of tests."""


class SuiteChange(Part):
    """Policy against reference on a suite that both were examined with."""

    suite: str
    reference: str
    n: int
    gain: float
    """Difference of the pass rates."""
    low: float
    """Paired 95 % interval of the gain."""
    high: float
    fixed: list[KoanChange]
    lost: list[KoanChange]
    """At most 40."""
    lost_count: int
    families: list[GroupChange]
    codes: list[GroupChange]


class PhaseTime(Part):
    """A phase of the cycle."""

    phase: str
    outcome: str
    reused: bool
    """Found finished."""
    seconds: float
    key: str
    """Digest of its inputs; names its folder."""


class Need(Part):
    """Advice for tomorrow."""

    what: str
    command: str
    """Empty where there is none."""


class Document(Part):
    """A night."""

    schema_: Literal[1] = Field(alias="schema")
    """Grows when a key changes its meaning."""
    cycle: str
    """Id of the DAG run."""
    verdict: Literal["passed", "refused", "not_enough_evidence", "not_reached"]
    says: str
    """The verdict in a sentence."""
    version: int | None
    """Version registered tonight."""
    promoted: bool
    failed: list[CheckOf]
    checks: list[CheckOf]
    """All checks, in the gate's order."""
    approach: str
    """Learning phases that ran, and their outcomes."""
    reference: str
    """The arm that the policy is held against."""
    suites: list[str]
    """Suites that were measured."""
    arms: dict[str, dict[str, ArmRate]]
    """By arm and suite."""
    taught: Taught
    changed: list[SuiteChange]
    """What was learnt and lost."""
    added: dict[str, str]
    """What the chooser and the adapter add, by suite, in words."""
    decisions: dict[str, str]
    """What learning phases decided on dev."""
    evidence: dict[str, float]
    """Numbers that the gate decided on."""
    notes: dict[str, str]
    power: str | None
    """The smallest gain that tonight's shadow could show."""
    cost: str
    """Seconds and energy a koan gained, in words."""
    phases: list[PhaseTime]
    seconds: dict[str, float]
    """Wall-clock time by phase."""
    places: dict[str, str]
    """Where adapter, reports and Data Docs lie."""
    tomorrow: list[Need]
    next: list[tuple[str, str]]
    """Three commands, and what each is for."""
    bar: float
    """Frozen pass rate that must be exceeded."""
