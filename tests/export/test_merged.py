"""Merged weights answer as base and adapter do, and what fewer bits lose is measured."""

import json
from dataclasses import replace

import pytest

from nightschool.export import Dtype, Form
from nightschool.export.run import export
from nightschool.export.storing import Loss, stored
from tests.export import made

TOLERANCE = 1e-4
"""Largest difference of a logit: W x + B A x and (W + B A) x are added up in another order; logits are up to 30."""


@pytest.fixture(scope="module", params=["llama", "qwen2"])
def order(request, tmp_path_factory):
    return made.order(tmp_path_factory.mktemp(request.param), Form.MERGED, request.param)


def logits(folder, adapter=None):
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    model = PeftModel.from_pretrained(model, adapter) if adapter else model
    with torch.no_grad():
        return model.eval()(torch.arange(3, 60)[None]).logits


def test_merged_in_float32_plain_transformers_answers_as_base_and_adapter(order, tmp_path):
    import torch

    made_ = export(order, tmp_path / "out")
    wanted, merged = logits(order.base.folder, order.version.adapter), logits(made_.folder)
    assert torch.allclose(wanted, merged, rtol=0, atol=TOLERANCE)
    assert (wanted - logits(order.base.folder)).abs().max() > 100 * TOLERANCE
    assert made_.loss.share < 1e-6
    assert made_.loss.unchanged == 0


def test_the_tokenizer_is_the_bases_own_and_the_policy_stands_beside(order, tmp_path):
    out = export(order, tmp_path / "out").folder
    for name in ("tokenizer.json", "tokenizer_config.json"):
        assert (out / name).read_bytes() == (order.base.folder / name).read_bytes()
    assert (out / "policy/chooser.json").is_file()


def test_the_control_is_the_base_bit_for_bit(order, tmp_path):
    import torch

    control = export(replace(order, control=True), tmp_path / "out")
    assert torch.equal(logits(control.folder), logits(order.base.folder))
    assert control.loss is None
    assert not (control.folder / "policy").exists()


@pytest.mark.parametrize(("dtype", "bits"), [(Dtype.BF16, "bfloat16"), (Dtype.F16, "float16")])
def test_fewer_bits_are_stored_where_they_are_wanted_and_their_loss_is_told(order, tmp_path, dtype, bits):
    from transformers import AutoModelForCausalLM

    done = export(replace(order, dtype=dtype), tmp_path / "out")
    weights = AutoModelForCausalLM.from_pretrained(done.folder).state_dict().values()
    assert {str(tensor.dtype) for tensor in weights} == {f"torch.{bits}"}
    record = json.loads((done.folder / "export.json").read_text())
    assert record["loss"]["share"] == done.loss.share > 1e-4
    assert f"{done.loss.share:.2%} of its norm" in (done.folder / "README.md").read_text()


def test_a_small_update_loses_more_in_bfloat16_than_a_large_one(tmp_path):
    losses = [
        export(
            replace(made.order(tmp_path / name, Form.MERGED, size=size), dtype=Dtype.BF16), tmp_path / f"{name}-out"
        ).loss
        for name, size in (("small", 0.0005), ("large", 0.5))
    ]
    assert losses[0].share > 0.5 > 0.05 > losses[1].share
    assert losses[0].unchanged > losses[0].weights / 2


def test_the_loss_of_one_layer_by_hand():
    """bfloat16 has 8 bits: between 1 and 2 its steps are 1/128, so 1/1024 vanishes beside 1 and 1/64 is kept."""
    import numpy as np

    loss = Loss()
    loss.add(np.ones((1, 4), np.float32), np.array([[0, 1 / 1024, 1 / 64, 1 / 64]], np.float32), Dtype.BF16)
    assert (loss.weights, loss.unchanged) == (3, 1)
    assert loss.share == pytest.approx((1 / 1024) / (2 / 64**2 + 1 / 1024**2) ** 0.5)


def test_nothing_moved_is_no_loss_and_not_zero():
    import numpy as np

    loss = Loss()
    loss.add(np.ones((1, 32), np.float32), np.zeros((1, 32), np.float32), Dtype.Q8_0)
    assert loss.share is None
    assert str(loss) == "the adapter moves nothing"


def test_rows_that_blocks_of_32_do_not_divide_are_stored_as_f16():
    import numpy as np

    row = np.linspace(0.1, 1, 48, dtype=np.float32)[None]
    assert np.array_equal(stored(row, Dtype.Q8_0), row.astype(np.float16).astype(np.float32))
    assert not np.array_equal(stored(row[:, :32], Dtype.Q8_0), stored(row[:, :32], Dtype.F16))
