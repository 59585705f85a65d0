"""The four detectors of leakage, each as an index over examined units that finds near ones quickly.

Covered: equality of normalised tokens; equality after renaming names and literals; n-grams (abstract 8-gram
Jaccard >= 0.7, or 0.7 of a koan's abstract or half of its raw 8-grams held, less for a koan unlike the others:
`calibrated`); syntax-tree similarity >= 0.9.
Near neighbours are found exactly: a unit can reach the threshold only if one of its rarest features is
shared (prefix filter). Not covered: which units are compared, and what a match of a part means; `leakage`
decides that. Source: thresholds calibrated by `benchmarks/leakage.py`; prefix filter after Bayardo et al. 2007.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from typing import Any

from nightschool.rust.canonical import Form, containment, jaccard, tree_similarity

JACCARD = 0.7
"""Abstract 8-gram Jaccard from which two units are the same."""
CONTAINED = 0.5
"""Share of a koan's raw 8-grams whose presence is leakage."""
TREE = 0.9
"""Syntax-tree similarity from which two units are the same."""
MARGIN = 0.15
"""How far above what one koan holds of another a calibrated threshold stays."""


class Detector(StrEnum):
    """How a leak was seen."""

    NORMALISED = "normalised"
    """Equal but for layout, comments and trailing commas."""
    RENAMED = "renamed"
    """Equal but for names and literals as well."""
    NGRAMS = "ngrams"
    """Many of the same short runs of tokens."""
    TREE = "tree"
    """Nearly the same syntax tree."""


Features = frozenset[Any]


@dataclass(frozen=True)
class Measure:
    """One similarity of feature sets with its threshold."""

    detector: Detector
    features: Callable[[Form], Features]
    similarity: Callable[[Features, Features], float]
    """Of (examined, other)."""
    threshold: float
    shared: float
    """Least share of the examined unit's features that a match at the threshold must hold."""
    least: float = 1.0
    """Lowest threshold that calibration may choose; above `threshold` it chooses none."""


ABSTRACT = Measure(Detector.NGRAMS, lambda form: form.abstract_grams, jaccard, JACCARD, JACCARD)
SHAPE = Measure(Detector.TREE, lambda form: form.shape, tree_similarity, TREE, TREE / (2 - TREE))
HELD = Measure(Detector.NGRAMS, lambda form: form.abstract_grams, containment, JACCARD, JACCARD, 0.5)
RAW = Measure(Detector.NGRAMS, lambda form: form.raw_grams, containment, CONTAINED, CONTAINED, 0.4)


class Neighbours:
    """Finds the examined units that a form matches under one measure."""

    def __init__(self, measure: Measure, units: Sequence[Form], thresholds: Sequence[float] | None = None) -> None:
        """`thresholds` are the units' own, of a containment; without them all have the measure's."""
        self.measure = measure
        self.features = [measure.features(unit) for unit in units]
        self.thresholds = thresholds or [measure.threshold] * len(units)
        shared = thresholds or [measure.shared] * len(units)
        frequency = Counter(feature for features in self.features for feature in features)
        self.postings: dict[Any, list[int]] = defaultdict(list)
        for number, features in enumerate(self.features):
            for feature in _prefix(features, frequency, shared[number]):
                self.postings[feature].append(number)

    def find(self, form: Form) -> list[tuple[int, float]]:
        """Numbers and similarities of the units at or above the threshold."""
        features = self.measure.features(form)
        near = {unit for feature in features if feature in self.postings for unit in self.postings[feature]}
        scored = ((unit, self.measure.similarity(self.features[unit], features)) for unit in near)
        return [(unit, score) for unit, score in scored if score >= self.thresholds[unit]]


def _prefix(features: Features, frequency: Counter[Any], shared: float) -> Iterable[Any]:
    """The rarest features, as many as cannot all be absent from a match, which holds this share of them."""
    length = len(features) - ceil(shared * len(features)) + 1 if features else 0
    return sorted(features, key=lambda feature: frequency[feature])[:length]


class Equals:
    """Finds the examined units that a form equals under one canonical view."""

    def __init__(self, detector: Detector, view: Callable[[Form], tuple[str, ...]], units: Sequence[Form]) -> None:
        self.detector = detector
        self.view = view
        self.numbers: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, unit in enumerate(units):
            self.numbers[view(unit)].append(number)

    def find(self, form: Form) -> list[tuple[int, float]]:
        """Numbers of the equal units, each with similarity 1; an empty program equals nothing."""
        return [(unit, 1.0) for unit in self.numbers.get(self.view(form), ())] if len(form) else []


def calibrated(measure: Measure, units: Sequence[Form], owners: Sequence[str]) -> list[float]:
    """The threshold of each unit that the other koans allow: MARGIN above what any of them holds of it.

    Between `least` and the usual threshold: koans of one template are alike and keep the usual one. Computed anew
    for every set of koans. `owners` are the koans' ids; broken, fixed code and twins of one koan are no others.
    """
    near = measure.least - MARGIN
    index = Neighbours(replace(measure, threshold=near, shared=near), units)
    held = [0.0] * len(units)
    for owner, unit in zip(owners, units, strict=True):
        for number, score in index.find(unit):
            if owners[number] != owner:
                held[number] = max(held[number], score)
    return [min(measure.threshold, max(measure.least, score + MARGIN)) for score in held]


def equalities(units: Sequence[Form]) -> tuple[Equals, Equals]:
    """Both equalities over the same units."""
    return (
        Equals(Detector.NORMALISED, lambda form: form.normal, units),
        Equals(Detector.RENAMED, lambda form: form.alpha, units),
    )


def likenesses(units: Sequence[Form]) -> tuple[Neighbours, Neighbours]:
    """Both similarities of whole units over the same units."""
    return Neighbours(ABSTRACT, units), Neighbours(SHAPE, units)
