"""Preference pairs on disk: `preference_pairs.jsonl`, one pair a line.

Covered: atomic writing, and reading that names file, line and next command for anything cut or changed. Not
covered: what makes a good pair (`validation`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from nightschool.errors import CorpusError
from nightschool.files import digest_file, write_atomic
from nightschool.types import PreferencePair

PAIRS = "preference_pairs.jsonl"
REMEDY = "Run `nightschool pairs` to make them again."


def write_pairs(folder: Path, pairs: Iterable[PreferencePair]) -> str:
    """Write the file; returns its SHA-256. No pairs make an empty file."""
    path = folder / PAIRS
    write_atomic(path, "".join(json.dumps(pair.to_json(), ensure_ascii=False) + "\n" for pair in pairs))
    return digest_file(path)


def read_pairs(path: Path) -> list[PreferencePair]:
    """Read pairs from their folder or file; every defect is one CorpusError."""
    path = path / PAIRS if path.is_dir() else path
    try:
        lines = path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"Cannot read preference pairs from {str(path)!r}: {error}. {REMEDY}") from error
    pairs = []
    for number, line in enumerate(lines, start=1):
        try:
            pairs += [TypeAdapter(PreferencePair).validate_json(line)] if line else []
        except ValidationError as error:
            first = error.errors()[0]
            raise CorpusError(f"{str(path)!r} line {number} is no pair: {first['msg']}. {REMEDY}") from error
    return pairs
