"""Families and error codes of a night: which are mastered, which were lost since the same koans were last asked.

Covered: comparing with the latest earlier night that asked the very same koans (suites that rotate have none the night
they change). Not covered: whether a change means anything; a code has a handful of koans.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from nightschool.nights.models import Group, Groups, Night, Rated
from nightschool.nights.store import NightStore
from nightschool.types import Rate

LOOKED_BACK = 60
"""Earlier nights that are searched for the same koans."""


def groups(store: NightStore, nights: Sequence[Night], night: str, suite: str, arm: str) -> Groups | None:
    """Of a night among `nights` (newest first); None where the arm's report is not held."""
    now = _report(store, night, suite, arm)
    if now is None:
        return None
    names = [one.night for one in nights]
    older = names[names.index(night) + 1 :][:LOOKED_BACK] if night in names else []
    compared, before = _same_koans(store, older, suite, arm, str(now["suite_digest"]))
    by = [_groups(now[key], before[key] if before else {}) for key in ("by_family", "by_code")]
    choices: dict[str, list[str]] = {}
    for one in store.reports(night):
        choices.setdefault(one["suite"], []).append(one["arm"])
    shown = {name: tuple(sorted(arms)) for name, arms in sorted(choices.items())}
    return Groups(
        night=night, suite=suite, arm=arm, compared=compared, families=by[0], codes=by[1], choices=shown
    )  # fmt: skip


def _report(store: NightStore, night: str, suite: str, arm: str) -> dict[str, Any] | None:
    return next((one for one in store.reports(night, suite) if one["arm"] == arm), None)


def _same_koans(
    store: NightStore, older: Iterable[str], suite: str, arm: str, digest: str
) -> tuple[str, dict[str, Any] | None]:
    for night in older:
        found = _report(store, night, suite, arm)
        if found and found["suite_digest"] == digest:
            return night, found
    return "", None


def _groups(now: dict[str, Any], before: dict[str, Any]) -> tuple[Group, ...]:
    found = []
    for name, rate in now.items():
        tonight, earlier = Rate(**rate), Rate(**before[name]) if name in before else None
        told = {"now": Rated.of(tonight), "before": Rated.of(earlier) if earlier else None}
        found.append(Group(name=name, state=state(tonight, earlier), **told))
    return tuple(sorted(found, key=lambda one: ((one.now.passed - one.now.n) / max(1, one.now.n), -one.now.n)))


def state(now: Rate, before: Rate | None) -> str:
    """`mastered` is every koan passed, `gained` and `lost` say that this is new or no more; else better or worse."""
    whole, was = now.n > 0 and now.passed == now.n, before is not None and 0 < before.n == before.passed
    if before is None or whole == was:
        moved = 0 if before is None else now.passed - before.passed
        return "mastered" if whole else "better" if moved > 0 else "worse" if moved < 0 else ""
    return "gained" if whole else "lost"
