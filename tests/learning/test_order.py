"""The plan of a training run: every pattern early, little padding, the same for the same seed."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nightschool.config_file import load_config
from nightschool.learning.order import interleave, padded_tokens, rate_factor, repeated, schedule
from nightschool.learning.plan import cells, is_suggested, learning_order

sys.path.insert(0, str(Path(__file__).parent))
from toy import toy_rows

CELLS = ["mutants"] * 900 + ["closures"] * 25 + ["lifetimes"] * 4


def test_every_prefix_holds_cells_by_the_square_root_of_their_size() -> None:
    order = interleave(CELLS, seed=3)
    first = Counter(CELLS[i] for i in order[:74])
    # Square roots are 30, 5 and 2: of 74 rows about 60, 10 and 4, although closures are 3 % of all rows.
    assert first["closures"] in (9, 10, 11)
    assert first["lifetimes"] in (3, 4)


def test_a_cell_of_twice_the_weight_comes_twice_as_often() -> None:
    two = ["a"] * 100 + ["b"] * 100
    first = Counter(two[i] for i in interleave(two, 0, {"b": 2.0})[:60])
    assert first["b"] in (39, 40, 41)  # 60 rows in the proportion 1 : 2


def test_patterns_with_few_rows_share_a_cell() -> None:
    row = toy_rows()[0]
    rows = [replace(row, pattern=f"rare-{k}") for k in range(4)] + [row] * 5
    assert cells(rows) == [("aligned", "few", True)] * 4 + [("aligned", "missing-mut", True)] * 5


def test_repairs_that_no_suggestion_shows_come_more_often() -> None:
    suggested, own = toy_rows()[0], toy_rows()[1]
    assert (is_suggested(suggested), is_suggested(own)) == (True, False)
    rows = [suggested] * 50 + [own] * 50
    for weight, wanted in ((1.0, 20), (3.0, 30)):  # of 40 rows 1/2 and 3/4
        settings = load_config(None, [f"train.own_weight={weight}"])
        assert abs(sum(i >= 50 for i in learning_order(rows, settings)[:40]) - wanted) <= 1


def test_the_order_is_a_permutation_and_depends_on_the_seed_only() -> None:
    order = interleave(CELLS, seed=1)
    assert sorted(order) == list(range(len(CELLS)))
    assert order == interleave(CELLS, seed=1)
    assert order != interleave(CELLS, seed=2)


@given(lengths=st.lists(st.integers(1, 300), min_size=1, max_size=200), limit=st.integers(100, 20_000))
def test_batches_hold_each_row_once_and_stay_within_their_tokens(lengths: list[int], limit: int) -> None:
    plan = schedule(lengths, 512, limit, seed=0)
    rows = [i for batch in plan.batches for i in batch]
    assert len(rows) == len(set(rows))
    assert plan.complete == (len(rows) == len(lengths))
    assert all(padded_tokens(batch, lengths) <= 512 for batch in plan.batches)
    assert plan.tokens == sum(padded_tokens(batch, lengths) for batch in plan.batches)
    assert len(plan.batches) == 1 or plan.tokens <= limit


def test_a_row_longer_than_a_batch_is_a_batch_of_its_own() -> None:
    assert sorted(schedule([900, 10, 10], 100, 1e9, seed=0).batches) == [(0,), (1, 2)]


def test_grouping_by_length_pads_less_than_taking_rows_as_they_come() -> None:
    lengths = [100 + 37 * k % 300 for k in range(320)]
    plan = schedule(lengths, 2048, 1e9, seed=0)
    ours = plan.tokens / sum(lengths)
    plain = sum(8 * max(lengths[k : k + 8]) for k in range(0, 320, 8)) / sum(lengths)
    assert ours < 1.1 < 1.3 < plain


def test_epochs_repeat_the_order_and_reshuffle_it() -> None:
    order = list(range(10))
    assert repeated(order, 0.5, seed=0) == [0, 1, 2, 3, 4]
    twice = repeated(order, 2.5, seed=0)
    assert twice[:10] == order
    assert sorted(twice[10:20]) == order
    assert twice[10:20] != order
    assert len(twice) == 25


def test_every_step_learns_and_the_rate_rises_then_falls() -> None:
    # 20 steps, a tenth of them warm-up: 1/3, 2/3, then the full rate, at the end a little above the floor.
    rates = [rate_factor(step, 20, 0.1) for step in range(20)]
    assert rates[:3] == [1 / 3, 2 / 3, 1.0]
    assert rates[2:] == sorted(rates[2:], reverse=True)
    assert 0.05 < rates[-1] < 0.1
    assert rate_factor(0, 1, 0.05) == 1.0
