"""The gate: may the candidate and its policy be registered? Passed, refused, or not enough evidence, with all reasons.

What is examined is what is used: the *policy* (search, verification, the learnt chooser, the candidate's answers) is
asked for the bar and for the evidence. The reference is the champion's policy, or `search` where there is no champion.
Covered: that everything was measured, the corpus, the evidence on shadow, the acceptance on frozen, no koan lost,
retention of the model itself. Missing measurements never pass. Not covered: the statistics (`superiority`,
`inferiority`, `regression`, `surety`), and how much alpha a night has (`budget`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nightschool.config import BAR, GateConfig
from nightschool.decisions.checks import Check, Decision, complete
from nightschool.decisions.inferiority import no_worse
from nightschool.decisions.pairs import Paired, paired
from nightschool.decisions.regression import no_koan_lost
from nightschool.decisions.shadow import CHOOSER, POLICY, rivals, shadow_evidence
from nightschool.types import EvaluationReport

PASSED, REFUSED, NOT_ENOUGH_EVIDENCE = "passed", "refused", "not_enough_evidence"
SUITES = ("frozen", "shadow", "dev", "retention")


CANDIDATE = "candidate"
"""The model of tonight asked by itself: what retention is asked of."""


@dataclass(frozen=True, slots=True)
class GateInputs:
    """Everything the gate looks at."""

    arms: Mapping[str, Mapping[str, EvaluationReport]]
    """Reports by arm and suite: `policy` and the reference on dev, shadow and frozen, `search` and `chooser` on shadow,
    `candidate` and `champion` (or `base`) on retention."""
    champion: bool
    """Whether there is a champion tonight."""
    coverage: float | None
    """Share of examined cells covered by the corpus; None if it was not measured."""
    leaks: int | None
    """Leaking rows; None if they were not counted."""
    corpus_valid: bool
    min_coverage: float
    alpha: float = 0.0
    """Tonight's share of the alpha budget; at 0 nothing passes."""
    unstable: frozenset[str] = frozenset()
    """Frozen koans whose single answer depends on the batch it is asked in."""
    looks: int = 0
    """Candidates that have been measured on frozen, tonight included."""

    @property
    def reference(self) -> str:
        """Arm of the policy that tonight's has to beat on every suite."""
        return rivals(self.champion)[0]

    def report(self, arm: str, suite: str) -> EvaluationReport | None:
        """An arm's report on a suite; None if it was not measured."""
        return self.arms.get(arm, {}).get(suite)

    def on(self, suite: str) -> dict[str, EvaluationReport]:
        """The reports of one suite by arm."""
        return {arm: reports[suite] for arm, reports in self.arms.items() if suite in reports}

    def sides(self, suite: str) -> tuple[str, str]:
        """Who is compared on a suite, tonight's first."""
        if suite == "retention":
            return CANDIDATE, "champion" if self.champion else "base"
        return POLICY, self.reference


def gate(inputs: GateInputs, config: GateConfig) -> Decision:
    """Return `passed` only if every check holds, `not_enough_evidence` if all that fail are undecided."""
    shadow = shadow_evidence(inputs.on("shadow"), inputs.champion, inputs.alpha, config)
    evidence = shadow.numbers | {"looks": float(inputs.looks)}
    checks = list(_corpus(inputs))
    frozen = inputs.report(POLICY, "frozen")
    for suite in SUITES:
        checks += _validity(inputs, suite) if suite != "frozen" or frozen or shadow.ok else [_not_opened()]
    checks += shadow.checks
    if frozen is not None:
        checks.append(_bar(frozen, config))
    for suite, judge in (("frozen", _against_reference), ("retention", _retention)):
        pair = _pair(inputs, *inputs.sides(suite), suite)
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
    ours, theirs = inputs.sides(suite)
    beside = [*rivals(inputs.champion), CHOOSER] if suite == "shadow" else [theirs]
    for arm in (ours, *beside):
        yield complete(f"{suite} {arm}", inputs.report(arm, suite))
    same = all(_pair(inputs, ours, arm, suite) is not None for arm in beside)
    yield Check(f"{suite} same suite", same, "same digest" if same else "digests differ or are missing", "one digest")
    measured = inputs.report(ours, suite)
    certified = measured is not None and measured.certified
    yield Check(f"{suite} certified", certified, "certified" if certified else "not certified", "certified")


def _corpus(inputs: GateInputs) -> Iterable[Check]:
    covered = inputs.coverage is not None and inputs.coverage >= inputs.min_coverage
    shown = "not measured" if inputs.coverage is None else f"{inputs.coverage:.1%}"
    leaks = "not measured" if inputs.leaks is None else f"{inputs.leaks} rows"
    valid = inputs.corpus_valid
    yield Check("corpus valid", valid, "valid" if valid else "validation failed", "valid")
    yield Check("coverage", covered, shown, f"at least {inputs.min_coverage:.0%}")
    yield Check("leakage", inputs.leaks == 0, leaks, "0 rows")


def _pair(inputs: GateInputs, ours: str, theirs: str, suite: str) -> Paired | None:
    after, before = inputs.report(ours, suite), inputs.report(theirs, suite)
    if after is None or before is None or after.suite_digest != before.suite_digest:
        return None
    return paired(before, after)


def _against_reference(inputs: GateInputs, pair: Paired, config: GateConfig) -> Iterable[Check]:
    policy, reference = (inputs.arms[arm]["frozen"] for arm in inputs.sides("frozen"))
    ours, theirs, name = policy.rate.value, reference.rate.value, inputs.reference
    above = ours is not None and theirs is not None and ours > theirs
    seen = f"{policy.rate.passed}/{policy.rate.n} against {reference.rate.passed}/{reference.rate.n}"
    yield Check(f"frozen above {name}", above, seen, f"more than {name}")
    if inputs.champion:
        yield no_koan_lost(pair, policy, inputs.unstable)


def _bar(policy: EvaluationReport, config: GateConfig) -> Check:
    bar = config.bar if config.allow_lower_bar else max(config.bar, BAR)
    value = policy.rate.value
    seen = "nothing scored" if value is None else f"{policy.rate.passed}/{policy.rate.n} = {value:.1%}"
    return Check("frozen above the bar", value is not None and value > bar, seen, f"above {bar:.1%}")


def _retention(inputs: GateInputs, pair: Paired, config: GateConfig) -> Iterable[Check]:
    yield no_worse("retention no worse", pair, config.retention_margin)
