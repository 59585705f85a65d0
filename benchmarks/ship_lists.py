"""Write the lists that the package ships: those of its lessons, from lists that nights or `nightschool run pair` made.

    .venv/bin/nightschool run pair --set repair.list_minutes=60     # until every lesson was searched
    .venv/bin/python benchmarks/ship_lists.py var/cache/lists.jsonl

A first night has minutes for a third of the lessons; the others' lists stand in until they are searched again. Of
several lists of one lesson the first one is kept, so newer files come first.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from nightschool.curriculum.lessons import lesson_drafts
from nightschool.curriculum.split import side_of_lesson
from nightschool.repair.lists import SHIPPED, Listed, read_lists, write_lists


def main() -> None:
    training = (draft for draft in lesson_drafts() if side_of_lesson(draft.group) == "corpus")
    lessons = {(draft.broken, draft.edition): draft for draft in training}
    kept: dict[tuple[str, str], Listed] = {}
    for one in (one for path in sys.argv[1:] for one in read_lists(Path(path))):
        if draft := lessons.get((one.broken, one.edition)):
            kept.setdefault((one.broken, one.edition), replace(one, group=draft.group))
    write_lists(SHIPPED, [kept[key] for key in sorted(kept)])
    mixed, right = sum(one.mixed for one in kept.values()), sum(any(one.passed) for one in kept.values())
    first = sum(one.passed[:1] == (True,) for one in kept.values())
    print(f"{len(kept)} of {len(lessons)} lessons, {mixed} mixed, {right} with what passes, first in order {first}")


if __name__ == "__main__":
    main()
