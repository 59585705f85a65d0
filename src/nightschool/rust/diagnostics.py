"""rustc's JSON errors as `Diagnostic` records. `rendering.render` turns them into the one compact text.

Covered: errors with their labels, helps and suggestions; attribution by file, so that one compiler run may
hold many programs; byte offsets and lines of the program's own source, through macro expansions too.
Not covered: warnings, and the closing summary ("aborting due to ..."), which are dropped; lists of other
types or traits, which depend on what else is compiled and teach nothing.

Source: https://doc.rust-lang.org/rustc/json.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nightschool.rust.rendering import render
from nightschool.types import Diagnostic, Label, Replacement, Suggestion

__all__ = ["FileError", "parse_errors", "render"]

Json = dict[str, Any]

SUMMARY = re.compile(r"aborting due to|Some errors have detailed|For more information|could not compile")
LISTS = re.compile(
    r"the following (other )?(types?|traits?|implementations?)|the (following )?(trait|type)s? define|"
    r"candidate #\d|items from traits can only be used|the full (name for the )?type|"
    r"this error originates in the|consider using `--verbose`|the full type name|"
    r"for more information|visit <|see issue #|multiple `impl`s|and \d+ others"
)
HELPS = 4
"""Most helps and notes kept of one error."""


@dataclass(frozen=True, slots=True)
class FileError:
    """One error and the file it belongs to; `file` is None when rustc named none of the expected files."""

    file: str | None
    diagnostic: Diagnostic
    foreign: bool = False
    """Some label or suggestion points into another program's file."""


def parse_errors(stderr_json: str, files: Mapping[str, object] | None) -> Iterator[FileError]:
    """Errors of a run in rustc's order, each with the one of `files` it belongs to (None: any relative path)."""
    for message in messages(stderr_json):
        yield _read(message, files)


def messages(stderr_json: str) -> Iterator[Json]:
    """rustc's errors as it wrote them, one a line; the closing summaries left out."""
    for line in stderr_json.split("\n"):  # only there: rustc leaves U+0085 and U+2028 as they are in its texts
        if not line.startswith("{"):
            continue
        try:
            message = json.loads(line)
        except ValueError:
            continue  # the last line of an output that was cut
        if str(message.get("level", "")).startswith("error") and not SUMMARY.match(message["message"]):
            yield message


def _read(message: Json, files: Mapping[str, object] | None) -> FileError:
    spans = [(span, own_span(span, files)) for span in message["spans"]]
    primary = next((own for span, own in spans if span["is_primary"] and own), None)
    primary = primary or next((own for _, own in spans if own), None)
    file = primary["file_name"] if primary else None
    labels = [_label(span, own) for span, own in spans if own and own["file_name"] == file]
    suggestions = [found for child in message["children"] for found in _suggestions(child)]
    kept = [found for found, where in suggestions if where == {file}]
    diagnostic = Diagnostic(
        code=code_of(message),
        message=flat(message["message"]),
        line=primary["line_start"] if primary else 0,
        labels=tuple(dict.fromkeys(labels)),
        helps=tuple(_helps(message["children"])[:HELPS]),
        suggestions=tuple(dict.fromkeys(kept)),
        lint=lint_of(message),
    )
    return FileError(file, diagnostic, is_foreign(message, file, files))


def code_of(message: Json) -> str | None:
    """The error's code; None for a lint's name."""
    code = (message.get("code") or {}).get("code") or ""
    return code if re.fullmatch(r"E\d{4}", code) else None


def lint_of(message: Json) -> str:
    """Name of the lint that is denied, empty for any other error."""
    code = (message.get("code") or {}).get("code") or ""
    return "" if code_of(message) else str(code)


def is_foreign(message: Json, file: str | None, files: Mapping[str, object] | None) -> bool:
    """Some label or note points into another of the programs' files."""
    shown = [span for child in message["children"] if not LISTS.search(child["message"]) for span in child["spans"]]
    places = [own for span in [*message["spans"], *shown] if (own := own_span(span, files))]
    return any(own["file_name"] != file for own in places)


def own_span(span: Json, files: Mapping[str, object] | None) -> Json | None:
    """The span, or the outermost macro call it came from, that lies in one of the programs."""
    at: Json | None = span
    while at is not None:
        if _expected(at["file_name"], files):
            return at
        at = (at.get("expansion") or {}).get("span")
    return None


def _expected(name: str, files: Mapping[str, object] | None) -> bool:
    if files is not None:
        return name in files
    return not name.startswith(("<", "/"))


def _label(span: Json, own: Json) -> Label:
    text = flat(span.get("label") or "")
    return Label(own["line_start"], own["column_start"], text, bool(span["is_primary"]))


def _helps(children: Sequence[Json]) -> list[str]:
    helps = [flat(child["message"]) for child in children if not _suggests(child)]
    return [text for text in dict.fromkeys(helps) if text and not LISTS.search(text)]


def _suggests(child: Json) -> bool:
    return any(span.get("suggested_replacement") is not None for span in child["spans"])


def _suggestions(child: Json) -> Iterator[tuple[Suggestion, set[str]]]:
    spans = [span for span in child["spans"] if span.get("suggested_replacement") is not None]
    for group in _alternatives(spans):
        parts = [Replacement(s["byte_start"], s["byte_end"], s["suggested_replacement"]) for s in group]
        applicability = group[0].get("suggestion_applicability") or "Unspecified"
        yield (
            Suggestion(flat(child["message"]), tuple(sorted(parts, key=lambda part: part.start)), applicability),
            {span["file_name"] for span in group},
        )


def _alternatives(spans: Sequence[Json]) -> list[list[Json]]:
    """Split a help's spans into its alternatives: rustc repeats the same places for each of them."""
    groups: list[list[Json]] = []
    for span in spans:
        place = (span["file_name"], span["byte_start"], span["byte_end"])
        last = groups[-1] if groups else None
        if last is None or any((s["file_name"], s["byte_start"], s["byte_end"]) == place for s in last):
            groups.append([span])
        else:
            last.append(span)
    return groups


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def rewrite(diagnostic: Diagnostic, clean: re.Pattern[str]) -> Diagnostic:
    """The diagnostic with everything that `clean` matches removed from its texts."""

    def cut(text: str) -> str:
        return clean.sub("", text)

    def fix(s: Suggestion) -> Suggestion:
        parts = tuple(Replacement(r.start, r.end, cut(r.text)) for r in s.replacements)
        return Suggestion(cut(s.message), parts, s.applicability)

    return replace(
        diagnostic,
        message=cut(diagnostic.message),
        labels=tuple(replace(label, text=cut(label.text)) for label in diagnostic.labels),
        helps=tuple(map(cut, diagnostic.helps)),
        suggestions=tuple(map(fix, diagnostic.suggestions)),
    )


def texts(diagnostic: Diagnostic) -> Iterator[str]:
    """Every text of the diagnostic that a program's name could appear in."""
    yield diagnostic.message
    yield from (label.text for label in diagnostic.labels)
    yield from diagnostic.helps
    for suggestion in diagnostic.suggestions:
        yield suggestion.message
        yield from (part.text for part in suggestion.replacements)
