"""A phase is a transaction: its output folder is named by the digest of its inputs and appears whole or not at all.

Covered: a finished phase is found and returned; a killed one leaves a `.partial` folder that the next run
continues in (training finds its checkpoints there); two processes with the same inputs take turns; a result
whose outcome is `incomplete` can be used, but the next run makes it again; with a shared store, what another machine
has finished is fetched instead of made, and what is finished here is published there; a folder
that is found is marked, which housekeeping goes by.
Not covered: what the recipe writes outside its folder; phases with such effects make them idempotent.
"""

from __future__ import annotations

import errno
import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from nightschool.errors import EnvironmentMissingError, IntegrityError
from nightschool.files import mark_used, need_space, write_json
from nightschool.phases.shared import Shared
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


def run_transaction(phase: str, key: str, store: Path, recipe: Recipe, shared: Shared | None = None) -> PhaseResult:
    """Return the finished result under (phase, key), making it with `recipe` if it is not there or incomplete.

    Raises EnvironmentMissingError when the disk is full or `shared` cannot be reached; nothing finished is lost then.
    """
    home = store / phase
    need_space(home, FREE_MB)
    folder = home / key
    with FileLock(key_lock(folder)):
        if shared and not (folder / RESULT).exists():
            _fetch(shared, phase, key, folder)
        result = _finished(folder) or _made(phase, key, folder, recipe)
        if shared and not (result.reused and shared.holds(phase, key)):
            shared.publish(phase, key, folder)
        return result


def key_lock(folder: Path) -> Path:
    """The lock of a phase's output folder, held while it is made, found or taken away."""
    return folder.with_name(f".{folder.name}.lock")


def _fetch(shared: Shared, phase: str, key: str, folder: Path) -> None:
    """Bring what another machine finished, if it did and it is what it left."""
    try:
        if shared.fetch(phase, key, folder):
            print(f"Phase {phase!r} was fetched from {shared.url}.", flush=True)
    except IntegrityError as error:
        print(f"{error} It was changed since; phase {phase!r} is made again here.", flush=True)


def _finished(folder: Path) -> PhaseResult | None:
    """The result of an earlier run, unless it is incomplete: then what it left is gone on with."""
    if not (folder / RESULT).exists():
        return None
    found = _read(folder)
    if found.outcome != INCOMPLETE:
        mark_used(folder)
        return found
    partial = _partial(folder)
    shutil.rmtree(partial, ignore_errors=True)
    folder.replace(partial)
    return None


def _made(phase: str, key: str, folder: Path, recipe: Recipe) -> PhaseResult:
    partial = _partial(folder)
    partial.mkdir(exist_ok=True)
    began = time.monotonic()
    try:
        outcome = recipe(partial)
        seconds = round(time.monotonic() - began, 1)
        made = (phase, key, str(folder), outcome.metrics, outcome.digests, outcome.outcome)
        result = PhaseResult(*made, seconds=seconds)
        write_json(partial / RESULT, result.to_json())
        partial.replace(folder)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise EnvironmentMissingError(
                f"Disk full while phase {phase!r} wrote {partial}; free some and run it again."
            ) from error
        raise
    return result


def _partial(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.partial")


def _read(folder: Path) -> PhaseResult:
    try:
        data = json.loads((folder / RESULT).read_text(encoding="utf-8"))
        return PhaseResult(**{**data, "output": str(folder), "reused": True})
    except (ValueError, TypeError) as error:
        raise IntegrityError(
            f"{folder / RESULT} is not a phase result; remove the folder {folder} and run again."
        ) from error
