"""The corpus on disk: `corpus.jsonl`, one row a line, and `corpus.json`, which records its digest.

Covered: atomic writing, and reading that names file, line and next command for anything missing, cut or
changed. Not covered: what makes a good corpus (`validation`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from nightschool.errors import CorpusError, MissingCorpusError
from nightschool.files import digest_file, write_atomic, write_json
from nightschool.types import Row

ROWS, RECORD = "corpus.jsonl", "corpus.json"
REMEDY = "Run `nightschool generate` to build it again."
_OPTIONAL = {"tests", "edition", "digest"}
_KEYS = {field.name for field in fields(Row)}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Verified rows and where they lie."""

    rows: tuple[Row, ...]
    digest: str
    """SHA-256 of corpus.jsonl, 64 hex digits."""
    path: Path
    """corpus.jsonl."""
    record: Mapping[str, Any] = field(default_factory=dict)
    """What corpus.json says: yields, what was dropped, the held-out suites, warnings."""


def write_corpus(folder: Path, rows: Iterable[Row], record: Mapping[str, Any]) -> Corpus:
    """Write both files, the rows first. Raises CorpusError for no rows."""
    kept = tuple(rows)
    path = folder / ROWS
    if not kept:
        raise CorpusError(f"No verified rows to write to {str(path)!r}. Raise curriculum.rows or add sources.")
    write_atomic(path, "".join(json.dumps(row.to_json(), ensure_ascii=False) + "\n" for row in kept))
    complete = {**record, "digest": digest_file(path), "rows": len(kept)}
    write_json(folder / RECORD, complete)
    return Corpus(kept, complete["digest"], path, complete)


def remove_corpus(folder: Path) -> None:
    """Remove what `write_corpus` left there before, if anything."""
    for name in (RECORD, ROWS):
        (folder / name).unlink(missing_ok=True)


def read_corpus(path: Path | str) -> Corpus:
    """Read a corpus from its folder or its corpus.jsonl; every defect is one CorpusError."""
    path = Path(path)
    path = path / ROWS if path.is_dir() else path
    if not path.is_file():
        raise MissingCorpusError(f"No corpus {str(path)!r}. {REMEDY}")
    record = _record(path.with_name(RECORD))
    lines = _lines(path)
    if lines == [""]:
        raise CorpusError(f"Corpus {str(path)!r} has no rows (line 1 is missing). {REMEDY}")
    rows = tuple(_row(path, number, line) for number, line in enumerate(lines, start=1))
    if record is not None and len(rows) != record["rows"]:
        raise CorpusError(
            f"Corpus {str(path)!r} ends after line {len(rows)}; {RECORD} records {record['rows']} rows. {REMEDY}"
        )
    digest = digest_file(path)
    if record is not None and digest != record["digest"]:
        raise CorpusError(
            f"Corpus {str(path)!r} (lines 1 to {len(rows)}) was changed: its digest is {digest[:16]}, {RECORD} "
            f"records {str(record['digest'])[:16]}. {REMEDY}"
        )
    return Corpus(rows, digest, path, record or {})


def _record(path: Path) -> dict[str, Any] | None:
    if not path.exists():
        return None
    try:
        record: dict[str, Any] = json.loads(path.read_bytes())
        if not isinstance(record["digest"], str) or not isinstance(record["rows"], int):
            raise TypeError("digest must be a text and rows a number")
    except (ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{str(path)!r} line 1 is no corpus record ({error}). {REMEDY}") from error
    return record


def _lines(path: Path) -> list[str]:
    try:
        # str.splitlines would also split at separators that JSON leaves unescaped inside texts.
        return path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise CorpusError(f"Corpus {str(path)!r} line {line} is not UTF-8. {REMEDY}") from error


def _row(path: Path, number: int, line: str) -> Row:
    try:
        data = json.loads(line)
        if not isinstance(data, dict):
            raise TypeError("not an object")
    except (ValueError, TypeError) as error:
        raise CorpusError(f"Corpus {str(path)!r} line {number} is cut or no JSON ({error}). {REMEDY}") from error
    missing, unknown = sorted(_KEYS - _OPTIONAL - data.keys()), sorted(data.keys() - _KEYS)
    wrong = [
        key for key, value in data.items() if not isinstance(value, str) and not (key == "tests" and value is None)
    ]
    if missing or unknown or wrong:
        raise CorpusError(
            f"Corpus {str(path)!r} line {number}: missing {missing}, unknown {unknown}, not text {wrong}. {REMEDY}"
        )
    return Row(**data)
