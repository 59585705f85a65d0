"""An adapter's weights, looked at before anything loads them: is this a LoRA of the shape its config says?

Covered: safetensors and nothing pickled beside them; a plain LoRA without code or modules of its own; every tensor one
half of a pair on a target module, of the rank that the config says; finite numbers; an update no larger than
LARGEST. Not covered: digests (`adapter.verify_adapter`) and what the adapter makes of a model; the examination
finds that out.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nightschool.errors import IntegrityError
from nightschool.modeling.store import PICKLES

CONFIG, WEIGHTS = "adapter_config.json", "adapter_model.safetensors"
LARGEST = 100.0
"""Largest Frobenius norm of one layer's update. A night's training moved the furthest layer of SmolLM2-135M by 3.6."""
_KEY = re.compile(r"(?P<module>.+)\.lora_(?P<half>[AB])\.weight")
_EXTRAS = (
    *("auto_mapping", "modules_to_save", "trainable_token_indices", "target_parameters", "layer_replication"),
    *("lora_bias", "megatron_config", "arrow_config", "use_dora"),
)
"""Settings by which an adapter would bring more than two factors a layer; empty in ours."""


def scan_adapter(folder: Path) -> None:
    """Raise IntegrityError naming file, tensor and value unless the folder holds a plain and sane LoRA."""
    pickled = sorted(path.name for pattern in PICKLES for path in folder.glob(pattern))
    if pickled:
        raise _refused(folder, f"{pickled[0]} is pickled, which is never loaded")
    config = _read_config(folder)
    halves = _halves(folder, config)
    for module, both in sorted(halves.items()):
        if set(both) != {"A", "B"}:
            raise _refused(folder, f"{module} has lora_{next(iter(both))} without its other half")
        _check_ranks(folder, module, both, config)
        _check_size(folder, module, both, config)
    if not halves:
        raise _refused(folder, f"{WEIGHTS} holds no tensors")


def _read_config(folder: Path) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        kind, rank, targets = config["peft_type"], config["r"], config["target_modules"]
        float(config["lora_alpha"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _refused(folder, f"{CONFIG} is no PEFT config ({error!r})") from error
    if kind != "LORA" or not isinstance(rank, int) or not targets:
        raise _refused(folder, f"{CONFIG} says peft_type {kind!r}, r {rank!r}, target_modules {targets!r}; plain LoRA")
    extra = next((name for name in _EXTRAS if config.get(name)), None)
    if extra or config.get("bias", "none") != "none":
        name = extra or "bias"
        raise _refused(folder, f"{CONFIG} sets {name} to {config[name]!r}, but only plain LoRA is loaded")
    return config


def _halves(folder: Path, config: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Factors by module and half; every tensor must be one of them."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        tensors = load_file(folder / WEIGHTS)
    except (OSError, SafetensorError) as error:
        raise _refused(folder, f"{WEIGHTS} is not safetensors ({error})") from error
    halves: dict[str, dict[str, Any]] = {}
    for name, tensor in sorted(tensors.items()):
        found = _KEY.fullmatch(name)
        if found is None:
            raise _refused(folder, f"tensor {name} of shape {tuple(tensor.shape)} is no half of a LoRA")
        if not _is_target(found["module"], config["target_modules"]):
            raise _refused(folder, f"tensor {name} is on no target module of {CONFIG}")
        if not bool(tensor.isfinite().all()):
            bad = tensor[~tensor.isfinite()].flatten()[0].item()
            raise _refused(folder, f"tensor {name} holds {bad}")
        halves.setdefault(found["module"], {})[found["half"]] = tensor
    return halves


def _is_target(module: str, targets: str | list[str]) -> bool:
    if isinstance(targets, str):
        return targets == "all-linear" or re.search(targets + r"\Z", module) is not None
    return any(module == target or module.endswith(f".{target}") for target in targets)


def _check_ranks(folder: Path, module: str, both: Mapping[str, Any], config: Mapping[str, Any]) -> None:
    shapes = tuple(both["A"].shape), tuple(both["B"].shape)
    wanted = _own(config.get("rank_pattern"), module, config["r"])
    if (len(shapes[0]), len(shapes[1])) != (2, 2) or (shapes[0][0], shapes[1][1]) != (wanted, wanted):
        raise _refused(folder, f"{module} has factors of shapes {shapes[0]} and {shapes[1]}; {CONFIG} says r {wanted}")


def _check_size(folder: Path, module: str, both: Mapping[str, Any], config: Mapping[str, Any]) -> None:
    """With scale s, the norm of s B A is s sqrt(tr(BᵀB AAᵀ)): r x r products only."""
    a_rd, b_nr = both["A"].double(), both["B"].double()
    rank = a_rd.shape[0]
    scale = _own(config.get("alpha_pattern"), module, config["lora_alpha"])
    scale /= math.sqrt(rank) if config.get("use_rslora") else rank
    norm = abs(scale) * math.sqrt(max(0.0, float(((b_nr.T @ b_nr) * (a_rd @ a_rd.T)).sum())))
    if not norm <= LARGEST:
        raise _refused(folder, f"{module} moves its layer by {norm:.4g}; the largest norm accepted is {LARGEST:g}")


def _own(patterns: Mapping[str, Any] | None, module: str, default: float) -> float:
    """PEFT's rank or alpha of one module."""
    found = (value for pattern, value in (patterns or {}).items() if re.search(rf"(^|\.){pattern}$", module))
    return next(found, default)


def _refused(folder: Path, why: str) -> IntegrityError:
    return IntegrityError(
        f"Adapter {str(folder)!r} was refused before loading: {why}. Train again; "
        "if it is the champion's: `nightschool rollback --reason ...`."
    )
