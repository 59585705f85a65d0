"""What is no plain and sane LoRA is refused before anything loads it, by tensor and value."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch  # noqa: TID253
from safetensors.torch import save_file

from nightschool.errors import IntegrityError
from nightschool.modeling.scan import CONFIG, LARGEST, WEIGHTS, scan_adapter

Q = "base_model.model.model.layers.0.self_attn.q_proj"
A, B = f"{Q}.lora_A.weight", f"{Q}.lora_B.weight"
PLAIN = {"peft_type": "LORA", "r": 2, "lora_alpha": 4, "target_modules": ["q_proj"], "bias": "none"}


def lora(folder: Path, tensors: dict[str, Any] | None = None, **settings: Any) -> Path:
    """A LoRA of rank 2 on one layer: A is 2 x 6, B is 4 x 2, all ones; scale 4/2."""
    ones = {A: torch.ones(2, 6), B: torch.ones(4, 2)}
    save_file({k: v for k, v in {**ones, **(tensors or {})}.items() if v is not None}, folder / WEIGHTS)
    (folder / CONFIG).write_text(json.dumps({**PLAIN, **settings}))
    return folder


def test_a_plain_lora_is_let_through(tmp_path: Path) -> None:
    scan_adapter(lora(tmp_path))


@pytest.mark.parametrize(
    ("tensors", "said"),
    [
        ({A: torch.ones(3, 6)}, rf"{Q} has factors of shapes \(3, 6\) and \(4, 2\); adapter_config.json says r 2"),
        ({B: torch.ones(4, 3)}, rf"{Q} has factors of shapes \(2, 6\) and \(4, 3\)"),
        ({A: torch.tensor(1.0)}, rf"{Q} has factors of shapes \(\) and \(4, 2\)"),
        ({B: None}, rf"{Q} has lora_A without its other half"),
        ({A: torch.full((2, 6), float("nan"))}, rf"tensor {A} holds nan"),
        ({B: torch.full((4, 2), float("-inf"))}, rf"tensor {B} holds -inf"),
        ({"base_model.model.lm_head.weight": torch.ones(2, 2)}, r"lm_head\.weight of shape \(2, 2\) is no half"),
        ({A.replace("q_proj", "k_proj"): torch.ones(2, 6)}, r"k_proj\.lora_A\.weight is on no target module"),
    ],
)
def test_unexpected_tensors_are_refused_by_name_and_value(tmp_path: Path, tensors: dict[str, Any], said: str) -> None:
    with pytest.raises(IntegrityError, match=said):
        scan_adapter(lora(tmp_path, tensors))


def test_the_norm_that_is_bounded_is_that_of_the_update(tmp_path: Path) -> None:
    """B A has 4 x 6 entries of x * 2; with scale 2 the norm is 2 * 2x * sqrt(24) = 19.596x. The bound is LARGEST."""
    just = LARGEST / (4 * math.sqrt(24))
    scan_adapter(lora(tmp_path, {B: torch.full((4, 2), just * 0.999)}))
    with pytest.raises(IntegrityError, match=rf"{Q} moves its layer by 100\.1; .* 100"):
        scan_adapter(lora(tmp_path, {B: torch.full((4, 2), just * 1.001)}))
    scan_adapter(lora(tmp_path, {B: torch.full((4, 2), just * 1.001)}, lora_alpha=2))  # half the scale, half the norm


def test_the_rank_pattern_of_a_module_counts(tmp_path: Path) -> None:
    tensors = {A: torch.ones(3, 6), B: torch.ones(4, 3)}
    scan_adapter(lora(tmp_path, tensors, rank_pattern={"q_proj": 3}))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"peft_type": "IA3"}, "peft_type 'IA3'"),
        ({"auto_mapping": {"parent_library": "evil"}}, "auto_mapping"),
        ({"modules_to_save": ["lm_head"]}, r"modules_to_save to \['lm_head'\]"),
        ({"use_dora": True}, "use_dora to True, but only plain LoRA is loaded"),
        ({"bias": "all"}, "bias to 'all'"),
        ({"target_modules": []}, r"target_modules \[\]"),
        ({"lora_alpha": "much"}, "is no PEFT config"),
    ],
)
def test_settings_that_bring_more_than_factors_are_refused(tmp_path: Path, settings: dict[str, Any], said: str) -> None:
    with pytest.raises(IntegrityError, match=said):
        scan_adapter(lora(tmp_path, **settings))


def _pickle(folder: Path) -> None:
    (folder / "adapter_model.bin").write_bytes(b"\x80\x04")


def _garbled(folder: Path) -> None:
    (folder / WEIGHTS).write_bytes(b"\x80\x04 not safetensors")


def _no_config(folder: Path) -> None:
    (folder / CONFIG).unlink()


@pytest.mark.parametrize(
    ("damage", "said"),
    [(_pickle, r"adapter_model\.bin is pickled"), (_garbled, "is not safetensors"), (_no_config, "is no PEFT config")],
)
def test_damaged_folders_are_refused(tmp_path: Path, damage: Callable[[Path], None], said: str) -> None:
    damage(lora(tmp_path))
    with pytest.raises(IntegrityError, match=said):
        scan_adapter(tmp_path)
