"""Checkpoints that are complete or ignored.

The trainer writes a checkpoint file by file. When it is done, our `progress.json` is put beside the files in
one rename: a folder without it was half written when the process was killed, and is removed.
Covered: kill -9 at any moment, time already spent, the state of early stopping. Not covered: power loss.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nightschool.files import write_json

PROGRESS = "progress.json"


@dataclass(slots=True)
class Progress:
    """What must outlive the process besides the trainer's own state."""

    step: int = 0
    seconds: float = 0.0
    """Training time spent, over all processes."""
    tokens: int = 0
    best_loss: float | None = None
    """Lowest dev loss so far, nats per answer token."""
    worse_looks: int = 0
    """Looks at dev since then."""
    stopped_because: str = ""
    drops: list[float] = field(default_factory=list)
    """Preference: latest log-likelihood ratios of chosen answers to the reference, nats per token."""


def mark_complete(checkpoint: Path, progress: Progress) -> None:
    """Declare a checkpoint complete."""
    write_json(checkpoint / PROGRESS, asdict(progress))


def tell_resumed(state: Any) -> None:
    """Print where training goes on, by the trainer's own state as it begins; nothing for a fresh start.

    One of several processes prints it for all.
    """
    if state.global_step and state.is_world_process_zero:
        print(f"Training goes on from step {state.global_step} of {state.max_steps}.", flush=True)


def last_complete(folder: Path) -> tuple[Path, Progress] | None:
    """The newest complete checkpoint, after removing those that were half written."""
    complete: dict[int, tuple[Path, Progress]] = {}
    for path in folder.glob("checkpoint-*"):
        try:
            progress = Progress(**json.loads((path / PROGRESS).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            shutil.rmtree(path, ignore_errors=True)
            continue
        complete[progress.step] = (path, progress)
    return complete[max(complete)] if complete else None
