"""What operators' tests share: a program with one diagnostic, and all that one operator proposes for it."""

from __future__ import annotations

from nightschool.repair.operators import OPERATORS
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import apply_edits
from nightschool.types import Diagnostic, Label


def proposed(name: str, source: str, code: str | None, message: str, *labels: tuple[str, str]) -> list[str]:
    """Programs of an operator, cheapest first. A label is (text in the source that it starts at, rustc's words)."""
    place = Place(source, [diagnostic(source, code, message, *labels)])
    found = [(cost, apply_edits(place.data, edits)) for cost, edits in OPERATORS[name].find(place)]
    return [program for _, program in sorted(found, key=lambda one: one[0])]


def diagnostic(source: str, code: str | None, message: str, *labels: tuple[str, str]) -> Diagnostic:
    """A diagnostic with labels where their texts first occur; of `a ^b` at `b`, after an `a`. The first is primary."""
    made = []
    for number, (text, words) in enumerate(labels):
        before, _, word = text.rpartition("^")
        at = source.index(before + word) + len(before)
        line = source.count("\n", 0, at) + 1
        made.append(Label(line, at - source.rfind("\n", 0, at), words, number == 0))
    return Diagnostic(code, message, made[0].line if made else 1, tuple(made))
