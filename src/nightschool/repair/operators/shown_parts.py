"""What a type is shown by: its fields one after the other, as expressions in a method of it.

Covered: numbers, texts, arrays of them, types of the file that have `Display` or a method that gives text, an option at
the end. Not covered: lists; where they go (`format_examples`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nightschool.repair.facts import NUMBER, Field, generic_args, has_self, parameters, plain, return_type
from nightschool.repair.operators.item_facts import has_impl, methods
from nightschool.repair.place import Place

TEXTS = ("String", "str", "char")


@dataclass(frozen=True, slots=True)
class Part:
    """A value that a type's text shows."""

    text: str
    """Its expression."""
    kind: str
    """`number`, `decimal`, `text`, `shown` for what writes itself, `optional` for one that may be missing."""
    type: str

    @property
    def signed(self) -> bool:
        """Whether it writes a sign itself."""
        return self.type[:1] in "if"


def parts_of(place: Place, own: list[Field]) -> list[Part]:
    """The parts of a type by its fields; none if a field cannot be shown."""
    found: list[Part] = []
    for number, one in enumerate(own):
        made = list(_parts(place, f"self.{one.name}", one.type, last=number == len(own) - 1))
        if not made:
            return []
        found += made
    return found


def _parts(place: Place, text: str, kind: str, last: bool) -> Iterator[Part]:
    bare = plain(kind)
    array = re.fullmatch(r"\[(\w+);\s*([2-4])\]", bare)
    head, args = generic_args(bare)
    if NUMBER.fullmatch(bare):
        yield Part(text, "decimal" if bare[0] == "f" else "number", bare)
    elif bare in TEXTS:
        yield Part(text, "text", bare)
    elif array and NUMBER.fullmatch(array[1]):
        yield from (Part(f"{text}[{at}]", "number", array[1]) for at in range(int(array[2])))
    elif head == "Option" and len(args) == 1 and last and _is_plain(place, plain(args[0])):
        yield Part(text, "optional", plain(args[0]))
    elif place.item(head) is not None and has_impl(place.syntax, "Display", head):
        yield Part(text, "shown", head)
    elif place.item(head) is not None:
        named = [Part(f"{text}.{name}()", "text", "str") for name, _ in text_methods(place, head)]
        named += [Part(f"{text}.{name}()", "number", given) for name, given in _number_methods(place, head)]
        yield from named[:1]


def _is_plain(place: Place, kind: str) -> bool:
    """Whether a type has `Display`, as far as its name shows: numbers, texts, and others of `std` without arguments."""
    return bool(NUMBER.fullmatch(kind) or kind in TEXTS or (re.fullmatch(r"[A-Z]\w+", kind) and not place.item(kind)))


def _number_methods(place: Place, kind: str) -> list[tuple[str, str]]:
    """(name, type) of methods without parameters that give a number."""
    found = [one for one in methods(place.syntax, kind) if has_self(place, one) and not parameters(place, one)]
    return [(place.syntax.name(one), said) for one in found if NUMBER.fullmatch(said := return_type(place, one))]


def text_methods(place: Place, kind: str) -> list[tuple[str, str]]:
    """(name, type) of methods without parameters that give text."""
    found = []
    for method in methods(place.syntax, kind):
        given = plain(return_type(place, method))
        if has_self(place, method) and not parameters(place, method) and given in TEXTS:
            found.append((place.syntax.name(method), given))
    return found
