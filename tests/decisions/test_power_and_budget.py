"""How many koans a gain needs, and how the year's alpha is shared."""

from datetime import UTC, datetime, timedelta
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.config import GateConfig
from nightschool.decisions import Spend, alpha_share, detectable_gain, koans_needed, promising
from tests.decisions.factory import report

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_koans_needed_by_hand():
    # g = 0.1, d = 0.14, alpha 0.05, power 0.8: z = 1.6449, 0.8416:
    # (1.6449 * 0.37417 + 0.8416 * sqrt(0.13))^2 / 0.01 = (0.61547 + 0.30344)^2 / 0.01 = 84.4
    assert koans_needed(0.1, 0.14, 0.05) == 85
    assert koans_needed(0.0, 0.14, 0.05) == 0
    assert koans_needed(0.1, 0.14, 0.0) == 0


def chance_of(k, n, p):
    return comb(n, k) * p**k * (1 - p) ** (n - k)


def smallest_significant(moved, alpha):
    """The smallest b with P(Bin(moved, 1/2) >= b) <= alpha; moved + 1 if there is none."""
    tail, b = 0.0, moved + 1
    while b > 0 and tail + chance_of(b - 1, moved, 0.5) <= alpha:
        b -= 1
        tail += chance_of(b, moved, 0.5)
    return b


@pytest.mark.parametrize("alpha", [0.05, 0.001])
def test_the_exact_test_has_about_the_planned_power(alpha):
    # n koans, b + c ~ Bin(n, 0.14), b ~ Bin(b + c, 0.12/0.14): the chance that P(Bin(b + c, 1/2) >= b) <= alpha
    n = koans_needed(0.1, 0.14, alpha)
    chance = sum(
        chance_of(moved, n, 0.14) * chance_of(b, moved, 0.12 / 0.14)
        for moved in range(n // 2)
        for b in range(smallest_significant(moved, alpha), moved + 1)
    )
    assert 0.72 < chance < 0.88


@given(st.integers(5, 2000), st.floats(0.01, 0.5), st.floats(1e-5, 0.1))
def test_the_detectable_gain_is_the_smallest_that_needs_no_more_koans(n, discordance, alpha):
    gain = detectable_gain(n, discordance, alpha)
    if gain is None:
        assert koans_needed(1.0, discordance, alpha) > n
    else:
        assert koans_needed(gain, discordance, alpha) <= n
        assert koans_needed(0.99 * gain, discordance, alpha) >= n


def test_a_night_without_koans_or_alpha_detects_nothing():
    assert detectable_gain(0, 0.1, 0.05) is None
    assert detectable_gain(200, 0.1, 0.0) is None


def test_half_is_shared_evenly_and_never_more_than_what_is_left():
    config = GateConfig(alpha=0.05, looks_per_year=50)
    assert alpha_share([], NOW, config) == pytest.approx(0.0005)  # 0.5 * 0.05 / 50
    spent = [Spend(NOW - timedelta(days=day), 0.0249) for day in (1, 2)]  # left 0.05 - 0.0498
    assert alpha_share(spent, NOW, config) == pytest.approx(0.0002)
    assert alpha_share([*spent, Spend(NOW, 0.001)], NOW, config, promises=True) == 0.0


def test_a_promising_night_adds_a_quarter_of_the_other_half():
    config = GateConfig(alpha=0.05, looks_per_year=50)
    first = alpha_share([], NOW, config, promises=True)
    assert first == pytest.approx(0.0005 + 0.025 / 4)
    # A look that spent just its even share leaves the other half whole; one that was promising leaves three quarters.
    assert alpha_share([Spend(NOW, 0.0005)], NOW, config, promises=True) == pytest.approx(first)
    assert alpha_share([Spend(NOW, first)], NOW, config, promises=True) == pytest.approx(0.0005 + 0.75 * 0.025 / 4)


@pytest.mark.parametrize(
    ("before", "after", "promises"),
    [
        ("ffffff", "pppppp", True),  # 6 fixed, none lost: 2^-6 = 0.0156
        ("fffff", "ppppp", False),  # 2^-5 = 0.031
        ("ppppp", "ppppp", False),
        ("ffffffu", "ppppppp", False),  # incomplete
    ],
)
def test_a_night_is_promising_if_dev_finds_it_better(before, after, promises):
    assert promising(report(before, "dev"), report(after, "dev")) is promises
    assert not promising(None, report(after, "dev"))
    assert not promising(report(before, "dev"), report(after, "shadow"))


def test_what_was_spent_a_year_ago_is_free_again():
    config = GateConfig(alpha=0.05, looks_per_year=1)
    assert alpha_share([Spend(NOW - timedelta(days=364), 0.05)], NOW, config) == 0.0
    assert alpha_share([Spend(NOW - timedelta(days=365), 0.05)], NOW, config) == pytest.approx(0.025)


@given(st.lists(st.tuples(st.integers(0, 800), st.booleans()), max_size=60), st.floats(0.001, 0.2), st.integers(1, 40))
def test_no_year_ever_spends_more_than_its_budget(nights, alpha, looks):
    config, spent = GateConfig(alpha=alpha, looks_per_year=looks), []
    for day, promises in sorted(nights):
        now = NOW + timedelta(days=day)
        spent.append(Spend(now, alpha_share(spent, now, config, promises)))
        assert sum(s.alpha for s in spent if now - s.time < timedelta(days=365)) <= alpha + 1e-12
