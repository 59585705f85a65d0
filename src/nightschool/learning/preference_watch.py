"""What stops preference training: its time, and chosen answers that lose likelihood.

DPO can lower the likelihood of both answers as long as the rejected one falls faster. The reward of the chosen answer
is beta times its log-likelihood against the reference, on the same batch, so their running mean needs no baseline.
Covered: the two reasons, live metrics, checkpoint marks, leaving when asked. Not covered: whether the result is any
good; the phase looks at dev.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.learning.callbacks import Log
from nightschool.learning.checkpoints import Progress, mark_complete, tell_resumed
from nightschool.leaving import is_asked, leave

RECENT = 5
"""Logged steps whose mean decides a collapse."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop."""

    seconds: float
    collapse: float
    """Nats per chosen token below the reference."""
    beta: float
    chosen_tokens: float = 1.0
    """Mean tokens of a chosen answer."""


class PreferenceWatch:
    """Keeps `progress` up to date. Methods are the trainer's callback events."""

    def __init__(self, limits: Limits, progress: Progress, log: Log) -> None:
        self.limits, self.progress, self.log = limits, progress, log
        self.started, self.tokens_before = time.monotonic(), progress.tokens

    def on_train_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """Start the clock where the last process stopped; the same limits stop what is gone on with."""
        tell_resumed(state)
        self.started = time.monotonic() - self.progress.seconds
        self.progress.stopped_because = ""

    def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> Any:
        """Stop when the time is over."""
        self.progress.step = state.global_step
        self.progress.seconds = time.monotonic() - self.started
        if self.progress.seconds > self.limits.seconds:
            self._stop(control, "time")
        if is_asked():
            control.should_save = True
        return control

    def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **kwargs: Any) -> Any:
        """Hand the numbers on; stop when chosen answers have collapsed."""
        numbers = {f"train.{k}": float(v) for k, v in (logs or {}).items() if isinstance(v, int | float)}
        if "train.num_tokens" in numbers:  # counted by the trainer since this process began
            self.progress.tokens = self.tokens_before + int(numbers["train.num_tokens"])
        self.log(numbers, state.global_step)
        if "train.rewards/chosen" in numbers:
            ratio = numbers["train.rewards/chosen"] / self.limits.beta
            self.progress.drops = [*self.progress.drops, ratio / self.limits.chosen_tokens][-RECENT:]
        drops = self.progress.drops
        if len(drops) == RECENT and (mean := sum(drops) / RECENT) < -self.limits.collapse:
            self._stop(control, f"chosen answers lost {-mean:.3f} nats per token, allowed are {self.limits.collapse}")
        return control

    def on_save(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """The trainer has written all files of this checkpoint."""
        mark_complete(Path(args.output_dir) / f"checkpoint-{state.global_step}", self.progress)
        if is_asked():
            leave()

    def _stop(self, control: Any, reason: str) -> None:
        self.progress.stopped_because = self.progress.stopped_because or reason
        control.should_training_stop = True


def make_watch(limits: Limits, progress: Progress, log: Log) -> Any:
    """`PreferenceWatch` as a TrainerCallback."""
    from transformers import TrainerCallback

    return type("PreferenceCallback", (PreferenceWatch, TrainerCallback), {})(limits, progress, log)
