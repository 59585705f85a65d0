"""What Share stores beside separate LoRAs, as adapters become many, next to what its paper claims.

Source of the formulas: Share keeps k (n + d) numbers a layer and 2 k p a task, a LoRA r (n + d) a task. The
claims (2602.06043, abstract): up to 100 times fewer parameters, 281 times less memory.
Covered: numbers and bytes (float32), table, picture; a bank that was built, whose k its error bounds have chosen. Not
covered: what is lost by it; a bank's bounds say that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.report.pictures import _canvas

if TYPE_CHECKING:
    from nightschool.modeling.share.bank import Bank

CLAIMED_PARAMETERS, CLAIMED_MEMORY = 100, 281
BYTES = 4
COUNTS = (1, 2, 5, 10, 20, 50)
HEADERS = ("adapters", "LoRA numbers", "Share numbers", "LoRA MB", "Share MB", "LoRA / Share", "per task")


@dataclass(frozen=True, slots=True)
class Storage:
    """Both ways to keep `adapters` adapters, in numbers."""

    adapters: int
    lora: int
    share: int
    lora_task: int
    """Numbers one more task takes."""
    share_task: int

    @property
    def ratio(self) -> float:
        """How many times less Share stores; below 1 it stores more."""
        return self.lora / self.share

    @property
    def task_ratio(self) -> float:
        """How many times fewer numbers one more task has: what a count of trained parameters compares."""
        return self.lora_task / self.share_task


def storage(layers: Sequence[tuple[int, int]], r: int, k: int, p: int, adapters: int) -> Storage:
    """Numbers for layers of shape (n, d), LoRA rank r, k directions (no more than n or d have) and p per task."""
    lora_task = sum(r * (n + d) for n, d in layers)
    directions = [(min(k, n), min(k, d)) for n, d in layers]
    bases = sum(kb * n + ka * d for (kb, ka), (n, d) in zip(directions, layers, strict=True))
    share_task = sum(p * (kb + ka) for kb, ka in directions)
    return Storage(adapters, adapters * lora_task, bases + adapters * share_task, lora_task, share_task)


@dataclass(frozen=True, slots=True)
class Built:
    """What a bank stores, beside its tasks as LoRAs of rank `rank`."""

    tasks: int
    rank: int
    directions: float
    """Mean k over all bases."""
    share: int
    """Numbers stored."""
    lora: int
    drift: float
    """Largest relative error that merging has cost a task in a layer, summed over merges."""

    def __str__(self) -> str:
        ours, loras = (numbers * BYTES / 1e6 for numbers in (self.share, self.lora))
        return (
            f"This bank: {self.tasks} tasks, k = {self.directions:.0f} on average, {ours:.1f} MB; as LoRAs of rank "
            f"{self.rank} {loras:.1f} MB, {loras / ours:.2f} times as much; largest error of a task {self.drift:.3f}."
        )


def built(bank: Bank, rank: int) -> Built:
    """Measure a bank."""
    bases = [basis.shape for layer in bank.layers.values() for basis in (layer.beta_nk, layer.alpha_dk)]
    tasks = len(bank.tasks)
    lora = tasks * rank * sum(width for width, _ in bases)
    mean = sum(k for _, k in bases) / len(bases)
    return Built(tasks, rank, mean, bank.parameters, lora, max(bank.drift.values(), default=0.0))


def storage_rows(found: Sequence[Storage]) -> list[list[str]]:
    """One row a number of adapters."""
    return [
        [
            str(one.adapters), f"{one.lora:,}", f"{one.share:,}", f"{one.lora * BYTES / 1e6:.2f}",
            f"{one.share * BYTES / 1e6:.2f}", f"{one.ratio:.2f}", f"{one.task_ratio:.1f}",
        ]
        for one in found
    ]  # fmt: skip


def draw_storage(path: Path, found: Sequence[Storage]) -> None:
    """How many times less is stored, by number of adapters, and the paper's two claims as lines."""
    figure, axes = _canvas(6.5, 4)
    counts = [one.adapters for one in found]
    axes.plot(counts, [one.ratio for one in found], marker="o", label="stored, all tasks")
    axes.plot(counts, [one.task_ratio for one in found], linestyle="--", label="trained, one more task")
    for claim, what in ((CLAIMED_PARAMETERS, "parameters"), (CLAIMED_MEMORY, "memory")):
        axes.axhline(claim, color="gray", linewidth=0.8)
        axes.text(counts[0], claim * 1.05, f"paper: {claim}x ({what})", fontsize=8)
    axes.axhline(1, color="black", linewidth=0.8)
    axes.set_yscale("log")
    axes.set_xlabel("adapters")
    axes.set_ylabel("separate LoRAs / Share")
    axes.legend(fontsize=8, loc="lower right")
    figure.tight_layout()
    figure.savefig(path, dpi=110)
