"""Several answers read behind one prompt are read as if each stood there alone."""

from typing import Any

import pytest

from nightschool.config import ModelConfig
from nightschool.learning.one_pass import layout, log_likelihoods, seen
from nightschool.modeling import BaseModelFiles, load_model
from tests.tiny_model import tiny_model

PROMPT, ANSWERS = [5, 6, 7], [[10, 11], [20], [30, 31, 32]]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def model_of(base: BaseModelFiles) -> Any:
    return load_model(base, ModelConfig(dtype="float32", device="cpu")).model


def test_answers_count_their_positions_from_the_prompts_end() -> None:
    made = layout(PROMPT, ANSWERS)
    assert made.ids == [5, 6, 7, 10, 11, 20, 30, 31, 32]
    assert made.positions == [0, 1, 2, 3, 4, 3, 3, 4, 5]
    assert made.owners == [-1, -1, -1, 0, 0, 1, 2, 2, 2]
    assert made.reads == [[2, 3], [2], [2, 6, 7]]  # the first token of each is predicted at the prompt's last position


def test_a_token_sees_the_prompt_and_its_own_answer_up_to_itself() -> None:
    mask = seen([-1, -1, 0, 0, 1])[0, 0].int().tolist()
    assert mask == [
        [1, 0, 0, 0, 0],
        [1, 1, 0, 0, 0],
        [1, 1, 1, 0, 0],
        [1, 1, 1, 1, 0],
        [1, 1, 0, 0, 1],
    ]


@pytest.mark.integration
def test_together_is_one_by_one_and_so_are_the_gradients(base: BaseModelFiles) -> None:
    import torch

    model = model_of(base)
    weight = model.model.layers[0].self_attn.q_proj.weight
    found, slopes = [], []
    for groups in ([ANSWERS], [[answer] for answer in ANSWERS]):
        model.zero_grad()
        told = torch.cat([log_likelihoods(model, PROMPT, answers) for answers in groups])
        told.logsumexp(0).backward()
        found.append(told.detach())
        slopes.append(weight.grad.clone())
    assert found[0].tolist() == pytest.approx(found[1].tolist(), rel=1e-4)
    assert torch.allclose(slopes[0], slopes[1], rtol=1e-3, atol=1e-5)
    plain = model(torch.tensor([PROMPT + ANSWERS[2]])).logits[0, 2:-1].log_softmax(-1)
    assert float(found[0][2]) == pytest.approx(float(plain[torch.arange(3), torch.tensor(ANSWERS[2])].sum()), rel=1e-4)


@pytest.mark.integration
def test_a_model_with_a_sliding_window_reads_one_answer_at_a_time(
    base: BaseModelFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = model_of(base)
    together = log_likelihoods(model, PROMPT, ANSWERS).tolist()
    passes: list[int] = []
    model.register_forward_pre_hook(
        lambda module, args, kwargs: passes.append(kwargs["input_ids"].shape[1]), with_kwargs=True
    )
    monkeypatch.setattr(model.config, "sliding_window", 4096, raising=False)
    assert log_likelihoods(model, PROMPT, ANSWERS).tolist() == pytest.approx(together, rel=1e-4)
    assert passes == [5, 4, 6]  # prompt of 3, answers of 2, 1 and 3 tokens
