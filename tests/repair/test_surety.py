"""Claims on being sure: evidence, the threshold rule, the arithmetic of a calibration."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from nightschool.metrics import wilson
from nightschool.repair.forest import Forest
from nightschool.repair.learn_surety import HARD, TURNS, WRITTEN, Held, SuretySettings, _scaled, _shares, learn_surety
from nightschool.repair.surety import (
    NEVER,
    SURE_ODDS,
    Surety,
    brier,
    calibration_error,
    evidence,
    log_odds,
    logistic,
    reliability,
    softmax,
    threshold,
)

from .making import one_list


def test_evidence_of_two_by_hand() -> None:
    """Scores ln 3 and 0: shares 3/4 and 1/4, margin ln 3, entropy -(3/4 ln 3/4 + 1/4 ln 1/4)."""
    made = evidence([{"a": 2.0}, {"a": 1.0}], [math.log(3), 0.0])
    assert made["winner:a"] == 2.0
    assert made["share"] == pytest.approx(0.75)
    assert made["margin"] == pytest.approx(math.log(3))
    assert made["entropy"] == pytest.approx(-(0.75 * math.log(0.75) + 0.25 * math.log(0.25)))
    assert (made["alone"], made["several"]) == (0.0, pytest.approx(math.log(2)))


def test_candidates_that_do_the_same_share_their_probability() -> None:
    """Scores 0, 0 and ln 3; the first two do the same: 2/5 against 3/5, margin ln 2 - ln 3."""
    made = evidence([{}, {}, {}], [0.0, 0.0, math.log(3)], groups=[1.0, 1.0, 2.0])
    assert made["share"] == pytest.approx(2 / 5)
    assert made["margin"] == pytest.approx(math.log(2 / 3))
    assert (made["alike"], made["kinds"], made["agreed"]) == (pytest.approx(math.log(2)), pytest.approx(math.log(2)), 0)


def test_where_all_do_the_same_there_is_no_rival() -> None:
    made = evidence([{}, {}], [1.0, 0.0], groups=[1.0, 1.0])
    assert (made["agreed"], made["share"], made["margin"], made["entropy"]) == (1.0, pytest.approx(1.0), 0.0, 0.0)


def test_unknown_proposers_are_evidence() -> None:
    """Of three candidates the winner's proposer is known, of the two others one is not."""
    rows = [{"by:a": 1.0}, {"by:b": 1.0}, {"by:a": 1.0}]
    made = evidence(rows, [2.0, 1.0, 0.0], known={"by:a"})
    assert (made["strange"], made["strange_rivals"]) == (0.0, 0.5)


def test_one_candidate_has_no_margin() -> None:
    made = evidence([{"a": 1.0}], [5.0])
    assert (made["alone"], made["margin"], made["share"]) == (1.0, 0.0, 1.0)


def test_no_candidates_are_no_evidence() -> None:
    assert evidence([], []) == {}


def test_probability_by_hand() -> None:
    """w.x = 2 - 1 = 1: 1 / (1 + 1/e) = 0.731; without weights nothing is known."""
    assert Surety({"a": 2.0, "b": -1.0}).probability({"a": 1.0, "b": 1.0}) == pytest.approx(1 / (1 + math.exp(-1)))
    assert Surety().probability({"a": 1.0}) == 0.0
    assert logistic(-800.0) == 0.0


def test_the_forest_s_log_odds_are_evidence() -> None:
    """It says 0.8, log-odds ln 4; half of these are ln 2: 2 / (1 + 2). What says nothing, 0.5, has log-odds 0."""
    forest = Forest(("a",), ([0, 0.5, 0.2, 0.8],))
    assert Surety({"forest": 0.5}, forest=forest).probability({"a": 1.0}) == pytest.approx(2 / 3)
    assert Surety({"forest": 0.5}).probability({"a": 1.0}) == 0.5


@pytest.mark.parametrize(("said", "odds"), [(0.8, math.log(4)), (1.0, SURE_ODDS), (0.0, -SURE_ODDS), (0.5, 0.0)])
def test_log_odds_end_somewhere(said: float, odds: float) -> None:
    assert log_odds(said) == pytest.approx(odds)


def test_threshold_is_the_least_from_which_the_share_holds() -> None:
    """Of right, right, wrong, right from above: 2/2 and 3/4. Without a bound (slack 1) those reach 1 and 0.75."""
    said, right = [0.9, 0.88, 0.85, 0.8], [True, True, False, True]
    assert threshold(said, right, 1.0, slack=1.0) == 0.88
    assert threshold(said, right, 0.75, slack=1.0) == 0.8
    assert threshold(said, right, 0.95) == NEVER  # two of two: the lower bound is 0.55


def test_a_low_probability_is_never_enough() -> None:
    assert threshold([0.9] * 40 + [0.6] * 40, [True] * 80, 0.95) == 0.9


def test_few_choices_are_not_trusted() -> None:
    """n of n right have the lower bound n / (n + z^2), z = 1.2816: 14/15.64 = 0.895 and 15/16.64 = 0.901."""
    assert wilson(14, 14, 1.2815515655446004).low < 0.9 < wilson(15, 15, 1.2815515655446004).low
    assert threshold([0.9] * 14, [True] * 14, 0.95) == NEVER
    assert threshold([0.9] * 15, [True] * 15, 0.95) == 0.9


def test_short_of_the_target_only_what_is_called_that_probable_is_taken() -> None:
    """60 of 65 at 0.96 are 0.923, lower bound 0.87: short of 0.95 but not by more than 0.1; 40 of 50, 0.72, never."""
    assert 0.85 < wilson(60, 65, 1.2815515655446004).low < 0.9
    assert threshold([0.96] * 65, [True] * 60 + [False] * 5, 0.95) == 0.95
    assert threshold([0.94] * 65, [True] * 60 + [False] * 5, 0.95) == NEVER
    assert threshold([0.96] * 50, [True] * 40 + [False] * 10, 0.95) == NEVER


def test_choices_count_with_their_weights() -> None:
    """Nine right and two wrong of half a weight each: 9 of 10; of a weight each: 9 of 11."""
    said, right = [0.88] * 11, [True] * 9 + [False] * 2
    assert threshold(said, right, 0.9, [1.0] * 9 + [0.5] * 2, slack=1.0) == 0.88
    assert threshold(said, right, 0.9, [1.0] * 11, slack=1.0) == NEVER


def test_equal_probabilities_are_taken_together() -> None:
    assert threshold([0.9, 0.9], [True, False], 1.0, slack=1.0) == NEVER


def test_words_are_no_evidence() -> None:
    made = evidence([{"in:clone": 1.0, "code:E0308>by:x": 1.0, "by:operator.x": 1.0}], [1.0])
    assert {name for name in made if name.startswith("winner:")} == {"winner:by:operator.x"}


def test_reliability_brier_and_error_by_hand() -> None:
    """Bins [0.2, 0.3): one wrong; [0.9, 1]: two of 0.9 and 1, one right. ECE = (1 |0.2 - 0| + 2 |0.95 - 0.5|) / 3."""
    said, right = [0.2, 0.9, 1.0], [False, True, False]
    table = reliability(said, right)
    assert [(row["from"], row["n"], row["right"]) for row in table] == [(0.2, 1, 0.0), (0.9, 2, 0.5)]
    assert calibration_error(said, right) == pytest.approx((0.2 + 2 * 0.45) / 3)
    assert brier(said, right) == pytest.approx((0.04 + 0.01 + 1.0) / 3)
    assert brier([], []) is None
    assert calibration_error([], []) is None


def test_softmax_does_not_overflow() -> None:
    assert softmax([1000.0, 1000.0]) == [0.5, 0.5]


def test_lists_of_hard_lessons_count_less_and_what_people_wrote_counts_more() -> None:
    """Four lists of one pattern, drawn in one division of three: a third each, HARD of that for a hard lesson, WRITTEN
    of that for a lesson and for what a developer ran into."""
    made = one_list("a", "p", {"x": True, "y": False})
    hard = replace(made, row="lessons-1", group="family/p/hard/lesson")
    met = [replace(made, row=f"{source}-1") for source in ("lessons", "episodes")]
    held = [Held(one, {}, True, False) for one in (made, hard, *met)]
    shares = [1 / TURNS, HARD / TURNS, WRITTEN / TURNS, WRITTEN / TURNS]
    assert _shares(held) == [pytest.approx(share) for share in shares]


def test_both_models_are_one_logistic_model_of_evidence_and_forest() -> None:
    """2 (f + w.x) / 2 - 1 with w = {a: 3, one: 0.5} is f + 3 a + 0.5 - 1."""
    assert _scaled({"a": 3.0, "one": 0.5}, {"both": 2.0, "one": -1.0}) == {"a": 3.0, "forest": 1.0, "one": -0.5}


def test_from_no_choices_nothing_is_known() -> None:
    surety, figures = learn_surety([], 0, 0, SuretySettings())
    assert (surety.probability({"one": 1.0}), surety.threshold, figures["all"]["n"]) == (0.0, NEVER, 0)
