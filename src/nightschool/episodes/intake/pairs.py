"""Takes in preferences: each pair reduced to three self-contained programs, asked about again, kept for `pair` or not.

The episode is reduced with the chosen repair, and the rejected one is carried along (`reduction.carry`). Covered: rustc
asked again in the sandbox about all three, secrets and absolute paths, poison, licences; why a pair is not taken stays
with it in the store; a pair goes when its preference has gone, as a contrary decision makes it go. Not covered: repairs
of one's own (`intake`), leaks and shares, which the phase `pair` looks at.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from filelock import FileLock

from nightschool.config import Config
from nightschool.curriculum.decided import DecidedPair
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.poison import poisoned
from nightschool.episodes import preferences
from nightschool.episodes.episode import Episode, Preference
from nightschool.episodes.intake.facts import secret_fault
from nightschool.episodes.intake.intake import LOCK, shelf_of
from nightschool.episodes.intake.licenses import license_fault
from nightschool.episodes.reduction.carry import carried
from nightschool.episodes.reduction.flatten import flatten
from nightschool.episodes.reduction.hoist import hoisted
from nightschool.episodes.reduction.oracle import Pair
from nightschool.episodes.reduction.reduce import Step, reduce_episode
from nightschool.episodes.store import Store
from nightschool.errors import EnvironmentMissingError
from nightschool.koans import refuse_unscored
from nightschool.rust.canonical import normalise
from nightschool.rust.judge import Judge
from nightschool.types import Program, Row, Verdict

BATCH = 20
"""Episodes between two writes."""
CARRIED = "the rejected repair has no place in what is left of the program"


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one preference: a pair, or a reason why not."""

    preference: Preference
    pair: DecidedPair | None
    reason: str = ""


def take_in_pairs(config: Config, judge_of: Callable[[], Judge], store: Store) -> Iterator[Settled]:
    """Take in all that nobody has looked at, or as much as `episodes.minutes` allow; each outcome when it is kept.

    Without anything new no judge is opened.
    """
    shelf = shelf_of(config)
    end = time.monotonic() + config.episodes.minutes * 60
    shelf.folder.mkdir(parents=True, exist_ok=True)
    with FileLock(shelf.folder / LOCK):
        while (ids := preferences.waiting(store, BATCH)) and time.monotonic() < end:
            judge = judge_of()
            settled = [one for id_ in ids for one in _settled(store.get(id_), store.workspace_of(id_), judge, config)]
            known = {id_: [one.id for one in preferences.of(store.ask, id_)] for id_ in ids}
            shelf.pair([one.pair for one in settled if one.pair], known)
            preferences.settle(store, {one.preference.id: one.reason or preferences.TAKEN for one in settled})
            yield from settled


def _settled(episode: Episode, workspace: str, judge: Judge, config: Config) -> Iterator[Settled]:
    """What becomes of each; `workspace` is the key of the episode's."""
    drafts: dict[tuple[str, str], Draft | str] = {}
    for one in episode.preferences:
        if one.outcome:
            continue
        key = one.path, one.chosen
        if key not in drafts:
            drafts[key] = _reduced(episode, one, judge)
        draft = drafts[key]
        made = draft if isinstance(draft, str) else _pair(episode, one, draft, judge, config)
        yield Settled(one, None, made) if isinstance(made, str) else Settled(one, replace(made, key=workspace))


def _with(episode: Episode, one: Preference, text: str) -> dict[str, str]:
    return {**episode.failure.sources, one.path: text}


def _reduced(episode: Episode, one: Preference, judge: Judge) -> Draft | str:
    """The lesson of the chosen repair, or where its reduction ended."""
    try:
        made = reduce_episode(replace(episode, fixed=_with(episode, one, one.chosen), repaired=one.created), judge)
    except EnvironmentMissingError:
        raise
    except Exception as error:  # noqa: BLE001 - it would stand in the way of every later one
        return f"reduction failed with {type(error).__name__}"
    return made.draft if made.step is Step.LESSON and made.draft is not None else str(made.step)


def _pair(episode: Episode, one: Preference, draft: Draft, judge: Judge, config: Config) -> DecidedPair | str:
    """The pair, or why it is not taken."""
    failure = episode.failure
    rejected = _carried(episode, one, draft)
    if rejected is None:
        return CARRIED
    if normalise(rejected) == normalise(draft.fixed):
        return "both repairs are the same there"
    fault = (
        license_fault(failure.license, config.episodes.licenses)
        or secret_fault(draft)
        or secret_fault(replace(draft, fixed=rejected))
        or _poison(draft, (draft.fixed, rejected))
        or _refuted(draft, rejected, judge)
    )
    return fault or DecidedPair(
        one.id, episode.id, episode.workspace, one.created, one.decided, one.policy, one.toolchain, failure.license,
        draft.pattern, str(draft.expected_code), draft.edition, draft.broken, draft.fixed, rejected, one.chosen_by,
        one.rejected_by,
    )  # fmt: skip


def _carried(episode: Episode, one: Preference, draft: Draft) -> str | None:
    """The rejected repair of the reduced program: of modules as they were, else without them, as reduction may end."""
    failure = episode.failure
    tests = failure.kind.startswith("test-")
    base = flatten(failure.sources, failure.root, tests)
    pair = Pair(base, flatten(_with(episode, one, one.rejected), failure.root, tests))
    for shown in (pair, hoisted(pair)):
        found = carried(shown.broken, shown.fixed, draft.broken)
        if found is not None:
            return found
    return None


def _poison(draft: Draft, programs: Sequence[str]) -> str:
    rows = [
        Row(
            str(n), "episodes", draft.family, draft.pattern, str(draft.expected_code), draft.broken, text, "", "", "",
            edition=draft.edition,
        )
        for n, text in enumerate(programs)
    ]  # fmt: skip
    return next(iter(poisoned(rows).values()), "")


def _refuted(draft: Draft, rejected: str, judge: Judge) -> str:
    """Both were offered because they compile; so they must here."""
    programs = [Program(text, None, draft.broken, draft.edition) for text in (draft.fixed, rejected)]
    right, wrong = judge.judge(programs)
    refuse_unscored((right, wrong), "decided pairs")
    if right.verdict is not Verdict.PASSED:
        return "the chosen repair does not compile alone"
    return "" if wrong.verdict is Verdict.PASSED else "the rejected repair does not compile alone"
