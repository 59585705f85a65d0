"""Every training setting changes what training does; on a tiny model, since the size does not matter here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config, TrainConfig
from nightschool.config_file import load_config
from nightschool.learning import train
from nightschool.learning.align import with_adapter
from nightschool.learning.trainer import training_arguments
from nightschool.modeling import BaseModelFiles, load_model
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def config(base: BaseModelFiles, *more: str) -> Config:
    settings = ("train.max_rows=4", "train.batch_tokens=2000", "train.rank=2", "model.device=cpu")
    return load_config(None, [f"model.base_model={base.folder}", *settings, *more])


def weights(folder: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    return load_file(folder / "adapter_model.safetensors")


def test_weight_decay_shrinks_the_adapter(base: BaseModelFiles, tmp_path: Path) -> None:
    # AdamW multiplies every weight by 1 - rate * decay a step: with 0.001 and 500 by one half at the full rate.
    norms = {}
    for decay in (0, 500):
        output = tmp_path / str(decay)
        result = train(config(base, f"train.weight_decay={decay}", "train.epochs=3"), toy_rows(), [], output, base=base)
        norms[decay] = sum(float(v.norm()) for k, v in weights(result.adapter).items() if "lora_A" in k)
        assert result.steps >= 2
    assert norms[500] < 0.8 * norms[0]


@pytest.mark.parametrize(("dropout", "same"), [(0.0, True), (0.5, False)])
def test_dropout_makes_two_looks_at_one_row_differ(base: BaseModelFiles, dropout: float, same: bool) -> None:
    import torch

    settings = config(base, f"train.dropout={dropout}")
    model = with_adapter(load_model(base, settings.model), settings, None)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.ones_(parameter)  # a fresh LoRA adds nothing yet
    model.train()
    ids = torch.tensor([[1, 2, 3, 4]])
    with torch.no_grad():
        first, second = (model(input_ids=ids).logits for _ in range(2))
    assert torch.equal(first, second) is same


def test_threads_are_given_to_torch(base: BaseModelFiles) -> None:
    import torch

    before = torch.get_num_threads()
    try:
        load_model(base, config(base, "model.threads=1").model)
        assert torch.get_num_threads() == 1
        load_model(base, config(base).model)
        assert torch.get_num_threads() == 1  # 0 leaves what is there
    finally:
        torch.set_num_threads(before)


def test_gradient_checkpointing_computes_layers_again_and_gives_the_same_gradients(base: BaseModelFiles) -> None:
    import torch

    counts: dict[str, int] = {}
    gradients: dict[str, list[Any]] = {}
    for asked in ("auto", "off", "on"):
        settings = config(base, f"train.gradient_checkpointing={asked}")
        model = with_adapter(load_model(base, settings.model), settings, None).train()
        calls: list[Any] = []
        model.get_base_model().model.layers[0].mlp.register_forward_pre_hook(
            lambda *one, calls=calls: calls.append(one)
        )
        ids = torch.tensor([[1, 2, 3, 4]])
        model(input_ids=ids, labels=ids).loss.backward()
        counts[asked] = len(calls)
        gradients[asked] = [p.grad for p in model.parameters() if p.grad is not None]
    assert counts == {"auto": 1, "off": 1, "on": 2}  # forward; and once more on the way back
    assert gradients["off"]
    assert all(torch.equal(one, two) for one, two in zip(gradients["off"], gradients["on"], strict=True))


@pytest.mark.parametrize(
    ("asked", "device", "done"),
    [("auto", "cpu", False), ("auto", "cuda", True), (True, "cpu", True), (False, "cuda", False)],
)
def test_trainers_are_told_of_gradient_checkpointing(asked: Any, device: str, done: bool, tmp_path: Path) -> None:
    settings = TrainConfig(gradient_checkpointing=asked)
    assert training_arguments(settings, tmp_path, 0, device, "float32").gradient_checkpointing is done


def test_a_training_with_gradient_checkpointing_makes_the_same_adapter(base: BaseModelFiles, tmp_path: Path) -> None:
    import torch

    made = [
        weights(train(one, toy_rows(), [], tmp_path / str(one.train.gradient_checkpointing), base=base).adapter)
        for one in (config(base, f"train.gradient_checkpointing={asked}") for asked in ("on", "off"))
    ]
    assert made[0].keys() == made[1].keys()
    assert all(torch.equal(made[0][name], made[1][name]) for name in made[0])
