"""Batches that do not fit a device's memory are halved before anything is planned. No memory is exhausted here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import EnvironmentMissingError
from nightschool.learning import plan, train
from nightschool.learning.encoding import Encoded
from nightschool.learning.memory import halving, tried_first
from nightschool.modeling import BaseModelFiles
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def config(base: BaseModelFiles) -> Config:
    settings = ("train.max_rows=12", "train.batch_tokens=6400", "train.rank=2", "model.device=cpu", "train.epochs=2")
    return load_config(None, [f"model.base_model={base.folder}", *settings])


def fits(most: int, tried: list[int]) -> Any:
    import torch

    def attempt(tokens: int) -> str:
        tried.append(tokens)
        if tokens > most:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return "done"

    return attempt


def test_tokens_are_halved_until_they_fit() -> None:
    tried: list[int] = []
    # 4000 and 2000 are more than 1200; 1000 is not
    assert halving(4000, 300, fits(1200, tried)) == (1000, "done")
    assert tried == [4000, 2000, 1000]


def test_a_row_that_does_not_fit_alone_is_one_clear_error() -> None:
    tried: list[int] = []
    with pytest.raises(EnvironmentMissingError, match=r"one row of 300 tokens .* train\.gradient_checkpointing=on"):
        halving(1000, 300, fits(100, tried))
    assert tried == [1000, 500, 250]  # at 250 the row of 300 is alone in its batch: 125 would be the same batch


def test_other_errors_are_not_taken_for_want_of_memory() -> None:
    def attempt(tokens: int) -> None:
        raise RuntimeError("CUDA error: device-side assert triggered")

    with pytest.raises(RuntimeError, match="device-side assert"):
        halving(1000, 300, attempt)


def test_a_gpu_is_tried_with_what_takes_most_memory_and_a_cpu_with_the_first_batch() -> None:
    first = [Encoded([1] * 5, [2])]
    wide = [Encoded([1] * 90, [2] * 10)]  # 100 tokens; logits of 10 positions
    many = [Encoded([1] * 5, [2] * 10)] * 4  # 60 tokens; logits of 4 * 10 positions
    assert tried_first([first, many, wide], "cpu") == [first]
    assert tried_first([first, many, wide], "cuda") == [wide, many]


def test_a_training_whose_batches_do_not_fit_learns_in_smaller_ones_and_goes_on_so(
    base: BaseModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    real, most, widths = plan.answer_loss, 2500, []

    def small(model: Any, inputs: dict[str, Any]) -> Any:
        widths.append(inputs["input_ids"].numel())
        if widths[-1] > most:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return real(model, inputs)

    monkeypatch.setattr(plan, "answer_loss", small)
    trained: list[float] = []
    train(config(base), toy_rows(), [], tmp_path, None, lambda m, s: trained.append(m.get("train.num_tokens", 0)), base)
    assert max(widths) > most
    # 6400 and 3200 fill batches above 2500 tokens; 1600 cannot.
    assert json.loads((tmp_path / "plan.json").read_text())["batch_tokens"] == 1600
    steps = [after - before for before, after in zip([0.0, *trained], trained, strict=False)]
    assert 0 < max(steps) <= 1600
