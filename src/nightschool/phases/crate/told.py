"""What `nightschool fix --json` prints of a package: one object with a list of attempts (docs/crates.md describes it).

Not covered: finding what is in it (`fix`, `attempt`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.phases.crate.attempt import Attempt, Shown

if TYPE_CHECKING:
    from nightschool.phases.crate.fix import Fixed

SCHEMA = 1
"""Of the object; raised when a field changes its meaning or goes."""
EXITS = {
    0: "nothing to fix, or each repair is sure and cargo has nothing against the whole",
    1: "not every error has a sure repair, or cargo has something against the whole",
}


def to_json(found: Fixed, folder: Path) -> dict[str, Any]:
    """The object."""
    code = 0 if found.fine else 1
    return {
        "schema": SCHEMA,
        "folder": str(folder),
        "outcome": _outcome(found),
        "message": found.message,
        "attempts": [_attempt(one) for one in found.attempts],
        "elsewhere": found.elsewhere,
        "written": [path.as_posix() for path in found.written],
        "cargo": found.words,
        "exit": {"code": code, "meaning": EXITS[code]},
    }


def _outcome(found: Fixed) -> str:
    if found.fine and not found.attempts:
        return "compiles"
    return "sure" if found.fine else "unsure" if any(one.shown for one in found.attempts) else "none"


def _attempt(one: Attempt) -> dict[str, Any]:
    return {
        "error": one.error,
        "file": one.file.as_posix(),
        "line": one.line,
        "code": one.code,
        "outcome": "sure" if one.sure else "unsure" if one.shown else "none",
        "message": one.message,
        "candidates": [_candidate(one.probability if not n else None, shown) for n, shown in enumerate(one.shown)],
    }


def _candidate(probability: float | None, one: Shown) -> dict[str, Any]:
    return {
        "file": one.path.as_posix(),
        "also": [{"file": each.file.as_posix(), "program": each.after} for each in one.changes[:-1]],
        "diff": f"{one.diff}\n" if one.diff else "",
        "probability": probability,
        "by": one.by,
        "changes": list(one.notes),
        "program": one.program,
    }
