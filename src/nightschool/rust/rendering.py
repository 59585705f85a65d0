"""The one compact text of rustc's errors, used in training, evaluation and use alike.

    error[E0382]: borrow of moved value: `name`
    line 12: value moved here
    line 13: value borrowed here after move
    fix:
    12 let other = name.clone();

Covered: at most two errors and twelve lines; line numbers, never columns or code that the prompt shows
anyway; suggestions as line edits, the syntax of answers. The same input gives the same text. Not covered: whatever
`diagnostics` dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nightschool.rust.line_edits import line_edits
from nightschool.rust.suggestions import apply_suggestion
from nightschool.types import Diagnostic, Suggestion

ERRORS, LINES, WIDTH = 2, 12, 140
HEAD = "fix:"
"""Stands above the edits of a suggestion."""
EDITS = 4
"""A suggestion of more line edits than this is left out."""
PER_ERROR = {"labels": 4, "helps": 2, "suggestions": 2}
_BLOCK = re.compile(rf"^{HEAD}(?:\n\d+[ :+>-].*)+\n?", re.MULTILINE)


def render(diagnostics: Sequence[Diagnostic], source: str) -> str:
    """The compact text of the first errors; empty when there are none."""
    more = len(diagnostics) - ERRORS
    items = [item for diagnostic in diagnostics[:ERRORS] for item in _render_one(diagnostic, source)]
    lines: list[str] = []
    for item in items:
        if len(lines) + len(item.split("\n")) <= LINES - (more > 0):
            lines += item.split("\n")
    return "\n".join([*lines, f"and {more} more"] if more > 0 else lines)


def suggested_edits(text: str) -> list[list[str]]:
    """The suggestions of a rendered diagnostic, each as its line edits, in order."""
    return [block.removesuffix("\n").split("\n")[1:] for block in _BLOCK.findall(text)]


def without_suggestions(text: str) -> str:
    """A rendered diagnostic without the edits that rustc proposes; its helps stay."""
    return _BLOCK.sub("", text).removesuffix("\n")


def _render_one(diagnostic: Diagnostic, source: str) -> Iterator[str]:
    """Items of one or more lines; an item is shown whole or not at all."""
    head = f"error[{diagnostic.code}]" if diagnostic.code else "error"
    yield _short(f"{head}: {diagnostic.message}")
    labels = [label for label in diagnostic.labels if _says_something(label.text)][: PER_ERROR["labels"]]
    if all(label.line != diagnostic.line for label in labels) and diagnostic.line:
        yield f"line {diagnostic.line}: here"
    for label in sorted(labels, key=lambda one: (one.line, one.column)):
        yield _short(f"line {label.line}: {label.text}")
    for text in list(filter(_says_something, diagnostic.helps))[: PER_ERROR["helps"]]:
        yield _short(f"help: {text}")
    for suggestion in diagnostic.suggestions[: PER_ERROR["suggestions"]]:
        edits = _edits(suggestion, source)
        if edits:
            yield "\n".join([HEAD, *edits])


def _edits(suggestion: Suggestion, source: str) -> list[str]:
    """The suggestion as line edits, as an answer would write it; nothing if it is long or cannot be applied."""
    changed = apply_suggestion(source, suggestion)
    edits = line_edits(source, changed) if changed is not None else []
    return edits if len(edits) <= EDITS and all(len(edit) <= WIDTH for edit in edits) else []


def _says_something(text: str) -> bool:
    """Labels that only name a place, or a lifetime that the other labels describe, cost tokens for nothing."""
    return bool(text) and not text.endswith("defined here") and not text.startswith("let's call")


def _short(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 3] + "..."
