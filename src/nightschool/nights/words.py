"""What a suite's koans look like to a reader: broken code and rustc's words, kept once a suite under its digest.

Covered: suites of nights whose phase folders are gone; koans that the compiler could not be asked about (nothing is
kept then, the next night tries again). Fixed code and tests are never written. Not covered: who may see it (`koan`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.config import Config
from nightschool.files import write_json

if TYPE_CHECKING:
    from nightschool.koans import Suite

DIGEST = re.compile(r"[\w-]{1,64}")


def keep_words(config: Config, suite: Suite, diagnostics: Sequence[str | None]) -> bool:
    """Write broken code and diagnostics of the suite's koans; False if one of them is not known."""
    if None in diagnostics:
        return False
    told = {
        koan.id: {
            "family": koan.family, "pattern": koan.pattern, "codes": list(koan.error_codes), "title": koan.title,
            "broken": koan.broken, "diagnostic": diagnostic,
        }
        for koan, diagnostic in zip(suite.koans, diagnostics, strict=True)
    }  # fmt: skip
    write_json(_path(config, suite.digest), {"suite": suite.name, "koans": told})
    return True


def are_kept(config: Config, digest: str) -> bool:
    """Whether the suite of this digest was written."""
    return _path(config, digest).exists()


def words(config: Config, digest: str, koan: str) -> dict[str, Any]:
    """What is kept of a koan; empty if nothing is."""
    if not DIGEST.fullmatch(digest):
        return {}
    found = _read(_path(config, digest)).get(koan, {})
    whole = isinstance(found, dict) and all(isinstance(found.get(k) or "", str) for k in ("broken", "diagnostic"))
    return found if whole else {}


def _path(config: Config, digest: str) -> Path:
    return config.var / "history" / "suites" / f"{digest}.json"


def _read(path: Path) -> dict[str, Any]:
    return _cached(path) if path.exists() else {}


@lru_cache(maxsize=8)
def _cached(path: Path) -> dict[str, Any]:
    """The file never changes: it is named by what it holds."""
    try:
        koans = json.loads(path.read_text(encoding="utf-8"))["koans"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return koans if isinstance(koans, dict) else {}
