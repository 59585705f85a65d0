"""What housekeeping weighs, and which of it goes: by days since it was last used, then by total size.

Covered: the decision alone, a pure function. Not covered: finding items and who needs them (the other files of this
room), taking them away (`trash`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nightschool.config import HousekeepingConfig

DAY_S = 86_400.0
GB = 1e9


@dataclass(frozen=True)
class Item:
    """Something that goes as a whole or stays."""

    kind: str
    """Name of the setting that says after how many days it goes, without `_days`."""
    name: str
    """What a person knows it by."""
    size: int
    """Bytes; 0 where nobody can tell."""
    used: float
    """When it was last used, seconds since 1970."""
    take: Callable[[], bool]
    """Takes it away; False where it is in use or was used meanwhile, and stays."""
    needed: str = ""
    """What needs it; empty where nothing does."""
    why: str = ""
    """Why it goes; empty while that is not decided."""
    counted: bool = True
    """Whether `total_gb` counts it and may take it away."""


def choose(items: Sequence[Item], settings: HousekeepingConfig, now: float) -> list[Item]:
    """The items that go, each with its reason, those that were not used longest first."""
    free = sorted((one for one in items if not one.needed), key=lambda one: one.used)
    aged = [replace(one, why=_age(one, settings, now)) for one in free if _days(one, now) > _limit(one, settings)]
    ages = {id(one) for one in free if _days(one, now) > _limit(one, settings)}
    left = [one for one in free if id(one) not in ages]
    over = sum(one.size for one in items if one.counted) - sum(one.size for one in aged if one.counted)
    return [*aged, *_oversized(left, over, settings, now)]


def _oversized(left: Sequence[Item], total: int, settings: HousekeepingConfig, now: float) -> list[Item]:
    """Of what age leaves, the oldest that must go to come below `total_gb`."""
    found: list[Item] = []
    if settings.total_gb is None:
        return found
    for one in left:
        if total <= settings.total_gb * GB or _days(one, now) <= settings.recent_days:
            break
        if one.counted and one.size:
            why = (
                f"{told_bytes(total)} are over total_gb {settings.total_gb:g}; not used for {_days(one, now):.0f} days"
            )
            found.append(replace(one, why=why))
            total -= one.size
    return found


def _age(one: Item, settings: HousekeepingConfig, now: float) -> str:
    return f"not used for {_days(one, now):.0f} days, {one.kind}_days is {_limit(one, settings):g}"


def _limit(one: Item, settings: HousekeepingConfig) -> float:
    return float(getattr(settings, f"{one.kind}_days"))


def _days(one: Item, now: float) -> float:
    return (now - one.used) / DAY_S


def told_bytes(size: float) -> str:
    """Bytes for a person: `1.2 GB`."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
