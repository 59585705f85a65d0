"""Which groups are for training and which are held out: every group lies wholly on one side.

A group is a template id, a lesson or a source file. Covered: templates, ordered by hash within their pattern, one for
`dev`, one for `shadow` and the rest for the corpus where a pattern has at least three; source files, by hash alone;
lessons, by hash those in a folder `held`; which templates and lessons of `shadow` rest in a rotation. What `shadow`
holds out it holds out for ever: a rotation never takes from the corpus, or a champion would meet what it was trained
on. Not covered: likeness between groups; the overlap detectors measure that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Literal

Side = Literal["corpus", "dev", "shadow", "own"]
HELD_OUT_OF = 20
"""Of every 20 source files, 2 are for `dev` and 2 for `shadow`, by hash."""
RESTS_ONE_IN = 3
"""Rotations in which a template of `shadow` rests once."""


def split_templates(patterns: Mapping[str, Iterable[str]]) -> dict[str, Side]:
    """Side of each template id. `patterns` maps a pattern to its template ids.

    With two templates one is held out, for `dev` or `shadow` by the pattern's hash; a single one trains.
    """
    sides: dict[str, Side] = {}
    for pattern, ids in patterns.items():
        ordered = sorted(set(ids), key=_hash)
        held: tuple[Side, ...] = ("dev", "shadow")
        if len(ordered) == 2:
            held = (held[_hash(pattern) % 2],)
        elif len(ordered) < 2:
            held = ()
        for position, group in enumerate(ordered):
            sides[group] = held[position] if position < len(held) else "corpus"
    return sides


def resting(group: str, rotation: int) -> bool:
    """Whether a held-out template rests in this rotation of `shadow`: each does in one of three, by hash."""
    return (_hash(group) + rotation) % RESTS_ONE_IN == 0


def side_of_lesson(group: str) -> Side:
    """Side of a lesson: one in a folder `held` is for `dev` or `shadow`."""
    held: tuple[Side, Side] = ("dev", "shadow")
    return held[_hash(group) % 2] if "held" in group.split("/") else "corpus"


def lesson_rests(group: str, rotation: int) -> bool:
    """Whether a held-out lesson rests in this rotation of `shadow`: every other one, since it cannot be drawn anew as a
    template can. By another bit of the hash than the side: that one is the same for all of `shadow`."""
    return (_hash(group) // 2 + rotation) % 2 == 0


def side_of_file(group: str) -> Side:
    """Side of a source file."""
    place = _hash(group) % HELD_OUT_OF
    return "dev" if place < 2 else "shadow" if place < 4 else "corpus"


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
