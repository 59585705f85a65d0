"""A base model whose linear layers are held in 8 or 4 bits (bitsandbytes), for memory that is too small for all of it.

Covered: what `from_pretrained` is told, one clear error where bitsandbytes or a device for it is missing, getting the
model ready for LoRA (QLoRA), adapters kept beside it: a merge would round them to the base's few bits.
Not covered: exports and merges, which read the base whole; a quantised base is another model to answer with, and is
measured as one. Sources: LLM.int8() (2208.07339), QLoRA (2305.14314), PEFT's guide to quantisation.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nightschool.config import ModelConfig
from nightschool.errors import ConfigError


def require_quantizer(config: ModelConfig, device: str) -> None:
    """Raise ConfigError where `model.quantization` asks for what this machine cannot do."""
    asked = f"model.quantization is {config.quantization!r}, but"
    if find_spec("bitsandbytes") is None:
        raise ConfigError(
            f"{asked} bitsandbytes is not installed. Run `pip install 'nightschool[gpu]'`, or set `none`."
        )
    if device == "mps" or (device == "cpu" and config.device != "cpu"):
        raise ConfigError(
            f"{asked} torch sees no CUDA device (it would take {device!r}). Set it to `none`; to try it slowly without "
            "a GPU, name the CPU: model.device=cpu."
        )


def quantizing(config: ModelConfig, device: str, dtype: Any) -> dict[str, Any]:
    """What `from_pretrained` is told besides, on the device where the weights are to lie; nothing where all are kept.

    Raises ConfigError as `require_quantizer`.
    """
    if config.quantization == "none":
        return {}
    require_quantizer(config, device)
    from transformers import BitsAndBytesConfig

    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)  # it tells of each product that it casts
    four = {"bnb_4bit_quant_type": "nf4", "bnb_4bit_use_double_quant": True, "bnb_4bit_compute_dtype": dtype}
    eight = config.quantization == "8bit"
    made = BitsAndBytesConfig(load_in_8bit=True) if eight else BitsAndBytesConfig(load_in_4bit=True, **four)
    return {"quantization_config": made, "device_map": {"": _place(device)}}


def is_quantized(model: Any) -> bool:
    """Whether the linear layers are held in few bits; also of a PEFT model over such a base."""
    return bool(getattr(model, "is_loaded_in_8bit", False) or getattr(model, "is_loaded_in_4bit", False))


def ready_for_lora(model: Any) -> Any:
    """A quantised base as PEFT wants it under a LoRA: frozen, what is not quantised in float32. Any other as it is."""
    if not is_quantized(model):
        return model
    from peft import prepare_model_for_kbit_training

    return prepare_model_for_kbit_training(model, use_gradient_checkpointing=False)  # a setting, for all models alike


def with_adapter_beside(model: Any, adapter: Path) -> Any:
    """The quantised model with a trained adapter that stays apart from it."""
    from peft import PeftModel

    return PeftModel.from_pretrained(model, adapter, is_trainable=False)


@contextmanager
def adapter_as_it_is(model: Any) -> Iterator[None]:
    """Put the trained numbers back as they were before.

    TRL's trainers round those over a quantised base to bfloat16 when they are made. Steps of a LoRA's size are lost in
    that, and the reference of `prefer` would be another adapter. Over any other base they do nothing, and so does this.
    """
    before = {name: value.data for name, value in model.named_parameters() if value.requires_grad}
    yield
    for name, value in model.named_parameters():
        if name in before:
            value.data = before[name]


def _place(device: str) -> str | int:
    """The device as a device map names it: of several, the one that this process works on."""
    if device != "cuda":
        return device
    import torch

    return torch.cuda.current_device()
