"""Rates and intervals, against values worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.metrics import apart, wilson


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
