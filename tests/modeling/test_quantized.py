"""Bases in 8 and 4 bits, by the real bitsandbytes on the CPU; those tests are skipped where it is not installed.

What runs everywhere: the errors, and what `from_pretrained` is told.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config, ModelConfig
from nightschool.config_file import load_config
from nightschool.errors import ConfigError
from nightschool.learning import train
from nightschool.learning.align import with_adapter
from nightschool.modeling import BaseModelFiles, load_model, quantized
from nightschool.modeling.quantized import is_quantized, quantizing, require_quantizer
from nightschool.modeling.workers import workers_for
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model

THERE = importlib.util.find_spec("bitsandbytes") is not None
real = pytest.mark.skipif(not THERE, reason="bitsandbytes is not installed (extra `gpu`)")
BITS = ("8bit", "4bit")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def model(base: BaseModelFiles, bits: str) -> ModelConfig:
    return ModelConfig(base_model=str(base.folder), device="cpu", dtype="float32", quantization=bits)


def config(base: BaseModelFiles, bits: str) -> Config:
    settings = ("model.device=cpu", "model.dtype=float32", f"model.quantization={bits}", "train.max_rows=4",
                "train.rank=2", "train.batch_tokens=2000")  # fmt: skip
    return load_config(None, [f"model.base_model={base.folder}", *settings])


def test_a_missing_bitsandbytes_is_one_error_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quantized, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"'4bit', but bitsandbytes is not installed.*nightschool\[gpu\]"):
        require_quantizer(ModelConfig(quantization="4bit"), "cuda")


@pytest.mark.parametrize(("asked", "taken"), [("auto", "cpu"), ("auto", "mps"), ("mps", "mps")])
def test_a_missing_gpu_is_one_error_and_the_cpu_is_taken_only_by_its_name(
    asked: Any, taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quantized, "find_spec", lambda name: name)
    with pytest.raises(ConfigError, match=rf"'8bit', but torch sees no CUDA device .*'{taken}'.*model\.device=cpu"):
        require_quantizer(ModelConfig(quantization="8bit", device=asked), taken)
    require_quantizer(ModelConfig(quantization="8bit", device="cpu"), "cpu")
    require_quantizer(ModelConfig(quantization="8bit"), "cuda")


def test_from_pretrained_is_told_what_the_papers_say(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(quantized, "find_spec", lambda name: name)
    assert quantizing(ModelConfig(device="cpu"), "cpu", torch.float32) == {}
    told = quantizing(ModelConfig(device="cpu", quantization="4bit"), "cpu", torch.bfloat16)
    assert told["device_map"] == {"": "cpu"}
    four = told["quantization_config"]
    assert (four.load_in_4bit, four.bnb_4bit_quant_type, four.bnb_4bit_use_double_quant) == (True, "nf4", True)
    assert four.bnb_4bit_compute_dtype is torch.bfloat16
    eight = quantizing(ModelConfig(device="cpu", quantization="8bit"), "cpu", torch.bfloat16)["quantization_config"]
    assert eight.load_in_8bit
    assert not eight.load_in_4bit


@real
@pytest.mark.integration
@pytest.mark.parametrize(("bits", "width", "off"), [("8bit", 1.0, 0.03), ("4bit", 0.5, 0.15)])
def test_layers_lie_in_few_bits_and_multiply_nearly_as_before(
    base: BaseModelFiles, bits: str, width: float, off: float
) -> None:
    import torch

    plain, few = (load_model(base, model(base, one)).model for one in ("none", bits))
    assert not is_quantized(plain)
    assert is_quantized(few)
    name = "model.layers.0.mlp.up_proj"
    layer, before = few.get_submodule(name), plain.get_submodule(name)
    assert layer.weight.numel() * layer.weight.element_size() == width * before.weight.numel()
    assert few.lm_head.weight.dtype == torch.float32  # the head stays whole
    # Normal weights: NF4's sixteen values are off by about a tenth of them, 8 bits of the largest by about a hundredth.
    inputs = torch.randn(64, 32, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        said, wanted = layer(inputs), before(inputs)
    assert 0 < float((said - wanted).norm() / wanted.norm()) < off
    assert workers_for(few, 8) == 1


@real
@pytest.mark.integration
@pytest.mark.parametrize("bits", BITS)
def test_a_quantised_base_is_trained_on_and_answers_with_the_adapter_beside_it(
    base: BaseModelFiles, tmp_path: Path, bits: str
) -> None:
    import torch
    from safetensors.torch import load_file

    settings = config(base, bits)
    result = train(settings, toy_rows(), [], tmp_path, base=base)
    assert result.movement is not None
    assert result.movement.moved
    weights = load_file(result.adapter / "adapter_model.safetensors")
    assert {weight.dtype for weight in weights.values()} == {torch.float32}  # not TRL's bfloat16
    alone, beside = (load_model(base, settings.model, adapter).model for adapter in (None, result.adapter))
    assert is_quantized(beside)
    assert any("lora_" in name for name, _ in beside.named_parameters())
    ids = torch.tensor([[10, 20, 30, 40]])
    with torch.inference_mode():
        assert not torch.equal(alone(input_ids=ids).logits, beside(input_ids=ids).logits)
    again = with_adapter(load_model(base, settings.model), settings, result.adapter)
    assert all(p.requires_grad == ("lora_" in name) for name, p in again.named_parameters())
