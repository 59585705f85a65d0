"""Proof that a phase taught: what training did to the adapter, in numbers.

A run whose steps move nothing looks healthy in its loss (huggingface/trl#6700). Covered: digest of the trained numbers
before and after, L2 norm of the update they make to the model, L2 norm of their change, the step at which the rate was
largest. Not covered: whether what was learnt is any good.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nightschool.errors import NothingLearntError

STILL = 1e-6
"""Change, as a part of the trained numbers' own norm, up to which an adapter has not moved."""


@dataclass(frozen=True, slots=True)
class Movement:
    """An adapter before and after."""

    digest_before: str
    digest_after: str
    norm_before: float
    """Norm of the update to the model, over all layers: |B A| scaled."""
    norm_after: float
    change: float
    """Norm of the change of all trained numbers."""
    size: float
    """Norm of all trained numbers before."""
    trained: int
    """Numbers trained."""
    peak_step: int
    """Step at which the learning rate was largest; 0 where none was logged."""

    @property
    def moved(self) -> bool:
        """Whether training changed anything."""
        return self.digest_before != self.digest_after and self.change > STILL * max(self.size, STILL)

    def metrics(self, phase: str) -> dict[str, float]:
        """The numbers, named for tracking."""
        names = ("norm_before", "norm_after", "change", "trained", "peak_step")
        return {f"{phase}.{name}": float(getattr(self, name)) for name in names}


class Snapshot:
    """The trained numbers of a model as they are now, to be compared with what becomes of them."""

    def __init__(self, model: Any) -> None:
        self.numbers = {name: value.detach().float().cpu().clone() for name, value in trained(model)}
        self.norm = update_norm(model)

    def compared(self, model: Any, history: Iterable[Mapping[str, Any]]) -> Movement:
        """What happened since. `history` is the trainer's log."""
        now = {name: value.detach().float().cpu() for name, value in trained(model) if name in self.numbers}
        change = math.sqrt(sum(float(((value - self.numbers[name]) ** 2).sum()) for name, value in now.items()))
        size = math.sqrt(sum(float((value**2).sum()) for value in self.numbers.values()))
        count = sum(value.numel() for value in self.numbers.values())
        digests = (_digest(self.numbers), _digest(now))
        return Movement(*digests, self.norm, update_norm(model), change, size, count, peak_step(history))


def trained(model: Any) -> Iterator[tuple[str, Any]]:
    """Parameters that are trained, but for a frozen copy."""
    return ((name, value) for name, value in model.named_parameters() if value.requires_grad)


def update_norm(model: Any, adapter: str = "default") -> float:
    """Root of the sum over layers of |scaling B A|^2, which is tr((B'B)(A A')): no update is ever made whole."""
    total = 0.0
    for module in model.modules():
        if adapter in getattr(module, "lora_A", ()):
            a, b = (getattr(module, side)[adapter].weight.detach().float() for side in ("lora_A", "lora_B"))
            total += module.scaling[adapter] ** 2 * float(((b.T @ b) * (a @ a.T)).sum())
    return math.sqrt(max(0.0, total))


def peak_step(history: Iterable[Mapping[str, Any]]) -> int:
    """The first step with the largest learning rate in a trainer's log."""
    rates = [(entry["learning_rate"], -entry["step"]) for entry in history if "learning_rate" in entry]
    return -max(rates)[1] if rates else 0


def must_have_moved(movement: Movement) -> Movement:
    """The movement. Raises NothingLearntError if there is none."""
    if not movement.moved:
        raise NothingLearntError(
            f"Training changed nothing: {movement.trained:,} numbers of norm {movement.size:.3g} moved by "
            f"{movement.change:.3g}. Look at the learning rate (train, rehearse, prefer) and at the rows."
        )
    return movement


def _digest(numbers: Mapping[str, Any]) -> str:
    """SHA-256 of names and values, first 16 hex digits."""
    digest = hashlib.sha256()
    for name in sorted(numbers):
        digest.update(name.encode())
        digest.update(numbers[name].numpy().tobytes())
    return digest.hexdigest()[:16]
