"""Adapter and base as one set of weights, merged in float32, as plain transformers loads them.

Covered: what storing in fewer bits loses of the update, measured layer by layer; the base's own tokenizer files; the
control. Not covered: bases of shapes that PEFT cannot merge; ours are plain LoRA (`modeling.scan`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nightschool.config import ModelConfig
from nightschool.export.forms import Dtype
from nightschool.export.order import Order
from nightschool.export.peft_form import copy_policy
from nightschool.export.storing import Loss
from nightschool.modeling import load_model

TOKENIZER = ("tokenizer*", "special_tokens_map.json", "chat_template*", "vocab*", "merges.txt")
"""Files of a base that its tokenizer is made of."""
TORCH = {Dtype.F32: "float32", Dtype.F16: "float16", Dtype.BF16: "bfloat16"}


def export_merged(order: Order, folder: Path) -> Loss | None:
    """Write safetensors, config, tokenizer and policy into the folder; returns what storing lost of the update."""
    import torch

    model, loss = whole_model(order)
    model.to(getattr(torch, TORCH[order.stored])).save_pretrained(folder)
    for path in sorted({path for pattern in TOKENIZER for path in order.base.folder.glob(pattern)}):
        shutil.copy2(path, folder)
    if not order.control:
        copy_policy(order, folder)
    return loss


def whole_model(order: Order) -> tuple[Any, Loss | None]:
    """The model in float32 on the CPU, the adapter merged into it unless the order is for the control; and the loss."""
    base = load_model(order.base, ModelConfig(device="cpu", dtype="float32")).model
    if order.control:
        return base, None
    from peft import PeftModel

    adapted: Any = PeftModel.from_pretrained(base, order.version.adapter, is_trainable=False)
    loss = Loss()
    for weight, update in updates(adapted):
        loss.add(weight, update, order.stored)
    return adapted.merge_and_unload(safe_merge=True), loss


def updates(adapted: Any) -> Iterator[tuple[Any, Any]]:
    """Base weight and update of every adapted layer, as float32 arrays."""
    from peft.tuners.lora import LoraLayer

    for layer in adapted.modules():
        if isinstance(layer, LoraLayer):
            weight = layer.get_base_layer().weight.detach()
            yield weight.numpy(), layer.get_delta_weight(adapted.active_adapter).detach().numpy()
