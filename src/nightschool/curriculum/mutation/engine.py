"""Apply every operator to a program: all distinct mutants, in a fixed order.

Covered: enumeration, the filter on how many lines change, one mutant per distinct text. Not covered: which
of them fail to compile (rustc says), and which are chosen (`mutated.py`).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from nightschool.curriculum.mutation import (
    borrowing,
    lifetimes,
    names,
    planted_borrows,
    planted_moves,
    results,
    shapes,
    traits,
    types,
)
from nightschool.curriculum.mutation.operator import OPERATORS, Change, Operator
from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import apply_edits
from nightschool.rust.written import lines_without_ends

MODULES = (borrowing, lifetimes, names, planted_borrows, planted_moves, results, shapes, traits, types)
MAX_CHANGED_LINES = 10


@dataclass(frozen=True, slots=True)
class Mutant:
    """A broken program and its repair."""

    operator: str
    broken: str
    fixed: str
    place: int
    """1-based line of the first edit in the original program."""


def mutants(source: str) -> Iterator[Mutant]:
    """Every distinct mutant of a program, operator by operator."""
    syntax = Syntax(source)
    seen: set[str] = {source}
    for operator in OPERATORS.values():
        for change in operator.find(syntax):
            mutant = _mutant(syntax, operator, change)
            if mutant is not None and mutant.broken not in seen:
                seen.add(mutant.broken)
                yield mutant


def _mutant(syntax: Syntax, operator: Operator, change: Change) -> Mutant | None:
    broken = apply_edits(syntax.data, change.broken)
    fixed = apply_edits(syntax.data, change.repaired) if change.repaired else syntax.source
    if not broken.strip() or broken == fixed or changed_lines(broken, fixed) > MAX_CHANGED_LINES:
        return None
    first = min(edit.start for edit in change.broken)
    return Mutant(operator.name, broken, fixed, syntax.data[:first].count(b"\n") + 1)


def changed_lines(broken: str, fixed: str) -> int:
    """Lines that a diff of the two would touch, removals and additions."""
    before, after = lines_without_ends(broken), lines_without_ends(fixed)
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    if len(before) * len(after) <= 1:
        return len(before) + len(after)
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return len(before) + len(after) - 2 * same
