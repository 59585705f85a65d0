"""Rows wait outside of the corpus until nothing speaks against them.

Covered: what `poison` suspects is kept back from every source, above all from outside (crates, captured episodes,
what a model wrote), and written to `quarantine.jsonl` with the reason, for a person to read. Rows come here verified:
a draft that rustc and the tests have not confirmed is no row (`verify`). Not covered: letting a row out again;
whoever finds it harmless mends the row or its source.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from nightschool.curriculum.poison import poisoned
from nightschool.files import write_atomic
from nightschool.types import Row

FILE = "quarantine.jsonl"


def quarantine(rows: Sequence[Row], folder: Path) -> list[Row]:
    """The rows that may be chosen; the others go to `folder/quarantine.jsonl` with `suspicion`, if there are any."""
    held = poisoned(rows)
    if held:
        lines = (json.dumps({**row.to_json(), "suspicion": held[row.id]}) for row in rows if row.id in held)
        write_atomic(folder / FILE, "\n".join(lines) + "\n")
    return [row for row in rows if row.id not in held]
