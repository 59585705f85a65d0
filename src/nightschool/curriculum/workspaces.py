"""Which lessons of episodes train and which are held out for the suite `own`: each workspace lies wholly on one side.

`episodes.held_out` names workspaces, or a share of them: those whose digest of the path, read as a number from 0 to 1,
is below it. Covered: the division, lessons whose workspace is not known (on neither side while anything is held out).
Not covered: who writes `workspaces.json` (`episodes.intake`), koans of the held-out ones (`own`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nightschool.config import Config
from nightschool.curriculum.episodes import times_met
from nightschool.errors import CorpusError
from nightschool.files import digest_text

WORKSPACES = "workspaces.json"
"""In `var/episodes`: (name, key) of each lesson's workspace, by the lesson file's stem."""
HeldOut = tuple[str, ...] | float
DIGITS = 12
"""Hex digits of a key that are read as a number."""


@dataclass(frozen=True, slots=True)
class Division:
    """The lessons in `var/episodes`, by path below `lessons/`."""

    train: Mapping[str, int]
    """With how often each one's failure was met."""
    own: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Left out: something is held out, and nothing says that these are not of it."""
    workspaces: tuple[str, ...] = ()
    """Names of the workspaces that `own` is of."""
    unmatched: tuple[str, ...] = ()
    """What `episodes.held_out` names and no lesson is of."""


def divided(config: Config) -> Division:
    """The lessons that are there now, by side. Raises CorpusError for files that intake did not write."""
    folder, held_out = config.var / "episodes", config.episodes.held_out
    met = times_met(folder)
    if not held_out:
        return Division(met)
    places = workspaces(folder / WORKSPACES)
    sides = {name: _side(places.get(Path(name).stem), held_out) for name in met}
    own = tuple(name for name, side in sides.items() if side == "own")
    unknown = tuple(name for name, side in sides.items() if side == "unknown")
    train = {name: count for name, count in met.items() if sides[name] == "train"}
    names = tuple(sorted({places[Path(name).stem][0] for name in own}))
    known = {word for place in places.values() for word in place}
    missing = tuple(name for name in held_out if name not in known) if isinstance(held_out, tuple) else ()
    return Division(train, own, unknown, names, missing)


def workspaces(path: Path) -> dict[str, tuple[str, str]]:
    """(name, key) by lesson; empty where there is no such file."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(stem): (str(name), str(key)) for stem, (name, key) in found.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError) as error:
        raise CorpusError(
            f"{str(path)!r} does not name workspaces: {error}. `nightschool episodes intake` writes it."
        ) from error


def is_held_out(name: str, key: str, held_out: HeldOut) -> bool:
    """Whether a workspace is held out, by its name or key, or by the share."""
    if isinstance(held_out, tuple):
        return name in held_out or key in held_out
    return int(digest_text(key)[:DIGITS], 16) < held_out * float(1 << 4 * DIGITS)


def trains(name: str, key: str, held_out: HeldOut) -> bool:
    """Whether what is of a workspace may train; with an empty key, not known, only while nothing is held out."""
    return not held_out or _side((name, key) if key else None, held_out) == "train"


def _side(place: tuple[str, str] | None, held_out: HeldOut) -> str:
    if place is None:
        return "unknown"
    return "own" if is_held_out(*place, held_out) else "train"
