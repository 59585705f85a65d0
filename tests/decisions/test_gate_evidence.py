"""The gate's evidence as claims: shadow, slices, retention, lost koans, and the third outcome."""

from dataclasses import replace
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.config import GateConfig
from nightschool.decisions import SUITES, gate, shadow_evidence
from nightschool.decisions.superiority import bootstrap_interval, discordance, exact_p, template_gains, two_sided_p
from tests.decisions.factory import report
from tests.decisions.test_decisions import failed, inputs

GATE = GateConfig()


def on(suite, candidate, reference, **changes):
    """The passing inputs with other answers on one suite."""
    base = inputs(**changes)
    ours = base.candidate | {suite: report(candidate, suite)}
    theirs = base.reference | {suite: report(reference, suite, "champion")}
    return replace(base, candidate=ours, reference=theirs)


@pytest.mark.parametrize(("b", "c"), [(5, 0), (7, 1), (10, 3), (0, 0), (2, 6)])
def test_with_a_koan_a_template_p_is_mcnemars(b, c):
    # (5, 0): 2^-5 = 0.03125; (7, 1): (1 + 8)/256 = 0.035; (0, 0): 1; a loss is no evidence
    assert exact_p([1] * b + [-1] * c + [0] * 9) == pytest.approx(
        sum(comb(b + c, k) for k in range(b, b + c + 1)) / 2 ** (b + c)
    )


def test_koans_of_one_template_count_once():
    # six koans fixed in two templates of three: signs ++ reach 6, so p = 1/4, not 2^-6
    before, after = report("ffffffpp", groups="aaabbbcd"), report("pppppppp", groups="aaabbbcd")
    gains, sizes = template_gains(before, after)
    assert (gains, sizes) == ([3, 3, 0, 0], [3, 3, 1, 1])
    assert exact_p(gains) == 0.25
    # variance a koan: (9 + 9)/8 against 6/8 if they were independent
    assert discordance(gains, sizes) == pytest.approx(18 / 8)


def test_two_arms_differ_by_the_same_p_whichever_comes_first():
    # Eleven koans won and two lost, each its own template: 2 P(Bin(13, 1/2) >= 11) = 2 (78 + 13 + 1)/8192.
    before, after = report("pp" + "f" * 13), report("ff" + "p" * 11 + "ff")
    assert two_sided_p(before, after) == two_sided_p(after, before) == pytest.approx(2 * 92 / 8192)
    assert two_sided_p(before, before) == 1.0
    # All eleven of one template are one toss, and the two lost ones another: 2 P(11 s + 2 t >= 9) = 2/2.
    clustered = [report(letters, groups="aa" + "b" * 13) for letters in ("pp" + "f" * 13, "ff" + "p" * 11 + "ff")]
    assert two_sided_p(*clustered) == 1.0


def test_the_bootstrap_resamples_templates_and_is_seeded():
    # ten koans of gain 1 in twenty: mean 0.5; one template of ten against ten of one: the sum is 0 or 10 or 20 ...
    alone, together = [1] * 10 + [0] * 10, [10] + [0] * 10
    narrow, wide = bootstrap_interval(alone, [1] * 20), bootstrap_interval(together, [10] + [1] * 10)
    assert narrow == bootstrap_interval(alone, [1] * 20)
    assert narrow[0] == pytest.approx(0.3, abs=0.051)  # 2.5 % quantile of Bin(20, 1/2) is 6
    assert wide[0] == 0.0  # in (10/11)^11 = 35 % of the draws the template is missing
    assert bootstrap_interval([], []) == (-1.0, 1.0)


GAINS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=15)


@given(GAINS)
def test_swapping_the_arms_mirrors_the_evidence(moves):
    gains, sizes = [b - c for b, c in moves], [b + c + 1 for b, c in moves]
    low, high = bootstrap_interval(gains, sizes)
    back_low, back_high = bootstrap_interval([-g for g in gains], sizes)
    assert (low, high) == pytest.approx((-back_high, -back_low))
    # P(T >= t) + P(T >= -t) = 1 + P(T = t) for a symmetric T: never both below 1/2
    assert exact_p(gains) + exact_p([-g for g in gains]) >= 1 - 1e-12


@given(GAINS, st.integers(0, 14))
def test_a_higher_gain_never_weakens_the_evidence(moves, where):
    gains, sizes = [b - c for b, c in moves], [b + c + 1 for b, c in moves]
    more = [gain + (i == where) for i, gain in enumerate(gains)]
    assert exact_p(more) <= exact_p(gains) + 1e-12
    before, after = bootstrap_interval(gains, sizes), bootstrap_interval(more, sizes)
    assert after[0] >= before[0] - 1e-12
    assert after[1] >= before[1] - 1e-12


def test_a_look_costs_alpha_only_if_something_was_seen():
    whole, partial = report("p" * 30, "shadow"), report("p" * 29 + "u", "shadow")
    assert shadow_evidence(whole, whole, 0.01, GATE).numbers["alpha_spent"] == 0.01
    for other in (None, partial, replace(whole, suite_digest="other")):
        seen = shadow_evidence(whole, other, 0.01, GATE)
        assert (seen.ok, seen.numbers["alpha_spent"]) == (False, 0.0)


def test_the_share_of_alpha_decides():
    # 7 fixed, 0 lost: p = 2^-7 = 0.0078
    assert gate(inputs(alpha=0.0079), GATE).outcome == "passed"
    decision = gate(inputs(alpha=0.0078), GATE)
    assert (decision.outcome, failed(decision)) == ("not_enough_evidence", {"shadow better"})


def test_too_little_evidence_says_how_many_koans_would_settle_it():
    # 4 fixed, 0 lost of 30 at alpha 0.01, p = 1/16: g = d = 4/30, z = 2.3263 and 0.8416:
    # (2.3263 sqrt(0.13333) + 0.8416 sqrt(0.13333 - 0.01778))^2 / 0.01778 = (0.8495 + 0.2861)^2 / 0.01778 = 72.5
    decision = gate(on("shadow", "p" * 24 + "f" * 6, "p" * 20 + "f" * 10), GATE)
    assert decision.outcome == "not_enough_evidence"
    assert decision.evidence["koans_needed"] == 73


def test_a_candidate_that_is_worse_on_shadow_is_refused_not_undecided():
    # 7 lost of 30: the interval's upper end is below zero
    assert gate(on("shadow", "p" * 18 + "f" * 12, "p" * 25 + "f" * 5), GATE).outcome == "refused"


def test_evidence_missing_beside_another_reason_is_a_refusal():
    weak = on("shadow", "p" * 24 + "f" * 6, "p" * 20 + "f" * 10)
    assert gate(replace(weak, leaks=1), GATE).outcome == "refused"


def test_frozen_that_was_not_opened_for_want_of_evidence_is_not_held_against_it():
    weak = on("shadow", "p" * 24 + "f" * 6, "p" * 20 + "f" * 10)
    closed = replace(weak, candidate={k: v for k, v in weak.candidate.items() if k != "frozen"})
    decision = gate(closed, GATE)
    assert decision.outcome == "not_enough_evidence"
    assert {"frozen opened", "shadow better"} <= failed(decision)


def mixed(letters, half):
    """A shadow report whose first `half` koans are of family `lifetimes` and code E0106."""
    made = report(letters, "shadow")
    attempts = [
        replace(a, family="lifetimes", error_code="E0106") if i < half else a for i, a in enumerate(made.attempts)
    ]
    return replace(made, attempts=tuple(attempts))


def test_a_family_that_is_lost_refuses_what_another_gains():
    # lifetimes: 15 of 40 lost, upper end (-15 + 1.96 sqrt(16 - 225/42))/42 = -0.20; the rest: 40 of 40 fixed;
    # together P(Bin(55, 1/2) >= 40) = 0.0005
    before, after = mixed("p" * 40 + "f" * 40, 40), mixed("f" * 15 + "p" * 65, 40)
    base = inputs()
    decision = gate(
        replace(base, candidate=base.candidate | {"shadow": after}, reference=base.reference | {"shadow": before}), GATE
    )
    assert decision.outcome == "refused"
    assert failed(decision) == {"shadow lifetimes no worse", "shadow E0106 no worse"}


def test_slices_with_too_few_koans_are_not_judged_and_margins_are_used():
    before, after = mixed("p" * 40 + "f" * 40, 40), mixed("f" * 15 + "p" * 65, 40)
    assert not shadow_evidence(before, after, 0.01, GATE).ok
    assert shadow_evidence(before, after, 0.01, GateConfig(slice_koans=41)).ok
    # 15 of 40 lost: lower bound (-15 - 1.96 sqrt(16 - 225/42))/42 = -0.51
    assert shadow_evidence(before, after, 0.01, GateConfig(slice_margin=0.52)).ok


def test_retention_may_not_fall_by_the_margin():
    # n = 100, lower bounds: 2 lost (-2 - 1.96 sqrt(3))/102 = -0.053; 5 lost (-5 - 1.96 sqrt(5.75))/102 = -0.095;
    # 6 lost (-6 - 1.96 sqrt(6.65))/102 = -0.108, upper end -0.009: undecided; 30 lost: upper end -0.20
    for lost, outcome in ((0, "passed"), (5, "passed"), (6, "not_enough_evidence"), (30, "refused")):
        assert gate(on("retention", "f" * lost + "p" * (100 - lost), "p" * 100), GATE).outcome == outcome
    assert gate(on("retention", "f" * 6 + "p" * 94, "p" * 100), GateConfig(retention_margin=0.11)).outcome == "passed"


LOSING = {"candidate": "p" * 25 + "f" * 5, "reference": "p" * 19 + "f" * 10 + "p"}  # k29 is lost greedily


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ((4, 4), (1, 4), "refused"),  # reliable, and now fails more often than it passes
        ((4, 4), (2, 4), "passed"),  # a flip
        ((3, 4), (0, 4), "passed"),  # 0.75 < 0.9: never was reliable
        ((4, 4), (0, 0), "refused"),  # not sampled: what is lost greedily blocks
    ],
)
def test_a_koan_is_lost_when_it_was_reliable_and_fails_in_most_samples(before, after, outcome):
    samples = {"champion": {"k29": before}, "candidate": {"k29": after}}
    decision = gate(inputs(**LOSING, samples=samples), GATE)
    assert decision.outcome == outcome
    said = next(check.observed for check in decision.checks if check.name == "no koan lost")
    assert said == ("lost: k29" if outcome == "refused" else "flipped: k29")


def test_a_koan_lost_in_samples_blocks_though_its_greedy_answer_passes():
    samples = {"champion": {"k00": (4, 4)}, "candidate": {"k00": (0, 4)}}
    assert failed(gate(inputs(samples=samples), GATE)) == {"no koan lost"}


def test_what_counts_as_reliable_is_configured():
    samples = {"champion": {"k29": (3, 4)}, "candidate": {"k29": (0, 4)}}
    assert failed(gate(inputs(**LOSING, samples=samples), GateConfig(reliable=0.7))) == {"no koan lost"}


def test_an_unstable_koan_is_named_and_does_not_block():
    decision = gate(inputs(**LOSING, unstable=frozenset({"k29"})), GATE)
    assert decision.outcome == "passed"
    assert "unstable: k29" in next(check.observed for check in decision.checks if check.name == "no koan lost")


LETTERS = st.lists(st.sampled_from("ppppf"), min_size=30, max_size=30).map("".join)


@settings(max_examples=60)
@given(st.fixed_dictionaries({suite: LETTERS for suite in SUITES}), st.sampled_from(SUITES), st.integers(0, 29))
def test_one_more_pass_on_any_suite_never_lowers_the_outcome(answers, suite, koan):
    order = {"refused": 0, "not_enough_evidence": 1, "passed": 2}
    base = inputs(reference="f" * 11 + "p" * 19, alpha=0.2)
    worse = replace(base, candidate={s: report(letters, s) for s, letters in answers.items()})
    letters = answers[suite]
    more = letters[:koan] + "p" + letters[koan + 1 :]
    better = replace(worse, candidate=worse.candidate | {suite: report(more, suite)})
    assert order[gate(better, GATE).outcome] >= order[gate(worse, GATE).outcome]


@settings(max_examples=30)
@given(st.sampled_from(SUITES), st.integers(0, 29), st.sampled_from(["candidate", "reference"]))
def test_one_unscored_koan_anywhere_never_passes(suite, koan, side):
    base = inputs()
    made = getattr(base, side)[suite]
    letters = "".join("u" if i == koan else "p" if a.verdict == "passed" else "f" for i, a in enumerate(made.attempts))
    holed = replace(base, **{side: getattr(base, side) | {suite: report(letters, suite)}})
    assert gate(holed, GATE).outcome == "refused"
