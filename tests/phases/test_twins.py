"""A planted memoriser is told from an honest adapter: a tiny real model, real twins by the real judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.evaluation import koan_rows
from nightschool.koans import load_suite, write_suite
from nightschool.memorisation import MEMORISED, NOT_SHOWN
from nightschool.modeling import BaseModelFiles, load_model
from nightschool.modeling.adapter import seal_adapter
from nightschool.phases import Context
from nightschool.phases.twins import measure, twins_of
from nightschool.types import Row
from tests.koans.conftest import make_koan
from tests.koans.test_twins import KOAN
from tests.tiny_model import tiny_model

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A project whose frozen suite is another, so that measuring is no look at it."""
    root = tmp_path_factory.mktemp("twins")
    write_suite(root / "other", [make_koan("other")])
    write_suite(root / "suite", [KOAN])
    base = tiny_model(root / "model")
    settings = (f"root={root}", f"model.base_model={base.folder}", "frozen=other", "answer.max_new_tokens=64")
    return Context(load_config(None, [*settings, "model.device=cpu", "model.dtype=float32"]), "twins")


def taught(base: BaseModelFiles, config: Config, row: Row, folder: Path) -> Path:
    """A sealed LoRA that has seen one row a hundred times."""
    import torch
    from peft import LoraConfig, get_peft_model

    from nightschool.learning.encoding import collate, encode_rows
    from nightschool.learning.trainer import answer_loss

    torch.manual_seed(0)
    loaded = load_model(base, config.model)
    lora = LoraConfig(r=8, lora_alpha=16, target_modules="all-linear", task_type="CAUSAL_LM")
    model = get_peft_model(loaded.model, lora)
    batch = collate(encode_rows(loaded.tokenizer, [row], config.answer), loaded.tokenizer.pad_token_id)
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=0.01)
    for _ in range(100):
        optimiser.zero_grad()
        nll, _, tokens = answer_loss(model, batch)
        (nll / tokens).backward()
        optimiser.step()
    model.save_pretrained(folder, safe_serialization=True)
    seal_adapter(folder, base.digest, {"format": "edit"})
    return folder


@pytest.mark.parametrize(
    ("learnt", "outcome", "remembered"), [("koan", MEMORISED, ("basket",)), ("twin", NOT_SHOWN, ())]
)
def test_an_adapter_that_has_seen_a_koan_is_told_from_one_that_has_seen_as_much_of_another(
    context: Context, tmp_path: Path, learnt: str, outcome: str, remembered: tuple[str, ...]
) -> None:
    """What has learnt the twin knows the slip as well as what has learnt the koan, but not the koan's own names."""
    suite = load_suite(context.config.root / "suite")
    koans = suite.koans if learnt == "koan" else twins_of(context, suite).koans
    (row,) = koan_rows(koans, context.judge)
    adapter = taught(context.base, context.config, row, tmp_path / "adapter")
    found, *_ = measure(context, str(adapter), context.config.root / "suite")
    assert (found.outcome, found.likelier) == (outcome, remembered), str(found)
