"""A forest of extremely randomised trees: the probability of being right, where signs matter only together.

Covered: learning one by scikit-learn, which is imported then and never to answer; the trees as plain numbers, so that
a chooser's file is JSON and no pickle; the probability, the mean over trees. Not covered: which signs there are
(`surety`), and whether probabilities are true (`learn` fits that on held-out choices).
Source: Geurts, Ernst and Wehenkel 2006, Extremely randomized trees, Machine Learning 63.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Tree = Any
"""A leaf: the probability; or a node: [place of a name, threshold, tree for at most that, tree for more]."""
DIGITS = 4
"""Thresholds and probabilities are rounded to these decimals, so that files stay small."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How a forest is learnt."""

    trees: int = 100
    leaf: int = 5
    """Rows in a leaf, at least."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees over named numbers; a name that an input lacks is 0 there."""

    names: tuple[str, ...] = ()
    trees: tuple[Tree, ...] = ()

    def probability(self, signs: Mapping[str, float]) -> float:
        """Mean over trees of the leaf's probability, from 0 to 1. Without trees one half: nothing is known."""
        values = [signs.get(name, 0.0) for name in self.names]
        return sum(_leaf(tree, values) for tree in self.trees) / len(self.trees) if self.trees else 0.5


def _leaf(tree: Tree, values: Sequence[float]) -> float:
    while not isinstance(tree, float):
        name, threshold, low, high = tree
        tree = low if values[name] <= threshold else high
    return tree


def fit_forest(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    weight: Sequence[float],
    names: Sequence[str],
    growth: Growth,
    seed: int,
) -> Forest:
    """Learn P(right | row). Equal inputs and seed give an equal forest.

    Where all rows are right, or none, there is nothing to tell apart: no trees.
    """
    if len(set(right)) < 2 or not names:
        return Forest()
    import numpy as np
    from sklearn.ensemble import ExtraTreesClassifier

    x = np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=np.float32)
    model = ExtraTreesClassifier(growth.trees, min_samples_leaf=growth.leaf, random_state=seed)
    model.fit(x, np.array(right, dtype=bool), sample_weight=np.array(weight, dtype=float))
    return Forest(tuple(names), tuple(_plain(one.tree_, 0) for one in model.estimators_))


def kept(forest: Forest) -> dict[str, list[str]]:
    """A forest as JSON: names, and each tree as one line of JSON, lest an indented file has a line a number."""
    return {"names": list(forest.names), "trees": [json.dumps(one, separators=(",", ":")) for one in forest.trees]}


def read_forest(data: Mapping[str, Any]) -> Forest:
    """What `kept` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    names = tuple(str(name) for name in data["names"])
    return Forest(names, tuple(_checked(json.loads(one), len(names)) for one in data["trees"]))


def _checked(tree: Tree, names: int) -> Tree:
    """The tree, each node of which was looked at: in a loop and in place, since a forest has some 100,000."""
    left = [tree]
    while left:
        node = left.pop()
        if type(node) is float:
            continue
        name, threshold, low, high = node
        if type(name) is not int or not 0 <= name < names:
            raise ValueError(f"a tree asks for name {name!r} of {names}")
        if type(threshold) is not float:
            node[1] = float(threshold)
        left += (low, high)
    return tree


def _plain(tree: Any, node: int) -> Tree:
    low, high = int(tree.children_left[node]), int(tree.children_right[node])
    if low == high:  # both are -1 at a leaf
        wrong, right = (float(share) for share in tree.value[node][0])
        return round(right / (wrong + right), DIGITS)
    name, threshold = int(tree.feature[node]), round(float(tree.threshold[node]), DIGITS)
    return [name, threshold, _plain(tree, low), _plain(tree, high)]
