"""Koans and their twins: what tells remembering from knowing, worked by hand."""

from dataclasses import replace

import pytest

from nightschool.memorisation import MEMORISED, NOT_SHOWN, UNMEASURED, memorisation, with_likelihood
from tests.decisions.factory import report


def test_five_koans_passed_only_as_koans_are_memory_and_four_are_not() -> None:
    """p = 1/2^5 = 0.031 and 1/2^4 = 0.0625; the largest that counts is 0.05."""
    five = memorisation(report("pppppp"), report("fffffp"))
    assert (len(five.only_koan), five.only_twin, five.n, five.p) == (5, (), 6, 1 / 32)
    assert five.gap == pytest.approx(5 / 6)
    assert five.outcome == MEMORISED
    assert memorisation(report("pppppp"), report("ffffpp")).outcome == NOT_SHOWN


def test_koans_that_only_twins_pass_count_against() -> None:
    """b = 5, c = 2: P(X >= 5 of 7) = (21 + 7 + 1)/128 = 0.227."""
    found = memorisation(report("pppppff"), report("fffffpp"))
    assert found.p == pytest.approx(29 / 128)
    assert found.outcome == NOT_SHOWN


def test_better_on_twins_is_never_memory() -> None:
    assert memorisation(report("ffffff"), report("pppppp")).p == 1.0


def test_what_the_base_model_shows_too_is_about_names() -> None:
    koans, twins = report("pppppp"), report("fffffp")
    base = (report("ppffff"), report("ffffff"))
    found = memorisation(koans, twins, base)
    assert len(found.only_koan) == 3, "two of the five fail as twins in the base model too"
    assert found.outcome == NOT_SHOWN


def test_unscored_koans_are_left_out_and_nothing_scored_is_unmeasured() -> None:
    assert memorisation(report("pu"), report("fp")).n == 1
    assert memorisation(report("uu"), report("pp")).outcome == UNMEASURED


def test_a_fix_that_became_likelier_than_its_twins_by_a_nat_is_remembered() -> None:
    """First: 2.0 - 0.5 = 1.5 against 2.0 - 1.6 = 0.4, so 1.1; second: 1.5 on both, so 0."""
    found = memorisation(report("pp"), report("pp"))
    nats = {"a": (2.0, 0.5, 2.0, 1.6), "b": (2.0, 0.5, 2.0, 0.5)}
    assert with_likelihood(found, nats).likelier == ("a",)
    assert with_likelihood(found, nats).outcome == MEMORISED
    assert str(with_likelihood(found, nats)).endswith("fixes remembered: a (most: +1.10 nats a token)")
    assert with_likelihood(found, {}).nats is None


def test_reports_of_two_arms_are_not_compared() -> None:
    with pytest.raises(ValueError, match="different arms"):
        memorisation(report("p"), replace(report("p"), policy_digest="other"))
