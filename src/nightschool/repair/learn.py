"""Learns a chooser from lists, and says on held-out lists what it is worth and how sure it may be.

Covered: the list-wise model on all lists; held-out choices by cross-validation, grouped by template or source file (as
suites are held out) and by pattern (as new kinds of faults are), and of the same lists with everything that passes
removed, for being sure. Everything is deterministic for one seed. Not covered: how sure a choice may be
(`learn_surety`), making lists (`teach`), hidden suites.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nightschool.files import digest_json
from nightschool.repair.alike import alike
from nightschool.repair.chooser import Chooser, described, rank
from nightschool.repair.learn_surety import FOLDS, TURNS, Held, SuretySettings, folds, learn_surety
from nightschool.repair.linear import Weights, fit_lists, supported
from nightschool.repair.lists import Listed
from nightschool.repair.surety import evidence
from nightschool.repair.worth import choices, curve_sizes

GENERAL = ("by:", "risk:", "source:", "steps:", "warn:")
"""Kinds of features that get weights, beside plain counts. Words, codes and node types fit the taught templates only:
with them 378 and 395 of 446 held-out choices (by template, by pattern) are right, without them 395 and 409."""
SUPPORT = 3
"""Patterns in which a feature must occur to get a weight; a proposer, one."""
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
    "risk:captured": -2.0,
    "risk:stale": -1.0,
    "risk:early": -0.7,
    "risk:outrun": -1.0,
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
    "reason_fits": 0.7,
    "reason_unfit": -0.7,
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
    sure: SuretySettings = field(default_factory=SuretySettings)


@dataclass(frozen=True, slots=True)
class Case:
    """One list with its features, and the same without what passes."""

    listed: Listed
    rows: list[dict[str, float]]
    bare: Listed | None = None
    bare_rows: list[dict[str, float]] = field(default_factory=list)


def learn(lists: Sequence[Listed], seed: int = 0, settings: Settings | None = None) -> tuple[Chooser, dict[str, Any]]:
    """The chooser that these lists teach, and the report of what it is worth on held-out lists."""
    chosen = settings or Settings()
    cases = [_case(one) for one in lists if one.candidates]
    groups = [case.listed.group for case in cases]
    drawn = [_held_out(cases, groups, seed + turn, chosen) for turn in range(TURNS)]
    held = drawn[0]
    surety, figures = learn_surety([one for each in drawn for one in each], len(held), seed, chosen.sure)
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


def _weights(cases: Sequence[Case], settings: Settings) -> Weights:
    taught = [case for case in cases if case.listed.mixed]
    shown = [(case.listed.pattern, case.rows) for case in taught]
    names = {*supported(shown, SUPPORT), *(name for name in supported(shown, 1) if name.startswith("by:"))}
    general = sorted(name for name in names if ":" not in name or name.startswith(GENERAL))
    return fit_lists([(case.rows, case.listed.passed) for case in taught], general, settings.l2, PRIOR)


def _held_out(cases: Sequence[Case], keys: Sequence[str], seed: int, settings: Settings) -> list[Held]:
    """Choices at each list by what the lists of other folds of keys taught."""
    at_fold = folds(keys, seed)
    held: list[Held] = []
    for fold in range(FOLDS):
        part = [case for case, at in zip(cases, at_fold, strict=True) if at != fold]
        chooser = Chooser(_weights(part, settings))
        for case in (case for case, at in zip(cases, at_fold, strict=True) if at == fold):
            held.append(_choice(case.listed, case.rows, chooser, False))
            if case.bare is not None:
                held.append(_choice(case.bare, case.bare_rows, chooser, True))
    return held


def _plain(held: Sequence[Held]) -> list[tuple[Listed, bool]]:
    return [(one.listed, one.right) for one in held if not one.absent]


def _choice(one: Listed, rows: Sequence[dict[str, float]], chooser: Chooser, absent: bool) -> Held:
    ranked = rank(one.candidates, rows, chooser)
    place = {candidate.order: n for n, candidate in enumerate(one.candidates)}
    best = [place[candidate.order] for candidate in ranked.candidates]
    seen = [rows[n] for n in best]
    told = evidence(seen, ranked.scores, chooser.weights, alike(seen))
    return Held(one, told, one.passed[best[0]], absent)


def _curve(cases: Sequence[Case], settings: Settings, seed: int) -> list[dict[str, int]]:
    """Held-out right choices at mixed lists, folds of groups in turn, by how many lists of the other folds taught."""
    mixed = [case for case in cases if case.listed.mixed]
    random.Random(seed).shuffle(mixed)
    at_fold = folds([case.listed.group for case in mixed], seed)
    rows = []
    for size in curve_sizes(len(mixed)):
        right = 0
        for fold in range(FOLDS):
            taught = [case for case, at in zip(mixed, at_fold, strict=True) if at != fold][:size]
            chooser = Chooser(_weights(taught, settings))
            inside = (case for case, at in zip(mixed, at_fold, strict=True) if at == fold)
            right += sum(_choice(case.listed, case.rows, chooser, False).right for case in inside)
        rows.append({"lists": size, "right": right, "n": len(mixed)})
    return rows
