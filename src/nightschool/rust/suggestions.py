"""Applies one of rustc's own suggestions to a program. Not covered: which ones to try (`repair.suggested`)."""

from __future__ import annotations

from nightschool.types import Suggestion


def apply_suggestion(source: str, suggestion: Suggestion) -> str | None:
    """The source with all replacements made, those at one place in their order; None if they overlap or do not fit."""
    data, end = source.encode(), len(source.encode())
    for part in sorted(reversed(suggestion.replacements), key=lambda one: (one.start, one.end), reverse=True):
        if not 0 <= part.start <= part.end <= end:
            return None
        data = data[: part.start] + part.text.encode() + data[part.end :]
        end = part.start
    return data.decode("utf-8", errors="replace")
