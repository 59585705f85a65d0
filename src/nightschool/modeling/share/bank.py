"""A bank of adapters: one pair of bases a layer for all tasks, coefficients for each.

Covered: adding adapters with a bound on what it costs the others, giving one back as plain LoRA factors, what
it stores, a folder with its digest. Not covered: which task a question belongs to; that is the caller's route.

The bound holds for one merge. Over several, errors add: `drift` is the sum of what each merge cost a task.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from torch import Tensor  # noqa: TID253 - this module is imported when there are tensors to work on

from nightschool.errors import IntegrityError, MissingAdapterError, UsageError
from nightschool.files import digest_file, write_json
from nightschool.modeling.share.factors import Factors
from nightschool.modeling.share.layer import NEW, OLD, TAU, Layer, merge

TENSORS, RECORD = "share.safetensors", "share.json"


@dataclass(frozen=True)
class Bank:
    """All layers, and what merging cost."""

    layers: Mapping[str, Layer] = field(default_factory=dict)
    """By module name, as in PEFT's files."""
    errors: Mapping[str, float] = field(default_factory=dict)
    """Largest relative error over layers that the last merge cost each task."""
    drift: Mapping[str, float] = field(default_factory=dict)
    """Sum of those over all merges."""

    @property
    def tasks(self) -> tuple[str, ...]:
        """Names of the adapters kept."""
        return tuple(sorted({task for layer in self.layers.values() for task in layer.coefficients}))

    @property
    def parameters(self) -> int:
        """Numbers stored."""
        return sum(layer.parameters for layer in self.layers.values())

    def trained(self, p: int, phi: int = 0) -> int:
        """Numbers that a new task of rank p trains in these bases: k p a basis, and f (n + p) for f <= phi more."""
        bases = [basis for layer in self.layers.values() for basis in (layer.beta_nk, layer.alpha_dk)]
        return sum(k * p + min(phi, k) * (n + p) for n, k in (basis.shape for basis in bases))

    def add(
        self, adapters: Mapping[str, Mapping[str, Factors]], tau: float = TAU, bounds: tuple[float, float] = (OLD, NEW)
    ) -> Bank:
        """This bank with more adapters (module -> factors, by task). Raises UsageError when modules differ."""
        modules = sorted(self.layers) or sorted(next(iter(adapters.values())))
        for task, adapter in adapters.items():
            if sorted(adapter) != modules:
                odd = sorted(set(adapter) ^ set(modules))
                raise UsageError(f"Adapter {task!r} adapts other modules than the bank: {', '.join(odd[:3])}.")
        layers: dict[str, Layer] = {}
        errors: dict[str, float] = {}
        for module in modules:
            new = {task: adapter[module] for task, adapter in adapters.items()}
            layers[module], cost = merge(self.layers.get(module), new, tau, bounds)
            errors = {task: max(errors.get(task, 0.0), cost[task]) for task in cost}
        return Bank(
            layers, errors, {t: e + (0.0 if t in adapters else self.drift.get(t, 0.0)) for t, e in errors.items()}
        )

    def factors(self, task: str) -> dict[str, Factors]:
        """A task's adapter, rank p. Raises UsageError naming the tasks there are."""
        if task not in self.tasks:
            raise UsageError(f"The bank has no task {task!r}; it holds {', '.join(self.tasks) or 'none'}.")
        return {module: layer.factors(task) for module, layer in self.layers.items()}

    def save(self, folder: Path) -> int:
        """Write float32 safetensors and their record; returns bytes of tensors."""
        from safetensors.torch import save_file

        folder.mkdir(parents=True, exist_ok=True)
        tensors: dict[str, Tensor] = {}
        for module, layer in self.layers.items():
            tensors |= {f"{module}|beta": layer.beta_nk, f"{module}|alpha": layer.alpha_dk}
            for task, (eb, ea) in layer.coefficients.items():
                tensors |= {f"{module}|{task}|b": eb, f"{module}|{task}|a": ea}
        save_file({name: one.float().contiguous() for name, one in tensors.items()}, folder / TENSORS)
        record = {"tensors": digest_file(folder / TENSORS), "errors": dict(self.errors), "drift": dict(self.drift)}
        write_json(folder / RECORD, record)
        return (folder / TENSORS).stat().st_size


def load_bank(folder: Path) -> Bank:
    """A saved bank. Raises IntegrityError when it is missing or not the one that was written."""
    from safetensors.torch import load_file

    if not folder.is_dir():
        raise MissingAdapterError(f"No bank {str(folder)!r}. `nightschool compare --strategies share` makes one.")
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        if record["tensors"] != digest_file(folder / TENSORS):
            raise ValueError(f"{TENSORS} differs from its record")
    except (OSError, ValueError, KeyError) as error:
        raise IntegrityError(
            f"{str(folder)!r} holds no whole Share bank: {error}. `nightschool compare --strategies share` makes one."
        ) from error
    tensors = {name: one.double() for name, one in load_file(folder / TENSORS).items()}
    layers = {}
    for module in sorted({name.split("|")[0] for name in tensors}):
        tasks = sorted(name.split("|")[1] for name in tensors if name.startswith(f"{module}|") and name.endswith("|b"))
        own = {task: (tensors[f"{module}|{task}|b"], tensors[f"{module}|{task}|a"]) for task in tasks}
        layers[module] = Layer(tensors[f"{module}|beta"], tensors[f"{module}|alpha"], own)
    return Bank(layers, record["errors"], record["drift"])
