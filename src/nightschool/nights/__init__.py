"""Nights as a reader sees them: an index, each night in full, koans over nights. Reads phase store and ledger only."""

from nightschool.nights.champions import Champions
from nightschool.nights.detail import night_detail
from nightschool.nights.groups import groups
from nightschool.nights.heat import Koans
from nightschool.nights.index import NightIndex
from nightschool.nights.koan import koan_page
from nightschool.nights.reader import Nights
from nightschool.nights.words import are_kept, keep_words

__all__ = [
    "Champions", "Koans", "NightIndex", "Nights", "are_kept", "groups", "keep_words", "koan_page",
    "night_detail",
]  # fmt: skip
