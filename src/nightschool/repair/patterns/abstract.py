"""One row's edit as shapes: from what it writes literally to what may stand for it elsewhere.

Covered: three levels. `exact` keeps the structure of what is bound, with holes for the file's own names; `typed` has
one hole for each bound node, of its kind; `wide` has holes for values and types of any kind, and what rustc quotes may
be filled in. Not covered: generalising over rows (`mine`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tree_sitter import Node

from nightschool.repair.patterns.changes import LISTS, Change, Pair
from nightschool.repair.patterns.owned import kind_of, owned
from nightschool.repair.patterns.said import lines, quotes
from nightschool.repair.patterns.shapes import FILL, OTHER, Part, Shape, canonical
from nightschool.repair.patterns.terms import DEEPEST, FREE, HOLE, Term, family
from nightschool.repair.patterns.texts import joined, loose, relative, written

Level = Literal["exact", "typed", "wide"]
PARTS = 4
"""An edit of more places is no pattern."""
BESIDE = 2
"""How deep names of the neighbours of an insertion are looked for."""
SIBLINGS = 6
"""Nodes side by side that one change takes out or puts in."""
LARGEST = 700
"""Bytes of the nodes of one change; more is a rewrite."""
_LITERAL = frozenset({"self", "crate", "super", "mutable_specifier", "fragment_specifier", "empty_statement"})


class Observed:
    """One row's edit."""

    def __init__(self, pair: Pair, changes: list[Change], diagnostic: str) -> None:
        self.pair, self.changes = pair, changes
        self.names = owned(pair.broken.source)
        self.said = {"".join(text.split()): f"said {word}" for word, text in reversed(list(quotes(diagnostic)))}
        self._lines = frozenset(lines(diagnostic))

    @property
    def usable(self) -> bool:
        """Whether it has few and small places, none of them in what does not parse."""
        changes = self.changes
        return 0 < len(changes) <= PARTS and all(map(self._small, changes))

    def _small(self, change: Change) -> bool:
        olds = self.pair.old.kids(change.old)[change.start : change.end]
        news = self.pair.new.kids(change.new)[change.new_start : change.new_end]
        sizes = [sum(one.end_byte - one.start_byte for one in nodes) for nodes in (olds, news)]
        few = max(len(olds), len(news)) <= SIBLINGS
        return few and max(sizes) <= LARGEST and not any(one.has_error or one.is_missing for one in (*olds, *news))

    @property
    def near(self) -> tuple[bool, ...]:
        """Of each place, whether rustc names a line of it."""
        return tuple(any(line in self._lines for line in self._span(change)) for change in self.changes)

    def _span(self, change: Change) -> range:
        kids = self.pair.old.kids(change.old)
        nodes = kids[change.start : change.end] or kids[max(0, change.start - 1) : change.start + 1] or [change.old]
        return range(nodes[0].start_point.row + 1, nodes[-1].end_point.row + 2)

    def shape(self, level: Level) -> Shape | None:
        """The edit at a level; None if what it writes is bound nowhere."""
        return _Abstraction(self, level).shape()


def observe(broken: str, fixed: str, diagnostic: str) -> list[Observed]:
    """The edit as few larger changes and, where that is another reading, as many small ones; those that are usable."""
    pair = Pair(broken.replace("\r\n", "\n"), fixed.replace("\r\n", "\n"))
    readings = [pair.changes(joined=True), pair.changes(joined=False)]
    distinct = readings[: 1 + (readings[0] != readings[1])]
    return [seen for changes in distinct if (seen := Observed(pair, changes, diagnostic)).usable]


class _Abstraction:
    def __init__(self, seen: Observed, level: Level) -> None:
        self.seen, self.level = seen, level
        self.old, self.new = seen.pair.old, seen.pair.new
        self.sources: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        self.fills: dict[str, int] = {}
        self.missing: set[int] = set()
        self.compared: dict[str, int] = {}
        self._declared: set[str] = set()

    def shape(self) -> Shape | None:
        """Templates first, as they say what must be bound; then the terms, opened where a hole would hide another."""
        changes = self.seen.changes
        for change in changes:
            for node in self._material(change):
                self._collect(node, DEEPEST if change.start < change.end else BESIDE)
            self._declared |= self._made(change)
        templates = [tuple(joined(self._template(change))) for change in changes]
        wanted = set(self.numbers.values())
        for _ in range(len(wanted) + 1):
            parts = tuple(self._part(change, text) for change, text in zip(changes, templates, strict=True))
            shape = Shape(parts, tuple(self.fills))
            lost = wanted - {n for term in shape.terms for n in written(term)}
            if not lost:
                return canonical(shape)
            if lost <= self.missing:
                return None
            self.missing |= lost
        return None

    def _material(self, change: Change) -> list[Node]:
        kids = self.old.kids(change.old)
        low, high = self._context(change)
        return kids[change.start - low : change.end + high]

    def _made(self, change: Change) -> set[str]:
        """Names that the new text declares itself."""
        nodes = self.new.kids(change.new)[change.new_start : change.new_end]
        text = self.new.data[nodes[0].start_byte : nodes[-1].end_byte].decode(errors="replace") if nodes else ""
        names = owned(text)
        return {*names["local"], *names["closure"]}

    def _context(self, change: Change) -> tuple[int, int]:
        """How many neighbours before and after belong to the edit: those of an insertion."""
        if change.start < change.end:
            return 0, 0
        return int(change.start > 0), int(change.end < len(self.old.kids(change.old)))

    def _collect(self, node: Node, depth: int) -> None:
        """All named texts that can be bound."""
        if node.is_named and node.type not in _LITERAL:
            self.sources.setdefault(self.old.text(node), node.id)
        for kid in self.old.kids(node) if depth else ():
            self._collect(kid, depth - 1)

    def _template(self, change: Change) -> Iterator[str | int]:
        kids = self.new.kids(change.new)
        nodes = kids[change.new_start : change.new_end]
        after_left = change.start == change.end and change.new_start > 0
        before_right = change.start == change.end and not after_left and change.new_end < len(kids)
        if not nodes:
            return
        where = kids[change.new_start - 1].end_byte if after_left else nodes[0].start_byte
        base = self.seen.pair.fixed.indent(kids[change.new_start - 1] if after_left else nodes[0])
        for node in nodes:
            yield relative(self._between(where, node.start_byte), base)
            for one in self._write(node, DEEPEST):
                yield relative(one, base) if isinstance(one, str) else one
            where = node.end_byte
        if before_right or (after_left and self._stood_close(change) and change.new_end < len(kids)):
            yield relative(self._between(where, kids[change.new_end].start_byte), base)

    def _stood_close(self, change: Change) -> bool:
        """Whether the neighbours of an insertion had nothing between them."""
        kids = self.old.kids(change.old)
        return 0 < change.start < len(kids) and kids[change.start - 1].end_byte == kids[change.start].start_byte

    def _between(self, start: int, end: int) -> str:
        text = self.new.data[start:end].decode(errors="replace")
        return "\n".join(line if not line.lstrip().startswith("//") else "" for line in text.split("\n"))

    def _write(self, node: Node, depth: int) -> Iterator[str | int]:
        """Bound and filled nodes as numbers, the rest as it stands."""
        text = self.new.text(node)
        number = self._number(node, text)
        kids = self.new.kids(node) if depth else []
        if number is not None:
            yield number
        elif not kids:
            yield self.new.data[node.start_byte : node.end_byte].decode(errors="replace")
        else:
            where = node.start_byte
            for kid in kids:
                yield self._between(where, kid.start_byte)
                yield from self._write(kid, depth - 1)
                where = kid.end_byte

    def _number(self, node: Node, text: str) -> int | None:
        if not node.is_named or node.type in _LITERAL:
            return None
        if text in self.sources and (self.level == "wide" or node.type != "primitive_type"):
            return self.numbers.setdefault(text, len(self.numbers))
        if text in self._declared:
            return None
        kind = kind_of(text, node.type, self.seen.names)
        role = self.seen.said.get(text, "") if kind or self.level == "wide" else ""
        if not (role or kind):
            return None
        return FILL + self.fills.setdefault(role or kind, len(self.fills)) if len(self.fills) < 3 else None

    def _part(self, change: Change, template: tuple[str | int, ...]) -> Part:
        kids = self.old.kids(change.old)
        low, high = self._context(change)
        before = tuple(map(self._term, kids[change.start : change.end]))
        left = self._side(kids[change.start - 1], change) if low else None
        right = self._side(kids[change.end], change) if high else None
        plain = self.level == "wide" and len(before) == 1 and kids[change.start].type not in LISTS
        named = plain and kids[change.start].is_named
        return Part("" if named else change.old.type, before, left, right, template, low)

    def _side(self, node: Node, change: Change) -> Term | None:
        """A neighbour of an insertion: in a list it matters only if something of it is written."""
        term = self._term(node)
        if change.old.type in LISTS and self.level != "exact" and not set(written(term)):
            return None
        if self.level == "exact" or not node.is_named:
            return term
        if not set(written(term)):
            return Term(HOLE, family(node.type)) if self.level == "wide" else term
        return loose(term)

    def _term(self, node: Node, depth: int = DEEPEST) -> Term:
        text = self.old.text(node)
        number = self.numbers.get(text, -1) if node.is_named else FREE
        kids = self.old.kids(node)
        if not kids:
            own = kind_of(text, node.type, self.seen.names)
            if number < 0 and own:
                number = OTHER + self.compared.setdefault(text, len(self.compared))
            if number >= 0 and (self.level != "exact" or own):
                return Term(HOLE, self._allowed(node), (), number)
            return Term(node.type, text, (), number)
        if not depth:
            return Term(HOLE, self._allowed(node), (), number)
        if number >= 0 and self.level != "exact" and not self._hides(node, number):
            return Term(HOLE, self._allowed(node), (), number)
        return Term(node.type, "", tuple(self._term(kid, depth - 1) for kid in kids), number)

    def _allowed(self, node: Node) -> str:
        return family(node.type) if self.level == "wide" else node.type

    def _hides(self, node: Node, number: int) -> bool:
        """Whether something that must be bound stands inside."""
        hidden = [text for text, n in self.numbers.items() if n in self.missing and n != number]
        return any(text in self.old.text(node) for text in hidden)
