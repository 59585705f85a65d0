"""Proof that a phase taught: what moved, by how much, and that nothing moved is an error."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config_file import load_config
from nightschool.errors import NothingLearntError
from nightschool.learning import TrainResult, train
from nightschool.learning.movement import Movement, Snapshot, must_have_moved, peak_step
from nightschool.learning.result import read_result
from nightschool.modeling.store import BaseModelFiles
from tests.learning.toy import toy_rows
from tests.tiny import tiny_base


def adapted() -> Any:
    """One linear layer of 3 inputs and 2 outputs with a LoRA of rank 1 and scaling 2: A = (1, 2, 2), B = 0."""
    import torch
    from peft import LoraConfig, get_peft_model

    class Toy(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layer = torch.nn.Linear(3, 2, bias=False)

    model = get_peft_model(Toy(), LoraConfig(r=1, lora_alpha=2, target_modules=["layer"]))  # type: ignore[arg-type]
    with torch.no_grad():
        model.base_model.model.layer.lora_A["default"].weight.copy_(torch.tensor([[1.0, 2.0, 2.0]]))
    return model


def test_norms_and_digests_are_those_of_the_update() -> None:
    """B goes from 0 to (3, 4): |2 B A| = 2 * 5 * 3 = 30, the trained numbers change by 5, their norm was |A| = 3."""
    import torch

    model = adapted()
    before = Snapshot(model)
    with torch.no_grad():
        model.base_model.model.layer.lora_B["default"].weight.copy_(torch.tensor([[3.0], [4.0]]))
    moved = before.compared(model, [{"learning_rate": 0.1, "step": 1}, {"learning_rate": 0.3, "step": 2}, {"loss": 1}])
    assert (moved.norm_before, moved.norm_after) == (0.0, pytest.approx(30.0))
    assert (moved.change, moved.size, moved.trained) == (pytest.approx(5.0), pytest.approx(3.0), 5)
    assert (moved.peak_step, moved.moved) == (2, True)
    assert moved.digest_before != moved.digest_after
    assert must_have_moved(moved).metrics("align") == {
        "align.norm_before": 0.0, "align.norm_after": moved.norm_after, "align.change": moved.change,
        "align.trained": 5.0, "align.peak_step": 2.0,
    }  # fmt: skip


STILL = Movement("a", "b", 1.0, 1.0, 1e-9, 3.0, 5, 1)


@pytest.mark.parametrize("still", [STILL, replace(STILL, digest_after="a"), replace(STILL, change=float("nan"))])
def test_an_adapter_that_did_not_move_fails_the_phase(still: Movement) -> None:
    with pytest.raises(NothingLearntError, match="changed nothing: 5 numbers of norm 3 moved by"):
        must_have_moved(still)


def test_the_first_step_of_the_largest_rate_counts_and_none_is_none() -> None:
    assert peak_step([{"learning_rate": 0.2, "step": 3}, {"learning_rate": 0.2, "step": 4}]) == 3
    assert peak_step([]) == 0


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_base(tmp_path_factory.mktemp("tiny") / "base")


def taught(base: BaseModelFiles, folder: Path, rate: float) -> TrainResult:
    settings = ["train.batch_tokens=400", "train.max_rows=8", "train.rank=2", f"train.learning_rate={rate}"]
    return train(load_config(None, [*settings, "answer.max_prompt_tokens=2000"]), toy_rows(), [], folder, base=base)


def test_training_tells_how_far_the_adapter_moved(base: BaseModelFiles, tmp_path: Path) -> None:
    result = taught(base, tmp_path, 1e-3)
    assert result.movement is not None
    assert result.movement.norm_before == 0.0 < result.movement.norm_after
    assert result.movement == read_result(tmp_path).movement
    assert result.metrics()["align.trained"] == result.movement.trained > 0
    assert 1 <= result.movement.peak_step <= result.steps


def test_a_night_whose_rate_is_next_to_nothing_fails(base: BaseModelFiles, tmp_path: Path) -> None:
    with pytest.raises(NothingLearntError, match="learning rate"):
        taught(base, tmp_path, 1e-30)
    assert not (tmp_path / "train.json").exists()
