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
from nightschool.rust.tree import Syntax

SMALL = 160
"""Bytes of a node whose several changes are taken as one."""
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

    def changes(self) -> list[Change]:
        """All changes, in order of place."""
        return list(self._diff(self.broken.root, self.fixed.root, DEEPEST))

    def _diff(self, one: Node, other: Node, depth: int) -> Iterator[Change]:
        """Changes below two nodes of one kind."""
        olds, news = self.old.kids(one), self.new.kids(other)
        texts = [self.old.text(node) for node in olds], [self.new.text(node) for node in news]
        for tag, i, i_end, j, j_end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            if tag != "equal":
                yield from self._paired(Change(one, i, i_end, other, j, j_end), depth)

    def _paired(self, change: Change, depth: int) -> Iterator[Change]:
        """Go into what pairs off at either end; the rest is one change."""
        olds, news = self.old.kids(change.old), self.new.kids(change.new)
        i, i_end, j, j_end = change.start, change.end, change.new_start, change.new_end
        after: list[Change] = []
        while i < i_end and j < j_end and self._alike(olds[i], news[j], depth):
            yield from self._one(change, i, j, depth)
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and self._alike(olds[i_end - 1], news[j_end - 1], depth):
            i_end, j_end = i_end - 1, j_end - 1
            after[:0] = self._one(change, i_end, j_end, depth)
        if i < i_end or j < j_end:
            yield Change(change.old, i, i_end, change.new, j, j_end)
        yield from after

    def _one(self, change: Change, i: int, j: int, depth: int) -> list[Change]:
        """Changes below one pair of children; of a small node as one."""
        one, other = self.old.kids(change.old)[i], self.new.kids(change.new)[j]
        if self.old.text(one) == self.new.text(other):
            return []
        below = list(self._diff(one, other, depth - 1))
        short = max(one.end_byte - one.start_byte, other.end_byte - other.start_byte) <= SMALL
        if len(below) > 1 and short and one.type not in LISTS:
            return [Change(change.old, i, i + 1, change.new, j, j + 1)]
        return below

    def _alike(self, one: Node, other: Node, depth: int) -> bool:
        """Whether two nodes are one that changed inside."""
        if one.type != other.type or not depth:
            return False
        texts = self.old.text(one), self.new.text(other)
        if texts[0] == texts[1]:
            return True
        if not (self.old.kids(one) and self.new.kids(other)):
            return False
        return SequenceMatcher(None, *texts, autojunk=False).quick_ratio() > 0.5
