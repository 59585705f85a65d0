"""Linear models on named features: a list-wise softmax for choosing, a logistic one for being sure.

Covered: the likelihood that the winner of a list is among those that pass, log sum over passing of exp(w.x) less log
sum over all of exp(w.x) (ListMLE's first factor; with one passing candidate, multinomial logistic regression), the
weighted logistic likelihood, L2, one deterministic full-batch optimiser, in numpy, which is imported when
something is learnt and never to choose (scipy's took four times as long, its threads in each other's way). Not
covered: which features there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Weights = dict[str, float]
List = tuple[Sequence[Mapping[str, float]], Sequence[bool]]
"""One list: features of each candidate, and which pass."""
ROUNDS = 300
"""Most rounds of the optimiser."""
MEMORY = 10
"""Rounds that it remembers."""
FLAT, TINY = 1e-9, 1e-12
"""It ends where the loss would fall by less than FLAT."""
DIGITS = 6
"""Weights are rounded to these decimals, so that files are small and equal on every machine that adds alike."""


def score(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """w.x over the names that both know."""
    return sum(weights[name] * value for name, value in sorted(features.items()) if name in weights)


def supported(groups: Iterable[tuple[str, Iterable[Mapping[str, float]]]], least: int) -> list[str]:
    """Names that occur in at least so many groups (patterns), sorted: what one pattern alone shows is not learnt."""
    seen: dict[str, set[str]] = defaultdict(set)
    for group, rows in groups:
        for row in rows:
            for name in row:
                seen[name].add(group)
    return sorted(name for name, where in seen.items() if len(where) >= least)


def fit_lists(
    lists: Sequence[List],
    names: Sequence[str],
    l2: float,
    prior: Mapping[str, float] | None = None,
) -> Weights:
    """Weights that make the winners of these lists pass; L2 pulls them to `prior`, whose names they keep.

    Lists in which all or none pass teach nothing; without others there are no weights.
    """
    import numpy as np

    mixed = [one for one in lists if any(one[1]) and not all(one[1])]
    if not mixed:
        return {}
    known = prior or {}
    names = sorted({*names, *known})
    start = np.array([known.get(name, 0.0) for name in names])
    x = _matrix([row for rows, _ in mixed for row in rows], names)
    passed = np.array([one for _, each in mixed for one in each], dtype=bool)
    starts = np.cumsum([0, *(len(rows) for rows, _ in mixed[:-1])])

    def loss(w: Array) -> tuple[float, Array]:
        value, pull = list_loss(x @ w, passed, starts)
        off = w - start
        return value + l2 / 2 * float(off @ off), x.T @ pull + l2 * off

    return _named(names, _minimise(loss, start))


def list_loss(scores: Array, passed: NDArray[np.bool_], starts: NDArray[np.int64]) -> tuple[float, Array]:
    """Minus the log-likelihood of all lists, and its gradient by the scores: p(all) - p(among the passing)."""
    import numpy as np

    sizes = np.diff([*starts, len(scores)])
    level = scores - np.repeat(np.maximum.reduceat(scores, starts), sizes)
    every = np.exp(level)
    good = np.where(passed, every, 0.0)
    total, right = np.add.reduceat(every, starts), np.maximum(np.add.reduceat(good, starts), 1e-300)
    pull = every / np.repeat(total, sizes) - good / np.repeat(right, sizes)
    return float(np.sum(np.log(total) - np.log(right))), pull


def fit_logistic(
    rows: Sequence[Mapping[str, float]], right: Sequence[bool], weight: Sequence[float], names: Sequence[str], l2: float
) -> Weights:
    """Weights of P(right) = 1 / (1 + exp(-w.x)); a name that is always 1 is the intercept and pays L2 like the rest."""
    import numpy as np

    if not rows:
        return {}
    x = _matrix(rows, names)
    sign, share = np.where(np.array(right, dtype=bool), 1.0, -1.0), np.array(weight, dtype=float)

    def loss(w: Array) -> tuple[float, Array]:
        margin = sign * (x @ w)
        value = float(share @ np.logaddexp(0.0, -margin))
        pull = -share * sign * np.exp(-np.logaddexp(0.0, margin))
        return value + l2 / 2 * float(w @ w), x.T @ pull + l2 * w

    return _named(names, _minimise(loss, np.zeros(len(names))))


def _minimise(loss: Callable[[Array], tuple[float, Array]], w: Array) -> Array:
    """L-BFGS from `w` with halved steps (Nocedal and Wright 2006, algorithms 7.4 and 3.1)."""
    value, slope = loss(w)
    past: list[tuple[Array, Array]] = []
    for _ in range(ROUNDS):
        step = -_direction(slope, past)
        pace, fall = 1.0, float(slope @ step)
        if fall > -FLAT:
            break
        while (new := loss(w + pace * step))[0] > value + 1e-4 * pace * fall and pace > TINY:
            pace /= 2
        moved, turned = pace * step, new[1] - slope
        w, (value, slope) = w + moved, new
        if float(moved @ turned) > TINY:
            past = [*past[1 - MEMORY :], (moved, turned)]
    return w


def _direction(slope: Array, past: Sequence[tuple[Array, Array]]) -> Array:
    """The inverse Hessian that these moves and changes of slope tell, times the slope."""
    steps, q = [], slope
    for moved, turned in reversed(past):
        share = float(moved @ q) / float(moved @ turned)
        steps.append(share)
        q = q - share * turned
    if past:
        q = q * (float(past[-1][0] @ past[-1][1]) / float(past[-1][1] @ past[-1][1]))
    for (moved, turned), share in zip(past, reversed(steps), strict=True):
        q = q + (share - float(turned @ q) / float(moved @ turned)) * moved
    return q


def _matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Any:
    """Rows as a sparse matrix; names that are not asked for are left out."""
    from scipy.sparse import csr_matrix

    index = {name: n for n, name in enumerate(names)}
    cells = [(n, index[name], value) for n, row in enumerate(rows) for name, value in row.items() if name in index]
    at, column, value = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((value, (at, column)), shape=(len(rows), len(names)), dtype=float)


def _named(names: Sequence[str], values: Array) -> Weights:
    rounded = ((name, round(float(value), DIGITS)) for name, value in zip(names, values, strict=True))
    return {name: value for name, value in rounded if value}
