"""Claims on plain Rust that holds the adapter near its base: its pieces, their measure, and that training obeys it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config_file import load_config
from nightschool.learning.align import train, with_adapter
from nightschool.learning.general import AFTER, BEFORE, MOST_TOKENS, divergence, pieces, plain_rust
from nightschool.modeling.loading import load_model
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Row
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model


class Letters:
    """A tokenizer of one token a character and a control token."""

    all_special_tokens = ("<end>",)

    def __call__(self, text: str, **options: Any) -> dict[str, list[int]]:
        return {"input_ids": [0 if part == "<end>" else ord(part) for part in re.findall("<end>|.", text, re.DOTALL)]}


def documented(count: int, length: int = 60) -> list[Row]:
    one = toy_rows()[0]
    programs = [f"fn f{n:03}() {{}}".ljust(length, "/") for n in range(count)]
    return [replace(one, id=f"r{n}", source="mutated", fixed=program) for n, program in enumerate(programs)]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def text(program: str) -> list[int]:
    return [ord(letter) for letter in BEFORE + program + AFTER]


def test_a_piece_is_programs_one_after_the_other_cut_at_its_tokens() -> None:
    """A program of 60 letters between fences is 8 + 60 + 5 = 73 ids: 100 ids are one and 27 of the next."""
    assert len(text("-" * 60)) == 73
    rows = documented(5)
    [piece] = pieces(Letters(), rows, 1, 100, seed=0)
    assert len(piece) == 100
    known = {tuple(text(row.fixed)) for row in rows}
    assert tuple(piece[:73]) in known
    assert any(tuple(piece[73:]) == one[:27] for one in known - {tuple(piece[:73])})


def test_every_piece_begins_with_a_program_and_all_come_once_before_one_comes_again() -> None:
    """Pieces of 73 ids are one program each."""
    rows = documented(4)
    made = pieces(Letters(), rows, 8, 73, seed=0)
    assert sorted(made[:4]) == sorted(text(row.fixed) for row in rows)
    assert made[4:] == made[:4]
    assert pieces(Letters(), rows, 8, 73, seed=1) != made


def test_only_documentation_is_read_and_a_program_once() -> None:
    assert pieces(Letters(), [replace(one, source="template") for one in documented(5)], 2, 100, 0) == [[], []]
    same = [replace(one, fixed="fn f() {}") for one in documented(5)]
    assert pieces(Letters(), same, 1, 30, 0) == [(text("fn f() {}") * 2)[:30]]
    assert pieces(Letters(), documented(5), 2, 0, 0) == [[], []]


def test_of_a_long_program_the_first_tokens_are_read() -> None:
    [piece] = pieces(Letters(), documented(2, length=500), 1, 2 * MOST_TOKENS, 0)
    assert piece[MOST_TOKENS : MOST_TOKENS + len(BEFORE)] == [ord(letter) for letter in BEFORE]


def test_the_name_of_a_control_token_is_text() -> None:
    [one] = documented(1)
    assert 0 not in pieces(Letters(), [replace(one, fixed='"<end>"')], 1, 40, 0)[0]


@pytest.mark.parametrize(
    ("settings", "lengths"),
    [
        ([], [256, 256, 256]),
        (["train.kl_tokens=40"], [40, 40, 40]),
        (["train.kl_tokens=0"], [0, 0, 0]),
        (["train.kl_weight=0"], [0, 0, 0]),
    ],
)
def test_settings_say_how_many_tokens_a_step_has(settings: list[str], lengths: list[int]) -> None:
    config = load_config(None, settings)
    assert [len(piece) for piece in plain_rust(Letters(), documented(9), 3, config)] == lengths
    other = load_config(None, ["seed=1", *settings])
    assert (plain_rust(Letters(), documented(9), 3, other) != plain_rust(Letters(), documented(9), 3, config)) is any(
        lengths
    )


def adapted(tiny: BaseModelFiles, tmp_path: Path) -> Any:
    import torch

    config = load_config(None, [f"root={tmp_path}"])
    loaded = load_model(tiny, config.model)
    model = with_adapter(loaded, config, None)
    torch.manual_seed(0)
    with torch.no_grad():
        for name, value in model.named_parameters():
            if "lora_B" in name:
                value.normal_(std=0.05)
    return model


def test_divergence_is_the_mean_over_tokens_of_the_sum_over_the_vocabulary(
    tiny: BaseModelFiles, tmp_path: Path
) -> None:
    """KL(p || q) = sum p (log p - log q), written out; 0 where the adapter does nothing."""
    import torch

    model = adapted(tiny, tmp_path)
    ids = torch.arange(5, 25)[None]
    with torch.no_grad():
        q = model(input_ids=ids).logits[0].double().log_softmax(-1)
        with model.disable_adapter():
            p = model(input_ids=ids).logits[0].double().log_softmax(-1)
    by_hand = float((p.exp() * (p - q)).sum() / 20)
    assert by_hand > 0
    assert float(divergence(model, ids)) == pytest.approx(by_hand, rel=1e-3)
    fresh = with_adapter(load_model(tiny, load_config(None, []).model), load_config(None, []), None)
    assert float(divergence(fresh, ids)) == pytest.approx(0, abs=1e-6)


def test_its_gradient_leads_back_to_the_base(tiny: BaseModelFiles, tmp_path: Path) -> None:
    import torch

    model = adapted(tiny, tmp_path)
    ids = torch.arange(5, 45)[None]
    trained = [value for value in model.parameters() if value.requires_grad]
    assert trained
    optimiser = torch.optim.AdamW(trained, lr=1e-2)
    before = float(divergence(model, ids).detach())
    for _ in range(20):
        optimiser.zero_grad()
        divergence(model, ids).backward()
        optimiser.step()
    assert float(divergence(model, ids).detach()) < before / 4


def far(tmp_path: Path, tiny: BaseModelFiles, weight: float) -> tuple[float, list[dict[str, float]]]:
    """How far a trained adapter is from its base on text of the rows, and what was logged."""
    import torch
    from peft import PeftModel

    rows = [replace(one, source="mutated") for one in toy_rows()[:24]]
    settings = ["train.batch_tokens=600", "train.learning_rate=0.01", f"train.kl_weight={weight}", "train.kl_tokens=64"]
    config = load_config(None, [f"root={tmp_path}", *settings])
    logged: list[dict[str, float]] = []
    result = train(config, rows, [], tmp_path / "out", base=tiny, log=lambda metrics, step: logged.append(metrics))
    loaded = load_model(tiny, config.model)
    model = PeftModel.from_pretrained(loaded.model, result.adapter)
    [piece] = pieces(loaded.tokenizer, rows, 1, 256, seed=9)
    with torch.no_grad():
        return float(divergence(model, torch.tensor([piece]))), logged


def test_training_with_a_weight_stays_nearer_to_the_base_and_logs_how_near(
    tmp_path: Path, tiny: BaseModelFiles
) -> None:
    free, silent = far(tmp_path / "free", tiny, 0.0)
    held, logged = far(tmp_path / "held", tiny, 20.0)
    assert held < free / 2
    assert any(one.get("train.divergence", 0) > 0 for one in logged)
    assert not any("train.divergence" in one for one in silent)
