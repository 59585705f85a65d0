"""docs/reference/formats.md: files that people and programs read, from the records that write them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter
from tools.reference.docstrings import field_docs, one_line
from tools.reference.schemas import Schema, record

from nightschool import types
from nightschool.episodes.episode import Episode
from nightschool.koans import manifest
from nightschool.report.schema import Document

HEAD = """# Data formats

    .venv/bin/nightschool report --json                 # report.json of the latest night
    .venv/bin/nightschool certify koans/frozen          # refuses a koan.toml that breaks what stands here

JSON lines hold one record a line, in UTF-8. Times are seconds since 1970 or ISO 8601, as said; digests are SHA-256.
"""


def page() -> str:
    """The page."""
    parts = (_koan(), _rows(), _pairs(), _attempts(), _report(), _episodes())
    return HEAD + "".join(f"\n## {title}\n\n{told}\n" for title, told in parts)


def _koan() -> tuple[str, str]:
    schema = _schema(types.Koan)
    keys = (*manifest.REQUIRED, *manifest.OPTIONAL)
    fields = {name: schema["properties"][name] for name in keys}
    shown = {**schema, "properties": fields, "required": manifest.REQUIRED}
    told = "What a koan says of itself; `broken.rs`, `fixed.rs` and `tests.rs` lie beside it ([koans](../koans.md))."
    return "koan.toml", _told(told, shown, types.Koan)


def _rows() -> tuple[str, str]:
    told = (
        "A corpus: one row a line, in `var/corpus` and in the output of phase `curate`; `corpus.json` has its digest."
    )
    return "corpus.jsonl", _told(told, _schema(types.Row), types.Row)


def _pairs() -> tuple[str, str]:
    told = "What phase `pair` found for preference learning."
    return "preference_pairs.jsonl", _told(told, _schema(types.PreferencePair), types.PreferencePair)


def _attempts() -> tuple[str, str]:
    told = "One arm on one suite, in the outputs of `baseline` and `examine` as `<arm>-<suite>.json`."
    return "Reports of an examination", _told(told, _schema(types.EvaluationReport), types.EvaluationReport)


def _report() -> tuple[str, str]:
    told = "A night, beside `report.html` in the output of phase `publish` and in MLflow ([reports](../reports.md))."
    return "report.json", _told(told, Document.model_json_schema(), Document)


def _episodes() -> tuple[str, str]:
    told = "What `nightschool episodes export` writes; the store itself is SQLite ([episodes](../episodes.md))."
    return "Episodes", _told(told, _schema(Episode), Episode)


def _schema(made: type) -> Schema:
    schema: dict[str, Any] = TypeAdapter(made).json_schema()
    return schema


def _told(first: str, schema: Schema, made: type) -> str:
    """A record, and below it those that it is made of."""
    docs = field_docs(sys.modules[made.__module__])
    defs: Mapping[str, Schema] = schema.get("$defs", {})
    lines = [first, "", *record(schema, defs, docs[made.__name__])]
    for name, inner in defs.items():
        if "properties" in inner:
            about: Callable[..., Any] = getattr(sys.modules[made.__module__], name)
            lines += ["", f"### {name}", "", one_line(about.__doc__), "", *record(inner, defs, docs[name])]
    return "\n".join(lines)
