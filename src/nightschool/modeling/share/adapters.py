"""PEFT LoRA folders as factors, and factors as sealed PEFT LoRA folders.

Covered: alpha and rank patterns and rslora folded into B, layers of unequal rank (padded with zeros), the seal.
Not covered: adapters other than plain LoRA on linear layers; those are refused.
"""

from __future__ import annotations

import json
import math
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch  # noqa: TID253 - this module is imported when there are tensors to work on

from nightschool.errors import IntegrityError
from nightschool.modeling.adapter import WEIGHTS, read_seal, seal_adapter, verify_adapter
from nightschool.modeling.share.factors import Factors

CONFIG = "adapter_config.json"
_KEY = re.compile(r"(.+)\.lora_([AB])\.weight")


def read_factors(folder: Path, base_digest: str) -> dict[str, Factors]:
    """Each module's update of a verified adapter, scale folded into B, float64.

    Raises IntegrityError for a folder that is not sealed for this base, or is not plain LoRA.
    """
    from safetensors.torch import load_file

    verify_adapter(folder, base_digest)
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    halves: dict[str, dict[str, torch.Tensor]] = {}
    for key, tensor in load_file(folder / WEIGHTS).items():
        found = _KEY.fullmatch(key)
        if found is None or config.get("use_dora"):
            raise IntegrityError(f"{folder / WEIGHTS} holds {key!r}: only plain LoRA on linear layers can be shared.")
        halves.setdefault(found[1], {})[found[2]] = tensor.double()
    return {
        module: Factors(both["B"] * _scale(config, module, both["A"].shape[0]), both["A"])
        for module, both in sorted(halves.items())
    }


def write_adapter(folder: Path, like: Path, factors: Mapping[str, Factors], facts: Mapping[str, Any]) -> str:
    """Write a plain LoRA (r = lora_alpha = largest rank, float32), sealed for the base of `like`; its digest.

    `like` is an adapter of the same modules, whose PEFT settings are kept.
    """
    from safetensors.torch import save_file

    rank = max(one.a_rd.shape[0] for one in factors.values())
    config = json.loads((like / CONFIG).read_text(encoding="utf-8"))
    config |= {"r": rank, "lora_alpha": rank, "rank_pattern": {}, "alpha_pattern": {}, "use_rslora": False}
    aside = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    tensors = {key: tensor for module, one in factors.items() for key, tensor in _tensors(module, one, rank).items()}
    save_file(tensors, aside / WEIGHTS, metadata={"format": "pt"})
    (aside / CONFIG).write_text(json.dumps(config, indent=2, sort_keys=True), encoding="utf-8")
    seal = read_seal(like)
    kept = {name: value for name, value in seal.items() if name not in ("files", "base")}
    digest = seal_adapter(aside, seal["base"], {**kept, **facts})
    shutil.rmtree(folder, ignore_errors=True)
    aside.replace(folder)
    return digest


def _tensors(module: str, one: Factors, rank: int) -> dict[str, torch.Tensor]:
    more = rank - one.a_rd.shape[0]
    a_rd = torch.nn.functional.pad(one.a_rd, (0, 0, 0, more))
    b_nr = torch.nn.functional.pad(one.b_nr, (0, more))
    return {f"{module}.lora_A.weight": a_rd.float().contiguous(), f"{module}.lora_B.weight": b_nr.float().contiguous()}


def _scale(config: Mapping[str, Any], module: str, rank: int) -> float:
    alpha = float(config["lora_alpha"])
    for pattern, value in (config.get("alpha_pattern") or {}).items():
        if re.search(rf"(^|\.){pattern}$", module):
            alpha = float(value)
    return alpha / (math.sqrt(rank) if config.get("use_rslora") else rank)
