"""Learns how sure a choice may be, from choices that were held out.

Covered: a forest and a logistic model on the evidence of held-out choices *and* of the same lists with everything that
passes removed, as if no proposal had been right; the mean of their log-odds, calibrated on choices of groups that they
have not seen, as is the threshold; what each list counts. The mean, since the forest tells more of what is like the
lists and the logistic model more of what is not: of 24 real faults the forest alone would write 10, both 16. Everything
is deterministic for one seed. Not covered: making held-out choices (`learn`).
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from nightschool.repair.forest import Forest, Growth, fit_forest
from nightschool.repair.linear import Weights, fit_logistic, score, supported
from nightschool.repair.lists import Listed
from nightschool.repair.surety import FOREST, Surety, log_odds, logistic, threshold
from nightschool.repair.worth import calibration

FOLDS = 5
TURNS = 3
"""Divisions into folds that being sure is learnt from: one alone sets the threshold here or there by chance."""
SUPPORT = 3
"""Patterns in which a sign must occur to be looked at."""
HARD = 0.3
"""What a list of a hard lesson counts where being sure is learnt: these were exchanged until search was often wrong, so
they are harder than what people meet. Where each counts 1, 25 of 60 koans of `domains` are sure instead of 35, all
right."""
WRITTEN, BY_PEOPLE = 3.0, ("lessons-", "episodes-")
"""What a list of a program that a person wrote counts there, by its row's id: they are what is met by day, and rows of
templates are four times as many. Of 505 lessons that were held out, 190 were sure (183 right) where each counts 1, 217
(210) where each counts 3; of 1,714 rows of templates 867 (847) and 886 (870)."""
BOTH = "both"
"""The mean of what the two models say of a choice, in log-odds."""
SCALE_L2 = 0.1
"""Of the logistic model that makes true probabilities of that mean (Platt 1999)."""
ABSENT = 0.5
"""What a list counts there whose passing candidates were taken out. Each mixed list is there with and without them, so
that these are more than one in three; of the koans of dev one in ten has no right candidate. Where they count 1, 298 of
555 lessons and 924 of 1,714 rows of templates are sure (292 and 915 right), all that the least threshold lets through;
where they count a half, 341 and 1,106 (330 and 1,083)."""
LIKE = 4
"""Lists of one pattern beyond which it counts no more where being sure is learnt."""


@dataclass(frozen=True, slots=True)
class SuretySettings:
    """How being sure is learnt."""

    growth: Growth = field(default_factory=Growth)
    """Of the forest; each list is in it TURNS times, and mixed ones again without what passes."""
    l2: float = 1.5
    """Of the logistic model."""
    target: float = 0.97
    """Share of right ones among the sure. The gate wants 0.95 of a hundred or less that it asks: aimed at 0.95, every
    other night would fall below by chance."""
    absent: float = 0.15
    """Most of the choices that are acted on where the passing candidates were removed, as a share."""


@dataclass(frozen=True, slots=True)
class Held:
    """A choice made by a chooser that has not seen the list's pattern."""

    listed: Listed
    evidence: dict[str, float]
    right: bool
    absent: bool
    """The passing candidates were removed."""


Learnt = tuple[Surety, dict[str, Any]]


def learn_surety(held: Sequence[Held], first: int, seed: int, settings: SuretySettings) -> Learnt:
    """Both models on all held-out choices; calibration, threshold and figures by folds of groups in turn.

    Figures are of the `first` choices, one division into folds.
    """
    told = _told(held, seed, settings)
    scale = fit_logistic(told, [one.right for one in held], _shares(held), [BOTH, "one"], SCALE_L2)
    said = [logistic(score(scale, one)) for one in told]
    known = _known(held)
    least = _threshold(held, said, known, settings)
    right, absent = [one.right for one in held[:first]], [one.absent for one in held[:first]]
    figures = calibration(said[:first], right, absent, known[:first], least)
    forest, linear = _models(held, seed, settings)
    return Surety(_scaled(linear, scale), least, figures, forest), figures


def _told(held: Sequence[Held], seed: int, settings: SuretySettings) -> list[dict[str, float]]:
    """Of each choice the mean log-odds of models that have not seen its group."""
    at_fold = folds([one.listed.group for one in held], seed + TURNS)
    told: list[dict[str, float]] = [{}] * len(held)
    for fold in range(FOLDS):
        forest, linear = _models([one for one, at in zip(held, at_fold, strict=True) if at != fold], seed, settings)
        for n in (n for n, at in enumerate(at_fold) if at == fold):
            signs = held[n].evidence
            told[n] = {BOTH: (log_odds(forest.probability(signs)) + score(linear, signs)) / 2, "one": 1.0}
    return told


def _models(held: Sequence[Held], seed: int, settings: SuretySettings) -> tuple[Forest, Weights]:
    names = supported(((one.listed.pattern, [one.evidence]) for one in held), SUPPORT)
    rows, right, shares = [one.evidence for one in held], [one.right for one in held], _shares(held)
    forest = fit_forest(rows, right, shares, names, settings.growth, seed)
    return forest, fit_logistic(rows, right, shares, names, settings.l2)


def _scaled(linear: Weights, scale: Weights) -> Weights:
    """One logistic model of the evidence and of the forest's log-odds: scale * (forest + linear) / 2 + shift.

    Of nothing it is empty: nothing is known.
    """
    half = scale.get(BOTH, 0.0) / 2
    both = {name: half * value for name, value in linear.items()}
    made = {**both, FOREST: half, "one": both.get("one", 0.0) + scale.get("one", 0.0)}
    return {name: value for name, value in made.items() if value}


def _known(held: Sequence[Held]) -> list[bool]:
    """Whether the pattern of each has several groups: of such something was taught, as of a suite's."""
    groups: dict[str, set[str]] = defaultdict(set)
    for one in held:
        groups[one.listed.pattern].add(one.listed.group)
    return [len(groups[one.listed.pattern]) > 1 for one in held]


def _threshold(held: Sequence[Held], said: Sequence[float], known: Sequence[bool], settings: SuretySettings) -> float:
    """From where on the target holds at lists of known patterns, and few of those without what passes are acted on."""
    judged = list(zip(said, held, _shares(held), strict=True))
    found = [row for row, one in zip(judged, known, strict=True) if one and not row[1].absent]
    shares = [share for _, _, share in found]
    least = threshold([p for p, _, _ in found], [one.right for _, one, _ in found], settings.target, shares)
    absent = [(p, share) for p, one, share in judged if one.absent]
    return max(least, _few(absent, settings.absent * sum(share for _, share in absent)))


def _few(said: Sequence[tuple[float, float]], most: float) -> float:
    """The least probability from which on no more than `most` of these weights lie, rounded up."""
    total = 0.0
    for probability, share in sorted(said, reverse=True):
        total += share
        if total > most + 1e-9:
            return math.nextafter(probability, 1.0)
    return 0.0


def _shares(held: Sequence[Held]) -> list[float]:
    """What each choice counts: lists of one pattern are alike, so a pattern counts as LIKE of them at most."""
    count = Counter((one.listed.pattern, one.absent) for one in held)
    like = [min(1.0, TURNS * LIKE / count[one.listed.pattern, one.absent]) / TURNS for one in held]
    return [share * _count(one.listed) * (ABSENT if one.absent else 1) for share, one in zip(like, held, strict=True)]


def _count(one: Listed) -> float:
    if "hard" in one.group.split("/"):
        return HARD
    return WRITTEN if one.row.startswith(BY_PEOPLE) else 1.0


def folds(keys: Sequence[str], seed: int) -> list[int]:
    """The fold of each: distinct keys are shuffled and dealt out, so that each fold has as many."""
    names = sorted(set(keys))
    random.Random(seed).shuffle(names)
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    return [fold[key] for key in keys]
