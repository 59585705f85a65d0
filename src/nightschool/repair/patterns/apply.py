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

FITS = 16
"""Places of one pattern."""
FILLED = 3
"""Names tried for one number that is filled in."""
COMBINED = 4
"""Ways to fill in all of them."""
RELATED = (
    frozenset(
        ["E0373", "E0382", "E0499", "E0502", "E0505", "E0506", "E0507", "E0515", "E0521", "E0594", "E0596", "E0597",
         "E0716"]
    ),
    frozenset(["E0277", "E0308", "E0369", "E0599", "E0608", "E0609", "E0610", "E0614"]),
    frozenset(["E0106", "E0107", "E0261", "E0310", "E0621", "E0726", "none"]),
)  # fmt: skip
"""Codes at which much the same edits help."""
ROWS, SAID, ANY_SAID, STRANGE = 0.18, 0.26, 1.95, -3.7
"""Logits of a pattern: doubled rows at the code, rows whose message is of the same kind, no row at a related code."""
GROUPS, SIZE, MORE, PARTS, FILLS, FAR = 0.34, 0.45, 0.06, -0.9, 0.38, -0.57
"""And of itself: doubled templates, how specific it is up to LARGE and beyond, further parts, fills, far from what
rustc names. All fitted (list-wise) on 298 corpus rows with patterns mined from templates that those rows are not of."""
LARGE = 12
STEP = 1.48
"""What each doubling of the places that a pattern fits takes from it, fitted likewise."""
_FILLER = re.compile(r"[\w:<>&', ()\[\];*]+")


def worth(pattern: Pattern) -> float:
    """What speaks for the pattern wherever it is tried."""
    shape = GROUPS * log2(pattern.groups) + SIZE * min(pattern.size, LARGE) + MORE * max(0, pattern.size - LARGE)
    more = PARTS * (len(pattern.shape.parts) - 1) + FILLS * len(pattern.shape.fills)
    return shape + more + FAR * pattern.far / pattern.rows


class Matcher:
    """One place, as patterns look at it."""

    def __init__(self, place: Place) -> None:
        self.place, self.spots = place, Spots(place)
        self.diagnostic = render(place.diagnostics, place.source)
        self.message = kind_of_message(self.diagnostic)
        self._cousins = frozenset[str]().union(*(codes for codes in RELATED if codes & place.codes))
        self._said = list(quotes(self.diagnostic))
        self._names = owned(place.source)
        self._crlf = b"\r\n" in place.data

    def prior(self, pattern: Pattern, worth: float) -> float:
        """How unlikely the pattern is before looking where it fits; the least is the likeliest."""
        here = sum(count for code, count in pattern.codes.items() if code in self.place.codes)
        said = pattern.messages.get(self.message, 0)
        found = ROWS * log2(here + 0.2) + (SAID * log2(1 + said) + ANY_SAID if said else 0.0)
        strange = not here and not self._cousins & pattern.codes.keys()
        return -(found + worth + (STRANGE if strange else 0.0))

    def proposals(self, pattern: Pattern) -> Iterator[tuple[float, str]]:
        """(cost, program) of each place where the pattern fits, the nearest first."""
        everywhere = pattern.far * 2 > pattern.rows
        turn = 0
        for fits in islice(self.spots.edits(pattern.shape, pattern.anchor, everywhere), FITS):
            for names in self._fillings(pattern.shape.fills):
                edits = [
                    Edit(fit.start, fit.end, self._text(part.after, fit, names, fits))
                    for part, fit in zip(pattern.shape.parts, fits, strict=True)
                ]
                turn += 1
                yield STEP * log2(turn), apply_edits(self.place.data, edits)

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
            found = [text for before, text in self._said if before == word] + [text for _, text in self._said]
        else:
            names = self._names.get(fill, [])
            quoted = {text for _, text in self._said}
            found = [name for name in names if name in quoted] + [name for name in names if name not in quoted]
        return list(dict.fromkeys(text for text in found if _FILLER.fullmatch(text)))
