"""Assets of a night: what a team's own DAGs can be scheduled on, and the one that a night can be scheduled on.

A team's assets have its name in them, `nightschool://red/champion`; these are the installation's own:

| asset | updated when | extra of the event |
|---|---|---|
| `nightschool://corpus` | a corpus was validated (one that was only made may yet be refused) | cycle, output, digest |
| `nightschool://candidate` | tonight's last kept adapter was examined, good or bad | cycle, output, digest, policy |
| `nightschool://champion` | another version is champion, or none, whoever changed it | version, digest, policy |
| `nightschool://episodes` | episodes were taken in | |

`digest` is the corpus's or the adapter's, `policy` that of chooser and patterns; `version` is None when the champion
was taken away. Airflow keeps no queue of asset events for a DAG with one active run at a time: those that come
meanwhile start one run together. Nothing is lost by it: a cycle reads all lessons that are there and intake has its own
watermark, and a deploy DAG takes the latest of its events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from airflow.sdk import Asset, AssetAlias
from airflow.sdk.exceptions import AirflowSkipException


@dataclass(frozen=True)
class Assets:
    """Those of a team; with an empty name the installation's own."""

    team: str = ""

    @property
    def corpus(self) -> Asset:
        """Of a validated corpus."""
        return self._asset("corpus")

    @property
    def candidate(self) -> Asset:
        """Of an examined candidate."""
        return self._asset("candidate")

    @property
    def champion(self) -> Asset:
        """Of whoever is champion."""
        return self._asset("champion")

    @property
    def champion_seen(self) -> AssetAlias:
        """Outlet of a task that looks who is champion: updates `champion`, its only inlet, only if that is news."""
        return AssetAlias(" ".join(filter(None, ("nightschool champion seen", self.team))))

    @property
    def episodes(self) -> Asset:
        """Of episodes that were taken in."""
        return self._asset("episodes")

    def schedule(self, said: str) -> str | list[Asset] | None:
        """A schedule as it is configured: a cron line, `nightschool://episodes`, or empty for manual triggers only."""
        return [self.episodes] if said == "nightschool://episodes" else said or None

    def _asset(self, name: str) -> Asset:
        return Asset(f"nightschool://{self.team}/{name}" if self.team else f"nightschool://{name}")


OWN = Assets()
EPISODES, CORPUS, CANDIDATE, CHAMPION = OWN.episodes, OWN.corpus, OWN.candidate, OWN.champion
CHAMPION_SEEN = OWN.champion_seen
NAMES = ("version", "digest", "policy")
"""What tells one champion from another."""


def announce(result: Mapping[str, Any]) -> int:
    """How many episodes were taken in. Raises AirflowSkipException for none: a skipped task updates no asset."""
    if not result["taken"]:
        raise AirflowSkipException("Nothing new was taken in.")
    return int(result["taken"])


def made_by(result: Mapping[str, Any], cycle: str) -> dict[str, Any]:
    """Extra of the event of what a phase made."""
    digests, version = result.get("digests", {}), result.get("metrics", {}).get("version")
    found = {
        "version": None if version is None else int(version),
        "digest": digests.get("corpus") or digests.get("adapter"),
        "policy": digests.get("policy"),
    }
    return {"cycle": cycle, "output": result["output"], **{k: v for k, v in found.items() if v is not None}}


def champion_of(result: Mapping[str, Any]) -> dict[str, Any]:
    """Extra of the event of who is champion, from what `promote`, `rollback` or `watch-registry` left."""
    version = result.get("version")
    return {**{name: result.get(name) for name in NAMES}, "version": None if version is None else int(version)}


def update(context: Mapping[str, Any], outlets: list[Any], extra: Mapping[str, Any], inlets: Sequence[Any]) -> None:
    """Give the events of a task's outlets their extra; an asset through its alias, the task's inlet, only if news."""
    for outlet in outlets:
        if not isinstance(outlet, AssetAlias):
            context["outlet_events"][outlet].extra = dict(extra)
        elif _news(context, inlets[0], extra):
            context["outlet_events"][outlet].add(inlets[0], extra=dict(extra))


def _news(context: Mapping[str, Any], champion: Asset, extra: Mapping[str, Any]) -> bool:
    """Whether the last event names another champion; that there is none is no news where none was ever named."""
    last = list(context["inlet_events"][champion].ascending(False).limit(1))
    known = {name: last[0].extra.get(name) if last else None for name in NAMES}
    return known != {name: extra.get(name) for name in NAMES}
