"""Delta debugging of a pair: whatever can go on both sides while rustc says the same, goes.

Covered: halves, quarters and so on of the shared pieces down to single ones, many candidates to a compiler run, until
nothing more goes or the budget is spent. Not covered: rewriting what stays.
Source: Zeller and Hildebrandt 2002, "Simplifying and isolating failure-inducing input".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nightschool.episodes.reduction.flatten import tidy
from nightschool.episodes.reduction.oracle import Oracle, Pair, Signature
from nightschool.episodes.reduction.pieces import ITEMS, Piece, pieces
from nightschool.episodes.reduction.slicing import Edits, empty, remove, rewritten
from nightschool.rust.tree import Syntax

BUDGET = 900
"""Programs compiled for one episode."""
Choice = Callable[[Piece], bool]


def shrink(pair: Pair, wanted: Sequence[Signature], oracle: Oracle, budget: int = BUDGET) -> Pair:
    """The smallest pair that was found."""
    end = oracle.asked + budget
    steps: tuple[tuple[Choice, Edits], ...] = (
        (lambda one: one.kind in ITEMS and one.same, remove),
        (lambda one: one.kind == "function_item" and one.same, empty),
        (lambda one: one.kind not in ITEMS and one.same, remove),
    )
    before = None
    while before != pair and oracle.asked < end:
        before = pair
        for choice, edit in steps:
            pair = _least(pair, wanted, oracle, choice, edit, end)
    return Pair(tidy(pair.broken), tidy(pair.fixed))


def _least(pair: Pair, wanted: Sequence[Signature], oracle: Oracle, choice: Choice, edit: Edits, end: int) -> Pair:
    size = max(1, len(_chosen(pair, choice)))
    while size and oracle.asked < end:
        chosen = _chosen(pair, choice)
        parts = [chosen[at : at + size] for at in range(0, len(chosen), size)]
        smaller = _accepted(pair, parts, wanted, oracle, edit)
        size = size if smaller is not None and size > 1 else size // 2
        pair = smaller or pair
    return pair


def _chosen(pair: Pair, choice: Choice) -> list[Piece]:
    return [one for one in pieces(Syntax(pair.broken), Syntax(pair.fixed)) if choice(one)]


def _accepted(
    pair: Pair, parts: Sequence[Sequence[Piece]], wanted: Sequence[Signature], oracle: Oracle, edit: Edits
) -> Pair | None:
    """The pair without as many parts as can go together; None if none can."""
    tried = [(part, made) for part in parts if (made := rewritten(pair, part, edit)) != pair]
    good = [one for one, holds in zip(tried, oracle.holds([made for _, made in tried], wanted), strict=True) if holds]
    if not good:
        return None
    together = rewritten(pair, [piece for part, _ in good for piece in part], edit)
    return together if len(good) > 1 and oracle.holds([together], wanted) == [True] else good[0][1]
