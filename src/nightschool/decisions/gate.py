"""The gate: may the candidate be registered? Passed, refused, or not enough evidence; every reason is listed.

Covered: that everything was measured, the corpus, the evidence on shadow, the acceptance on frozen, no koan lost,
retention. Missing measurements never pass. Not covered: the statistics (`superiority`, `inferiority`, `regression`),
and how much alpha a night has (`budget`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nightschool.config import BAR, GateConfig
from nightschool.decisions.checks import Check, Decision, complete
from nightschool.decisions.inferiority import no_worse
from nightschool.decisions.pairs import Paired, paired
from nightschool.decisions.regression import no_koan_lost
from nightschool.decisions.shadow import shadow_evidence
from nightschool.types import EvaluationReport

PASSED, REFUSED, NOT_ENOUGH_EVIDENCE = "passed", "refused", "not_enough_evidence"
SUITES = ("frozen", "shadow", "dev", "retention")


@dataclass(frozen=True, slots=True)
class GateInputs:
    """Everything the gate looks at. `reference` is the champion, or the base model where there is none."""

    candidate: Mapping[str, EvaluationReport]
    """Reports of the candidate by suite name; all of `SUITES` are needed."""
    reference: Mapping[str, EvaluationReport]
    reference_name: str
    coverage: float | None
    """Share of examined cells covered by the corpus; None if it was not measured."""
    leaks: int | None
    """Leaking rows; None if they were not counted."""
    corpus_valid: bool
    min_coverage: float
    alpha: float = 0.0
    """Tonight's share of the alpha budget; at 0 nothing passes."""
    unstable: frozenset[str] = frozenset()
    """Frozen koans whose greedy answer depends on seed or batch order: never blocking."""
    samples: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    """Arm (`candidate`, or the reference's name) to frozen koan to (passes, samples)."""
    looks: int = 0
    """Times candidates have been measured on frozen, tonight included."""


def gate(inputs: GateInputs, config: GateConfig) -> Decision:
    """Return `passed` only if every check holds, `not_enough_evidence` if all that fail are undecided."""
    shadow = shadow_evidence(inputs.reference.get("shadow"), inputs.candidate.get("shadow"), inputs.alpha, config)
    evidence = shadow.numbers | {"looks": float(inputs.looks)}
    checks = list(_corpus(inputs))
    opened = "frozen" in inputs.candidate or shadow.ok
    for suite in SUITES:
        checks += _validity(inputs, suite) if suite != "frozen" or opened else [_not_opened()]
    checks += shadow.checks
    if "frozen" in inputs.candidate:
        checks.append(_bar(inputs.candidate["frozen"], config))
    for suite, judge in (("frozen", _against_reference), ("retention", _retention)):
        pair = _pair(inputs, suite)
        if pair is not None:
            checks += judge(inputs, pair, config)
            evidence |= pair.evidence(suite)
    return _decide(tuple(checks), evidence)


def _decide(checks: tuple[Check, ...], evidence: dict[str, float]) -> Decision:
    failing = [check for check in checks if not check.ok]
    if not failing:
        return Decision(PASSED, checks, evidence)
    undecided = all(check.undecided for check in failing)
    needed = max(check.koans for check in failing)
    outcome = NOT_ENOUGH_EVIDENCE if undecided else REFUSED
    return Decision(outcome, checks, evidence | {"koans_needed": float(needed)} if undecided else evidence)


def _not_opened() -> Check:
    return Check("frozen opened", False, "not opened: the evidence on shadow comes first", "opened", undecided=True)


def _validity(inputs: GateInputs, suite: str) -> Iterable[Check]:
    for arm, reports in (("candidate", inputs.candidate), (inputs.reference_name, inputs.reference)):
        yield complete(f"{suite} {arm}", reports.get(suite))
    same, ours = _pair(inputs, suite) is not None, inputs.candidate.get(suite)
    yield Check(f"{suite} same suite", same, "same digest" if same else "digests differ or are missing", "one digest")
    certified = ours is not None and ours.certified
    yield Check(f"{suite} certified", certified, "certified" if certified else "not certified", "certified")


def _corpus(inputs: GateInputs) -> Iterable[Check]:
    covered = inputs.coverage is not None and inputs.coverage >= inputs.min_coverage
    shown = "not measured" if inputs.coverage is None else f"{inputs.coverage:.1%}"
    leaks = "not measured" if inputs.leaks is None else f"{inputs.leaks} rows"
    valid = inputs.corpus_valid
    yield Check("corpus valid", valid, "valid" if valid else "validation failed", "valid")
    yield Check("coverage", covered, shown, f"at least {inputs.min_coverage:.0%}")
    yield Check("leakage", inputs.leaks == 0, leaks, "0 rows")


def _pair(inputs: GateInputs, suite: str) -> Paired | None:
    ours, theirs = inputs.candidate.get(suite), inputs.reference.get(suite)
    if ours is None or theirs is None or ours.suite_digest != theirs.suite_digest:
        return None
    return paired(theirs, ours)


def _against_reference(inputs: GateInputs, pair: Paired, config: GateConfig) -> Iterable[Check]:
    candidate, reference, name = inputs.candidate["frozen"], inputs.reference["frozen"], inputs.reference_name
    ours, theirs = candidate.rate.value, reference.rate.value
    above = ours is not None and theirs is not None and ours > theirs
    seen = f"{candidate.rate.passed}/{candidate.rate.n} against {reference.rate.passed}/{reference.rate.n}"
    yield Check(f"above the {name}", above, seen, f"more than the {name}'s")
    samples = (inputs.samples.get(name, {}), inputs.samples.get("candidate", {}))
    yield no_koan_lost(name, pair, samples, inputs.unstable, config)


def _bar(candidate: EvaluationReport, config: GateConfig) -> Check:
    bar = config.bar if config.allow_lower_bar else max(config.bar, BAR)
    value = candidate.rate.value
    seen = "nothing scored" if value is None else f"{candidate.rate.passed}/{candidate.rate.n} = {value:.1%}"
    return Check("above the bar", value is not None and value > bar, seen, f"above {bar:.1%}")


def _retention(inputs: GateInputs, pair: Paired, config: GateConfig) -> Iterable[Check]:
    yield no_worse("retention no worse", pair, config.retention_margin)
