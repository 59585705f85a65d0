"""The decisions of a cycle as claims, each with its arithmetic."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.config import GateConfig
from nightschool.decisions import SUITES, GateInputs, gained, gate, kept, paired, plateaued
from tests.decisions.factory import report

GATE = GateConfig(harm_margin=0.07)
"""The gate for 30 koans of shadow: with none moved the lower bound is -1.96/32 = -0.061."""


SURE = "P" * 25 + "f" * 5
"""The policy on shadow: sure of 25 koans, all of which pass."""


def inputs(candidate="p" * 24 + "f" * 6, reference="p" * 20 + "f" * 10, **changes):
    """Frozen and dev as given; on shadow search and champion pass 18 of 30, chooser and policy 25, so 7 are fixed and
    none lost (p = 2^-7); retention does not change. With `champion=False` search is the reference."""
    champion = changes.get("champion", True)
    ours = {"frozen": candidate, "dev": candidate, "shadow": SURE}
    theirs = {"frozen": reference, "dev": reference, "shadow": "p" * 18 + "f" * 12}
    arms = {
        "policy": ours, "search": theirs, "chooser": {"shadow": SURE}, "candidate": {"retention": "p" * 30},
        "champion" if champion else "base": {"retention": "p" * 30},
    } | ({"policy_champion": theirs} if champion else {})  # fmt: skip
    made = {arm: {s: report(letters, s, arm) for s, letters in found.items()} for arm, found in arms.items()}
    fields = {
        "arms": made, "champion": champion, "coverage": 0.9, "leaks": 0, "corpus_valid": True, "min_coverage": 0.5,
        "alpha": 0.01,
    }  # fmt: skip
    return GateInputs(**(fields | changes))


def with_reports(given, suite, **letters):
    """The inputs with other reports of one suite, by arm: letters, a report, or None for none."""
    arms = {arm: dict(reports) for arm, reports in given.arms.items()}
    for arm, made in letters.items():
        arms.setdefault(arm, {})[suite] = report(made, suite, arm) if isinstance(made, str) else made
        if made is None:
            del arms[arm][suite]
    return replace(given, arms=arms)


def compared(given, suite):
    """Arms that the gate compares on a suite, tonight's first."""
    sides = given.sides(suite)
    return (*sides, "search", "chooser") if suite == "shadow" else sides


def failed(decision):
    return {check.name for check in decision.refusals}


def test_24_of_30_passes_and_23_of_30_does_not():
    # 24/30 = 0.800 > 0.767; 23/30 = 0.7667 < 0.767
    assert gate(inputs(), GATE).outcome == "passed"
    refused = gate(inputs(candidate="p" * 23 + "f" * 7), GATE)
    assert refused.outcome == "refused"
    assert failed(refused) == {"frozen above the bar"}


def test_a_tie_with_the_reference_is_refused():
    decision = gate(inputs(reference="p" * 24 + "f" * 6), GATE)
    assert failed(decision) == {"frozen above policy_champion"}
    first = gate(inputs(reference="p" * 24 + "f" * 6, champion=False), GATE)
    assert failed(first) == {"frozen above search"}


def test_a_lost_koan_of_the_champions_is_refused_and_named():
    # the policy passes 25, the champion's 20, but k29 was the champion's
    losing = {"candidate": "p" * 25 + "f" * 5, "reference": "p" * 19 + "f" * 10 + "p"}
    decision = gate(inputs(**losing), GATE)
    assert failed(decision) == {"no koan lost"}
    assert decision.refusals[0].observed == "lost: k29"
    # Without a champion nobody has had it: search passes k29, and that is compared as a whole.
    assert gate(inputs(**losing, champion=False), GATE).outcome == "passed"


def test_an_unscored_koan_makes_the_report_incomplete_and_never_passes():
    decision = gate(inputs(candidate="p" * 29 + "u"), GATE)
    assert "frozen policy complete" in failed(decision)


def test_every_reason_is_listed_not_only_the_first():
    decision = gate(inputs(candidate="f" * 30, coverage=0.4, leaks=2, corpus_valid=False), GATE)
    wanted = {
        "frozen above the bar", "frozen above policy_champion", "no koan lost", "coverage", "leakage", "corpus valid",
    }  # fmt: skip
    assert wanted <= failed(decision)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"coverage": None}, "refused"),
        ({"leaks": None}, "refused"),
        ({"arms": {}}, "refused"),
        ({"alpha": 0.0}, "not_enough_evidence"),
    ],
)
def test_a_missing_measurement_never_passes(change, outcome):
    assert gate(replace(inputs(), **change), GATE).outcome == outcome


@pytest.mark.parametrize("champion", [True, False])
@pytest.mark.parametrize("suite", SUITES)
def test_a_missing_report_is_refused(suite, champion):
    base = inputs(champion=champion)
    for arm in compared(base, suite):
        assert gate(with_reports(base, suite, **{arm: None}), GATE).outcome == "refused"


@pytest.mark.parametrize("suite", SUITES)
def test_an_uncertified_or_different_suite_never_passes(suite):
    base = inputs()
    ours, *beside = compared(base, suite)
    uncertified = replace(base.arms[ours][suite], certified=False)
    assert failed(gate(with_reports(base, suite, **{ours: uncertified}), GATE)) == {f"{suite} certified"}
    for arm in (ours, *beside):
        other = with_reports(base, suite, **{arm: replace(base.arms[arm][suite], suite_digest="other")})
        assert f"{suite} same suite" in failed(gate(other, GATE))


def test_a_lowered_bar_counts_only_when_allowed():
    half = inputs(candidate="p" * 21 + "f" * 9)  # 0.70
    assert gate(half, GATE.model_copy(update={"bar": 0.6, "allow_lower_bar": True})).outcome == "passed"
    with pytest.raises(ValueError, match="allow_lower_bar"):
        GateConfig(bar=0.6)


def test_a_raised_bar_is_used():
    assert failed(gate(inputs(), GATE.model_copy(update={"bar": 0.85}))) == {"frozen above the bar"}


@given(st.lists(st.booleans(), min_size=30, max_size=30), st.integers(0, 29))
def test_one_more_pass_never_turns_a_pass_into_a_refusal(passes, extra):
    worse = "".join("p" if p else "f" for p in passes)
    better = worse[:extra] + "p" + worse[extra + 1 :]
    if gate(inputs(candidate=worse), GATE).outcome == "passed":
        assert gate(inputs(candidate=better), GATE).outcome == "passed"


def test_gain_is_paired_with_its_interval():
    # b = 6, c = 1, n = 20: gain 0.25; b' = 6.5, c' = 1.5, m = 22:
    # centre 5/22 = 0.2273, half = 1.96 * sqrt(8 - 25/22) / 22 = 1.96 * 2.6200 / 22 = 0.2334
    pair = paired(report("f" * 6 + "p" + "p" * 13), report("p" * 6 + "f" + "p" * 13))
    assert (len(pair.fixed), pair.lost, pair.n) == (6, ("k06",), 20)
    assert pair.gain == pytest.approx(0.25)
    assert pair.low == pytest.approx(0.2273 - 0.2334, abs=1e-3)
    assert pair.high == pytest.approx(0.2273 + 0.2334, abs=1e-3)


@given(st.text("pf", min_size=1, max_size=40), st.randoms())
def test_swapping_the_arms_mirrors_the_gain(letters, rng):
    other = "".join(rng.choice("pf") for _ in letters)
    there, back = paired(report(letters), report(other)), paired(report(other), report(letters))
    assert there.gain == pytest.approx(-back.gain)
    assert there.low == pytest.approx(-back.high)
    assert there.fixed == back.lost


def test_reports_of_different_suites_are_not_compared():
    with pytest.raises(ValueError, match="different suites"):
        paired(report("p"), report("p", digest="other"))


@pytest.mark.parametrize(
    ("after", "outcome"), [("p" * 10, "gained"), ("p" * 5 + "f" * 5, "no_gain"), ("p" * 9 + "u", "no_gain")]
)
def test_gained_needs_the_gain_on_complete_reports(after, outcome):
    # before: 5/10; min_gain 0.02
    assert gained(report("p" * 5 + "f" * 5), report(after), 0.02).outcome == outcome


@pytest.mark.parametrize(
    ("after", "outcome"),
    [("p" * 6 + "f" * 4, "kept"), ("f" + "p" * 5 + "f" * 4, "kept"), ("p" * 4 + "f" * 6, "not_kept")],
)
def test_a_phase_is_kept_unless_its_dev_pass_rate_fell(after, outcome):
    # before: 5/10; the second case fixes one koan and loses another
    assert kept(report("p" * 5 + "f" * 5), report(after)).outcome == outcome


def test_nothing_is_kept_on_an_incomplete_report():
    assert kept(report("p" * 5 + "f" * 5), report("p" * 9 + "u")).outcome == "not_kept"


@pytest.mark.parametrize(
    ("fixed", "outcome"),
    [
        # n = 200, c = 0. Gain b/200; b' = b + 1/2, c' = 1/2, m = 202: lower bound (b - 1.96 sqrt(b + 1 - b^2/202))/202.
        (0, "plateau"),  # gain 0
        (3, "plateau"),  # gain 0.015 < 0.02
        (4, "plateau"),  # gain 0.020, but 4 - 1.96 sqrt(4.92) = -0.35 reaches below zero
        (6, "still_improving"),  # gain 0.030, and 6 - 1.96 sqrt(6.82) = 0.88 does not
    ],
)
def test_a_plateau_is_a_gain_too_small_or_too_uncertain(fixed, outcome):
    before, after = report("f" * 200), report("p" * fixed + "f" * (200 - fixed))
    decision = plateaued(before, after, 0.02)
    assert decision.outcome == outcome
    assert decision.evidence["dev_gain"] == pytest.approx(fixed / 200)


def test_without_a_complete_measurement_no_plateau_is_concluded():
    assert plateaued(report("f" * 10), report("f" * 9 + "u"), 0.02).outcome == "still_improving"
    assert plateaued(report("u" * 10), report("u" * 10), 0.02).outcome == "still_improving"


@pytest.mark.parametrize(("decide", "good"), [(plateaued, "still_improving"), (gained, "gained")])
@given(st.lists(st.booleans(), min_size=1, max_size=60), st.integers(0, 59), st.floats(0.0, 0.3))
def test_one_more_pass_never_turns_improvement_into_none(decide, good, passes, extra, min_gain):
    before = report("f" * len(passes))
    worse = "".join("p" if p else "f" for p in passes)
    better = "".join("p" if k == extra else letter for k, letter in enumerate(worse))
    if decide(before, report(worse), min_gain).outcome == good:
        assert decide(before, report(better), min_gain).outcome == good


@given(st.text("pfu", min_size=1, max_size=40), st.randoms(), st.floats(0.0, 0.5))
def test_a_lower_rate_is_always_a_plateau_and_never_kept(letters, rng, min_gain):
    before = letters.replace("u", "p")
    after = "".join(rng.choice("f" + letter) if letter == "p" else letter for letter in before)
    decision = plateaued(report(before), report(after), min_gain)
    assert decision.outcome == "plateau"
    assert (kept(report(before), report(after)).outcome == "kept") == (after == before)
