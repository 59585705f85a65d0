"""What happens around training steps: live metrics, looks at dev, stopping, checkpoint marks.

Covered: an early stop with its reason, the best adapter kept when dev gets worse, a hard stop when the
machine turns out slower than planned, a checkpoint of the very step where the process is asked to leave; several
processes stop at the same step, and the first one writes.
Not covered: the learning rate; it is planned for all steps.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.config import TrainConfig
from nightschool.learning.checkpoints import Progress, mark_complete, tell_resumed
from nightschool.learning.encoding import Encoded
from nightschool.learning.trainer import dev_loss
from nightschool.leaving import is_asked, leave

Log = Callable[[dict[str, float], int], None]

LOGGED = ("loss", "grad_norm", "learning_rate", "token_accuracy", "divergence", "num_tokens")
"""The trainer's numbers that are handed on."""
OVERTIME = 1.5
"""Training stops when it has taken this many times its planned minutes."""


@dataclass(slots=True)
class Watch:
    """What the callback needs to know."""

    config: TrainConfig
    log: Log
    dev: Sequence[Sequence[Encoded]]
    """Encoded dev rows in batches."""
    pad: int
    best: Path
    """Where the best adapter so far is kept."""
    steps: int
    """Planned steps."""


class Night:
    """Clock, metrics, dev looks; keeps `progress` up to date. Methods are the trainer's callback events."""

    def __init__(self, watch: Watch, progress: Progress) -> None:
        self.watch, self.progress = watch, progress
        self.started, self.tokens_before = 0.0, progress.tokens

    def on_train_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """Start the clock where the last process stopped."""
        tell_resumed(state)
        self.started = time.monotonic() - self.progress.seconds

    def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> Any:
        """Look at dev when it is time, and stop for one of the two reasons."""
        last = state.global_step >= self.watch.steps
        self.progress.step = state.global_step
        if self.watch.dev and state.global_step % self.watch.config.eval_steps == 0 and not last:
            self._look(kwargs["model"], state)
        self.progress.seconds = time.monotonic() - self.started
        self.progress.stopped_because = "" if last else _as_the_first_says(self._reason_to_stop())
        if self.progress.stopped_because:
            control.should_training_stop = True
        if is_asked():
            control.should_save = True
        return control

    def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **kwargs: Any) -> None:
        """Hand the numbers on, once for all processes."""
        numbers = {f"train.{name}": float(logs[name]) for name in LOGGED if name in (logs or {})}
        if "train.num_tokens" in numbers:  # counted by the trainer since this process began
            self.progress.tokens = self.tokens_before + int(numbers["train.num_tokens"])
        if not numbers or not state.is_world_process_zero:
            return
        numbers["train.progress"] = state.global_step / max(1, self.watch.steps)
        numbers["train.seconds"] = self.progress.seconds
        self.watch.log(numbers, state.global_step)

    def on_save(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """The trainer has written all files of this checkpoint, in every process."""
        from accelerate import PartialState

        PartialState().wait_for_everyone()
        checkpoint = Path(args.output_dir) / f"checkpoint-{state.global_step}"
        if state.is_world_process_zero and checkpoint.is_dir():
            mark_complete(checkpoint, self.progress)
        if is_asked():
            leave()

    def _look(self, model: Any, state: Any) -> None:
        loss = dev_loss(model, self.watch.dev, self.watch.pad)
        better = self.progress.best_loss is None or loss < self.progress.best_loss
        if better:
            self.progress.best_loss, self.progress.worse_looks = loss, 0
        else:
            self.progress.worse_looks += 1
        if state.is_world_process_zero:
            self.watch.log({"dev.loss": loss}, state.global_step)
            if better:
                model.save_pretrained(self.watch.best)

    def _reason_to_stop(self) -> str:
        progress, config = self.progress, self.watch.config
        if progress.worse_looks >= config.patience:
            return f"dev loss no better for {progress.worse_looks} looks (best {progress.best_loss:.4f})"
        if progress.seconds > OVERTIME * 60 * config.max_minutes:
            return f"{progress.seconds / 60:.1f} minutes passed, planned were {config.max_minutes:g}"
        return ""


def _as_the_first_says(reason: str) -> str:
    """The first process's reason: clocks differ, and one that stopped alone would leave the others waiting."""
    from accelerate.utils import broadcast_object_list

    return str(broadcast_object_list([reason])[0])


def make_callback(watch: Watch, progress: Progress) -> Any:
    """`Night` as a TrainerCallback."""
    from transformers import TrainerCallback

    return type("NightCallback", (Night, TrainerCallback), {})(watch, progress)
