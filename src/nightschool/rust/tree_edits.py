"""Edits of a program by byte ranges of its syntax tree: what breaks programs and what repairs them alike.

Covered: applying edits, several at one place in their order; the look-ups of nodes that both sides share. Not covered:
which edits to make (`curriculum.mutation`, `repair.operators`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.rust.tree import Syntax


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace bytes [start, end) by `text`."""

    start: int
    end: int
    text: str = ""


def apply_edits(data: bytes, edits: Sequence[Edit]) -> str:
    """The text after all edits; insertions at one place keep their order. Raises ValueError if edits overlap."""
    parts: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position or edit.end < edit.start:
            raise ValueError(f"edit of bytes {edit.start} to {edit.end} overlaps one that ends at {position}")
        parts += [data[position : edit.start], edit.text.encode()]
        position = edit.end
    return b"".join([*parts, data[position:]]).decode()


def method_calls(syntax: Syntax, *names: str) -> Iterator[tuple[Node, Node, str]]:
    """(call, receiver, method name) of every method call, of these names if any are given."""
    return (one for one in syntax.calls_of_methods if not names or one[2] in names)
