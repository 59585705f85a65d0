"""Claims on the forest: what one signs alone cannot tell is learnt, trees are plain numbers, damage is refused."""

from __future__ import annotations

import json

import pytest

from nightschool.repair.forest import Forest, Growth, fit_forest, kept, read_forest

ROWS = [{"a": float(n % 2), "b": float(n // 2 % 2)} for n in range(80)]
ONE_OF_TWO = [row["a"] != row["b"] for row in ROWS]
"""No line through the plane tells where exactly one of two signs is there."""
SIGNS = ("a", "b")


def learnt(seed: int = 0, leaf: int = 5, trees: int = 20) -> Forest:
    return fit_forest(ROWS, ONE_OF_TWO, [1.0] * 80, SIGNS, Growth(trees, leaf), seed)


def test_probability_is_the_mean_of_the_leaves() -> None:
    """At a = 2: 0.9 of the first tree, 0.5 of the second, which asks for b, 0 where it is not named."""
    forest = Forest(SIGNS, ([0, 1.5, 0.1, 0.9], [1, 0.0, 0.5, 1.0]))
    assert forest.probability({"a": 2.0}) == pytest.approx((0.9 + 0.5) / 2)
    assert forest.probability({"a": 1.5, "b": 0.1}) == pytest.approx((0.1 + 1.0) / 2)


def test_signs_that_tell_only_together_are_learnt() -> None:
    forest = learnt()
    assert [round(forest.probability(row), 3) for row in ROWS[:4]] == [0.0, 1.0, 1.0, 0.0]


def test_leaves_hold_as_many_rows_as_asked() -> None:
    """With 41 of 80 rows a leaf no tree can split: every leaf is the share of right ones, one half."""
    assert learnt(leaf=41).trees == (0.5,) * 20


def test_rows_count_with_their_weights() -> None:
    """Right ones count thrice: 3 * 40 of 3 * 40 + 40."""
    weights = [3.0 if right else 1.0 for right in ONE_OF_TWO]
    assert fit_forest(ROWS, ONE_OF_TWO, weights, SIGNS, Growth(1, 41), 0).trees == (0.75,)


def test_learning_again_gives_the_same_and_another_seed_other_trees() -> None:
    assert learnt() == learnt()
    assert learnt(leaf=1).trees != learnt(seed=1, leaf=1).trees


@pytest.mark.parametrize(("right", "names"), [([True] * 80, SIGNS), ([False] * 80, SIGNS), (ONE_OF_TWO, ())])
def test_nothing_to_tell_apart_is_no_forest(right: list[bool], names: tuple[str, ...]) -> None:
    forest = fit_forest(ROWS, right, [1.0] * 80, names, Growth(), 0)
    assert (forest.trees, forest.probability({"a": 1.0})) == ((), 0.5)


def test_a_forest_is_read_as_it_was_kept() -> None:
    forest = learnt()
    assert read_forest(json.loads(json.dumps(kept(forest)))) == forest


@pytest.mark.parametrize(
    "tree", ["[2,0.5,0.1,0.9]", "[-1,0.5,0.1,0.9]", "[0,0.5,0.1]", "[0.5,1,0.1,0.9]", "{", "null", "1"]
)
def test_a_damaged_tree_is_an_error(tree: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_forest({"names": ["a", "b"], "trees": [tree]})
