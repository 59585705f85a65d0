"""Claims on candidates that do the same."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.repair.alike import GROUP, alike, totals
from nightschool.repair.chooser import Chooser, rank

from .making import edited, found

CAST = edited(("sum += value;", "sum += i64::from(*value);"))
INTO = edited(("sum += value;", "sum += Into::<i64>::into(*value);"))
ZERO = edited(("sum += value;", "sum += 0;"))


def test_of_unknown_behaviour_is_like_no_other() -> None:
    assert alike([{GROUP: 1.0}, {}, {GROUP: 1.0}, {}]) == [1.0, 1.5, 1.0, 3.5]


def test_sums_by_hand() -> None:
    """exp(0) + exp(ln 2) = 3 for the first two, 4 for the third."""
    assert totals([0.0, math.log(2), math.log(4)], [1.0, 1.0, 2.0]) == pytest.approx([math.log(n) for n in (3, 3, 4)])
    assert totals([], []) == []


@given(st.lists(st.tuples(st.floats(-900, 900), st.integers(0, 3)), min_size=1, max_size=8))
def test_sums_are_finite_and_at_least_the_best_of_the_group(rows: list[tuple[float, int]]) -> None:
    scores, groups = [one for one, _ in rows], [float(group) for _, group in rows]
    for every, group in zip(totals(scores, groups), groups, strict=True):
        best = max(one for one, other in zip(scores, groups, strict=True) if other == group)
        assert best - 1e-9 <= every <= best + math.log(len(rows)) + 1e-9


def test_two_ways_to_write_one_repair_win_over_a_better_score() -> None:
    """Scores 1, 1 and 1.5: alone the third is first; exp(1) + exp(1) = 5.4 is more than exp(1.5) = 4.5."""
    candidates = found(CAST, INTO, ZERO).candidates
    chooser = Chooser({"a": 1.0})
    rows = [{"a": 1.0}, {"a": 1.0}, {"a": 1.5}]
    assert [one.program for one in rank(candidates, rows, chooser).candidates] == [ZERO, CAST, INTO]
    grouped = [{**row, GROUP: group} for row, group in zip(rows, (1.0, 1.0, 3.0), strict=True)]
    ranked = rank(candidates, grouped, chooser)
    assert [one.program for one in ranked.candidates] == [CAST, INTO, ZERO]
    assert ranked.scores == (1.0, 1.0, 1.5)


def test_the_fixed_order_knows_no_groups() -> None:
    candidates = found(CAST, INTO, ZERO).candidates
    rows = [{GROUP: 1.0}, {GROUP: 2.0}, {GROUP: 2.0}]
    assert [one.program for one in rank(candidates, rows).candidates] == [CAST, INTO, ZERO]
