"""A phase is a transaction: its output folder is named by the digest of its inputs and appears whole or not at all.

Covered: a finished phase is found and returned; a killed one leaves a `.partial` folder that the next run
continues in (training finds its checkpoints there); two processes with the same inputs take turns; a result
whose outcome is `incomplete` can be used, but the next run makes it again.
Not covered: what the recipe writes outside its folder; phases with such effects make them idempotent.
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from nightschool.errors import EnvironmentMissingError, IntegrityError
from nightschool.files import need_space, write_json
from nightschool.types import PhaseResult

RESULT = "result.json"
FREE_MB = 512
INCOMPLETE = "incomplete"
"""Outcome of a phase that could not measure everything (a sandbox that died)."""


@dataclass(frozen=True)
class Outcome:
    """What a recipe reports of itself."""

    metrics: dict[str, float] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    outcome: str = ""


Recipe = Callable[[Path], Outcome]


def run_transaction(phase: str, key: str, store: Path, recipe: Recipe) -> PhaseResult:
    """Return the finished result under (phase, key), making it with `recipe` if it is not there or incomplete.

    Raises EnvironmentMissingError when the disk is full; nothing finished is lost then.
    """
    home = store / phase
    need_space(home, FREE_MB)
    folder, partial = home / key, home / f"{key}.partial"
    with FileLock(home / f".{key}.lock"):
        if (folder / RESULT).exists():
            found = _read(folder)
            if found.outcome != INCOMPLETE:
                return found
            shutil.rmtree(partial, ignore_errors=True)
            folder.replace(partial)
        partial.mkdir(exist_ok=True)
        try:
            outcome = recipe(partial)
            result = PhaseResult(phase, key, str(folder), outcome.metrics, outcome.digests, outcome.outcome)
            write_json(partial / RESULT, result.to_json())
            partial.replace(folder)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise EnvironmentMissingError(
                    f"Disk full while phase {phase!r} wrote {partial}; free some and run it again."
                ) from error
            raise
        return result


def _read(folder: Path) -> PhaseResult:
    try:
        data = json.loads((folder / RESULT).read_text(encoding="utf-8"))
        return PhaseResult(**{**data, "output": str(folder), "reused": True})
    except (ValueError, TypeError) as error:
        raise IntegrityError(
            f"{folder / RESULT} is not a phase result; remove the folder {folder} and run again."
        ) from error
