"""The gate's evidence as claims: shadow, harm, sureness, slices, retention, lost koans, and the third outcome."""

from dataclasses import replace
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.config import GateConfig
from nightschool.decisions import SUITES, gate, shadow_evidence
from nightschool.decisions.superiority import bootstrap_interval, discordance, exact_p, template_gains, two_sided_p
from tests.decisions.factory import report
from tests.decisions.test_decisions import GATE, SURE, compared, failed, inputs, with_reports

WEAK = "P" * 24 + "f" * 6
"""On shadow, against a champion's 20 of 30: 4 fixed, none lost, p = 1/16."""


def on_shadow(policy, champion="p" * 18 + "f" * 12, **changes):
    """The passing inputs with other answers on shadow; `chooser` has the policy's unless it is named."""
    arms = {"policy": policy, "policy_champion": champion, "chooser": policy} | changes
    return with_reports(inputs(), "shadow", **arms)


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


def arms_on_shadow(policy, champion=None, **others):
    """Reports by arm: search as the policy, unless it is named."""
    made = {"policy": policy, "search": policy, "chooser": policy} | others
    return made | ({"policy_champion": champion} if champion else {})


def test_a_look_costs_alpha_only_if_everything_was_seen():
    whole, partial = report(SURE, "shadow"), report("P" * 29 + "u", "shadow")
    assert shadow_evidence(arms_on_shadow(whole), False, 0.01, GATE).numbers["alpha_spent"] == 0.01
    for arm in ("policy", "search", "chooser", "policy_champion"):
        for other in (None, partial, replace(whole, suite_digest="other")):
            arms = arms_on_shadow(whole, whole) | {arm: other}
            seen = shadow_evidence({k: v for k, v in arms.items() if v}, True, 0.01, GATE)
            assert (seen.ok, seen.numbers["alpha_spent"]) == (False, 0.0)


def test_the_share_of_alpha_decides():
    # 7 fixed, 0 lost: p = 2^-7 = 0.0078, against search and against the champion
    assert gate(inputs(alpha=0.0079), GATE).outcome == "passed"
    decision = gate(inputs(alpha=0.0078), GATE)
    assert decision.outcome == "not_enough_evidence"
    assert failed(decision) == {"shadow better than policy_champion", "shadow better than search"}


@pytest.mark.parametrize("rival", ["policy_champion", "search"])
def test_better_than_one_rival_is_not_enough(rival):
    # as good as the other: nothing moved, p = 1, and an interval of a single zero is not above zero
    decision = gate(with_reports(inputs(), "shadow", **{rival: "p" * 25 + "f" * 5}), GATE)
    assert decision.outcome == "not_enough_evidence"
    assert failed(decision) == {f"shadow better than {rival}", f"shadow gain over {rival}"}
    (gain,) = [check for check in decision.refusals if check.name == f"shadow gain over {rival}"]
    assert "(bootstrap over templates)" in gain.observed  # beside the paired interval that reports tell


def test_without_a_champion_search_alone_has_to_be_beaten():
    first = inputs(champion=False)
    assert gate(first, GATE).outcome == "passed"
    assert not any("policy_champion" in check.name for check in gate(first, GATE).checks)


def test_too_little_evidence_says_how_many_koans_would_settle_it():
    # 4 fixed, 0 lost of 30 at alpha 0.01, p = 1/16: g = d = 4/30, z = 2.3263 and 0.8416:
    # (2.3263 sqrt(0.13333) + 0.8416 sqrt(0.13333 - 0.01778))^2 / 0.01778 = (0.8495 + 0.2861)^2 / 0.01778 = 72.5
    decision = gate(on_shadow(WEAK, "p" * 20 + "f" * 10), GATE)
    assert decision.outcome == "not_enough_evidence"
    assert failed(decision) == {"shadow better than policy_champion", "shadow better than search"}  # 2^-6 > 0.01
    assert decision.evidence["koans_needed"] == 73


def test_a_policy_that_is_worse_on_shadow_is_refused_not_undecided():
    # 7 lost of 30: the interval's upper end is below zero
    assert gate(on_shadow("P" * 18 + "f" * 12, "p" * 25 + "f" * 5), GATE).outcome == "refused"


def test_evidence_missing_beside_another_reason_is_a_refusal():
    assert gate(replace(on_shadow(WEAK, "p" * 20 + "f" * 10), leaks=1), GATE).outcome == "refused"


def test_frozen_that_was_not_opened_for_want_of_evidence_is_not_held_against_it():
    decision = gate(with_reports(on_shadow(WEAK, "p" * 20 + "f" * 10), "frozen", policy=None), GATE)
    assert decision.outcome == "not_enough_evidence"
    assert {"frozen opened", "shadow better than policy_champion"} <= failed(decision)


@pytest.mark.parametrize(
    ("fixed", "lost", "outcome"),
    [
        # n = 200, margin 0.02: the lower bound is (b - c - 1.96 sqrt(b + c + 1 - (b - c)^2/202))/202
        (0, 0, "passed"),  # -1.96/202 = -0.0097
        (4, 2, "passed"),  # (2 - 1.96 sqrt(6.98))/202 = -0.0157
        (3, 3, "not_enough_evidence"),  # -1.96 sqrt(7)/202 = -0.0257, upper end +0.0257
        (0, 1, "passed"),  # (-1 - 1.96 sqrt(2.0))/202 = -0.0187
        (0, 2, "not_enough_evidence"),  # (-2 - 1.96 sqrt(2.98))/202 = -0.0266, upper end +0.0068
        (0, 20, "refused"),  # (-20 + 1.96 sqrt(19.02))/202 = -0.057
    ],
)
def test_the_adapter_does_no_harm_to_what_is_chosen_without_it(fixed, lost, outcome):
    chooser = "p" * (150 - fixed) + "f" * fixed + "p" * lost + "f" * (50 - lost)
    policy = "P" * 150 + "f" * 50
    given = on_shadow(policy, "p" * 100 + "f" * 100, search="p" * 100 + "f" * 100, chooser=chooser)
    decision = gate(given, GateConfig())
    assert decision.outcome == outcome
    assert failed(decision) == (set() if outcome == "passed" else {"the adapter does no harm"})


@pytest.mark.parametrize(
    ("policy", "outcome", "said"),
    [
        ("P" * 20 + "p" * 5 + "f" * 5, "passed", "20/20 = 100.0% [83.9, 100.0], of 30 koans"),
        ("P" * 19 + "p" * 6 + "f" * 4 + "F", "passed", "19/20 = 95.0% [76.4, 99.1], of 30 koans"),
        ("P" * 19 + "p" * 6 + "f" * 5, "not_enough_evidence", "19/19 = 100.0% [83.2, 100.0], of 30 koans"),
        ("P" * 18 + "p" * 7 + "f" * 3 + "FF", "not_enough_evidence", "18/20 = 90.0% [69.9, 97.2], of 30 koans"),
        ("P" * 16 + "p" * 9 + "f" + "FFFF", "refused", "16/20 = 80.0% [58.4, 91.9], of 30 koans"),
        ("p" * 25 + "f" * 5, "not_enough_evidence", "none [0.0, 100.0], of 30 koans"),
    ],
)
def test_what_the_policy_is_sure_of_is_right(policy, outcome, said):
    decision = gate(on_shadow(policy, chooser=SURE), GATE)
    assert decision.outcome == outcome
    check = next(check for check in decision.checks if check.name == "sure and right")
    assert (check.observed, check.ok) == (said, outcome == "passed")


def test_few_sure_koans_say_how_many_koans_would_be_enough():
    # sure of 19 of 30: 20 of them in 20 * 30 / 19 = 31.6 koans
    decision = gate(on_shadow("P" * 19 + "p" * 6 + "f" * 5, chooser=SURE), GATE)
    assert decision.evidence["koans_needed"] == 32


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
    before, after = mixed("p" * 40 + "f" * 40, 40), mixed("f" * 15 + "P" * 65, 40)
    decision = gate(on_shadow(after, before, search=before), GATE)
    assert decision.outcome == "refused"
    assert failed(decision) == {"shadow lifetimes no worse", "shadow E0106 no worse"}


def test_slices_with_too_few_koans_are_not_judged_and_margins_are_used():
    before, after = mixed("p" * 40 + "f" * 40, 40), mixed("f" * 15 + "P" * 65, 40)
    arms = arms_on_shadow(after, search=before)
    assert not shadow_evidence(arms, False, 0.01, GATE).ok
    assert shadow_evidence(arms, False, 0.01, GATE.model_copy(update={"slice_koans": 41})).ok
    # 15 of 40 lost: lower bound (-15 - 1.96 sqrt(16 - 225/42))/42 = -0.51
    assert shadow_evidence(arms, False, 0.01, GATE.model_copy(update={"slice_margin": 0.52})).ok


def test_retention_may_not_fall_by_the_margin():
    # n = 100, lower bounds: 2 lost (-2 - 1.96 sqrt(3))/102 = -0.053; 5 lost (-5 - 1.96 sqrt(5.75))/102 = -0.095;
    # 6 lost (-6 - 1.96 sqrt(6.65))/102 = -0.108, upper end -0.009: undecided; 30 lost: upper end -0.20
    def after(lost):
        return with_reports(inputs(), "retention", candidate="f" * lost + "p" * (100 - lost), champion="p" * 100)

    for lost, outcome in ((0, "passed"), (5, "passed"), (6, "not_enough_evidence"), (30, "refused")):
        assert gate(after(lost), GATE).outcome == outcome
    assert gate(after(6), GATE.model_copy(update={"retention_margin": 0.11})).outcome == "passed"


LOSING = {"candidate": "p" * 25 + "f" * 5, "reference": "p" * 19 + "f" * 10 + "p"}  # k29 is lost


@pytest.mark.parametrize(("answers", "outcome"), [(1, "passed"), (0, "refused")])
def test_an_unstable_koan_is_named_and_does_not_block_where_the_model_was_asked(answers, outcome):
    made = report(LOSING["candidate"], answers=answers)
    decision = gate(with_reports(inputs(**LOSING, unstable=frozenset({"k29"})), "frozen", policy=made), GATE)
    assert decision.outcome == outcome
    said = next(check.observed for check in decision.checks if check.name == "no koan lost")
    assert said == ("unstable: k29" if answers else "lost: k29")


LETTERS = st.lists(st.sampled_from("PPPPf"), min_size=30, max_size=30).map("".join)


@settings(max_examples=60)
@given(st.fixed_dictionaries({suite: LETTERS for suite in SUITES}), st.sampled_from(SUITES), st.integers(0, 29))
def test_one_more_pass_on_any_suite_never_lowers_the_outcome(answers, suite, koan):
    order = {"refused": 0, "not_enough_evidence": 1, "passed": 2}
    worse = inputs(reference="f" * 11 + "p" * 19, alpha=0.2)
    worse = with_reports(worse, "shadow", policy_champion="f" * 11 + "p" * 19, search="f" * 11 + "p" * 19)
    for name, letters in answers.items():
        worse = with_reports(worse, name, **{worse.sides(name)[0]: letters})
    more = answers[suite][:koan] + "P" + answers[suite][koan + 1 :]
    better = with_reports(worse, suite, **{worse.sides(suite)[0]: more})
    assert order[gate(better, GATE).outcome] >= order[gate(worse, GATE).outcome]


@settings(max_examples=30)
@given(st.sampled_from(SUITES), st.integers(0, 29), st.integers(0, 3))
def test_one_unscored_koan_anywhere_never_passes(suite, koan, side):
    base = inputs()
    arm = compared(base, suite)[side % len(compared(base, suite))]
    letters = ["p" if a.verdict == "passed" else "f" for a in base.arms[arm][suite].attempts]
    letters[koan] = "u"
    assert gate(with_reports(base, suite, **{arm: "".join(letters)}), GATE).outcome == "refused"
