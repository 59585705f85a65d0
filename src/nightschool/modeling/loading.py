"""Base models and adapters in memory.

Covered: device and dtype (bfloat16 only where the hardware multiplies it), sdpa attention, eval mode,
adapters folded into the weights for generation. Not covered: finding the files (`store.py`), trusting
an adapter (`adapter.py`), bases in few bits (`quantized.py`).
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakSet

from nightschool.config import ModelConfig
from nightschool.errors import ConfigError
from nightschool.modeling.quantized import is_quantized, quantizing, with_adapter_beside
from nightschool.modeling.store import BaseModelFiles

LARGE_MB = 64
"""Weights of earlier models that are in memory still; with less than this nothing is looked for."""
_held: WeakSet[Any] = WeakSet()
"""Models that were loaded here and are in memory still, in use or not."""


@dataclass(slots=True)
class Loaded:
    """A model that can answer, and the tokenizer it was trained with."""

    model: Any
    tokenizer: Any
    files: BaseModelFiles


def load_model(files: BaseModelFiles, config: ModelConfig, adapter: Path | None = None) -> Loaded:
    """Load the base model, with an adapter merged into it if one is given (verify the adapter first).

    A quantised base has the adapter beside it instead. Raises ConfigError where it cannot be had as configured.

    Merging costs a second and saves a fifth of the time of every answer. What an earlier training left behind in cycles
    of references is let go first: two models of 1.5B parameters do not fit beside each other everywhere.
    """
    _let_go()
    import torch
    from transformers import AutoModelForCausalLM

    if config.threads:
        torch.set_num_threads(config.threads)
    device = pick_device(config)
    dtype = getattr(torch, pick_dtype(config, device))
    model: Any = AutoModelForCausalLM.from_pretrained(
        files.folder,
        dtype=dtype,
        attn_implementation="sdpa",
        trust_remote_code=False,
        use_safetensors=True,
        local_files_only=True,
        **quantizing(config, device, dtype),
    )
    if is_quantized(model):
        model = with_adapter_beside(model, adapter) if adapter else model
    else:
        model = (_merged(model, adapter) if adapter else model).to(device)
    _held.add(model)
    return Loaded(model.eval(), load_tokenizer(files), files)


def _let_go() -> None:
    """Collect cycles of references if models that may hang in them are large: it takes up to a second."""
    weights = (weight for model in list(_held) for weight in model.parameters())
    if sum(weight.numel() * weight.element_size() for weight in weights) >= LARGE_MB << 20:
        gc.collect()


def load_tokenizer(files: BaseModelFiles) -> Any:
    """The base model's tokenizer, padding on the left."""
    from transformers import AutoTokenizer

    tokenizer: Any = AutoTokenizer.from_pretrained(
        files.folder, trust_remote_code=False, local_files_only=True, padding_side="left"
    )
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def pick_device(config: ModelConfig) -> str:
    """The configured device, or the best there is (ConfigError if the configured one is not there)."""
    import torch

    present = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if config.device == "auto":
        return next(name for name in ("cuda", "mps", "cpu") if present[name])
    if not present[config.device]:
        raise ConfigError(f"model.device is {config.device!r}, but torch sees none. Set it to `auto` or `cpu`.")
    return config.device


def pick_dtype(config: ModelConfig, device: str) -> str:
    """The configured dtype; `auto` is bfloat16 where the hardware multiplies it, else float32.

    A CPU without such instructions emulates bfloat16: on one with AVX2 alone, matrix products ran at a
    fifth of their float32 speed.
    """
    if config.dtype != "auto":
        return config.dtype
    if device == "cuda":
        import torch

        return "bfloat16" if torch.cuda.is_bf16_supported(including_emulation=False) else "float32"
    return "bfloat16" if device == "cpu" and _cpu_flags() & {"avx512_bf16", "amx_bf16", "bf16"} else "float32"


def _cpu_flags() -> set[str]:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return set()
    return {
        flag for line in text.splitlines() if line.lower().startswith(("flags", "features")) for flag in line.split()
    }


def _merged(model: Any, adapter: Path) -> Any:
    from peft import PeftModel

    return PeftModel.from_pretrained(model, adapter, is_trainable=False).merge_and_unload(safe_merge=True)


def linear_shapes(files: BaseModelFiles) -> list[tuple[int, int]]:
    """(outputs, inputs) of every linear layer that PEFT's `all-linear` adapts; no weights are read."""
    import torch
    from accelerate import init_empty_weights
    from transformers import AutoConfig, AutoModelForCausalLM

    with init_empty_weights():
        model: Any = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(files.folder, local_files_only=True))
    head = model.get_output_embeddings()
    layers = [layer for layer in model.modules() if isinstance(layer, torch.nn.Linear) and layer is not head]
    return [(layer.out_features, layer.in_features) for layer in layers]
