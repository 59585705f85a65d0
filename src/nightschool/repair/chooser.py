"""Choose among the candidates of one program, and say how sure the choice is.

Covered: ranking by a linear model on features, the fixed order where nothing is learnt, a chooser's JSON file with its
schema and digest. Not covered: learning it (`learn`), hidden tests, which never choose.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from nightschool.errors import IntegrityError
from nightschool.files import digest_json, write_json
from nightschool.repair.alike import alike, differing, totals
from nightschool.repair.features import READ, VERSION, features
from nightschool.repair.forest import kept, read_forest
from nightschool.repair.linear import score
from nightschool.repair.packed import READ_AGAIN, unpacked, without_collector
from nightschool.repair.proposal import Candidate, Found
from nightschool.repair.surety import Surety, evidence

SCHEMA = 2
AGAIN = "Learn it again from its lists: `nightschool run choose --cycle CYCLE`."


@dataclass(frozen=True)
class Chooser:
    """What has been learnt of choosing. Without weights the fixed order chooses."""

    weights: Mapping[str, float] = field(default_factory=dict)
    surety: Surety = field(default_factory=Surety)
    taught: Mapping[str, Any] = field(default_factory=dict)
    """What it learnt from: lists, pairs, patterns."""
    features: str = VERSION
    """Version of the features that it learnt from."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all that decides a choice; 64 hex digits."""
        sure = self.surety
        known = [dict(self.weights), dict(sure.weights), sure.threshold, kept(sure.forest)]
        return digest_json([SCHEMA, self.features, *known])


FIXED = Chooser()
"""Nothing learnt: the fixed order, never sure."""
ASKED = ("risk:swallowed", "risk:captured")
"""Risks that a person is always asked about, however likely the repair: only they know which error may be dropped, and
whether a change in a copy is meant."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The candidates of one program, best first."""

    candidates: tuple[Candidate, ...]
    scores: tuple[float, ...]
    """The chooser's; minus the place in the fixed order where nothing is learnt."""
    sure: float
    """Probability that the first is right; 0 where nothing is known or nothing compiles."""
    certain: bool
    """Whether that is enough to act without asking."""
    differs: tuple[bool | None, ...] = ()
    """Whether each was seen to do otherwise than the first; None where no call tells."""


def choose(found: Found, chooser: Chooser = FIXED, extra: Sequence[Mapping[str, float]] | None = None) -> Ranked:
    """Rank the candidates. `extra`: further features of each, in the order of `found.candidates`."""
    return rank(found.candidates, described(found, extra), chooser)


def described(found: Found, extra: Sequence[Mapping[str, float]] | None = None) -> list[dict[str, float]]:
    """Features of each candidate with the further ones."""
    more = extra if extra is not None else [{}] * len(found.candidates)
    return [{**plain, **one} for plain, one in zip(features(found), more, strict=True)]


def rank(candidates: Sequence[Candidate], described: Sequence[Mapping[str, float]], chooser: Chooser = FIXED) -> Ranked:
    """Rank candidates by their features, those that were seen to do the same together; else the fixed order."""
    taught = bool(chooser.weights)
    scores = [
        score(chooser.weights, one) if taught else -float(c.order) for c, one in zip(candidates, described, strict=True)
    ]
    groups = alike(described) if taught else [float(n) for n in range(len(candidates))]
    every, orders = totals(scores, groups), [one.order for one in candidates]
    first = {group: min(o for o, other in zip(orders, groups, strict=True) if other == group) for group in set(groups)}
    best = sorted(range(len(candidates)), key=lambda n: (-every[n], first[groups[n]], -scores[n], orders[n]))
    ranked = tuple(scores[n] for n in best)
    told = evidence([described[n] for n in best], ranked, chooser.weights, [groups[n] for n in best])
    sure = chooser.surety.probability(told) if best else 0.0
    doing = differing([described[n] for n in best])
    certain = sure >= chooser.surety.threshold and not (best and any(described[best[0]].get(name) for name in ASKED))
    return Ranked(tuple(candidates[n] for n in best), ranked, sure, certain, doing)


def write_chooser(path: Path, chooser: Chooser) -> str:
    """Write the file; returns the chooser's digest."""
    sure = {**asdict(chooser.surety), "forest": kept(chooser.surety.forest)}
    body = {"weights": dict(chooser.weights), "surety": sure, "taught": dict(chooser.taught)}
    write_json(path, {"schema": SCHEMA, "features": chooser.features, **body, "digest": chooser.digest})
    return chooser.digest


def read_chooser(path: Path) -> Chooser:
    """Read a chooser. Raises IntegrityError for a file that is missing, damaged, changed or of another version."""
    try:
        versions, chooser, recorded = _read(unpacked(path))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IntegrityError(f"{str(path)!r} is no chooser: {error!r}. {AGAIN}") from error
    if chooser is None:
        raise IntegrityError(
            f"{str(path)!r} has schema and features {versions}, this version reads {SCHEMA} and one of {READ}. {AGAIN}"
        )
    if chooser.digest != recorded:
        raise IntegrityError(
            f"{str(path)!r} was changed: its digest is {chooser.digest[:16]}, it records {recorded[:16]}. {AGAIN}"
        )
    return chooser


@lru_cache(maxsize=READ_AGAIN)
def _read(text: bytes) -> tuple[tuple[Any, Any], Chooser | None, str]:
    """Versions, chooser and recorded digest. Equal bytes are read once, as long as they are among the latest."""
    with without_collector():
        data = json.loads(text)
        versions = data["schema"], data["features"]
        chooser = _chooser(data) if versions[0] == SCHEMA and versions[1] in READ else None
        return versions, chooser, str(data["digest"])


def _chooser(data: Mapping[str, Any]) -> Chooser:
    return Chooser(_numbers(data["weights"]), _surety(data["surety"]), data["taught"], data["features"])


def _surety(data: Mapping[str, Any]) -> Surety:
    known = _numbers(data["weights"]), float(data["threshold"]), dict(data["figures"])
    return Surety(*known, read_forest(data["forest"]))


def _numbers(data: Mapping[str, Any]) -> dict[str, float]:
    return {str(name): float(value) for name, value in data.items()}
