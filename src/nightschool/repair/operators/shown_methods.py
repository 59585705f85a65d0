"""Operators on values of own types in format strings: what a method of theirs gives is shown instead.

Covered: `{}` with `card.suit` becomes `card.suit.sign()`, at one place or all, and `x.to_string()` likewise. Not
covered: an impl of Display (`impls`), values of other types (`displays`).
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.facts import plain
from nightschool.repair.operators.displays import LACKS, printed, shown_values
from nightschool.repair.operators.item_facts import last_name
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.shown_parts import text_methods
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

MOST = 3
"""Most methods tried."""


@repairs("E0277 E0599", late=200)
def show_by_method(place: Place) -> Iterator[Proposed]:
    """A displayed value of an own type becomes what a method gives: `suit` becomes `suit.sign()`."""
    for kind in dict.fromkeys(last_name(plain(text)) for text in LACKS.findall(place.message)):
        for rank, (name, _) in enumerate(text_methods(place, kind)[:MOST] if place.item(kind) is not None else ()):
            made: list[tuple[Edit, ...]] = [one.edits(f"{one.text}.{name}()") for one in shown_values(place)]
            made += [(insert(value.end_byte, f".{name}()"),) for value in printed(place)]
            yield from ((0.4 + rank * 0.4, edits) for edits in made)
            if len(made) > 1:
                yield 0.3 + rank * 0.4, tuple(dict.fromkeys(edit for edits in made for edit in edits))
