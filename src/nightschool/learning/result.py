"""What training leaves behind, and the one step that makes it final.

Covered: the sealed adapter is written aside and renamed, the result is written last, so that a folder with
`train.json` is finished and one without it is gone on with. Not covered: training.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.files import write_json
from nightschool.learning.movement import Movement, must_have_moved
from nightschool.learning.seen import write_seen
from nightschool.modeling.adapter import seal_adapter
from nightschool.modeling.answers import answer_format
from nightschool.modeling.prompts import prompt_digest

RESULT = "train.json"


@dataclass(frozen=True, slots=True)
class TrainResult:
    """What training left behind."""

    adapter: Path
    """Sealed PEFT folder."""
    digest: str
    """Digest of that folder."""
    steps: int
    tokens: int
    """Tokens seen, padding included."""
    rows_seen: int
    seconds: float
    stopped_because: str
    """`finished`, `time` (the plan holds what fits max_minutes) or why it ended early."""
    final_loss: float
    """Mean training loss over the last tenth of the steps, nats per answer token."""
    dev_loss: float | None
    """Dev loss of the adapter that was kept; None without dev rows."""
    movement: Movement | None = None
    """What training did to the adapter; None for one that nothing trained."""

    def to_json(self) -> dict[str, Any]:
        """Plain dict."""
        return {**asdict(self), "adapter": str(self.adapter)}

    def metrics(self, phase: str = "align") -> dict[str, float]:
        """The numbers, named for tracking."""
        names = ("steps", "tokens", "rows_seen", "seconds", "final_loss", "dev_loss")
        values = {name: getattr(self, name) for name in names}
        numbers = {f"{phase}.{name}": float(value) for name, value in values.items() if value is not None}
        return numbers | (self.movement.metrics(phase) if self.movement else {})


def finished_result(output: Path) -> TrainResult | None:
    """The result of a training that was finished in this folder, if any."""
    return read_result(output) if (output / RESULT).exists() else None


def read_result(output: Path) -> TrainResult:
    """What a finished training left in this folder."""
    data = json.loads((output / RESULT).read_text(encoding="utf-8"))
    moved = Movement(**data["movement"]) if data.get("movement") else None
    return TrainResult(**{**data, "adapter": output / "adapter", "movement": moved})


def finish(
    model: Any, base_digest: str, config: Config, output: Path, result: TrainResult, seen: Mapping[str, int]
) -> TrainResult:
    """Write the adapter aside, seal it, rename it into place, write the result, and clean up.

    `seen` is how often each row has been learnt, tonight included (`learning.seen`). Raises NothingLearntError where
    training moved nothing; what it left stays to be looked at.
    """
    if result.movement is not None:
        must_have_moved(result.movement)
    aside = output / "adapter.part"
    shutil.rmtree(aside, ignore_errors=True)
    model.save_pretrained(aside, safe_serialization=True)
    (aside / "README.md").unlink(missing_ok=True)
    write_seen(aside, seen)
    facts = {
        "prompt": prompt_digest(answer_format(config.answer)),
        "format": config.answer.format,
        "config": config.digest("train", "answer", "model"),
        "steps": result.steps,
    }
    digest = seal_adapter(aside, base_digest, facts)
    shutil.rmtree(result.adapter, ignore_errors=True)
    result = replace(result, adapter=aside.replace(result.adapter), digest=digest)
    write_json(output / RESULT, result.to_json())
    for leftover in ("checkpoints", "best"):
        shutil.rmtree(output / leftover, ignore_errors=True)
    return result
