"""Where the parts of a shape fit in a program, near what rustc names first.

Covered: all nodes of a place by kind with their cost, one part's fits, and all parts of an edit under one binding.
Not covered: which patterns are tried, and what is filled in (`apply`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tree_sitter import Node

from nightschool.repair.patterns.shapes import Part, Shape
from nightschool.repair.patterns.terms import ANY, HOLE, VALUE, Reader, Term, family, fits
from nightschool.repair.place import Place, is_no_value

OTHERS = 4
"""Places of the other parts that are tried for one of the first."""
FAR = 5.0
"""Cost of a node that rustc does not name."""
_CLOSERS = frozenset({")", "]", "}", ">", "|", ";"})


@dataclass(frozen=True, slots=True)
class Fit:
    """A part at a place: bytes [start, end) give way."""

    start: int
    end: int
    bound: dict[int, Node]
    cost: float
    base: Node
    """Lines after the first are indented relative to the line on which this node starts."""


class Spots:
    """The nodes of a place, cheapest first."""

    def __init__(self, place: Place) -> None:
        self.place, self.reader = place, Reader(place.data)
        self._near: dict[str, list[tuple[float, Node]]] = defaultdict(list)
        self._all: dict[str, list[tuple[float, Node]]] = defaultdict(list)
        self._where: dict[int, tuple[Node, int]] = {}
        self._walk()

    def _walk(self) -> None:
        found: list[tuple[float, int, int, Node]] = []
        stack = [self.place.syntax.root]
        while stack:
            node = stack.pop()
            near = self.place.near(node)
            found.append((FAR if near is None else near, node.end_byte - node.start_byte, node.start_byte, node))
            for index, kid in enumerate(self.reader.kids(node)):
                self._where[kid.id] = (node, index)
                stack.append(kid)
        for cost, _, _, node in sorted(found, key=lambda one: one[:3]):
            kinds = {node.type, family(node.type), ANY} - ({VALUE} if is_no_value(node) else set())
            for kind in kinds:
                self._all[kind].append((cost, node))
                if cost < FAR:
                    self._near[kind].append((cost, node))

    def fits(self, part: Part, bound: dict[int, Node], everywhere: bool) -> Iterator[Fit]:
        """Where the part fits, cheapest first; `everywhere`: also at what rustc does not name."""
        nodes = self._all if everywhere or not part.before else self._near
        first = part.before[0] if part.before else part.left or part.right
        if first is None:
            gaps = (fit for cost, parent in nodes[part.parent] for fit in self._gaps(part, parent, bound, cost))
            yield from (fit for fit in gaps if everywhere or fit.cost < FAR)
            return
        for cost, node in nodes[first.text if first.kind == HOLE else first.kind]:
            if node.id not in self._where:
                continue
            parent, index = self._where[node.id]
            if part.parent in ("", parent.type):
                at = index + (not part.before and part.left is not None)
                found = self._at(part, parent, at, bound, cost if part.before else self._beside(parent, at))
                yield from (fit for fit in found if everywhere or fit.cost < FAR)

    def _gaps(self, part: Part, parent: Node, bound: dict[int, Node], cost: float) -> Iterator[Fit]:
        """An insertion between any two children, next to the nearest ones first."""
        kids = self.reader.kids(parent)
        gaps = range(part.ends, len(kids) + part.ends)
        ranked = sorted((self._beside(parent, gap), gap) for gap in gaps)
        for near, gap in ranked:
            yield from self._at(part, parent, gap, bound, max(cost, near))

    def _beside(self, parent: Node, gap: int) -> float:
        """How near the neighbours of a gap are to what rustc names."""
        sides = [self.place.near(kid) for kid in self.reader.kids(parent)[max(0, gap - 1) : gap + 1]]
        return min((near for near in sides if near is not None), default=FAR)

    def _at(self, part: Part, parent: Node, index: int, bound: dict[int, Node], cost: float) -> Iterator[Fit]:
        """The part at children [index, ...) of the parent, if it fits."""
        kids = self.reader.kids(parent)
        end = index + len(part.before)
        if end > len(kids) or not _stands(part.left, index - 1, kids) or not _stands(part.right, end, kids):
            return
        bound = dict(bound)
        pairs = [(part.left, index - 1), *((term, index + n) for n, term in enumerate(part.before)), (part.right, end)]
        if all(term is None or fits(term, kids[at], self.reader, bound) for term, at in pairs):
            found = _span(part, kids, index, end)
            if found is not None:
                yield Fit(*found[:2], bound, cost, found[2])

    def edits(self, shape: Shape, anchor: int, everywhere: bool) -> Iterator[tuple[Fit, ...]]:
        """All parts of the shape under one binding, for each place of the anchor; the others as near as can be."""
        order = sorted(range(len(shape.parts)), key=lambda n: (abs(n - anchor), n))[1:]
        for fit in self.fits(shape.parts[anchor], {}, everywhere):
            yield from islice(self._rest(shape, order, {anchor: fit}, fit), OTHERS)

    def _rest(self, shape: Shape, order: list[int], made: dict[int, Fit], last: Fit) -> Iterator[tuple[Fit, ...]]:
        """Fits of the parts that are left, the nearest to the first one first."""
        if not order:
            yield tuple(made[n] for n in sorted(made))
            return
        number, *rest = order
        start = next(iter(made.values())).start
        free = [
            one
            for one in self.fits(shape.parts[number], last.bound, everywhere=True)
            if _apart(one, made) and _ordered(number, one, made)
        ]
        for one in sorted(free, key=lambda one: (abs(one.start - start), one.start))[:OTHERS]:
            yield from self._rest(shape, rest, {**made, number: one}, one)


def _stands(term: Term | None, index: int, kids: list[Node]) -> bool:
    return term is None or 0 <= index < len(kids)


def _span(part: Part, kids: list[Node], index: int, end: int) -> tuple[int, int, Node] | None:
    """Which bytes give way, and the node whose line is the base of indentation."""
    if not part.before:
        at = index - 1 if part.ends else index
        if not 0 <= at < len(kids):
            return None
        offset = kids[at].end_byte if part.ends else kids[at].start_byte
        return offset, offset, kids[at]
    first, last = kids[index], kids[end - 1]
    if part.after:
        return first.start_byte, last.end_byte, first
    if end < len(kids) and kids[end].type not in _CLOSERS:
        return first.start_byte, kids[end].start_byte, first
    return (kids[index - 1].end_byte if index else first.start_byte), last.end_byte, first


def _apart(one: Fit, made: dict[int, Fit]) -> bool:
    """Whether it touches no byte that another part replaces."""
    return all(
        one.end <= other.start or other.end <= one.start if one.start < one.end or other.start < other.end
        else one.start != other.start
        for other in made.values()
    )  # fmt: skip


def _ordered(number: int, one: Fit, made: dict[int, Fit]) -> bool:
    """Whether it stands where it stood in the row: before the later parts, after the earlier ones."""
    return all((number < other) == (one.start < fit.start) for other, fit in made.items() if one.start != fit.start)
