"""Which verified rows make the corpus: unique, balanced over patterns, no code above its share.

Covered: uniqueness by digest, at most `PER_FORM` rows that are the same program under other names and
literals, a cap on every error code, turns over patterns within a source, shares of the sources with top-up
from the others. Not covered: verification and leakage; rows that leak are gone before they come here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from nightschool.types import Row

PER_FORM = 3
"""Rows of one broken program after renaming: more teach the model names, not repairs."""
CODE_SHARE = 0.12
"""Largest share of one error code."""
ORDERED = frozenset({"episodes"})
"""Sources whose rows come in the order in which they are wanted; of the others patterns take turns."""

Item = TypeVar("Item")


_WORDS = """
as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub
ref return self Self static struct super trait true type unsafe use where while
bool char str i8 i16 i32 i64 u8 u16 u32 u64 usize isize f32 f64
"""
KEYWORDS = frozenset(_WORDS.split())
TOKEN = re.compile(r"//[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])'|\d[\w.]*|[A-Za-z_]\w*|\S")


@lru_cache(maxsize=32768)
def renamed_form(code: str) -> str:
    """The program with names numbered and literals dropped, by its tokens alone.

    A tenth of the cost of `canonical.alpha`, which reads the syntax tree; enough to count near copies.
    """
    numbers: dict[str, str] = {}
    parts = []
    for token in TOKEN.findall(code):
        first = token[0]
        if token.startswith("//"):
            continue
        if first.isalpha() or first == "_":
            parts.append(token if token in KEYWORDS else numbers.setdefault(token, f"${len(numbers)}"))
        else:
            parts.append("#" if first.isdigit() or (first in "\"'" and len(token) > 1) else token)
    return " ".join(parts)


class Selection:
    """Rows taken so far, and what they leave room for."""

    def __init__(self, wanted: int, held_out_forms: Iterable[str] = ()) -> None:
        self.wanted = wanted
        self.rows: list[Row] = []
        self.refused: Counter[str] = Counter()
        """Why rows were not taken."""
        self._digests: set[str] = set()
        self._forms: Counter[str] = Counter()
        self._codes: Counter[str] = Counter()
        self._held_out = frozenset(held_out_forms)
        self._code_limit = max(1, int(wanted * CODE_SHARE))

    def add(self, row: Row) -> bool:
        """Take the row if it may be taken."""
        reason = self._objection(row)
        if reason:
            self.refused[reason] += 1
            return False
        self.rows.append(row)
        self._digests.add(row.digest)
        self._forms[renamed_form(row.broken)] += 1
        self._codes[row.error_code] += 1
        return True

    def _objection(self, row: Row) -> str | None:
        if row.digest in self._digests:
            return "duplicate"
        if self._codes[row.error_code] >= self._code_limit:
            return "code is full"
        if self._forms[renamed_form(row.broken)] >= PER_FORM:
            return "same form"
        if renamed_form(row.broken) in self._held_out or renamed_form(row.fixed) in self._held_out:
            return "held out"
        return None


def select(rows: Iterable[Row], shares: Mapping[str, float], selection: Selection) -> list[Row]:
    """Fill the selection by shares among sources that have rows, then from what is left; returns it by row id."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_source[row.source].append(row)
    total = sum(share for source, share in shares.items() if source in by_source) or 1.0
    left: list[Row] = []
    for source in sorted(by_source, key=lambda source: shares.get(source, 0.0)):
        room = round(selection.wanted * shares.get(source, 0.0) / total)
        mine = by_source[source]
        for row in mine if source in ORDERED else turns(mine, lambda row: row.pattern):
            if room <= 0 or len(selection.rows) >= selection.wanted:
                left.append(row)
            elif selection.add(row):
                room -= 1
    for row in turns(left, lambda row: row.pattern):
        if len(selection.rows) >= selection.wanted:
            break
        selection.add(row)
    return sorted(selection.rows, key=lambda row: row.id)


def turns(items: Iterable[Item], key: Callable[[Item], Hashable]) -> Iterator[Item]:
    """One of each key by turns, keys in order of first appearance, until all are gone."""
    queues: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        queues[key(item)].append(item)
    position = 0
    while queues:
        for name in [name for name, queue in queues.items() if position >= len(queue)]:
            del queues[name]
        for queue in queues.values():
            yield queue[position]
        position += 1
