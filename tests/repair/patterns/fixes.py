"""Pairs and places that the tests of patterns share."""

from __future__ import annotations

from nightschool.repair.patterns import Patterns
from nightschool.repair.place import Place
from nightschool.types import Diagnostic, Label, Row


def row(broken: str, fixed: str, code: str = "E0308", said: str = "mismatched types", group: str = "g") -> Row:
    """A row whose diagnostic names the first line that changes."""
    lines = zip(broken.split("\n"), [*fixed.split("\n"), ""], strict=False)
    line = next(number for number, (one, other) in enumerate(lines, 1) if one != other)
    text = f"error[{code}]: {said}\nline {line}: here"
    return Row("id", "mutated", "family", "pattern", code, broken, fixed, text, "by hand", group)


def place(source: str, marked: str, code: str = "E0308", said: str = "mismatched types") -> Place:
    """A place at which rustc points to the first occurrence of a text."""
    before = source[: source.index(marked)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    label = Label(line, column, "here", primary=True)
    return Place(source, (Diagnostic(code, said, line, (label,)),))


def proposed(patterns: Patterns, where: Place) -> list[str]:
    """The programs in the order of the queue."""
    return [one.program for one in sorted(patterns(where), key=lambda one: one.step.cost)]
