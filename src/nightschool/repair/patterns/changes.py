"""What changed between a broken and a fixed program, as the smallest lists of sibling nodes that differ.

Covered: any two texts that parse or half parse; children aligned by text, then pairwise by kind; several changes in
one small node are one change of that node. Not covered: moved code (a deletion and an insertion), and generalising.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tree_sitter import Node

from nightschool.repair.patterns.terms import DEEPEST, Reader
from nightschool.rust.lexer import words
from nightschool.rust.tree import Syntax

SMALL = 160
"""Bytes of a node whose several changes are taken as one."""
ALIKE = 0.4
"""Share of words that two nodes must have in common to be one."""
WIDEST = 64
"""Pairs of children that are compared at most."""
LISTS = frozenset(
    {
        "source_file", "block", "declaration_list", "match_block", "field_declaration_list", "enum_variant_list",
        "impl_item", "function_item", "trait_item", "mod_item", "struct_item", "enum_item", "parameters",
        "match_arm", "use_list",
    }
)  # fmt: skip
"""Nodes whose parts change one by one."""


@dataclass(frozen=True, slots=True)
class Change:
    """Children [start, end) of `old` give way to children [new_start, new_end) of `new`."""

    old: Node
    start: int
    end: int
    new: Node
    new_start: int
    new_end: int


class Pair:
    """A broken and a fixed program side by side."""

    def __init__(self, broken: str, fixed: str) -> None:
        self.broken, self.fixed = Syntax(broken), Syntax(fixed)
        self.old, self.new = Reader(self.broken.data), Reader(self.fixed.data)
        self._joined = True

    def changes(self, joined: bool = True) -> list[Change]:
        """All changes, in order of place; `joined`: several in one small node are one."""
        self._joined = joined
        return list(self._diff(self.broken.root, self.fixed.root, DEEPEST))

    def _diff(self, one: Node, other: Node, depth: int) -> Iterator[Change]:
        """Changes below two nodes of one kind."""
        olds, news = self.old.kids(one), self.new.kids(other)
        texts = [self.old.text(node) for node in olds], [self.new.text(node) for node in news]
        for tag, i, i_end, j, j_end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            if tag != "equal":
                yield from self._paired(Change(one, i, i_end, other, j, j_end), depth)

    def _paired(self, change: Change, depth: int) -> Iterator[Change]:
        """Go into the pairs that are most alike; what stands between them is one change each."""
        i, j = change.start, change.new_start
        for pair in [*self._matched(change, depth), (change.end, change.new_end)]:
            if i < pair[0] or j < pair[1]:
                yield Change(change.old, i, pair[0], change.new, j, pair[1])
            if pair != (change.end, change.new_end):
                yield from self._one(change, *pair, depth)
            i, j = pair[0] + 1, pair[1] + 1

    def _matched(self, change: Change, depth: int) -> list[tuple[int, int]]:
        """Children of both sides that are one that changed inside: the pairs in order with the greatest likeness."""
        olds = self.old.kids(change.old)[change.start : change.end]
        news = self.new.kids(change.new)[change.new_start : change.new_end]
        if not depth or len(olds) * len(news) > WIDEST:
            return []
        best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(news) + 1)]
        for i, one in enumerate(olds):
            row = [(0.0, list[tuple[int, int]]())]
            for j, other in enumerate(news):
                like = self._likeness(one, other)
                pair = (change.start + i, change.new_start + j)
                taken = (best[i][j][0] + like, [*best[i][j][1], pair]) if like else (0.0, [])
                row.append(max(taken, best[i][j + 1], row[j], key=lambda one: one[0]))
            best.append(row)
        return best[-1][-1][1]

    def _one(self, change: Change, i: int, j: int, depth: int) -> list[Change]:
        """Changes below one pair of children; of a small node as one, if that is wanted."""
        one, other = self.old.kids(change.old)[i], self.new.kids(change.new)[j]
        if self.old.text(one) == self.new.text(other):
            return []
        below = list(self._diff(one, other, depth - 1))
        short = max(one.end_byte - one.start_byte, other.end_byte - other.start_byte) <= SMALL
        if self._joined and len(below) > 1 and short and one.type not in LISTS:
            return [Change(change.old, i, i + 1, change.new, j, j + 1)]
        return below

    def _likeness(self, one: Node, other: Node) -> float:
        """How alike two inner nodes of one kind are, 0 where they are not one that changed."""
        if one.type != other.type or not (self.old.kids(one) and self.new.kids(other)):
            return 0.0
        first = self.broken.data[one.start_byte : one.end_byte].decode(errors="replace")
        second = self.fixed.data[other.start_byte : other.end_byte].decode(errors="replace")
        ratio = SequenceMatcher(None, words(first), words(second), autojunk=False).ratio()
        return ratio if ratio > ALIKE else 0.0
