"""What a repair operator is, and the register of all of them: the inverse of mutation operators.

An operator looks at a `Place` and yields for each place where it applies a cost and the edits to make there. General
knowledge of Rust, by error code; whether the result compiles is for rustc to say. Not covered: the order among
operators and the budget (`propose`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tree_sitter import Node

from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

Proposed = tuple[float, tuple[Edit, ...]]
"""A cost (0: at the very place that rustc names, and the likeliest form) and the edits that belong together."""
Finder = Callable[[Place], Iterator[Proposed]]


@dataclass(frozen=True, slots=True)
class RepairOperator:
    """A named way to repair a program."""

    name: str
    codes: frozenset[str]
    """Error codes at which it is tried early; `none` for errors without a code."""
    late: float
    """Places that its proposals wait where rustc reported none of its codes."""
    find: Finder


OPERATORS: dict[str, RepairOperator] = {}


def repairs(codes: str, late: float = 15) -> Callable[[Finder], Finder]:
    """Register a finder under its function name with dashes, for error codes like `E0382 E0505 none`."""

    def register(find: Finder) -> Finder:
        name = find.__name__.replace("_", "-")
        assert name not in OPERATORS, f"two repair operators are named {name}"
        OPERATORS[name] = RepairOperator(name, frozenset(codes.split()), late, partial(_everywhere, find))
        return find

    return register


def _everywhere(find: Finder, place: Place) -> Iterator[Proposed]:
    """What a finder proposes, and what it proposes once the arguments of macros are expressions."""
    seen: set[tuple[Edit, ...]] = set()
    for view in (place, place.opened):
        for cost, edits in find(view) if view is not None else ():
            if edits not in seen or view is place:
                yield cost, edits
            seen.add(edits)


def insert(at: int, text: str) -> Edit:
    """Insert `text` at a byte offset."""
    return Edit(at, at, text)


def around(node: Node, before: str, after: str) -> tuple[Edit, ...]:
    """Put text before and after a node."""
    return Edit(node.start_byte, node.start_byte, before), Edit(node.end_byte, node.end_byte, after)


def swapped(node: Node, text: str) -> tuple[Edit, ...]:
    """Replace a node."""
    return (Edit(node.start_byte, node.end_byte, text),)
