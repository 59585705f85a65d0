"""The source `episodes`: lessons that intake made of what developers ran into, the commonest slips first.

A pattern that was met w times gets its n-th row at n / w: one that is met three times as often has three rows where the
other has one, for as long as there is room. Covered: loading, order, what a night is given of a folder that grows by
the hour. Not covered: taking in (`episodes.intake`); a lesson that rustc does not confirm is dropped like any draft.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nightschool.curriculum.draft import Draft
from nightschool.curriculum.lessons import load_lessons
from nightschool.errors import CorpusError
from nightschool.files import digest_file, digest_json

SOURCE = "episodes"
LESSONS, MET = "lessons", "met.json"
"""In `var/episodes`: the lessons, and how often each one's failure was met, by the lesson file's stem."""


def times_met(folder: Path) -> dict[str, int]:
    """How often each lesson's failure was met, by the lesson's path below `folder/lessons`, all that are there now."""
    met = _met(folder / MET)
    paths = sorted((folder / LESSONS).glob("*/*/*.rs"))
    return {path.relative_to(folder / LESSONS).as_posix(): max(1, met.get(path.stem, 1)) for path in paths}


def _met(path: Path) -> dict[str, int]:
    try:
        return {str(name): int(count) for name, count in json.loads(path.read_text(encoding="utf-8")).items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError) as error:
        raise CorpusError(
            f"{str(path)!r} does not count episodes: {error}. `nightschool episodes intake` writes it."
        ) from error


def lessons_digest(folder: Path, names: Iterable[str]) -> str:
    """SHA-256 over these lessons; one that has gone counts as empty. Hex, 64 digits."""
    paths = [folder / LESSONS / name for name in sorted(names)]
    return digest_json([[path.name, digest_file(path) if path.is_file() else ""] for path in paths])


def episode_drafts(folder: Path, met: Mapping[str, int] | None = None) -> list[Draft]:
    """The lessons of `folder`, the patterns met most often first; with `met` only those in it, counted so."""
    counts = times_met(folder) if met is None else met
    lessons = folder / LESSONS
    found = load_lessons(lessons) if lessons.is_dir() else ()
    drafts = [replace(draft, source=SOURCE) for draft in found if draft.provenance in counts]
    return weighted(drafts, counts)


def weighted(drafts: Sequence[Draft], met: Mapping[str, int]) -> list[Draft]:
    """Drafts in the order of n / w, the lessons that were met most often first within a pattern."""
    weights: Counter[str] = Counter()
    by_pattern: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        weights[draft.pattern] += met[draft.provenance]
        by_pattern[draft.pattern].append(draft)
    queue = []
    for pattern, mine in by_pattern.items():
        mine.sort(key=lambda draft: (-met[draft.provenance], draft.provenance))
        queue += [(number / weights[pattern], pattern, draft) for number, draft in enumerate(mine, start=1)]
    return [draft for _, _, draft in sorted(queue, key=lambda one: (one[0], one[1]))]
