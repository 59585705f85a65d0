"""The suite `own`: koans of episodes from held-out workspaces, for whether a night gets better at one's own code.

Generated like `dev` from verified drafts, by turns over patterns, no two alike but in names, and certified. A lesson of
an episode has no tests as a rule: then a koan is passed by what compiles and leaves every item in place
(`koans.untested`), and one where a trivial answer does that is left out. Whoever writes tests into the lesson gets a
koan judged by them. Covered: what is left out, by reason, in `own.json`. Not covered: which workspaces (`workspaces`);
reading the suite, which no decision does.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.episodes import episode_drafts
from nightschool.curriculum.holdout import koan_of
from nightschool.curriculum.selection import renamed_form, turns
from nightschool.curriculum.workspaces import Division, divided
from nightschool.files import write_json
from nightschool.koans import Suite, certify, suite_digest, write_suite
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Row

OWN, RECORD = "own", "own.json"
EPISODE = "episode-"
"""How the name of an episode's lesson begins, wherever it lies."""
LEFT_OUT = ("not confirmed by rustc", "no code alone", "alike but in names", "a defect", "over own_koans")
"""Why a held-out lesson is no koan, in the order in which it is asked."""


def held_out_lessons(config: Config) -> frozenset[str]:
    """Paths of the held-out lessons: those the cycle fixed, else those that are there."""
    fixed = config.curriculum.own
    return frozenset(divided(config).own if fixed is None else fixed)


def training_lessons(config: Config) -> Mapping[str, int]:
    """The other lessons with how often each one's failure was met: those the cycle fixed, else those that are there."""
    fixed = config.curriculum.episodes
    return divided(config).train if fixed is None else fixed


def without(drafts: Iterable[Draft], held: Iterable[str]) -> list[Draft]:
    """Drafts but those of held-out lessons, by file name: a copy in another folder trains as little as the lesson."""
    stems = {Path(name).stem for name in held}
    return [draft for draft in drafts if Path(draft.provenance).stem not in stems]


def allowed(drafts: Iterable[Draft], config: Config) -> list[Draft]:
    """A team's drafts, of which files named as lessons of episodes are used only if those lessons train.

    `episodes reduce` writes such files anywhere, of whatever workspace. While nothing is held out all are used.
    """
    if not config.episodes.held_out:
        return list(drafts)
    stems = {Path(name).stem for name in training_lessons(config)}
    return [one for one in drafts if (stem := Path(one.provenance).stem) in stems or not stem.startswith(EPISODE)]


def own_drafts(config: Config, held: Iterable[str]) -> list[Draft]:
    """The held-out lessons as drafts."""
    return episode_drafts(config.var / "episodes", dict.fromkeys(held, 1))


def write_own(
    folder: Path,
    drafts: Sequence[Draft],
    rows: Sequence[Row],
    codes: Mapping[str, tuple[str, ...]],
    config: Config,
    judge: Judge,
) -> Suite | None:
    """Write `own/` and `own.json` and say in one line what came out; None if no koan did, and no suite is there."""
    left: Counter[str] = Counter({LEFT_OUT[0]: len(drafts) - len(rows)})
    koans = _sound(_candidates(rows, codes, left), config.curriculum.own_koans, judge, left)
    line = _line(drafts, koans, +left, divided(config), config)
    tested = sum(bool(koan.tests) for koan in koans)
    record = {"lessons": len(drafts), "koans": len(koans), "tested": tested, "left_out": dict(+left), "line": line}
    write_json(folder / RECORD, record)
    print(f"Suite 'own': {line}", flush=True)
    shutil.rmtree(folder / OWN, ignore_errors=True)  # of a build that was killed
    return write_suite(folder / OWN, koans, untested=True) if koans else None


def _candidates(rows: Sequence[Row], codes: Mapping[str, tuple[str, ...]], left: Counter[str]) -> list[Koan]:
    """By turns over patterns, within one by digest: the same lessons give the same koans."""
    forms: set[str] = set()
    koans: list[Koan] = []
    for row in turns(sorted(rows, key=lambda row: (row.pattern, row.digest)), lambda row: row.pattern):
        form = renamed_form(row.broken)
        if row.id not in codes:
            left[LEFT_OUT[1]] += 1
        elif form in forms:
            left[LEFT_OUT[2]] += 1
        else:
            koans.append(koan_of(row, codes[row.id]))
        forms.add(form)
    return koans


def _sound(koans: Sequence[Koan], most: int, judge: Judge, left: Counter[str]) -> list[Koan]:
    """The first without a defect, at most so many."""
    if not koans:
        return []
    draft = Suite(OWN, tuple(koans), suite_digest(koans), untested=True)
    defective = {defect.koan for defect in certify(draft, judge).defects}
    sound = [koan for koan in koans if koan.id not in defective]
    left[LEFT_OUT[3]] += len(koans) - len(sound)
    left[LEFT_OUT[4]] += max(0, len(sound) - most)
    return list(islice(sound, most))


def _line(drafts: Sequence[Draft], koans: Sequence[Koan], left: Counter[str], now: Division, config: Config) -> str:
    """What came of the held-out lessons, or why there is no suite."""
    if not config.episodes.held_out and not drafts:
        return "none tonight, episodes.held_out names no workspace"
    tested = sum(bool(koan.tests) for koan in koans)
    judged = f"{tested} judged by tests, {len(koans) - tested} by compiling with every item in place"
    made = f"{len(koans)} koans of {', '.join(now.workspaces)}: {judged}" if koans else "none tonight"
    parts = [made] if drafts else [f"{made}, no lesson is of a held-out workspace"]
    parts += (
        [f"left out of {len(drafts)} lessons: {', '.join(f'{n} {why}' for why, n in left.items())}"] if left else []
    )
    parts += [f"{len(now.unknown)} lessons of unknown workspaces are on neither side"] if now.unknown else []
    parts += [f"episodes.held_out names {', '.join(now.unmatched)}, and no lesson is of it"] if now.unmatched else []
    return "; ".join(parts)


def own_record(folder: Path) -> dict[str, Any]:
    """What `write_own` found; empty where it has not been."""
    path = folder / RECORD
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found
