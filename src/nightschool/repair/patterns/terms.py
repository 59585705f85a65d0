"""Syntax trees as terms with holes: reading, matching, and the least general generalisation of two.

Covered: tree-sitter nodes of any kind (comments left out, a literal or lifetime is a leaf), holes that stand for a
value, a type or one kind of node, equal holes for equal texts, nodes whose text is bound for the fixed side. Not
covered: which trees to compare (`changes`) and when to generalise (`mine`).
Source: Plotkin (1970) for anti-unification; Getafix (arXiv 1902.06111) for its use on edits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

from nightschool.repair.place import EXPRESSIONS

HOLE = "?"
LOOSE = "~"
"""Text of an inner node of which only some children, in order, are asked for."""
FREE = -1
"""Number of a node that nothing else refers to."""
DEEPEST = 40
"""Trees deeper than this are no terms."""
WHOLE = frozenset(
    {"string_literal", "raw_string_literal", "char_literal", "lifetime", "integer_literal", "float_literal",
     "boolean_literal"}
)  # fmt: skip
COMMENTS = frozenset({"line_comment", "block_comment"})
TYPES = frozenset(
    {
        "type_identifier", "primitive_type", "reference_type", "generic_type", "scoped_type_identifier", "tuple_type",
        "array_type", "dynamic_type", "abstract_type", "function_type", "unit_type", "pointer_type", "never_type",
        "bounded_type",
    }
)  # fmt: skip
ANY, VALUE, TYPE = "any", "value", "type"


class Term(NamedTuple):
    """A leaf (with text), an inner node (with children) or a hole (kind `?`, text: what it may stand for)."""

    kind: str
    text: str = ""
    children: tuple[Term, ...] = ()
    number: int = FREE
    """Nodes of one number have one text; FREE for none."""


class Reader:
    """The nodes of one program as terms see them."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._kids: dict[int, list[Node]] = {}

    def kids(self, node: Node) -> list[Node]:
        """Children without comments; none of a literal or lifetime."""
        found = self._kids.get(node.id)
        if found is None:
            found = [] if node.type in WHOLE else [one for one in node.children if one.type not in COMMENTS]
            self._kids[node.id] = found
        return found

    def text(self, node: Node) -> str:
        """The node's text without white space: what tells nodes apart."""
        return "".join(self.data[node.start_byte : node.end_byte].decode(errors="replace").split())


def family(kind: str) -> str:
    """What a hole that has seen this kind may stand for: any value, any type, or this kind only."""
    return VALUE if kind in EXPRESSIONS else TYPE if kind in TYPES else kind


def size(term: Term) -> int:
    """Nodes that are not holes: how specific a term is."""
    return (term.kind != HOLE) + sum(map(size, term.children))


def numbers(term: Term) -> Iterator[int]:
    """Numbers of a term, in order of place."""
    if term.number != FREE:
        yield term.number
    for child in term.children:
        yield from numbers(child)


def fits(term: Term, node: Node, reader: Reader, bound: dict[int, Node]) -> bool:
    """Whether the term stands for the node; binds numbers to nodes, those bound before need the same text."""
    if term.number != FREE:
        other = bound.setdefault(term.number, node)
        if other is not node and reader.text(other) != reader.text(node):
            return False
    if term.kind == HOLE:
        return term.text in (ANY, node.type, family(node.type)) and not node.is_missing
    if term.kind != node.type:
        return False
    kids = reader.kids(node)
    if term.text == LOOSE:
        return _fits_some(term.children, kids, reader, bound)
    if not term.children:
        return not kids and term.text == reader.text(node)
    return len(kids) == len(term.children) and all(
        fits(child, kid, reader, bound) for child, kid in zip(term.children, kids, strict=True)
    )


def _fits_some(terms: Sequence[Term], kids: Sequence[Node], reader: Reader, bound: dict[int, Node]) -> bool:
    """Whether each term stands for one of the nodes, in order; the first that fits is taken."""
    rest = iter(kids)
    for term in terms:
        for kid in rest:
            trial = dict(bound)
            if fits(term, kid, reader, trial):
                bound.update(trial)
                break
        else:
            return False
    return True


class Generaliser:
    """One table of differing pairs for several terms: the same pair is the same hole everywhere."""

    def __init__(self, first: int) -> None:
        self._first, self._table = first, dict[tuple[Term, Term], int]()

    def unify(self, one: Term, other: Term) -> Term:
        """The least general term that stands for both. Numbers of the sides must agree where both have one."""
        if one == other:
            return one
        number = one.number if one.number == other.number else FREE
        if (
            one.kind == other.kind != HOLE
            and len(one.children) == len(other.children)
            and one.children
            and one.text == other.text
        ):
            children = tuple(map(self.unify, one.children, other.children))
            return Term(one.kind, one.text, children, number)
        if number == FREE:
            number = self._table.setdefault((one, other), self._first + len(self._table))
        return Term(HOLE, _allowed(one, other), (), number)


def _allowed(one: Term, other: Term) -> str:
    kinds = [term.text if term.kind == HOLE else term.kind for term in (one, other)]
    if kinds[0] == kinds[1]:
        return kinds[0]
    families = {kind if kind in (ANY, VALUE, TYPE) else family(kind) for kind in kinds}
    return families.pop() if len(families) == 1 else ANY


def generalise(one: Sequence[Term], other: Sequence[Term], first: int = 1000) -> tuple[Term, ...] | None:
    """Anti-unify two lists of terms under one table; None if a number that both sides have is lost.

    `x.f()` and `y.g(1)` give `?.?(..)`: call(field(hole, ., hole), hole).
    """
    if len(one) != len(other):
        return None
    table = Generaliser(first)
    found = tuple(map(table.unify, one, other))
    needed = {n for term in (*one, *other) for n in numbers(term) if n < first}
    return found if needed <= {n for term in found for n in numbers(term)} else None
