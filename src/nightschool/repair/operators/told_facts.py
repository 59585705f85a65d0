"""What a program tells of the text of a missing arm: in an inverse mapping, or by how all its neighbours are named.

Covered: arms whose bodies differ in one literal. Not covered: which arms are missing (`matching`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tree_sitter import Node

from nightschool.repair.place import Place

LITERAL = re.compile(r'"[^"\\{}]*"|\b\d[\d_]*\b|\'[^\'\\]\'')


def _words(name: str) -> list[str]:
    return [one.lower() for one in re.findall(r"[A-Z][a-z0-9]*|[a-z0-9]+", name)]


STYLES: tuple[Callable[[str], str], ...] = (
    lambda name: name,
    lambda name: "_".join(_words(name)),
    lambda name: "-".join(_words(name)),
    lambda name: " ".join(_words(name)),
    str.lower,
    lambda name: "_".join(_words(name)).upper(),
    str.upper,
    lambda name: " ".join(_words(name)).capitalize(),
)
"""How a variant's name becomes a text, the usual first."""


def told_bodies(place: Place, group: Sequence[Node], names: Sequence[str]) -> Iterator[list[str]]:
    """Bodies for the variants of these names, the likeliest first, in the forms that several neighbours have."""
    if not names:
        return
    pairs = [(place.syntax.field(one, "pattern"), place.syntax.field(one, "value")) for one in group]
    for form, known in _forms(pairs):
        for texts in dict.fromkeys(_told(place, names, known)):
            yield [form.format(text) for text in texts]


def _forms(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, dict[str, str]]]:
    """A body with a gap in place of its only literal, and what the variants of that body have in it."""
    found: dict[str, dict[str, str]] = {}
    for pattern, value in pairs:
        name, literals = re.search(r"(\w+)$", pattern), LITERAL.findall(value)
        if name is not None and len(literals) == 1 and "\n" not in value:
            first, second = (part.replace("{", "{{").replace("}", "}}") for part in value.split(literals[0], 1))
            found.setdefault(f"{first}{{}}{second}", {})[name[1]] = literals[0]
    yield from ((form, known) for form, known in found.items() if len(known) > 1)


def _told(place: Place, names: Sequence[str], known: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Literals of variants: as an inverse mapping has them that agrees with the neighbours, then by their style."""
    inverse = dict(_mapped(place))
    if all(text.startswith('"') for text in known.values()):
        inverse = {name: re.sub(r"^'([^\"])'$", r'"\1"', text) for name, text in inverse.items()}
    agreed = [inverse[one] == text for one, text in known.items() if one in inverse]
    if all(agreed) and agreed and all(name in inverse for name in names):
        yield tuple(inverse[name] for name in names)
    for style in STYLES:
        if all(text == f'"{style(one)}"' for one, text in known.items()):
            yield tuple(f'"{style(name)}"' for name in names)


def _mapped(place: Place) -> Iterator[tuple[str, str]]:
    """(variant, literal) of arms that give a variant for one literal."""
    for node in place.syntax.of("match_arm"):
        pattern, value = place.syntax.field(node, "pattern"), place.syntax.field(node, "value")
        variant = re.fullmatch(r"(?:\w+\()*(?:\w+::)*([A-Z]\w*)\)*", value.rstrip(","))
        if LITERAL.fullmatch(pattern) and variant is not None:
            yield variant[1], pattern
