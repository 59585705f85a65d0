"""Edit patterns mined from pairs of broken and fixed programs, by anti-unification of syntax trees.

Each row's edit is abstracted at three levels (`abstract`); equal shapes are one pattern, which is where most of the
support comes from. Inside a bucket of rows that write the same, what still differs is anti-unified. Covered: one pair
and many thousands alike; the result does not depend on the order of rows. Not covered: which pattern is right at a
place (`apply` ranks, rustc and the chooser decide).
Source: Getafix (arXiv 1902.06111), MACER (arXiv 2005.14015), with hashing in place of hierarchical clustering.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from nightschool.files import digest_json
from nightschool.repair.patterns.abstract import Level, Observed, observe
from nightschool.repair.patterns.said import kind_of_message
from nightschool.repair.patterns.shapes import Shape
from nightschool.repair.patterns.terms import HOLE, Term, generalise

LEVELS: tuple[Level, ...] = ("wide", "typed", "exact")
MOST = 250
"""Patterns kept for one error code."""
LIMIT = 4000
"""Patterns kept in all: some 3 MB."""
BUCKET = 40
"""Distinct shapes of a bucket that are anti-unified."""


class Fixed(Protocol):
    """What is mined: a corpus row, or a team's own fix."""

    @property
    def broken(self) -> str:
        """The program before."""
        ...

    @property
    def fixed(self) -> str:
        """The program after."""
        ...

    @property
    def error_code(self) -> str:
        """rustc's code; empty for none."""
        ...

    @property
    def diagnostic(self) -> str:
        """rustc's words in the one rendering."""
        ...

    @property
    def group(self) -> str:
        """Template or file that the pair comes from."""
        ...


@dataclass(frozen=True)
class Pattern:
    """An edit that may be made elsewhere, and what speaks for it."""

    shape: Shape
    codes: dict[str, int]
    """Rows by error code."""
    messages: dict[str, int]
    """Rows by the kind of message, the most frequent ones."""
    groups: int
    """Distinct templates or files that those rows come from."""
    anchor: int = 0
    """The part that rustc most often names."""
    far: int = 0
    """Rows in which rustc names no line of any part."""

    @cached_property
    def id(self) -> str:
        """Names the pattern by its shape."""
        return digest_json(self.shape.to_json())[:10]

    @cached_property
    def size(self) -> int:
        """How specific it is."""
        return self.shape.size

    @property
    def rows(self) -> int:
        """Rows that show it."""
        return sum(self.codes.values())


@dataclass
class _Support:
    """What rows say of one shape while they are counted."""

    shape: Shape
    codes: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    groups: set[str] = field(default_factory=set)
    anchors: Counter[int] = field(default_factory=Counter)
    far: int = 0

    def add(self, row: Fixed, near: Sequence[bool]) -> None:
        """Count one row."""
        self.codes[row.error_code or "none"] += 1
        self.messages[kind_of_message(row.diagnostic)] += 1
        self.groups.add(row.group)
        self.anchors.update([place for place, named in enumerate(near) if named][:1])
        self.far += not any(near)

    def join(self, other: _Support) -> None:
        """Count the rows of a more special shape, too."""
        self.codes += other.codes
        self.messages += other.messages
        self.groups |= other.groups
        self.anchors += other.anchors
        self.far += other.far

    def pattern(self) -> Pattern:
        """The record of it."""
        messages = sorted(self.messages.items(), key=lambda one: (-one[1], one[0]))[:6]
        anchor = min(self.anchors, key=lambda place: (-self.anchors[place], place), default=0)
        codes = dict(sorted(self.codes.items()))
        return Pattern(self.shape, codes, dict(messages), len(self.groups), anchor, self.far)


Table = dict[str, _Support]


def mine(rows: Iterable[Fixed], most: int = MOST, limit: int = LIMIT) -> tuple[Pattern, ...]:
    """The patterns of the rows, most supported first; so many of a code and in all.

    Rows that are no small edits teach nothing here.
    """
    levels: dict[Level, Table] = {level: {} for level in LEVELS}
    buckets: dict[str, dict[str, _Support]] = defaultdict(dict)
    for row in rows:
        known: set[str] = set()
        for seen in observe(row.broken, row.fixed, row.diagnostic):
            _count(seen, row, levels, buckets, known)
    table: Table = {}
    for level in LEVELS:
        for key, support in levels[level].items():
            if level != "exact" or sum(support.codes.values()) > 1:
                table.setdefault(key, support)
    for support in [*_shaped(buckets), *_open(levels["wide"]), *_open(levels["typed"])]:
        table.setdefault(_key(support.shape), support)
    return _kept([support.pattern() for support in table.values()], most)[:limit]


def _count(seen: Observed, row: Fixed, levels: dict[Level, Table], buckets: dict[str, Table], known: set[str]) -> None:
    """Count a row's shapes once each, and its exact one in the bucket of its typed one and code."""
    typed = ""
    for level in LEVELS:
        shape = seen.shape(level)
        if shape is None:
            continue
        key = _key(shape)
        if f"{level} {key}" in known:
            continue
        known.add(f"{level} {key}")
        levels[level].setdefault(key, _Support(shape)).add(row, seen.near)
        if level == "typed":
            typed = key
        elif level == "exact" and typed:
            buckets[f"{row.error_code} {typed}"].setdefault(key, _Support(shape)).add(row, seen.near)


def _shaped(buckets: dict[str, Table]) -> Iterator[_Support]:
    """What all exact shapes of a bucket have in common."""
    for members in buckets.values():
        found = _unified([members[key] for key in sorted(members)][:BUCKET])
        if found is not None:
            yield found


def _open(table: Table) -> Iterator[_Support]:
    """Shapes that write the same and differ in texts only: those texts become holes."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for key in sorted(table):
        shape = table[key].shape
        buckets[json.dumps([shape.written, shape.fills, [_skeleton(term) for term in shape.terms]])].append(key)
    for keys in buckets.values():
        found = _unified([table[key] for key in keys][:BUCKET])
        if found is not None:
            yield found


def _unified(members: Sequence[_Support]) -> _Support | None:
    """The least general shape of several; None for one alone, or if what is written would be lost."""
    if len(members) < 2:
        return None
    first = members[0].shape
    if any(len(one.shape.terms) != len(first.terms) for one in members):
        return None
    terms: tuple[Term, ...] | None = first.terms
    for one in members[1:]:
        terms = generalise(terms, one.shape.terms) if terms is not None else None
    if terms is None:
        return None
    found = _Support(first.with_terms(terms))
    for member in members:
        found.join(member)
    return found


def _skeleton(term: Term) -> str:
    """The term without texts of leaves that are no punctuation."""
    if term.kind == HOLE:
        return f"?{term.text}{term.number}"
    if not term.children:
        return term.kind
    return f"{term.kind}({','.join(map(_skeleton, term.children))})"


def _kept(patterns: Sequence[Pattern], most: int) -> tuple[Pattern, ...]:
    """The best supported of each code; ties by id."""
    ranked = sorted(patterns, key=lambda one: (-one.groups, -one.rows, one.shape.size, one.id))
    counts: Counter[str] = Counter()
    kept = []
    for pattern in ranked:
        code = min(pattern.codes, key=lambda one: (counts[one], one))
        if counts[code] < most:
            counts.update(pattern.codes.keys())
            kept.append(pattern)
    return tuple(kept)


def _key(shape: Shape) -> str:
    return json.dumps(shape.to_json())
