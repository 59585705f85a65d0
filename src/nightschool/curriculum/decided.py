"""Pairs of repairs between which a developer has decided, as intake leaves them for the phase `pair`: `pairs.jsonl`.

Covered: the record, reading and writing, those that a cycle was given. Not covered: making them (`episodes.intake`),
learning from them (`learning.decided`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from nightschool.errors import CorpusError
from nightschool.files import digest_json, write_atomic

PAIRS = "pairs.jsonl"


@dataclass(frozen=True, slots=True)
class DecidedPair:
    """Two repairs of a self-contained program, and where they come from."""

    id: str
    episode: str
    workspace: str
    created: float
    """Seconds since 1970."""
    decided: str
    """accepted, edited, action or written."""
    policy: str
    """Digest of the policy that proposed them."""
    toolchain: str
    license: str | None
    pattern: str
    error_code: str
    edition: str
    broken: str
    chosen: str
    rejected: str
    chosen_by: str
    rejected_by: str
    key: str = ""
    """The workspace's; empty: not known, as in a file of an earlier Night School."""

    def to_json(self) -> dict[str, Any]:
        """Plain dict in field order."""
        return asdict(self)


def read_decided(folder: Path) -> list[DecidedPair]:
    """The pairs in `var/episodes`, the newest first; none where there is no file. Raises CorpusError for others."""
    path = folder / PAIRS
    try:
        lines = path.read_bytes().decode().split("\n")
        found = [TypeAdapter(DecidedPair).validate_json(line) for line in lines if line]
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise CorpusError(
            f"Cannot read decided pairs from {str(path)!r}: {error}. Remove it; `nightschool episodes intake` takes in "
            "what is new."
        ) from error
    return sorted(found, key=lambda one: (-one.created, one.id))


def write_decided(folder: Path, pairs: Iterable[DecidedPair]) -> None:
    """Write the file; each pair once, the last one counts."""
    unique = {one.id: one for one in pairs}
    write_atomic(folder / PAIRS, "".join(json.dumps(one.to_json()) + "\n" for one in unique.values()))


def given(folder: Path, ids: Collection[str]) -> list[DecidedPair]:
    """Those of the pairs that a cycle began with and that are there still."""
    return [one for one in read_decided(folder) if one.id in ids]


def decided_digest(pairs: Iterable[DecidedPair]) -> str:
    """SHA-256 over the pairs."""
    return digest_json([one.to_json() for one in pairs])
