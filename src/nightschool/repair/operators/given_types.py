"""Operators on an associated type of an impl that says another type than its methods give: it says what they give.

Covered: `type Item`, `type Output` and others, alone, in Option and Result, with `T::Item` for `<T as Iterator>::Item`
and a lifetime of the impl in references. Not covered: associated types that are missing (`told_types`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args
from nightschool.repair.operators.item_facts import items
from nightschool.repair.operators.lifetime_facts import declared
from nightschool.repair.operators.mismatch_facts import Mismatch, mismatches
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.operators.value_forms import same
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing

PATH = re.compile(r"<(\w+) as (?:\w+::)*\w+>::(\w+)")
UNSPEAKABLE = re.compile(r"\{|\bimpl\b|…|\.\.\.|\bClosure\b|[@#]")
"""Parts of types that no program can write."""


@repairs("E0308 E0271", late=100)
def given_type(place: Place) -> Iterator[Proposed]:
    """An impl's associated type becomes the type that rustc found where one of its methods gives it."""
    for one in mismatches(place):
        block = _impl_around(place, one.at)
        for own in items(block, "type_item") if block is not None else ():
            kind = own.child_by_field_name("type")
            expected, found = _apart(one)
            text = _spelt(found, declared(place, block) if block is not None else [])
            if kind is None or UNSPEAKABLE.search(text) or "_" in re.split(r"\W+", text) or not text:
                continue
            meant = same(_spelt(expected, []), place.text(kind)) or place.syntax.name(own) in expected
            yield (0.2 if meant else 1.2) + one.number * 0.2, swapped(kind, text)


def _impl_around(place: Place, at: int) -> Node | None:
    """The impl of a trait around an offset."""
    node = place.syntax.root.descendant_for_byte_range(at, at)
    block = enclosing(node, "impl_item") if node is not None else None
    return block if block is not None and block.child_by_field_name("trait") is not None else None


def _apart(one: Mismatch) -> tuple[str, str]:
    """The two types, or the one argument in which two equal heads differ."""
    (head, args), (other, more) = generic_args(one.expected), generic_args(one.found)
    pairs = [pair for pair in zip(args, more, strict=False) if pair[0] != pair[1]]
    return pairs[0] if head == other and len(args) == len(more) and len(pairs) == 1 else (one.expected, one.found)


def _spelt(text: str, lifetimes: list[str]) -> str:
    """A type as the impl spells it: short paths of associated types, a lifetime in references that have none."""
    shown = PATH.sub(r"\1::\2", text)
    return re.sub(r"&(?!\s*')", f"&{lifetimes[0]} ", shown) if lifetimes else shown
