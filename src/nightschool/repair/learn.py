"""Learns a chooser from lists, and says on held-out lists what it is worth and how sure it may be.

Covered: the list-wise model on all lists; held-out choices by cross-validation, grouped by template or source file (as
suites are held out) and by pattern (as new kinds of faults are); the probability of being right, calibrated on
those held-out choices *and* on the same lists with everything that passes removed, as if no proposal had been right;
the threshold. Everything is deterministic for one seed. Not covered: making lists (`teach`), hidden suites.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nightschool.files import digest_json
from nightschool.repair.alike import alike
from nightschool.repair.chooser import Chooser, described, rank
from nightschool.repair.linear import Weights, fit_lists, fit_logistic, supported
from nightschool.repair.lists import Listed
from nightschool.repair.surety import Surety, evidence, threshold
from nightschool.repair.worth import calibration, choices, curve_sizes

FOLDS = 5
TURNS = 3
"""Divisions into folds that being sure is learnt from: one alone sets the threshold here or there by chance."""
GENERAL = ("by:", "risk:", "source:", "steps:", "warn:")
"""Kinds of features that get weights, beside plain counts. Words, codes and node types fit the taught templates only:
with them 378 and 395 of 446 held-out choices (by template, by pattern) are right, without them 395 and 409."""
SUPPORT = 3
"""Patterns in which a feature must occur to get a weight; a proposer, one."""
HARD = 0.3
"""What a list of a hard lesson counts where being sure is learnt: these were exchanged until search was often wrong, so
they are harder than what people meet. Where each counts 1, 25 of 60 koans of `domains` are sure instead of 35, all
right."""
LIKE = 4
"""Lists of one pattern beyond which it counts no more where being sure is learnt."""
PRIOR: Mapping[str, float] = {
    "order": -0.5,
    "risk:call_gone": -1.0,
    "risk:argument_gone": -1.5,
    "risk:arm_gone": -1.5,
    "risk:item_gone": -1.5,
    "risk:statement_gone": -0.5,
    "risk:unused": -1.0,
    "risk:swallowed": -1.0,
    "risk:repeated": -1.0,
    "risk:tied": -0.5,
    "risk:constant": -1.0,
    "risk:copy_changed": -1.5,
    "risk:unseen": -2.0,
    "risk:stale": -1.0,
    "risk:early": -0.7,
    "risk:exposed": -0.5,
    "risk:unlent": -1.5,
    "risk:narrowed": -0.7,
    "by:rustc.HasPlaceholders": -1.0,
    "risk:cause_gone": -0.5,
    "wakes": 0.5,
    "kin_near": 0.3,
    "risk:panics": -1.0,
    "risk:invented": -1.5,
    "risk:lumped": -1.0,
    "kin_numbers": 1.0,
    "taken_kept": -0.7,
    "warn:unused_must_use": -1.5,
    "warn:dropping_references": -1.5,
    "warn:unconditional_recursion": -2.0,
    "warn:unreachable_code": -1.0,
    "warn:unreachable_patterns": -1.0,
    "warn:unused_assignments": -0.7,
    "warn:unused_variables": -0.5,
    "warn:unused_mut": -0.5,
    "warn:dead_code": -0.5,
}
"""Where L2 pulls weights to, general knowledge that few rows show: the fixed order, and that repairs do not do less."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a chooser is learnt."""

    l2: float = 3.0
    """Of the list-wise model; the loss is summed over lists."""
    sure_l2: float = 1.5
    """Of the logistic model."""
    target: float = 0.95
    """Share of right ones among the sure, by its lower bound."""
    absent: float = 0.15
    """Most of the choices that are acted on where the passing candidates were removed, as a share."""


@dataclass(frozen=True, slots=True)
class Case:
    """One list with its features, and the same without what passes."""

    listed: Listed
    rows: list[dict[str, float]]
    bare: Listed | None = None
    bare_rows: list[dict[str, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Held:
    """A choice made by a chooser that has not seen the list's pattern."""

    listed: Listed
    evidence: dict[str, float]
    right: bool
    absent: bool
    """The passing candidates were removed."""


def learn(lists: Sequence[Listed], seed: int = 0, settings: Settings | None = None) -> tuple[Chooser, dict[str, Any]]:
    """The chooser that these lists teach, and the report of what it is worth on held-out lists."""
    chosen = settings or Settings()
    cases = [_case(one) for one in lists if one.candidates]
    groups = [case.listed.group for case in cases]
    drawn = [_held_out(cases, groups, seed + turn, chosen) for turn in range(TURNS)]
    held = drawn[0]
    surety, figures = _surety([one for each in drawn for one in each], len(held), seed, chosen)
    weights = _weights(cases, chosen)
    mixed = [case.listed for case in cases if case.listed.mixed]
    taught = {
        "lists": len(mixed),
        "pairs": sum(one.pairs for one in mixed),
        "patterns": len({one.pattern for one in mixed}),
        "searched": len(lists),
        "digest": digest_json(sorted(one.key for one in lists)),
    }
    chooser = Chooser(weights, surety, taught)
    report = {
        **taught,
        "features": len(weights),
        "held_out": choices(_plain(held)),
        "new_patterns": choices(_plain(_held_out(cases, [case.listed.pattern for case in cases], seed, chosen))),
        "curve": _curve(cases, chosen, seed),
        "surety": figures,
    }
    return chooser, report


def _case(one: Listed) -> Case:
    rows = described(one.found, one.extra or None)
    if not one.mixed:
        return Case(one, rows)
    bare = one.without_passing()
    return Case(one, rows, bare, described(bare.found, bare.extra or None))


def _folds(keys: Sequence[str], seed: int) -> list[int]:
    """The fold of each: distinct keys are shuffled and dealt out, so that each fold has as many."""
    names = sorted(set(keys))
    random.Random(seed).shuffle(names)
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    return [fold[key] for key in keys]


def _weights(cases: Sequence[Case], settings: Settings) -> Weights:
    taught = [case for case in cases if case.listed.mixed]
    shown = [(case.listed.pattern, case.rows) for case in taught]
    names = {*supported(shown, SUPPORT), *(name for name in supported(shown, 1) if name.startswith("by:"))}
    general = sorted(name for name in names if ":" not in name or name.startswith(GENERAL))
    return fit_lists([(case.rows, case.listed.passed) for case in taught], general, settings.l2, PRIOR)


def _count(one: Listed) -> float:
    return HARD if "hard" in one.group.split("/") else 1.0


def _held_out(cases: Sequence[Case], keys: Sequence[str], seed: int, settings: Settings) -> list[Held]:
    """Choices at each list by what the lists of other folds of keys taught."""
    folds = _folds(keys, seed)
    held: list[Held] = []
    for fold in range(FOLDS):
        weights = _weights([case for case, at in zip(cases, folds, strict=True) if at != fold], settings)
        for case in (case for case, at in zip(cases, folds, strict=True) if at == fold):
            held.append(_choice(case.listed, case.rows, weights, False))
            if case.bare is not None:
                held.append(_choice(case.bare, case.bare_rows, weights, True))
    return held


def _plain(held: Sequence[Held]) -> list[tuple[Listed, bool]]:
    return [(one.listed, one.right) for one in held if not one.absent]


def _choice(one: Listed, rows: Sequence[dict[str, float]], weights: Weights, absent: bool) -> Held:
    ranked = rank(one.candidates, rows, Chooser(weights))
    place = {candidate.order: n for n, candidate in enumerate(one.candidates)}
    best = [place[candidate.order] for candidate in ranked.candidates]
    told = evidence([rows[n] for n in best], ranked.scores, weights, alike([rows[n] for n in best]))
    return Held(one, told, one.passed[best[0]], absent)


def _surety(held: Sequence[Held], first: int, seed: int, settings: Settings) -> tuple[Surety, dict[str, Any]]:
    """The model on all held-out choices; threshold and figures by folds of groups in turn.

    Figures are of the `first` choices, one division into folds.
    """
    folds = _folds([one.listed.group for one in held], seed + TURNS)
    said = [0.0] * len(held)
    for fold in range(FOLDS):
        part = Surety(_logistic([one for one, at in zip(held, folds, strict=True) if at != fold], settings))
        for n, one in enumerate(held):
            said[n] = part.probability(one.evidence) if folds[n] == fold else said[n]
    known = _known(held)
    least = _threshold(held, said, known, settings)
    right, absent = [one.right for one in held[:first]], [one.absent for one in held[:first]]
    figures = calibration(said[:first], right, absent, known[:first], least)
    return Surety(_logistic(held, settings), least, figures), figures


def _known(held: Sequence[Held]) -> list[bool]:
    """Whether the pattern of each has several groups: of such something was taught, as of a suite's."""
    groups: dict[str, set[str]] = defaultdict(set)
    for one in held:
        groups[one.listed.pattern].add(one.listed.group)
    return [len(groups[one.listed.pattern]) > 1 for one in held]


def _threshold(held: Sequence[Held], said: Sequence[float], known: Sequence[bool], settings: Settings) -> float:
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


def _logistic(held: Sequence[Held], settings: Settings) -> Weights:
    names = supported(((one.listed.pattern, [one.evidence]) for one in held), SUPPORT)
    right = [one.right for one in held]
    return fit_logistic([one.evidence for one in held], right, _shares(held), names, settings.sure_l2)


def _shares(held: Sequence[Held]) -> list[float]:
    """What each choice counts: lists of one pattern are alike, so a pattern counts as LIKE of them at most."""
    count = Counter((one.listed.pattern, one.absent) for one in held)
    like = [min(1.0, TURNS * LIKE / count[one.listed.pattern, one.absent]) / TURNS for one in held]
    return [share * _count(one.listed) for share, one in zip(like, held, strict=True)]


def _curve(cases: Sequence[Case], settings: Settings, seed: int) -> list[dict[str, int]]:
    """Held-out right choices at mixed lists, folds of groups in turn, by how many lists of the other folds taught."""
    mixed = [case for case in cases if case.listed.mixed]
    random.Random(seed).shuffle(mixed)
    folds = _folds([case.listed.group for case in mixed], seed)
    rows = []
    for size in curve_sizes(len(mixed)):
        right = 0
        for fold in range(FOLDS):
            taught = [case for case, at in zip(mixed, folds, strict=True) if at != fold][:size]
            weights = _weights(taught, settings)
            inside = (case for case, at in zip(mixed, folds, strict=True) if at == fold)
            right += sum(_choice(case.listed, case.rows, weights, False).right for case in inside)
        rows.append({"lists": size, "right": right, "n": len(mixed)})
    return rows
