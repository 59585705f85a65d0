"""Several adapters over one base model in memory, chosen row by row (PEFT's `adapter_names`).

Covered: loading, and the name that means no adapter. What has to hold, or PEFT refuses or answers wrongly: the model is
in eval mode, nothing is merged, no adapter is DoRA, and there is one name for each row of a batch, also after rows
have left it. Not covered: which row asks whom (`evaluation.routed`), a single adapter (merged by `loading`: faster).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nightschool.config import ModelConfig
from nightschool.modeling.loading import Loaded, load_model
from nightschool.modeling.store import BaseModelFiles

NOBODY = "__base__"
"""PEFT's name for the model without an adapter."""


def load_routed(files: BaseModelFiles, config: ModelConfig, adapters: Mapping[str, Path]) -> Loaded:
    """The base model with adapters beside it, at least one, by name; verify them first."""
    from peft import PeftModel

    loaded = load_model(files, config)
    model: Any = loaded.model
    for name, folder in sorted(adapters.items()):
        if isinstance(model, PeftModel):
            model.load_adapter(str(folder), name)
        else:
            model = PeftModel.from_pretrained(model, folder, adapter_name=name, is_trainable=False)
    return Loaded(model.eval(), loaded.tokenizer, files)
