"""What operators on one field of a struct share: its declaration, its values in literals, its uses by own methods.

Covered: fields of structs of the file, `self.name` in the blocks of the type. Not covered: uses through other names,
and patterns.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import implemented
from nightschool.repair.operators.item_facts import items
from nightschool.repair.operators.register import around, insert
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit


def field_type(place: Place, item: Node | None, name: str) -> Node | None:
    """The type of a struct's field as it is declared."""
    found = [one for one in items(item, "field_declaration") if place.syntax.name(one) == name]
    return found[0].child_by_field_name("type") if found else None


def values_wrapped(place: Place, item: Node, name: str, before: str, after: str) -> Iterator[Edit]:
    """Text around each value that a literal of the type gives to a field."""
    for value in values_given(place, item, name):
        yield from around(value, before, after)
    for one in place.syntax.of("shorthand_field_initializer"):
        if place.text(one) == name and _is_of(place, one, item):
            yield insert(one.end_byte, f": {before}{name}{after}")


def values_given(place: Place, item: Node, name: str) -> Iterator[Node]:
    """The values that literals of the type give to a field."""
    for one in place.syntax.of("field_initializer"):
        value = one.child_by_field_name("value")
        if place.syntax.field(one, "field") == name and value is not None and _is_of(place, one, item):
            yield value


def own_uses(place: Place, item: Node, name: str) -> Iterator[Node]:
    """`self.name` in the blocks of the type."""
    own = place.syntax.name(item)
    for one in place.syntax.of("field_expression"):
        mine = place.syntax.field(one, "value") == "self" and place.syntax.field(one, "field") == name
        if mine and implemented(place, one) == own:
            yield one


def _is_of(place: Place, node: Node, item: Node) -> bool:
    """Whether a field's value stands in a literal of the type."""
    literal = node.parent.parent if node.parent is not None else None
    return literal is not None and place.syntax.name(literal) in (place.syntax.name(item), "Self")
