"""How sure a choice is: the probability that the winner is right, and from where on to act on it.

Covered: the evidence that a choice leaves (the winner's own features, its margin, the number and agreement of the
others), what a forest makes of it, the probability, the threshold rule, and the figures of a calibration (reliability
by bins, Brier score, expected calibration error). Not covered: fitting it on held-out lists (`learn_surety`).
Sources: Guo et al. 2017 (arXiv 1706.04599) for the expected calibration error; Wilson (1927) for the lower bound;
Platt 1999 for fitting a logistic model of one number on held-out answers.
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nightschool.metrics import wilson
from nightschool.repair.alike import totals
from nightschool.repair.forest import Forest
from nightschool.repair.linear import score

Z_90 = 1.2815515655446004
"""One-sided 90 % quantile of the standard normal."""
WORDY = ("in:", "out:", "two:", "code:", "group:")
"""Features that are no evidence: words and codes tell repairs of one program apart, and of rows that are not enough."""
FOREST = "forest"
"""What the forest says, as log-odds: one more number for the logistic model."""
SURE_ODDS = 6.0
"""Log-odds are cut off here: of a forest that says 0 or 1, too."""
SLACK = 0.05
"""How far below the target the lower bound of the share may be."""
LEAST = 0.8
"""No threshold is lower, however good the choices above it are."""
NEVER = 2.0
"""A threshold that no probability reaches."""
BINS = 10


@dataclass(frozen=True, slots=True)
class Surety:
    """What is learnt of being right."""

    weights: Mapping[str, float] = field(default_factory=dict)
    """Of a logistic model on `evidence` and FOREST; empty: nothing is known, and the probability is 0."""
    threshold: float = NEVER
    """Least probability at which a choice is acted on without asking."""
    figures: Mapping[str, Any] = field(default_factory=dict)
    """Held-out figures of the calibration, for reports."""
    forest: Forest = field(default_factory=Forest)
    """Tells from `evidence` what only several signs together tell."""

    def probability(self, evidence: Mapping[str, float]) -> float:
        """Probability that the choice with this evidence is right."""
        if not self.weights:
            return 0.0
        told = {**evidence, FOREST: log_odds(self.forest.probability(evidence))}
        return logistic(score(self.weights, told))


def evidence(
    features: Sequence[Mapping[str, float]],
    scores: Sequence[float],
    known: Container[str] = frozenset(),
    groups: Sequence[float] | None = None,
) -> dict[str, float]:
    """What a ranked list, best first, says of its winner: its features, margins and the company it keeps.

    `known`: names that the chooser has weights for. A proposer that it never saw makes its score say less. `groups`:
    equal numbers for candidates that do the same; they share their probability, and margins are between groups.
    """
    if not features:
        return {}
    kinds = groups if groups is not None else [float(n) for n in range(len(features))]
    by_kind = dict(zip(kinds, totals(scores, kinds), strict=True))
    own = by_kind.pop(kinds[0])
    rivals = list(by_kind.values())
    shares = softmax([own, *rivals])
    made = {f"winner:{name}": value for name, value in features[0].items() if not name.startswith(WORDY)}
    made |= {
        "one": 1.0,
        "strange": _strange(features[:1], known),
        "strange_rivals": _strange(features[1:], known),
        "alone": float(len(features) == 1),
        "agreed": float(len(features) > 1 and not rivals),
        "several": math.log(len(features)),
        "kinds": math.log(len(shares)),
        "alike": math.log(sum(one == kinds[0] for one in kinds)),
        "share": shares[0],
        "margin": min(own - max(rivals), 6.0) if rivals else 0.0,
        "score": max(min(scores[0], 8.0), -8.0),
        "entropy": -sum(p * math.log(p) for p in shares if p > 0),
    }
    return made


def _strange(features: Sequence[Mapping[str, float]], known: Container[str]) -> float:
    """The share of candidates that an unknown proposer had a part in."""
    strange = sum(any(name.startswith("by:") and name not in known for name in one) for one in features)
    return strange / len(features) if features else 0.0


def threshold(
    probabilities: Sequence[float],
    right: Sequence[bool],
    target: float,
    weights: Sequence[float] | None = None,
    slack: float = SLACK,
) -> float:
    """The least probability from LEAST on from which the share that is right is at least `target`, and its lower bound
    not more than `slack` below; else NEVER.

    Choices of equal probability are taken or left together. The bound is Wilson's, one-sided 90 %, of the sums of
    weights: a share of few choices is not trusted. Where no probability reaches that, `target` itself is taken if the
    lower bound of the share from there on is not more than twice the slack below.
    """
    shares = weights if weights is not None else [1.0] * len(right)
    ranked = sorted(zip(probabilities, right, shares, strict=True), reverse=True)
    found, good, every = NEVER, 0.0, 0.0
    for n, (probability, ok, share) in enumerate(ranked, start=1):
        good, every = good + share * ok, every + share
        last = n == len(ranked) or ranked[n][0] < probability
        if last and probability >= LEAST and good >= target * every - 1e-9 and _low(good, every) >= target - slack:
            found = probability
    claimed = [(share, ok) for probability, ok, share in ranked if probability >= target]
    good, every = sum(share * ok for share, ok in claimed), sum(share for share, _ in claimed)
    return target if found == NEVER and claimed and _low(good, every) >= target - 2 * slack else found


def _low(good: float, every: float) -> float:
    """Wilson's one-sided 90 % lower bound of `good` of `every`, rounded to the worse whole numbers."""
    right, wrong = math.floor(good + 1e-9), math.ceil(every - good - 1e-9)
    return wilson(right, right + wrong, Z_90).low


def reliability(probabilities: Sequence[float], right: Sequence[bool], bins: int = BINS) -> list[dict[str, float]]:
    """By bin of probability: how many, the mean probability, the share that is right. Empty bins are left out."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for probability, ok in zip(probabilities, right, strict=True):
        held.setdefault(min(int(probability * bins), bins - 1), []).append((probability, ok))
    return [
        {
            "from": bin_ / bins,
            "n": len(each),
            "said": sum(p for p, _ in each) / len(each),
            "right": sum(ok for _, ok in each) / len(each),
        }
        for bin_, each in sorted(held.items())
    ]


def brier(probabilities: Sequence[float], right: Sequence[bool]) -> float | None:
    """Mean square of probability less outcome; None of nothing."""
    squares = [(p - ok) ** 2 for p, ok in zip(probabilities, right, strict=True)]
    return sum(squares) / len(squares) if squares else None


def calibration_error(probabilities: Sequence[float], right: Sequence[bool], bins: int = BINS) -> float | None:
    """Mean over choices of |mean probability - share that is right| of their bin; None of nothing."""
    table = reliability(probabilities, right, bins)
    n = len(probabilities)
    return sum(row["n"] * abs(row["said"] - row["right"]) for row in table) / n if n else None


def softmax(scores: Sequence[float]) -> list[float]:
    """exp(s) over their sum, without overflow."""
    top = max(scores)
    powers = [math.exp(one - top) for one in scores]
    return [one / sum(powers) for one in powers]


def log_odds(probability: float) -> float:
    """log(p / (1 - p)), from -SURE_ODDS to SURE_ODDS."""
    if not 0.0 < probability < 1.0:
        return math.copysign(SURE_ODDS, probability - 0.5)
    return max(min(math.log(probability / (1.0 - probability)), SURE_ODDS), -SURE_ODDS)


def logistic(x: float) -> float:
    """1 / (1 + exp(-x)), without overflow."""
    return 1.0 / (1.0 + math.exp(-x)) if x >= 0 else math.exp(x) / (1.0 + math.exp(x))
