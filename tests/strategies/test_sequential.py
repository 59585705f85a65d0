"""Families one after another: the matrix, the two numbers, and stages that are found again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.errors import UsageError
from nightschool.metrics import backward_transfer, forgetting
from nightschool.phases.strategies import SEQUENTIAL, learn_in_sequence
from nightschool.phases.strategies.bench import Bench
from nightschool.phases.strategies.sequential import write_courses


def test_forgetting_and_backward_transfer_worked_by_hand():
    stages = [[0.8, 0.1, 0.0], [0.5, 0.6, 0.1], [0.6, 0.3, 0.9]]
    # Task 0: best 0.8, learnt at 0.8, now 0.6. Task 1: best 0.6, learnt at 0.6, now 0.3.
    assert forgetting(stages) == pytest.approx((0.2 + 0.3) / 2)
    assert backward_transfer(stages) == pytest.approx(-(0.2 + 0.3) / 2)


def test_a_task_that_gets_better_later_is_transfer_and_not_forgotten():
    assert backward_transfer([[0.4, 0.0], [0.7, 0.5]]) == pytest.approx(0.3)
    assert forgetting([[0.4, 0.0], [0.7, 0.5]]) == pytest.approx(-0.3)


@given(st.floats(0, 1))
def test_one_task_forgets_nothing(rate):
    assert (forgetting([[rate]]), backward_transfer([[rate]])) == (0, 0)


@pytest.mark.integration
def test_every_method_has_a_stage_a_family_and_is_found_again(bench, tmp_path, monkeypatch):
    courses = learn_in_sequence(bench, list(SEQUENTIAL))
    assert [one.method for one in courses] == ["naive", "replay", "ssr", "share", "merged", "routed"]
    assert all(len(one.stages) == len(one.tasks) == 2 for one in courses)
    write_courses(tmp_path, courses)
    assert json.loads((tmp_path / "sequential.json").read_text())[0]["forgetting"] == 0.0
    assert "## share: forgetting 0.0%" in (tmp_path / "sequential.md").read_text()
    assert (tmp_path / "sequential.png").stat().st_size > 1000
    monkeypatch.setattr(Bench, "train", lambda *args, **kwargs: pytest.fail("trained again"))
    assert learn_in_sequence(bench, ["share"])[0].stages == courses[3].stages


@pytest.mark.integration
def test_unknown_methods_and_families_are_named(bench):
    with pytest.raises(UsageError, match="No dpo, macros; methods are naive"):
        learn_in_sequence(bench, ["dpo"], ["macros"])
