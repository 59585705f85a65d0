"""The decisions of a cycle, as pure functions of measured numbers: each has two named outcomes and its evidence.

Covered: `gained` (did align help on dev?), `kept` (is a later phase's adapter as good?), `plateaued` (has supervised
training stopped helping?), `gate` (may the candidate be registered?), `best_policy` (how is a registered version
used?). Every reason for a
refusal is listed, not only the first. Not covered: measuring, and acting on the outcome.

Source of the paired interval: Agresti and Min (2005), Statistics in Medicine 24, section 3: a Wald interval
for matched pairs after adding 1/2 to each of the four cells.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from nightschool.config import BAR, GateConfig
from nightschool.types import Z_95, EvaluationReport, Verdict

GAINED, NO_GAIN = "gained", "no_gain"
KEPT, NOT_KEPT = "kept", "not_kept"
PLATEAU, IMPROVING = "plateau", "still_improving"
PASSED, REFUSED = "passed", "refused"


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of a decision, with what was seen and what was wanted."""

    name: str
    ok: bool
    observed: str
    wanted: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.ok else 'FAIL'} {self.name}: {self.observed} (wanted: {self.wanted})"


@dataclass(frozen=True, slots=True)
class Decision:
    """A named outcome and everything it rests on."""

    outcome: str
    checks: tuple[Check, ...]
    evidence: dict[str, float] = field(default_factory=dict)

    @property
    def refusals(self) -> tuple[Check, ...]:
        """The checks that failed, in order."""
        return tuple(check for check in self.checks if not check.ok)


@dataclass(frozen=True, slots=True)
class Paired:
    """Two arms on the same koans. Gain and interval are in pass-rate units (0.1 is ten points)."""

    fixed: tuple[str, ...]
    """Koans only the second arm passes (b)."""
    lost: tuple[str, ...]
    """Koans only the first arm passes (c)."""
    n: int
    """Koans scored for both."""
    gain: float
    low: float
    high: float


def paired(before: EvaluationReport, after: EvaluationReport) -> Paired:
    """Compare two reports koan by koan; koans unscored in either are left out of n.

    gain = (b - c)/n. Interval: with b' = b + 1/2, c' = c + 1/2, m = n + 2,
    (b' - c')/m +- z sqrt(b' + c' - (b' - c')^2/m)/m. Raises ValueError when the suites differ.
    """
    if before.suite_digest != after.suite_digest:
        raise ValueError(f"reports are of different suites: {before.suite_digest} and {after.suite_digest}")
    first, second = _scored(before), _scored(after)
    both = sorted(first.keys() & second.keys())
    fixed = tuple(k for k in both if second[k] and not first[k])
    lost = tuple(k for k in both if first[k] and not second[k])
    return Paired(fixed, lost, len(both), *_gain_interval(len(fixed), len(lost), len(both)))


def _scored(report: EvaluationReport) -> dict[str, bool]:
    return {a.koan: a.verdict is Verdict.PASSED for a in report.attempts if a.verdict is not Verdict.UNSCORED}


def _gain_interval(b: int, c: int, n: int) -> tuple[float, float, float]:
    if n == 0:
        return 0.0, -1.0, 1.0
    m, difference, total = n + 2, b - c, b + c + 1.0
    half = Z_95 * math.sqrt(total - difference**2 / m) / m
    return difference / n, max(-1.0, difference / m - half), min(1.0, difference / m + half)


def gained(before: EvaluationReport, after: EvaluationReport, min_gain: float) -> Decision:
    """Return `gained` if the dev pass rate rose by at least `min_gain` on complete reports, else `no_gain`."""
    pair = paired(before, after)
    checks = (
        _complete("dev before", before),
        _complete("dev after", after),
        Check("gain", pair.n > 0 and pair.gain >= min_gain, _gain_text(pair), f"at least {min_gain:+.3f}"),
    )
    return _decide(checks, GAINED, NO_GAIN, _evidence("dev", pair))


def kept(before: EvaluationReport, after: EvaluationReport) -> Decision:
    """Return `kept` if the dev pass rate did not fall, on complete reports; else the earlier adapter stays."""
    pair = paired(before, after)
    checks = (
        _complete("dev before", before),
        _complete("dev after", after),
        Check("no worse", pair.n > 0 and pair.gain >= 0, _gain_text(pair), "at least +0.000"),
    )
    return _decide(checks, KEPT, NOT_KEPT, _evidence("dev", pair))


def plateaued(before: EvaluationReport, after: EvaluationReport, min_gain: float) -> Decision:
    """Return `plateau` if the last supervised phase shows no gain on dev that is worth repeating.

    Still improving means both: the gain is at least `min_gain`, and its 95 % interval lies above zero. Anything
    else is a plateau, provided that both reports are complete: without a measurement nothing is concluded.
    """
    pair = paired(before, after)
    flat = pair.n > 0 and (pair.gain < min_gain or pair.low <= 0)
    checks = (
        _complete("dev before", before),
        _complete("dev after", after),
        Check("flat", flat, _gain_text(pair), f"below {min_gain:+.3f}, or an interval that reaches zero"),
    )
    return _decide(checks, PLATEAU, IMPROVING, _evidence("dev", pair))


@dataclass(frozen=True, slots=True)
class GateInputs:
    """Everything the gate looks at. `reference` is the champion, or the base model where there is none."""

    candidate: Mapping[str, EvaluationReport]
    """Reports of the candidate by suite name; `frozen`, `shadow` and `dev` are needed."""
    reference: Mapping[str, EvaluationReport]
    reference_name: str
    coverage: float | None
    """Share of examined cells covered by the corpus; None if it was not measured."""
    leaks: int | None
    """Leaking rows; None if they were not counted."""
    corpus_valid: bool
    min_coverage: float


SUITES = ("frozen", "shadow", "dev")


def gate(inputs: GateInputs, config: GateConfig) -> Decision:
    """Return `passed` only if every check holds; a missing measurement never passes."""
    checks = [*_validity(inputs), *_corpus(inputs)]
    evidence: dict[str, float] = {}
    candidate, reference = inputs.candidate.get("frozen"), inputs.reference.get("frozen")
    if candidate is not None:
        checks.append(_bar(candidate, config))
        evidence |= {"frozen_rate": candidate.rate.value or 0.0, "frozen_n": float(candidate.rate.n)}
    if candidate is not None and reference is not None and candidate.suite_digest == reference.suite_digest:
        pair = paired(reference, candidate)
        checks += _against_reference(candidate, reference, pair, inputs.reference_name)
        evidence |= _evidence("frozen", pair)
    return _decide(tuple(checks), PASSED, REFUSED, evidence)


def _validity(inputs: GateInputs) -> list[Check]:
    checks = []
    for suite in SUITES:
        for arm, reports in (("candidate", inputs.candidate), (inputs.reference_name, inputs.reference)):
            report = reports.get(suite)
            checks.append(_complete(f"{suite} {arm}", report))
        ours, theirs = inputs.candidate.get(suite), inputs.reference.get(suite)
        same = ours is not None and theirs is not None and ours.suite_digest == theirs.suite_digest
        checks.append(
            Check(
                f"{suite} same suite",
                same,
                "same digest" if same else "digests differ or are missing",
                "one digest",
            )
        )
        certified = ours is not None and ours.certified
        checks.append(
            Check(f"{suite} certified", certified, "certified" if certified else "not certified", "certified")
        )
    return checks


def _complete(name: str, report: EvaluationReport | None) -> Check:
    if report is None:
        return Check(f"{name} complete", False, "not measured", "every koan scored")
    seen = f"{report.unscored} of {len(report.attempts)} koans unscored"
    return Check(f"{name} complete", report.complete, seen, "every koan scored")


def _corpus(inputs: GateInputs) -> list[Check]:
    covered = inputs.coverage is not None and inputs.coverage >= inputs.min_coverage
    shown = "not measured" if inputs.coverage is None else f"{inputs.coverage:.1%}"
    leaks = "not measured" if inputs.leaks is None else f"{inputs.leaks} rows"
    return [
        Check(
            "corpus valid",
            inputs.corpus_valid,
            "valid" if inputs.corpus_valid else "validation failed",
            "valid",
        ),
        Check("coverage", covered, shown, f"at least {inputs.min_coverage:.0%}"),
        Check("leakage", inputs.leaks == 0, leaks, "0 rows"),
    ]


def _bar(candidate: EvaluationReport, config: GateConfig) -> Check:
    bar = config.bar if config.allow_lower_bar else max(config.bar, BAR)
    value = candidate.rate.value
    seen = "nothing scored" if value is None else f"{candidate.rate.passed}/{candidate.rate.n} = {value:.1%}"
    return Check("above the bar", value is not None and value > bar, seen, f"above {bar:.1%}")


def _against_reference(
    candidate: EvaluationReport, reference: EvaluationReport, pair: Paired, name: str
) -> tuple[Check, Check]:
    ours, theirs = candidate.rate.value, reference.rate.value
    above = ours is not None and theirs is not None and ours > theirs
    seen = f"{candidate.rate.passed}/{candidate.rate.n} against {reference.rate.passed}/{reference.rate.n}"
    lost = ", ".join(pair.lost) or "none"
    return (
        Check(f"above the {name}", above, seen, f"more than the {name}'s"),
        Check("no koan lost", not pair.lost, lost, f"none that the {name} reliably passes"),
    )


POLICIES = ("suggestions", "model", "hybrid")
"""Ways to use a version, the cheapest first."""


def best_policy(dev: Mapping[str, EvaluationReport]) -> str:
    """The policy that passed most on dev, the cheapest of equals; `model` where nothing else was measured whole."""
    rates = {name: dev[name].rate.value or 0.0 for name in POLICIES if name in dev and dev[name].complete}
    return max(rates, key=lambda name: rates[name]) if rates else "model"


def _gain_text(pair: Paired) -> str:
    moves = f"{len(pair.fixed)} fixed, {len(pair.lost)} lost"
    return f"{pair.gain:+.3f} [{pair.low:+.3f}, {pair.high:+.3f}], n={pair.n}, {moves}"


def _evidence(suite: str, pair: Paired) -> dict[str, float]:
    numbers = {"gain": pair.gain, "gain_low": pair.low, "gain_high": pair.high, "n": float(pair.n)}
    counts = {"fixed": float(len(pair.fixed)), "lost": float(len(pair.lost))}
    return {f"{suite}_{key}": value for key, value in {**numbers, **counts}.items()}


def _decide(checks: tuple[Check, ...], yes: str, no: str, evidence: dict[str, float]) -> Decision:
    return Decision(yes if all(check.ok for check in checks) else no, checks, evidence)
