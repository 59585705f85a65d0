"""Preferences in the store: pairs of repairs between which somebody has decided, part of the episode that they repair.

Covered: keeping a decision's pairs once, at most so many an episode, a later decision in place of a contrary one; what
intake has yet to look at. They go with their episode: deletion, purging, retention. Not covered: cleaning, and what a
decision is (`deciding`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nightschool.episodes.episode import Failure, Preference
from nightschool.files import digest_json

if TYPE_CHECKING:
    from nightschool.episodes.store import Store

MOST = 12
"""Pairs of one episode; further ones are not kept."""
TAKEN = "taken"
_COLUMNS = (
    "id, created, decided, policy, toolchain, path, chosen, chosen_by, rejected, rejected_by, outcome"  # as Preference
)


def of(ask: Callable[..., list[Any]], episode: str) -> list[Preference]:
    """An episode's, the first one first."""
    found = ask(f"SELECT {_COLUMNS} FROM preferences WHERE episode = ? ORDER BY created, rowid", episode)
    return [Preference(*row) for row in found]


def identity_of(episode: str, one: Preference) -> str:
    """The same two texts in the same place are the same pair, whoever decides again."""
    return digest_json([episode, one.path, one.chosen, one.rejected])[:12]


def keep(store: Store, workspace: str, failure: Failure, pairs: Sequence[Preference]) -> str | None:
    """Keep pairs with the failure they are of; the episode's id, or None where it is too large."""
    episode = store.add(workspace, failure, met=False)
    if episode is None:
        return None
    with store.writing() as db:
        for one in pairs:
            contrary = identity_of(episode, replace(one, chosen=one.rejected, rejected=one.chosen))
            db.execute("DELETE FROM preferences WHERE id = ?", (contrary,))
            count = db.execute("SELECT count(*) FROM preferences WHERE episode = ?", (episode,)).fetchone()[0]
            if count < MOST:
                values = (
                    identity_of(episode, one), episode, time.time(), one.decided, one.policy, one.toolchain, one.path,
                    one.chosen, one.chosen_by, one.rejected, one.rejected_by,
                )  # fmt: skip
                db.execute(f"INSERT OR IGNORE INTO preferences VALUES ({', '.join('?' * len(values))}, '')", values)
    return episode


def waiting(store: Store, most: int) -> list[str]:
    """Ids of episodes with pairs that intake has not looked at, the earliest first, at most so many."""
    found = store.ask(
        "SELECT episode FROM preferences WHERE outcome = '' GROUP BY episode ORDER BY min(created), episode LIMIT ?",
        most,
    )
    return [str(episode) for (episode,) in found]


def settle(store: Store, outcomes: Mapping[str, str]) -> None:
    """Keep what intake said of each pair."""
    with store.writing() as db:
        db.executemany(
            "UPDATE preferences SET outcome = ? WHERE id = ?", [(said, id_) for id_, said in outcomes.items()]
        )
