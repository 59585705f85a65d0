"""Claims on choosing: the list-wise model, ranking, and the chooser's file."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nightschool.errors import IntegrityError
from nightschool.repair.chooser import Chooser, choose, rank, read_chooser, write_chooser
from nightschool.repair.features import READ, VERSION
from nightschool.repair.forest import Forest
from nightschool.repair.linear import fit_lists, fit_logistic, list_loss, score, supported
from nightschool.repair.surety import Surety

from .making import edited, found

CAST = edited(("sum += value;", "sum += i64::from(*value);"))
ZERO = edited(("sum += value;", "sum += 0;"))


def test_likelihood_and_gradient_of_two_lists_by_hand() -> None:
    """First list: scores 0 and ln 3, the first passes: p = 1/4, loss ln 4. Second: scores 0, 0, 0, two pass: loss
    ln(3/2). The gradient is p(all) - p(among passing): (1/4 - 1, 3/4) and (1/3 - 1/2, 1/3 - 1/2, 1/3)."""
    scores = np.array([0.0, math.log(3), 0.0, 0.0, 0.0])
    passed = np.array([True, False, True, True, False])
    value, pull = list_loss(scores, passed, np.array([0, 2]))
    assert value == pytest.approx(math.log(4) + math.log(1.5))
    assert pull == pytest.approx([-3 / 4, 3 / 4, -1 / 6, -1 / 6, 1 / 3])


def test_gradient_is_the_slope_of_the_loss() -> None:
    scores, passed, starts = np.array([0.3, -1.0, 2.0]), np.array([True, False, True]), np.array([0])
    _, pull = list_loss(scores, passed, starts)
    step = 1e-6
    for n in range(3):
        moved = scores.copy()
        moved[n] += step
        slope = (list_loss(moved, passed, starts)[0] - list_loss(scores, passed, starts)[0]) / step
        assert pull[n] == pytest.approx(slope, abs=1e-5)


def test_weights_of_one_feature_by_hand() -> None:
    """Two candidates, the one with a = 1 passes: loss ln(1 + exp(-w)) + w^2/2, zero slope where w = 1/(1 + exp(w)):
    w = 0.401058."""
    weights = fit_lists([([{"a": 1.0}, {}], [True, False])], ["a"], l2=1.0)
    assert weights["a"] == pytest.approx(0.401058, abs=1e-4)


def test_logistic_weights_by_hand() -> None:
    """One right row of weight 2: 2 / (1 + exp(w)) = w: w = 0.675"""
    weights = fit_logistic([{"one": 1.0}], [True], [2.0], ["one"], l2=1.0)
    w = weights["one"]
    assert 2 / (1 + math.exp(w)) == pytest.approx(w, abs=1e-4)


def test_lists_where_all_or_none_pass_teach_nothing() -> None:
    assert fit_lists([([{"a": 1.0}, {}], [True, True]), ([{"a": 1.0}, {}], [False, False])], ["a"], 1.0) == {}


def test_equal_lists_give_equal_weights() -> None:
    lists = [([{"a": 1.0, "b": n / 7}, {"b": 1.0}], [n % 3 > 0, n % 3 == 0]) for n in range(20)]
    assert fit_lists(lists, ["a", "b"], 1.0) == fit_lists(lists, ["a", "b"], 1.0)


def test_names_of_one_pattern_are_not_learnt() -> None:
    rows = [("p", [{"a": 1.0, "b": 1.0}]), ("p", [{"b": 1.0}]), ("q", [{"a": 1.0}])]
    assert supported(rows, 2) == ["a"]


def test_unknown_names_have_no_score() -> None:
    assert score({"a": 2.0}, {"a": 1.5, "b": 9.0}) == 3.0


def test_fixed_order_chooses_where_nothing_is_learnt() -> None:
    ranked = choose(found(CAST, ZERO))
    assert [one.order for one in ranked.candidates] == [0, 1]
    assert ranked.scores == (0.0, -1.0)
    assert (ranked.sure, ranked.certain) == (0.0, False)


def test_a_weight_on_constants_turns_the_order() -> None:
    assert choose(found(ZERO, CAST), Chooser({"risk:constant": -1.0})).candidates[0].program == CAST


def test_equal_scores_stay_in_the_fixed_order_whatever_order_they_come_in() -> None:
    candidates = found(CAST, ZERO).candidates
    ranked = rank(candidates[::-1], [{}, {}], Chooser({"a": 1.0}))
    assert ranked.candidates == candidates


def test_further_features_join() -> None:
    chooser = Chooser({"behaves": 1.0})
    ranked = choose(found(CAST, ZERO), chooser, extra=[{}, {"behaves": 1.0}])
    assert ranked.candidates[0].program == ZERO
    assert ranked.scores == (1.0, 0.0)


@pytest.mark.parametrize(("risk", "certain"), [("risk:swallowed", False), ("risk:copied", True)])
def test_a_repair_that_drops_an_error_is_never_certain(risk: str, certain: bool) -> None:
    """A threshold of 0 is met by any probability."""
    chooser = Chooser({"a": 1.0}, Surety({"one": 1.0}, 0.0))
    ranked = rank(found(CAST).candidates, [{"a": 1.0, risk: 1.0}], chooser)
    assert (ranked.certain, ranked.sure > 0) == (certain, True)


def test_nothing_that_compiles_is_no_choice() -> None:
    ranked = choose(found(), Chooser({"a": 1.0}, Surety({"one": 9.0}, 0.5)))
    assert (ranked.candidates, ranked.sure, ranked.certain) == ((), 0.0, False)


STUMP = Forest(("one",), ([0, 0.5, 0.25, 1.0],))
LEARNT = Chooser({"risk:constant": -1.25}, Surety({"one": 0.5}, 0.9, {"n": 3}, STUMP), {"lists": 2})


def test_a_chooser_is_read_as_it_was_written(tmp_path: Path) -> None:
    digest = write_chooser(tmp_path / "chooser.json", LEARNT)
    assert read_chooser(tmp_path / "chooser.json") == LEARNT
    assert digest == read_chooser(tmp_path / "chooser.json").digest


def test_a_chooser_from_before_an_update_is_read_as_it_was_registered(tmp_path: Path) -> None:
    older = replace(LEARNT, features=READ[0])
    digest = write_chooser(tmp_path / "chooser.json", older)
    assert READ[0] != VERSION
    assert (read_chooser(tmp_path / "chooser.json"), digest) == (older, older.digest)
    assert digest != LEARNT.digest


def test_digest_is_of_what_decides_and_of_nothing_else() -> None:
    assert LEARNT.digest == Chooser(LEARNT.weights, Surety({"one": 0.5}, 0.9, {}, STUMP), {}).digest
    assert LEARNT.digest != Chooser({"risk:constant": -1.5}, LEARNT.surety).digest
    assert LEARNT.digest != Chooser(LEARNT.weights, Surety({"one": 0.5}, 0.8, {}, STUMP)).digest
    assert LEARNT.digest != Chooser(LEARNT.weights, Surety({"one": 0.5}, 0.9)).digest


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"weights": {"risk:constant": 2.0}}, "was changed"),
        ({"schema": 99}, "schema"),
        ({"features": "0"}, "schema and features"),
        ({"surety": {}}, "no chooser"),
        ({"schema": 1, "surety": {"weights": {}}}, "schema and features"),
        ({"weights": [1]}, "no chooser"),
    ],
)
def test_damage_is_named(tmp_path: Path, change: dict[str, object], said: str) -> None:
    path = tmp_path / "chooser.json"
    write_chooser(path, LEARNT)
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(IntegrityError, match=said):
        read_chooser(path)


def test_a_missing_or_cut_file_is_no_chooser(tmp_path: Path) -> None:
    path = tmp_path / "chooser.json"
    with pytest.raises(IntegrityError, match="no chooser"):
        read_chooser(path)
    write_chooser(path, LEARNT)
    path.write_text(path.read_text()[:40])
    with pytest.raises(IntegrityError, match="no chooser"):
        read_chooser(path)
