"""Proposals from patterns and from the nearest rows, for one place.

Covered: patterns of the place's error codes, those with most support for what rustc says first; holes bound where the
pattern fits, names that only the fix has filled in with what rustc quotes or the file makes; rows carried over, by
turns with the patterns. Not covered: mining (`mine`), and whether a proposal compiles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from math import log2

from nightschool.repair.patterns.mine import Pattern
from nightschool.repair.patterns.owned import owned
from nightschool.repair.patterns.said import kind_of_message, quotes
from nightschool.repair.patterns.shapes import FILL
from nightschool.repair.patterns.spots import Fit, Spots
from nightschool.repair.place import Place
from nightschool.rust.rendering import render
from nightschool.rust.tree_edits import Edit, apply_edits

FITS = 4
"""Places of one pattern."""
FILLED = 3
"""Names tried for one number that is filled in."""
COMBINED = 4
"""Ways to fill in all of them."""
SAME_MESSAGE = 6.0
"""Rows whose message is of the same kind count so many times."""
_FILLER = re.compile(r"[\w:<>&', ()\[\];*]+")


class Matcher:
    """One place, as patterns look at it."""

    def __init__(self, place: Place) -> None:
        self.place, self.spots = place, Spots(place)
        self.diagnostic = render(place.diagnostics, place.source)
        self.message = kind_of_message(self.diagnostic)
        self._said = list(quotes(self.diagnostic))
        self._names = owned(place.source)
        self._crlf = b"\r\n" in place.data

    def prior(self, pattern: Pattern, total: float) -> float:
        """How unlikely the pattern is before looking where it fits: bits, less for what is specific."""
        rows = float(sum(pattern.codes.get(code, 0) for code in self.place.codes))
        rows += SAME_MESSAGE * pattern.messages.get(self.message, 0)
        return log2((total + 1) / (rows + 0.2)) - 0.25 * min(pattern.shape.size, 12) - 0.3 * min(pattern.groups, 5)

    def proposals(self, pattern: Pattern) -> Iterator[tuple[float, str]]:
        """(cost, program) of each place where the pattern fits, the nearest first."""
        everywhere = pattern.far * 2 > pattern.rows
        for turn, fits in enumerate(islice(self.spots.edits(pattern.shape, pattern.anchor, everywhere), FITS)):
            for more, names in enumerate(self._fillings(pattern.shape.fills)):
                edits = [
                    Edit(fit.start, fit.end, self._text(part.after, fit, names, fits))
                    for part, fit in zip(pattern.shape.parts, fits, strict=True)
                ]
                yield fits[pattern.anchor].cost + turn + more, apply_edits(self.place.data, edits)

    def _text(self, template: Sequence[str | int], fit: Fit, names: Sequence[str], fits: Sequence[Fit]) -> str:
        """The template with its numbers as text, its lines indented as the place is."""
        bound = {number: node for one in fits for number, node in one.bound.items()}
        indent = "\n" + self.place.syntax.indent(fit.base)
        text = ""
        for one in template:
            if isinstance(one, str):
                text += one.replace("\n", indent)
            else:
                text += names[one - FILL] if one >= FILL else self.place.text(bound[one])
        return text.replace("\r\n", "\n").replace("\n", "\r\n") if self._crlf else text

    def _fillings(self, fills: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Names for the numbers that the place must offer, likeliest first; none if it offers none for one of them."""
        return islice(product(*(self._offered(fill)[:FILLED] for fill in fills)), COMBINED)

    def _offered(self, fill: str) -> list[str]:
        said, _, word = fill.partition(" ")
        if said == "said":
            found = [text for before, text in self._said if before == word]
        else:
            names = self._names.get(fill, [])
            quoted = {text for _, text in self._said}
            found = [name for name in names if name in quoted] + [name for name in names if name not in quoted]
        return list(dict.fromkeys(text for text in found if _FILLER.fullmatch(text)))
