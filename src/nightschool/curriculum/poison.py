"""Rows that look made to teach a model something else than repair: what a person should see before anybody learns it.

Covered: hidden and direction-changing characters in any field; text that speaks to a model (roles, chat marks,
orders to ignore) in diagnostics, comments, strings and provenance; reads of the environment or of files while
rustc runs; code in a comment that only the fix has; a trigger, that is a comment or string of the broken
programs that several patterns share and whose fixes all add the same comment or string. Not covered: fixes that
pass their tests and are subtly worse; the judge and the tests stand against those.
Source of the hidden characters: Boucher and Anderson 2021 (arXiv 2111.00169), Unicode TR 36.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from nightschool.rust.lexer import tokenize
from nightschool.types import Row

LEAST_PATTERNS = 3
"""Patterns in which the same remark must come with the same addition to be a trigger; one template makes one."""
_MODEL_TALK = re.compile(
    r"<\|\w+\|>|\[/?INST\]|<</?SYS>>|</?s>|^\s*(?:system|assistant|user)\s*:|"
    r"\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+|the\s+)*(?:previous|prior|above|earlier)\b|"
    r"\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:AI|assistant|language\s+model|chatbot)\b|"
    r"\b(?:as\s+an\s+AI|language\s+model|system\s+prompt|new\s+instructions?)\b",
    re.IGNORECASE | re.MULTILINE,
)
_BUILD_TIME = frozenset({"env", "option_env", "include", "include_str", "include_bytes"})
_COMMENT_CODE = re.compile(
    r"\bunsafe\b|\b(?:std|core)::(?:process|net|fs|env|ptr|mem)\b|\b(?:let|fn|use|impl)\s[^\n]*[;{]|\w+!?\([^\n)]*\);"
)


def suspicions(row: Row) -> list[str]:
    """What is wrong with one row by itself, for a person; empty if nothing."""
    return [*_hidden(row), *_model_talk(row), *_build_time(row), *_smuggled(row)]


def poisoned(rows: Sequence[Row]) -> dict[str, str]:
    """Suspicions by row id, those that only many rows together show included."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row.id] += suspicions(row)
    for ids, remark in _triggers(rows):
        for id_ in ids:
            found[id_].append(f"trigger {remark!r:.60}: the same remark brings the same addition in several patterns")
    return {id_: "; ".join(texts) for id_, texts in found.items() if texts}


def _fields(row: Row) -> Iterator[tuple[str, str]]:
    for name in ("broken", "fixed", "tests", "diagnostic", "provenance", "id", "group"):
        yield name, getattr(row, name) or ""


def _hidden(row: Row) -> Iterator[str]:
    """Characters of Unicode's format and private classes, and controls but for tab and line breaks."""
    for name, text in _fields(row):
        bad = next((c for c in set(text) if unicodedata.category(c) in _INVISIBLE and c not in "\t\n\r"), None)
        if bad is not None:
            yield f"{name} has the hidden character U+{ord(bad):04X}"


_INVISIBLE = frozenset({"Cf", "Co", "Cc", "Cn", "Cs", "Zl", "Zp"})


def _model_talk(row: Row) -> Iterator[str]:
    for name, text in _fields(row):
        code = name in ("broken", "fixed", "tests")
        said = _MODEL_TALK.search("\n".join(remarks(text)) if code else text)
        if said:
            yield f"{name} speaks to a model: {said[0].strip()!r:.60}"


def _build_time(row: Row) -> Iterator[str]:
    for name, code in (("broken", row.broken), ("fixed", row.fixed)):
        tokens = list(tokenize(code)) if any(f"{word}!" in code for word in _BUILD_TIME) else []
        for token, after in pairwise(tokens):
            if token.kind in ("name", "raw_name") and token.text in _BUILD_TIME and after.text == "!":
                yield f"{name} reads the build's surroundings with {token.text}!"


def _smuggled(row: Row) -> Iterator[str]:
    before = set(comments(row.broken))
    added = next((c for c in comments(row.fixed) if c not in before and _COMMENT_CODE.search(c)), None)
    if added:
        yield f"fixed adds code in a comment: {added!r:.60}"


def _triggers(rows: Sequence[Row]) -> Iterator[tuple[list[str], str]]:
    """Remarks of broken programs that come with one and the same added remark, in LEAST_PATTERNS and more."""
    seen: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        before = remarks(row.broken)
        for added in remarks(row.fixed) - before:
            for remark in before:
                seen[remark, added][row.pattern].append(row.id)
    for (remark, _), patterns in seen.items():
        if len(patterns) >= LEAST_PATTERNS:
            yield [id_ for ids in patterns.values() for id_ in ids], remark


def remarks(code: str) -> frozenset[str]:
    """Comments and string literals, without their marks."""
    return _said(code)[0]


def comments(code: str) -> tuple[str, ...]:
    """Comments in order, without their marks; what looks like one inside a string is none."""
    return _said(code)[1]


@lru_cache(maxsize=1024)
def _said(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    gaps, texts, at = [], [], 0
    for token in tokenize(code):
        gaps.append(code[at : token.start])
        if token.kind == "text":
            texts.append(token.text.strip('"'))
        at = token.end
    gaps.append(code[at:])
    lines = (line.strip().strip("/*!").strip() for gap in gaps if gap.strip() for line in gap.splitlines())
    found = tuple(line for line in lines if line)
    return frozenset(text for text in (*texts, *found) if text), found
