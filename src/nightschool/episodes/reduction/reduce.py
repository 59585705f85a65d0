"""The steps from an episode to a lesson, and where each episode stops.

Covered: one episode after the other, its outcome told as a step. Not covered: who asks (`cli`), the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from nightschool.curriculum.draft import Draft
from nightschool.curriculum.verify import verify
from nightschool.episodes.episode import Episode
from nightschool.episodes.reduction.flatten import flatten
from nightschool.episodes.reduction.hoist import hoisted
from nightschool.episodes.reduction.lesson import draft_of, write_lesson
from nightschool.episodes.reduction.oracle import Oracle, Pair, Signature
from nightschool.episodes.reduction.shrink import shrink
from nightschool.episodes.reduction.slicing import emptied, sliced
from nightschool.episodes.reduction.standins import Target, quoted, self_contained
from nightschool.episodes.store import Store
from nightschool.rust.diagnostics import code_of, flat
from nightschool.rust.judge import Judge


class Step(StrEnum):
    """Where a reduction ended."""

    OPEN = "not repaired yet"
    CODELESS = "its first error has no code"
    UNCHANGED = "the unit's own Rust was not changed by the repair"
    ENTANGLED = "cannot stand without its crate"
    ANOTHER = "fails otherwise when alone"
    UNVERIFIED = "not confirmed as a row"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True)
class Reduced:
    """What became of one episode."""

    step: Step
    draft: Draft | None = None
    lines_before: int = 0
    lines: int = 0
    """Lines of the broken program, before and after."""
    compiled: int = 0
    """Programs that rustc was asked about."""


def reduce_episode(episode: Episode, judge: Judge) -> Reduced:
    """Reduce one episode. Every program of it is compiled in the judge's sandbox."""
    failure = episode.failure
    if episode.repaired is None:
        return Reduced(Step.OPEN)
    if not failure.code or not failure.code.startswith("E"):
        return Reduced(Step.CODELESS)
    tests = failure.kind.startswith("test-")
    pair = Pair(flatten(failure.sources, failure.root, tests), flatten(episode.fixed, failure.root, tests))
    if pair.broken == pair.fixed:
        return Reduced(Step.UNCHANGED)
    return _reduced(episode, pair, Oracle(judge, failure.edition))


def _reduced(episode: Episode, pair: Pair, oracle: Oracle) -> Reduced:
    before = pair.broken.count("\n")
    target = Target(tuple(_errors(episode)))
    quotes = list(_quotes(episode))
    bare = emptied(pair, quoted(pair.broken, quotes))
    cut = sliced(bare, quoted(bare.broken, quotes))
    alone = self_contained(cut, target, quotes, oracle) or self_contained(bare, target, quotes, oracle)
    if alone is None:
        return Reduced(Step.ENTANGLED, None, before, before, oracle.asked)
    wanted = oracle.signatures(alone.broken)
    if not wanted or wanted[0][:2] != target.errors[0]:
        return Reduced(Step.ANOTHER, None, before, before, oracle.asked)
    least = _least(alone, wanted, oracle)
    draft = draft_of(least, str(target.errors[0][0]), episode.failure.edition, f"episode-{episode.id}")
    step = Step.LESSON if verify([draft], oracle.judge) else Step.UNVERIFIED
    return Reduced(step, draft, before, least.broken.count("\n"), oracle.asked)


def _least(pair: Pair, wanted: list[Signature], oracle: Oracle) -> Pair:
    """As little as rustc lets pass; then without modules, if it lets that pass, and again."""
    least = shrink(pair, wanted, oracle)
    flat = hoisted(least)
    return shrink(flat, wanted, oracle) if flat != least and oracle.holds([flat], wanted) == [True] else least


def _errors(episode: Episode) -> Iterator[tuple[str | None, str]]:
    """Code and message of the unit's errors, as rustc's diagnostics are read."""
    for message in episode.failure.diagnostics:
        yield code_of(dict(message)), flat(message["message"])


def _quotes(episode: Episode) -> Iterator[str]:
    """Source lines that the first error's labels stand on."""
    for span in episode.failure.diagnostics[0]["spans"]:
        yield from (line["text"] for line in span["text"])


def reduce_kept(
    episodes: Sequence[Episode], judge: Judge, store: Store, folder: Path
) -> Iterator[tuple[Episode, Reduced, Path | None]]:
    """Reduce each, write its lesson into `folder`, and note in the store how far it came."""
    for episode in episodes:
        made = reduce_episode(episode, judge)
        lesson = made.step is Step.LESSON and made.draft is not None
        path = write_lesson(folder, made.draft) if lesson and made.draft else None
        store.reduced(episode.id, made.step, made.draft.provenance if lesson and made.draft else "")
        yield episode, made, path
