"""Clusters programs as they come and takes the first of each cluster, if it is unlike the rows there are.

Leader clustering (Hartigan 1975, chapter 3) within a pattern: a program within abstract 8-gram Jaccard 0.7 of an
earlier leader belongs to its cluster and is dropped, any other leads a new one; rows of the corpus lead already. So no
two programs taken are near copies, and filling a quota in order of arrival is filling it by turns over clusters without
second turns, which would bring near copies only. Covered: that; equality after renaming with any row or suite
program, or with one taken in any pattern. Not covered: chains (two leaders may have a near copy in common); a leader
that nobody can repair, which speaks for its cluster all the same; leakage of examined koans, which `overlap.leakage`
decides on every field.
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
    """Remembers what was seen, and who leads."""

    def __init__(self, rows: Sequence[Row], patterns: Iterable[str], others: Iterable[str] = ()) -> None:
        """`others` are programs that must not come again in any pattern, such as those of held-out suites."""
        self._seen = {renamed_form(code) for row in rows for code in (row.broken, row.fixed)}
        self._seen |= {renamed_form(code) for code in others}
        self._forms: set[str] = set()
        of: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            of[row.pattern].append(row)
        self._known = {name: Neighbours(ABSTRACT, [form(row.broken) for row in of[name]]) for name in patterns}
        self._leaders: dict[str, list[Features]] = defaultdict(list)

    def anew(self) -> Novelty:
        """The same rows and programs, without what was taken since."""
        fresh = copy(self)
        fresh._forms, fresh._leaders = set(), defaultdict(list)
        return fresh

    def take(self, pattern: str, program: str) -> bool:
        """Whether the program is new; if so it leads a cluster from now on."""
        key, own = renamed_form(program), form(program)
        if key in self._seen or key in self._forms or self._known[pattern].find(own):
            return False
        if any(jaccard(own.abstract_grams, other) >= JACCARD for other in self._leaders[pattern]):
            return False
        self._forms.add(key)
        self._leaders[pattern].append(own.abstract_grams)
        return True
