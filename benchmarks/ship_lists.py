"""Write the lists that the package ships, of its lessons and of rows from its templates, from lists that nights made.

    .venv/bin/nightschool run pair --set repair.list_minutes=60     # until every lesson was searched
    .venv/bin/python benchmarks/ship_lists.py var/cache/lists.jsonl

A first night has minutes for a fifth of them; the others' lists stand in until they are searched again. Rows from
templates are those of the default seed. Of several lists of one row the first is kept, so newer files come first.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from nightschool.config import Config
from nightschool.curriculum.sources import gather
from nightschool.curriculum.verify import row_id
from nightschool.repair.lists import SHIPPED, SHIPPED_ROWS, Listed, read_lists, write_lists
from nightschool.rust.judge import open_judge


def main() -> None:
    """One file a source."""
    lists = [one for path in sys.argv[1:] for one in read_lists(Path(path))]
    for source, path in (("lessons", SHIPPED), ("aligned", SHIPPED_ROWS)):
        ship(path, lists, groups_of(source))


def groups_of(source: str) -> dict[str, str]:
    """By row, the group of each draft that a corpus of the default settings takes from this source."""
    config = Config.model_validate({"curriculum": {"shares": {source: Config().curriculum.shares[source]}}})
    drafts = gather(config, open_judge(config).toolchain).drafts["corpus"]
    return {row_id(draft): draft.group for draft in drafts if draft.source == source}


def ship(path: Path, lists: Sequence[Listed], groups: dict[str, str]) -> None:
    """Write the lists of these rows, and say what they are."""
    kept: dict[str, Listed] = {}
    for one in (one for one in lists if one.row in groups):
        kept.setdefault(one.row, replace(one, group=groups[one.row]))
    write_lists(path, [kept[row] for row in sorted(kept)])
    mixed, right = sum(one.mixed for one in kept.values()), sum(any(one.passed) for one in kept.values())
    first = sum(one.passed[:1] == (True,) for one in kept.values())
    said = f"{mixed} mixed, {right} with what passes, first in order {first}"
    print(f"{path.name}: {len(kept)} of {len(groups)} rows, {said}, {path.stat().st_size >> 10} KiB")


if __name__ == "__main__":
    main()
