"""A suggestion of rustc applied: bytes, together, in order, or not at all."""

from __future__ import annotations

from nightschool.rust.suggestions import apply_suggestion
from nightschool.types import Replacement, Suggestion


def test_replacements_are_bytes_and_are_made_together() -> None:
    source = "fn grüße(a: T, b: T) {}"
    at = source.encode().index(b"T")
    second = source.encode().rindex(b"T")
    both = Suggestion("", (Replacement(at, at + 1, "&T"), Replacement(second, second + 1, "&T")), "Unspecified")
    assert apply_suggestion(source, both) == "fn grüße(a: &T, b: &T) {}"
    overlapping = Suggestion("", (Replacement(0, 5, "x"), Replacement(3, 6, "y")), "Unspecified")
    assert apply_suggestion(source, overlapping) is None


def test_insertions_at_one_place_keep_their_order() -> None:
    parts = tuple(Replacement(at, at, text) for at, text in ((4, "b"), (2, "a"), (4, "c")))
    assert apply_suggestion("1234", Suggestion("", parts, "Unspecified")) == "12a34bc"
