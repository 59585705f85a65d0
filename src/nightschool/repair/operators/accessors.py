"""Operators that ask a type's own method for what a field holds only perhaps: `self.name` as `self.shown()`.

Covered: methods of the field's type without parameters that give the content's type. Not covered: getting the content
out of the field itself (`options`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import functions, generic_args, has_self, implemented, parameters, plain, return_type
from nightschool.repair.operators.mismatch_facts import wrong_receivers
from nightschool.repair.operators.options import holder
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of

_ALIKE = {"str": "String", "String": "String"}


@repairs("E0599 E0609", late=100)
def own_accessor(place: Place) -> Iterator[Proposed]:
    """`x.field.m()` on an Option becomes `x.method().m()` with a method that gives what the field holds."""
    head, inner = holder(place)
    if head != "Option":
        return
    for cost, _, receiver, _ in wrong_receivers(place):
        value = receiver.child_by_field_name("value")
        if receiver.type != "field_expression" or value is None:
            continue
        owner = generic_args(plain(type_of(place, value)))[0]
        for turn, name in enumerate(_giving(place, receiver, owner, inner)):
            yield cost + 0.5 + turn * 0.4, swapped(receiver, f"{place.text(value)}.{name}()")


def _giving(place: Place, at: Node, owner: str, kind: str) -> list[str]:
    """Methods of a type, but the one around, that take nothing and give a type or a reference to it."""
    around, want = place.function_at(at.start_byte), plain(kind)
    own = [one for one in functions(place) if implemented(place, one) == owner and one != around]
    own = [one for one in own if has_self(place, one) and not parameters(place, one)]
    given = [(place.syntax.name(one), plain(return_type(place, one))) for one in own]
    return [name for name, have in given if have and _ALIKE.get(have, have) == _ALIKE.get(want, want)]
