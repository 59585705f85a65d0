"""Rates and intervals, against values worked by hand."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.metrics import apart, pass_at_k, wilson


def test_wilson_of_23_of_30_is_59_to_88_percent():
    # z = 1.96, z^2 = 3.8415: centre (23 + 1.9207) / 33.8415 = 0.7364;
    # half = 1.96 / 33.8415 * sqrt(23 * 7 / 30 + 0.9604) = 0.0579 * 2.5153 = 0.1457
    rate = wilson(23, 30)
    assert rate.low == pytest.approx(0.5907, abs=5e-4)
    assert rate.high == pytest.approx(0.8821, abs=5e-4)


def test_nothing_measured_has_no_value_and_knows_nothing():
    rate = wilson(0, 0)
    assert rate.value is None
    assert (rate.low, rate.high) == (0.0, 1.0)


@pytest.mark.parametrize(("passed", "n"), [(-1, 3), (4, 3)])
def test_impossible_counts_are_refused(passed, n):
    with pytest.raises(ValueError, match="between 0 and n"):
        wilson(passed, n)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_rate_and_mirrors(counts):
    passed, n = counts
    rate, mirror = wilson(passed, n), wilson(n - passed, n)
    assert 0 <= rate.low <= rate.value <= rate.high <= 1
    assert rate.low == pytest.approx(1 - mirror.high)


def test_intervals_that_touch_are_not_apart():
    # 0/30 is [0, 0.114]; 30/30 is [0.886, 1]; 3/30 is [0.035, 0.256]
    assert apart(wilson(0, 30), wilson(30, 30))
    assert not apart(wilson(0, 30), wilson(3, 30))


def test_pass_at_k_by_hand():
    # n = 4, 1 passed: of the C(4, 2) = 6 pairs, C(3, 2) = 3 miss it: 1 - 3/6
    assert pass_at_k(4, 1, 2) == pytest.approx(0.5)
    # n = 5, 2 passed, k = 3: of 10 triples, C(3, 3) = 1 misses both: 1 - 1/10
    assert pass_at_k(5, 2, 3) == pytest.approx(0.9)
    # with more than n - k passed, every choice holds one
    assert pass_at_k(5, 3, 3) == 1.0
    assert pass_at_k(7, 0, 7) == 0.0


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n))))
def test_pass_at_k_is_the_counted_share_and_rises_with_k(numbers):
    n, passed, k = numbers
    assert pass_at_k(n, passed, k) == pytest.approx(1 - comb(n - passed, k) / comb(n, k))
    assert pass_at_k(n, passed, 1) == pytest.approx(passed / n)
    assert k == 1 or pass_at_k(n, passed, k) >= pass_at_k(n, passed, k - 1) - 1e-12


@pytest.mark.parametrize(("n", "passed", "k"), [(3, 4, 1), (3, -1, 1), (3, 1, 0), (3, 1, 4)])
def test_pass_at_k_of_impossible_counts_is_refused(n, passed, k):
    with pytest.raises(ValueError, match="need 0 <= passed"):
        pass_at_k(n, passed, k)
