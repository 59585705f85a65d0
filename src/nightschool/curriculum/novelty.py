"""Keeps programs that are new: unlike the rows there are and unlike one another.

Covered: equality after renaming with any row or suite program, abstract 8-gram Jaccard of 0.7 and more with rows of
the same pattern and with programs taken before (one per cluster of near copies). Not covered: leakage of
examined koans, which `overlap.leakage` decides on every field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy

from nightschool.curriculum.overlap.detectors import ABSTRACT, JACCARD, Features, Neighbours
from nightschool.curriculum.selection import renamed_form
from nightschool.rust.canonical import form, jaccard
from nightschool.types import Row


class Novelty:
    """Remembers what was seen."""

    def __init__(self, rows: Sequence[Row], patterns: Iterable[str], others: Iterable[str] = ()) -> None:
        """`others` are programs that must not come again in any pattern, such as those of held-out suites."""
        self._seen = {renamed_form(code) for row in rows for code in (row.broken, row.fixed)}
        self._seen |= {renamed_form(code) for code in others}
        self._forms: set[str] = set()
        of: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            of[row.pattern].append(row)
        self._known = {name: Neighbours(ABSTRACT, [form(row.broken) for row in of[name]]) for name in patterns}
        self._taken: dict[str, list[Features]] = defaultdict(list)

    def anew(self) -> Novelty:
        """The same rows and programs, without what was taken since."""
        fresh = copy(self)
        fresh._forms, fresh._taken = set(), defaultdict(list)
        return fresh

    def take(self, pattern: str, program: str) -> bool:
        """Whether the program is new; if so it is remembered."""
        key, own = renamed_form(program), form(program)
        if key in self._seen or key in self._forms or self._known[pattern].find(own):
            return False
        if any(jaccard(own.abstract_grams, other) >= JACCARD for other in self._taken[pattern]):
            return False
        self._forms.add(key)
        self._taken[pattern].append(own.abstract_grams)
        return True
