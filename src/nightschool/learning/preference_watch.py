"""What stops preference training: its time, and chosen answers that lose likelihood.

DPO can lower the likelihood of both answers as long as the rejected one falls faster. The reward of the chosen answer
is beta times its log-likelihood against the reference, on the same batch, so their running mean needs no baseline.
Covered: the two reasons, live metrics. Not covered: whether the result is any good; the phase looks at dev.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from nightschool.learning.callbacks import Log

RECENT = 5
"""Logged steps whose mean decides a collapse."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop."""

    seconds: float
    collapse: float
    """Nats per chosen token below the reference."""
    beta: float


@dataclass(slots=True)
class Watched:
    """What was seen."""

    seconds: float = 0.0
    tokens: int = 0
    batch: int = 1
    """Examples per step."""
    chosen_tokens: float = 1.0
    """Mean tokens of a chosen answer."""
    stopped_because: str = ""
    drops: deque[float] = field(default_factory=lambda: deque(maxlen=RECENT))
    """Recent log-likelihood ratios of chosen answers to the reference, nats per token."""


class PreferenceWatch:
    """Methods are the trainer's callback events."""

    def __init__(self, limits: Limits, watched: Watched, log: Log) -> None:
        self.limits, self.watched, self.log = limits, watched, log
        self.started = time.monotonic()

    def on_train_begin(self, *args: Any, **kwargs: Any) -> None:
        """Start the clock."""
        self.started = time.monotonic()

    def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> Any:
        """Stop when the time is over."""
        self.watched.seconds = time.monotonic() - self.started
        if self.watched.seconds > self.limits.seconds:
            self._stop(control, "time")
        return control

    def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **kwargs: Any) -> Any:
        """Hand the numbers on; stop when chosen answers have collapsed."""
        numbers = {f"train.{k}": float(v) for k, v in (logs or {}).items() if isinstance(v, int | float)}
        self.watched.tokens = int(numbers.get("train.num_tokens", self.watched.tokens))
        self.log(numbers, state.global_step)
        if "train.rewards/chosen" in numbers:
            ratio = numbers["train.rewards/chosen"] / self.limits.beta
            self.watched.drops.append(ratio / self.watched.chosen_tokens)
        drops = self.watched.drops
        if len(drops) == RECENT and (mean := sum(drops) / RECENT) < -self.limits.collapse:
            self._stop(control, f"chosen answers lost {-mean:.3f} nats per token, allowed are {self.limits.collapse}")
        return control

    def _stop(self, control: Any, reason: str) -> None:
        self.watched.stopped_because = self.watched.stopped_because or reason
        control.should_training_stop = True


def make_watch(limits: Limits, watched: Watched, log: Log) -> Any:
    """`PreferenceWatch` as a TrainerCallback."""
    from transformers import TrainerCallback

    return type("PreferenceCallback", (PreferenceWatch, TrainerCallback), {})(limits, watched, log)
