"""How often each row has been learnt on the way to an adapter, so that the next night begins with fresh ones.

A night ends long before the corpus does. What an adapter has learnt travels with it as `rows_seen.json`, under
its seal: row id to times. Rows that have been seen least come first in the next run, in the order they would
have had. Covered: adapters without a record (nothing seen). Not covered: forgetting; that is rehearsal's.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from nightschool.files import write_json
from nightschool.types import Row

NAME = "rows_seen.json"


def read_seen(adapter: Path | None) -> Counter[str]:
    """Times each row id was learnt on the way to this adapter; empty for none and for one without a record."""
    path = adapter / NAME if adapter else None
    return Counter(json.loads(path.read_text(encoding="utf-8"))) if path and path.exists() else Counter()


def write_seen(adapter: Path, seen: Mapping[str, int]) -> None:
    """Write the record into an adapter's folder."""
    write_json(adapter / NAME, dict(sorted(seen.items())))


def least_seen_first(order: Sequence[int], rows: Sequence[Row], seen: Mapping[str, int]) -> list[int]:
    """The same indices, rows learnt less often first; rows learnt equally often keep their order."""
    return sorted(order, key=lambda index: seen.get(rows[index].id, 0))
