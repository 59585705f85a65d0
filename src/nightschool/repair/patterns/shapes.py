"""The form of an edit: at each of its places what must stand there and what comes instead, with holes.

Covered: plain records, their canonical numbering, JSON and sizes. Not covered: where shapes come from (`abstract`,
`mine`) and what they match (`apply`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from nightschool.repair.patterns.terms import FREE, Term, numbers, size

FILL = 100
"""Numbers from here on in a template stand for names that the place must offer."""
OTHER = 200
"""Numbers from here on are only compared, never written."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of an edit: nodes side by side below one parent."""

    parent: str
    """Kind of the parent; empty for any."""
    before: tuple[Term, ...]
    """What gives way; nothing for an insertion."""
    left: Term | None
    right: Term | None
    """Neighbours that must stand there; None where it does not matter."""
    after: tuple[str | int, ...]
    """What comes instead: texts, and numbers of what was bound or is filled in. Lines after the first are indented
    relative to the line where the place begins."""
    ends: int = 1
    """An insertion goes after its left neighbour (1) or before its right one (0)."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms in order of place."""
        return (
            *(() if self.left is None else (self.left,)),
            *self.before,
            *(() if self.right is None else (self.right,)),
        )

    def with_terms(self, terms: tuple[Term, ...]) -> Part:
        """The same part with these in place of `terms`."""
        begin, end = int(self.left is not None), len(terms) - int(self.right is not None)
        left = terms[0] if self.left is not None else None
        right = terms[-1] if self.right is not None else None
        return replace(self, left=left, before=terms[begin:end], right=right)


@dataclass(frozen=True, slots=True)
class Shape:
    """An edit with holes."""

    parts: tuple[Part, ...]
    fills: tuple[str, ...] = ()
    """What number FILL + n may be: `said WORD` for what rustc quotes after that word, else a kind of name."""

    @property
    def written(self) -> tuple[tuple[str | int, ...], ...]:
        """The templates: equal for edits that write the same."""
        return tuple(part.after for part in self.parts)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms of all parts."""
        return tuple(term for part in self.parts for term in part.terms)

    @property
    def size(self) -> int:
        """Nodes that are not holes: how specific it is."""
        return sum(map(size, self.terms)) + sum(bool(part.parent) for part in self.parts)

    def with_terms(self, terms: tuple[Term, ...]) -> Shape:
        """The same shape with these in place of `terms`, numbered canonically."""
        parts, at = [], 0
        for part in self.parts:
            count = len(part.terms)
            parts.append(part.with_terms(terms[at : at + count]))
            at += count
        return canonical(replace(self, parts=tuple(parts)))

    def to_json(self) -> list[Any]:
        """A list that JSON can hold, equal for equal shapes."""
        return [[_part_json(part) for part in self.parts], list(self.fills)]

    @classmethod
    def from_json(cls, data: list[Any]) -> Shape:
        """The reverse of `to_json`."""
        parts, fills = data
        return cls(tuple(map(_part, parts)), tuple(map(str, fills)))


def canonical(shape: Shape) -> Shape:
    """Written numbers in the order of writing, others of several places in order of place, the rest free."""
    uses = Counter(number for term in shape.terms for number in numbers(term))
    order: dict[int, int] = {}
    for part in shape.parts:
        for one in part.after:
            if isinstance(one, int) and one < FILL:
                order.setdefault(one, len(order))
    others = dict.fromkeys(n for term in shape.terms for n in numbers(term) if n not in order and uses[n] > 1)
    table = order | {number: OTHER + place for place, number in enumerate(others)}
    parts = tuple(
        replace(
            part.with_terms(tuple(renumbered(term, table) for term in part.terms)),
            after=tuple(order[one] if isinstance(one, int) and one < FILL else one for one in part.after),
        )
        for part in shape.parts
    )
    return replace(shape, parts=parts)


def renumbered(term: Term, table: Mapping[int, int]) -> Term:
    """The term under other numbers; those not in the table become free."""
    children = tuple(renumbered(child, table) for child in term.children)
    return term._replace(children=children, number=table.get(term.number, FREE))


def _part_json(part: Part) -> list[Any]:
    sides = [None if one is None else _term_json(one) for one in (part.left, part.right)]
    return [part.parent, [_term_json(one) for one in part.before], *sides, list(part.after), part.ends]


def _part(data: list[Any]) -> Part:
    parent, before, left, right, after, ends = data
    sides = [None if one is None else _term(one) for one in (left, right)]
    texts = tuple(one if isinstance(one, int) else str(one) for one in after)
    return Part(str(parent), tuple(map(_term, before)), sides[0], sides[1], texts, int(ends))


def _term_json(term: Term) -> list[Any]:
    return [term.kind, term.text, term.number, *map(_term_json, term.children)]


def _term(data: list[Any]) -> Term:
    kind, text, number, *children = data
    return Term(str(kind), str(text), tuple(map(_term, children)), int(number))
