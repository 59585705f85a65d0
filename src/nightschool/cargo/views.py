"""rustc's errors as one file sees them: what points into it, as if the rest were not there.

Covered: primary and other labels, notes and helps that name a place in the file, what the file defines of what is
named (`defined`), the parameters that a method has in another file, suggestions that change it alone. Not covered:
suggestions that change several files at once.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

from nightschool.cargo.defined import definitions, names
from nightschool.cargo.messages import Json, outward
from nightschool.rust.diagnostics import code_of, messages, own_span, parse_errors
from nightschool.types import Diagnostic

Key = tuple[str, str, str]


def parsed(stderr: str) -> tuple[Json, ...]:
    """rustc's errors as it wrote them."""
    return tuple(messages(stderr))


def seen_from(errors: Sequence[Json], file: str, text: str | None = None) -> tuple[Diagnostic, ...]:
    """The errors that point into `file`, those that lie in it first; with its `text` those that name what is there."""
    found = []
    for error in sorted(errors, key=lambda one: primary_file(one) != file):
        noted = _noted(error, file)
        points = any(own_span(span, {file: 0}) for span in [*error["spans"], *noted])
        if text is not None and not points:
            noted = list(definitions(names(error), file, text))
        told = {**error, "spans": [*error["spans"], *noted], "children": [*error["children"], *_elsewhere(error, file)]}
        if any(own_span(span, {file: 0}) for span in told["spans"]):
            found += [one.diagnostic for one in parse_errors(json.dumps(told), {file: 0})]
    return tuple(found)


def _noted(error: Json, file: str) -> list[Json]:
    """Places that notes name, as labels with the note's words."""
    return [
        {**span, "label": span.get("label") or child["message"], "is_primary": False}
        for child in error["children"]
        for span in child["spans"]
        if span["file_name"] == file
    ]


def _elsewhere(error: Json, file: str) -> list[Json]:
    """The parameters that a method has in another file (E0050), which rustc points at and does not quote, as a help."""
    shown = [one for one in error["spans"] if one["file_name"] != file] if code_of(error) == "E0050" else []
    words = [f"elsewhere it has the parameters `{listed}`" for one in shown if (listed := _parameters(one))]
    return [{"level": "help", "message": one, "spans": [], "children": []} for one in words]


def _parameters(span: Json) -> str:
    """The text of a place that goes from the first parameter's type to the last one's, with the first one's name."""
    lines = [one["text"][: one["highlight_end"] - 1] for one in span["text"]]
    if not lines:
        return ""
    at = span["text"][0]["highlight_start"] - 1
    name = re.search(r"\w+\s*:\s*$", lines[0][:at])
    lines[0] = (name[0] if name else "") + lines[0][at:]
    return " ".join(re.sub(r"//.*", "", one).strip() for one in lines)


def primary_file(error: Json) -> str:
    """The file that the error lies in: of its first primary place, through macros the call; empty without one."""
    for span in error["spans"]:
        if span["is_primary"]:
            own = own_span(span, None)
            return str((own or span)["file_name"])
    return ""


def pointed_at(error: Json) -> tuple[str, ...]:
    """Further files that the error, a note or a suggestion of it points into, through macros the calls too."""
    spans = [*error["spans"], *(span for child in error["children"] for span in child["spans"])]
    names = [place["file_name"] for span in spans for place in outward(span) if own_span(place, None) is place]
    return tuple(name for name in dict.fromkeys(names) if name != primary_file(error))


def keys(errors: Sequence[Json]) -> Counter[Key]:
    """What is wrong, whatever the line."""
    return Counter((primary_file(one), (one.get("code") or {}).get("code") or "", one["message"]) for one in errors)
