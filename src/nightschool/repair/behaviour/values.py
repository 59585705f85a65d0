"""One argument of a call, as the driver writes it and as a person would; ways to put values into one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEND, LEND_SLICE = "ns__lend", "ns__slice"
"""Helpers of the driver: a reference that lives for ever, and a slice likewise."""
HOLE = "$"


@dataclass(frozen=True, slots=True)
class Value:
    """One argument."""

    code: str
    """As the driver writes it."""
    text: str
    """As a person would write it."""


def same(text: str) -> Value:
    """A value that the driver writes as a person would."""
    return Value(text, text)


def wrapped(values: Sequence[Value], code: str, text: str | None = None) -> list[Value]:
    """Each value in the hole of a pattern."""
    return [joined([one], code, text) for one in values]


def joined(values: Sequence[Value], code: str, text: str | None = None) -> Value:
    """All values, with commas between, in the hole of a pattern."""
    codes, texts = ", ".join(one.code for one in values), ", ".join(one.text for one in values)
    shown = code if text is None else text
    return Value(code.replace(HOLE, codes, 1), shown.replace(HOLE, texts, 1))
