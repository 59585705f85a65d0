"""What a chooser is worth: tables of held-out choices beside the fixed order and chance, and of its calibration.

Covered: counting. Not covered: making the choices (`learn`), rendering (`report`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from nightschool.metrics import wilson
from nightschool.repair.lists import Listed
from nightschool.repair.surety import NEVER, brier, calibration_error, reliability

SIZES = (20, 80, 171, 400, 800, 1600)
"""Numbers of lists at which the curve is drawn, beside all."""


def curve_sizes(lists: int) -> list[int]:
    """The sizes below that number, and it."""
    return [*(size for size in SIZES if size < lists), lists] if lists else []


def choices(chosen: Iterable[tuple[Listed, bool]]) -> dict[str, dict[str, float]]:
    """By family and in all: lists, those with a passing candidate, and the right choices of these, by each way.

    `chance` is the mean number of right ones of a blind draw; `mixed` and `mixed_right` leave out lists where any
    choice is right.
    """
    table: dict[str, dict[str, float]] = defaultdict(lambda: dict.fromkeys(COLUMNS, 0.0))
    for one, right in chosen:
        passing = any(one.passed)
        row = {
            "lists": 1,
            "passing": passing,
            "right": right,
            "fixed": one.passed[0],
            "chance": sum(one.passed) / len(one.passed),
            "mixed": one.mixed,
            "mixed_right": one.mixed and right,
        }
        for name in (one.family, "all"):
            table[name] = {column: table[name][column] + float(row[column]) for column in COLUMNS}
    return dict(sorted(table.items()))


COLUMNS = ("lists", "passing", "right", "fixed", "chance", "mixed", "mixed_right")


def calibration(
    probabilities: Sequence[float],
    right: Sequence[bool],
    absent: Sequence[bool],
    known: Sequence[bool],
    least: float,
) -> dict[str, Any]:
    """Figures of held-out probabilities: of all, of lists as found, of known patterns, of lists without what passes.

    `known`: the pattern has several groups, so that others of it were learnt from.
    """
    kinds = {
        "all": [True] * len(right),
        "as_found": [not one for one in absent],
        "known_patterns": [not one and other for one, other in zip(absent, known, strict=True)],
        "without_passing": list(absent),
    }
    parts = {name: _part(probabilities, right, wanted, least) for name, wanted in kinds.items()}
    return {"threshold": None if least >= NEVER else least, **parts, "bins": reliability(probabilities, right)}


def _part(
    probabilities: Sequence[float], right: Sequence[bool], wanted: Sequence[bool], least: float
) -> dict[str, float | None]:
    kept = [(p, ok) for p, ok, take in zip(probabilities, right, wanted, strict=True) if take]
    said, good = [p for p, _ in kept], [ok for _, ok in kept]
    sure = [ok for p, ok in kept if p >= least]
    return {
        "n": len(kept),
        "right": sum(good),
        "sure": len(sure),
        "sure_right": sum(sure),
        "sure_low": wilson(sum(sure), len(sure)).low,
        "brier": brier(said, good),
        "ece": calibration_error(said, good),
    }
