"""The one compact text of rustc's errors, used in training, evaluation and use alike.

    error[E0382]: borrow of moved value: `name`
    line 12: value moved here
    line 13: value borrowed here after move
    suggest line 12: name -> name.clone()

Covered: at most two errors and twelve lines; line numbers, never columns or code that the prompt shows
anyway; suggestions as the few changed characters. The same input gives the same text. Not covered: whatever
`diagnostics` dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nightschool.types import Diagnostic, Replacement, Suggestion

ERRORS, LINES, WIDTH = 2, 12, 140
PER_ERROR = {"labels": 4, "helps": 2, "suggestions": 2}
CONTEXT = 24
"""Most characters shown on either side of a replaced place to complete a word."""


def render(diagnostics: Sequence[Diagnostic], source: str) -> str:
    """The compact text of the first errors; empty when there are none."""
    data = source.encode(errors="replace")
    lines: list[str] = []
    for diagnostic in diagnostics[:ERRORS]:
        lines += _render_one(diagnostic, data)
    more = len(diagnostics) - ERRORS
    if more > 0:
        lines = [*lines[: LINES - 1], f"and {more} more"]
    return "\n".join(lines[:LINES])


def _render_one(diagnostic: Diagnostic, source: bytes) -> Iterator[str]:
    head = f"error[{diagnostic.code}]" if diagnostic.code else "error"
    yield _short(f"{head}: {diagnostic.message}")
    labels = [label for label in diagnostic.labels if label.text][: PER_ERROR["labels"]]
    if all(label.line != diagnostic.line for label in labels) and diagnostic.line:
        yield f"line {diagnostic.line}: here"
    for label in sorted(labels, key=lambda one: (one.line, one.column)):
        yield _short(f"line {label.line}: {label.text}")
    for text in diagnostic.helps[: PER_ERROR["helps"]]:
        yield _short(f"help: {text}")
    for suggestion in diagnostic.suggestions[: PER_ERROR["suggestions"]]:
        yield _short(_describe(suggestion, source))


def _describe(suggestion: Suggestion, source: bytes) -> str:
    parts = [_change(part, source) for part in suggestion.replacements[:3]]
    return "suggest " + "; ".join(dict.fromkeys(parts))


def _change(part: Replacement, source: bytes) -> str:
    line = source.count(b"\n", 0, part.start) + 1
    text = " ".join(part.text.split())
    if part.start == part.end and part.text.endswith("\n"):
        return f"line {line}: insert {text}"
    before, after = _word_before(source, part.start), _word_after(source, part.end)
    old = " ".join(source[part.start : part.end].decode(errors="replace").split())
    if not text and len(old) > 1:
        return f"line {line}: remove {old}"
    lead = " " if part.text[:1].isspace() else ""
    tail = " " if part.text[-1:].isspace() else ""
    return f"line {line}: {before}{old}{after} -> {before}{lead}{text}{tail}{after}".rstrip()


def _word_before(source: bytes, end: int) -> str:
    text = source[max(0, end - CONTEXT) : end].decode(errors="replace")
    kept = len(text)
    while kept and (text[kept - 1].isalnum() or text[kept - 1] in "_&'."):
        kept -= 1
    return text[kept:]


def _word_after(source: bytes, start: int) -> str:
    text = source[start : start + CONTEXT].decode(errors="replace")
    kept = 0
    while kept < len(text) and (text[kept].isalnum() or text[kept] == "_"):
        kept += 1
    return text[:kept]


def _short(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 3] + "..."
