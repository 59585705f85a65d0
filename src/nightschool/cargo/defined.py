"""Where what an error names is defined: rustc points there for functions, not for fields or a trait's methods.

Covered: items, fields and enum variants at the beginning of a line, by their names between backticks. Not covered:
which of several of one name is meant: a candidate that opens another one does not compile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from nightschool.cargo.messages import Json

MOST = 400
"""Files of a package that are looked into."""
_QUOTED = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"[A-Za-z_]\w+")
_ITEM = r"(?:(?:unsafe|const|async) )*(?:struct|enum|union|trait|fn|type|mod|const|static|macro_rules!) +"
_COMMON = frozenset(
    ("self", "Self", "crate", "super", "std", "core", "alloc", "str", "bool", "fn", "mut", "dyn", "impl")
)


def names(error: Json) -> tuple[str, ...]:
    """What the error, its labels, notes and helps name."""
    told = [error["message"], *(one["message"] for one in error["children"])]
    told += [span["label"] for span in error["spans"] if span.get("label")]
    quoted = [found for text in told for found in _QUOTED.findall(text)]
    words = dict.fromkeys(word for one in quoted for word in _WORD.findall(one))
    return tuple(word for word in words if word not in _COMMON)


def definitions(named: tuple[str, ...], file: str, text: str) -> Iterator[Json]:
    """Places, in the form of rustc's spans, where the text defines one of these names as an item or a field."""
    if not named:
        return
    any_of = "|".join(map(re.escape, named))
    pattern = rf"^[ \t]*(?:pub(?:\([^)]*\))? +)?(?:{_ITEM}(?P<item>{any_of})\b|(?P<field>{any_of})[ \t]*:[^:])"
    for found in re.finditer(pattern, text, re.MULTILINE):
        start, end = found.span("item" if found["item"] else "field")
        line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        yield {
            "file_name": file, "byte_start": len(text[:start].encode()), "byte_end": len(text[:end].encode()),
            "line_start": line, "line_end": line, "column_start": column, "column_end": column + end - start,
            "is_primary": False, "text": [], "label": f"`{text[start:end]}` is defined here",
            "suggested_replacement": None, "suggestion_applicability": None, "expansion": None,
        }  # fmt: skip


def defining(error: Json, folder: Path) -> Iterator[str]:
    """Files below `folder`, relative to it, that define what the error names; those with more of it first."""
    named = names(error)
    found = []
    for name, text in _texts(folder):
        places = {span["label"] for span in definitions(named, "", text)}
        if places:
            found.append((-len(places), name))
    yield from (name for _, name in sorted(found))


@lru_cache(maxsize=1)
def _texts(folder: Path) -> tuple[tuple[str, str], ...]:
    """Rust files below a copy of a package, relative to it, as they are while nothing is tried in them."""
    paths = sorted(path for path in folder.rglob("*.rs") if path.is_file())[:MOST]
    return tuple((one.relative_to(folder).as_posix(), one.read_bytes().decode("utf-8", "replace")) for one in paths)
