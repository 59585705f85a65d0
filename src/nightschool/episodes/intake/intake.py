"""Takes in what is new: repairs after the store's watermark are reduced, held against `episodes`, shelved or held back.

Batch by batch, each a transaction: files first, then the store's watermark; killed in between, the batch is taken again
and gives the same files. Covered: two at once take turns, a time after which no batch is begun, an episode on which
reduction itself fails (it is quarantined, and does not stand in the way of those behind it). Not covered: who asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from nightschool.config import Config
from nightschool.curriculum.validation import sift_episodes
from nightschool.episodes.episode import Episode
from nightschool.episodes.intake.facts import Case, records
from nightschool.episodes.intake.shelf import Shelf
from nightschool.episodes.reduction.reduce import Step, reduce_episode
from nightschool.episodes.store import Store
from nightschool.errors import EnvironmentMissingError
from nightschool.rust.judge import Judge

LOCK = ".intake.lock"
BATCH = 20
"""Episodes reduced between two writes: some six minutes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one episode: a lesson, or a reason why not."""

    episode: Episode
    lesson: Path | None
    reason: str = ""


def shelf_of(config: Config) -> Shelf:
    """Where intake puts things."""
    return Shelf(config.var / "episodes")


def take_in(config: Config, judge_of: Callable[[], Judge], store: Store, batch: int = BATCH) -> Iterator[Outcome]:
    """Take in all that is new, or as much as `episodes.minutes` allow; each outcome when it is kept.

    Without anything new no judge is opened: a machine that has no rustc may look.
    """
    shelf = shelf_of(config)
    end = time.monotonic() + config.episodes.minutes * 60
    shelf.folder.mkdir(parents=True, exist_ok=True)
    with FileLock(shelf.folder / LOCK):
        while (new := store.arrivals(batch)) and time.monotonic() < end:
            judge = judge_of()
            cases = [_reduced(episode, judge) for _, episode in new]
            outcomes = _shelved(cases, config, judge, store, shelf)
            store.taken(
                {one.episode.id: (one.lesson.name if one.lesson else "", one.reason) for one in outcomes},
                max(serial for serial, _ in new),
            )
            yield from outcomes
            shelf.place(store.places())
        shelf.count(store.met())
        shelf.place(store.places())


def _reduced(episode: Episode, judge: Judge) -> Case:
    try:
        made = reduce_episode(episode, judge)
    except EnvironmentMissingError:
        raise
    except Exception as error:  # noqa: BLE001 - it would stand in the way of every later one
        return Case(episode, f"reduction failed with {type(error).__name__}")
    return Case(episode, str(made.step), made.draft, made.step is Step.LESSON)


def _shelved(cases: Sequence[Case], config: Config, judge: Judge, store: Store, shelf: Shelf) -> list[Outcome]:
    """The suite's word on each, carried out."""
    facts = records(cases, judge, config.episodes.licenses)
    refused = sift_episodes(facts, config, shelf.folder / "docs")
    shelf.clear(case.episode.id for case in cases)
    shelf.hold(facts, refused, store.met())
    outcomes = []
    for case in cases:
        reason = refused.get(case.episode.id, "")
        path = shelf.shelve(case.draft) if case.draft is not None and not reason else None
        store.reduced(case.episode.id, case.step, case.draft.provenance if path and case.draft else "")
        outcomes.append(Outcome(case.episode, path, reason))
    return outcomes
