"""Training with the real embedded model: it learns, its adapter can be trusted; broken off, see `test_resuming`.

What holds of any model, such as which rows come first, is claimed of a tiny one.
"""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import CorpusError, IntegrityError
from nightschool.learning import train
from nightschool.learning.align import with_adapter
from nightschool.learning.encoding import encode_rows
from nightschool.learning.seen import read_seen
from nightschool.modeling import BaseModelFiles, ensure_model, load_model, read_seal, verify_adapter
from tests.tiny_model import tiny_model

sys.path.insert(0, str(Path(__file__).parent))
from toy import toy_rows

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]


def config(*more: str) -> Config:
    settings = (
        "train.batch_tokens=400", "train.max_rows=12", "train.checkpoint_steps=2", "train.eval_steps=3",
        "train.max_minutes=20", "train.learning_rate=0.002", "train.rank=4",
    )  # fmt: skip
    return load_config(None, [f"root={ROOT}", *settings, *more])


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[int, dict[str, float]]]]:
    folder = tmp_path_factory.mktemp("align")
    seen: list[tuple[int, dict[str, float]]] = []
    train(config(), toy_rows()[:-4], toy_rows()[-4:], folder, log=lambda m, s: seen.append((s, m)))
    return folder, seen


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def test_the_loss_falls_and_is_reported_live(trained: tuple[Path, list[tuple[int, dict[str, float]]]]) -> None:
    # A batch holds one of two patterns, one harder than the other; the dev rows hold both.
    looks = [metrics["dev.loss"] for _, metrics in trained[1] if "dev.loss" in metrics]
    losses = [metrics["train.loss"] for _, metrics in trained[1] if "train.loss" in metrics]
    assert looks[-1] < looks[0] < losses[0]
    assert looks[-1] < losses[0] / 2


def test_only_the_top_layers_get_an_adapter() -> None:
    base = ensure_model(config().model, config().var)
    adapted = {}
    for setting in ("train.top_layers=2", "train.top_layers=null"):
        one = config(setting)
        model = with_adapter(load_model(base, one.model), one, None)
        names = [name for name, weight in model.named_parameters() if weight.requires_grad]
        assert not any("lm_head" in name for name in names)
        adapted[setting] = sorted({int(name.split(".layers.")[1].split(".")[0]) for name in names})
    # SmolLM2-135M has 30 layers, numbered from the input.
    assert adapted == {"train.top_layers=2": [28, 29], "train.top_layers=null": list(range(30))}


def test_fewer_lines_of_context_make_shorter_prompts_and_null_shows_the_whole_program(tiny: BaseModelFiles) -> None:
    tokenizer = load_model(tiny, config().model).tokenizer
    room = ("answer.max_new_tokens=400", "answer.max_prompt_tokens=3000")  # a token is a byte
    body = "\n".join(f"    step_{n}();" for n in range(30))
    far = replace(toy_rows()[0], broken=f"fn main() {{\n{body}\n}}\n", fixed="", diagnostic="error: x\nline 16: here")
    lengths = []
    for lines in ("0", "3", "null"):
        encoded = encode_rows(tokenizer, [far], config(f"answer.context_lines={lines}", *room).answer)
        lengths.append(len(encoded[0].prompt) if encoded[0] else 0)
    assert 0 < lengths[0] < lengths[1] < lengths[2]


def test_the_adapter_is_sealed_for_its_base(trained: tuple[Path, list[tuple[int, dict[str, float]]]]) -> None:
    base = ensure_model(config().model, config().var)
    result = json.loads((trained[0] / "train.json").read_text())
    assert verify_adapter(trained[0] / "adapter", base.digest) == result["digest"]
    assert read_seal(trained[0] / "adapter")["format"] == "edit"
    assert {p.name for p in trained[0].iterdir()} == {"adapter", "plan.json", "train.json"}


def test_a_finished_training_is_not_done_again(trained: tuple[Path, list[tuple[int, dict[str, float]]]]) -> None:
    started = time.monotonic()
    again = train(config(), toy_rows(), [], trained[0])
    assert time.monotonic() - started < 1
    assert again.adapter == trained[0] / "adapter"


def test_training_goes_on_from_an_adapter_and_refuses_a_tampered_one(
    trained: tuple[Path, list[tuple[int, dict[str, float]]]], tmp_path: Path
) -> None:
    first = next(metrics["train.loss"] for _, metrics in trained[1] if "train.loss" in metrics)
    losses: list[float] = []
    start = trained[0] / "adapter"
    train(
        config("train.max_rows=3"), toy_rows(), [], tmp_path / "more", start,
        lambda m, s: losses.append(m.get("train.loss", 9.0)),
    )  # fmt: skip
    assert losses[0] < first / 2
    copy = tmp_path / "tampered"
    copy.mkdir()
    for file in start.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    (copy / "adapter_config.json").write_text("{}")
    with pytest.raises(IntegrityError, match=r"adapter_config\.json"):
        train(config(), toy_rows(), [], tmp_path / "never", copy)


def test_the_batch_loss_is_the_sum_of_the_plain_losses_of_its_rows(tiny: BaseModelFiles) -> None:
    import torch

    from nightschool.learning.encoding import collate, encode_rows
    from nightschool.learning.trainer import answer_loss

    loaded = load_model(tiny, config().model)
    rows = [row for row in encode_rows(loaded.tokenizer, toy_rows()[:4], config().answer) if row]
    assert len({row.length for row in rows}) > 1
    with torch.inference_mode():
        batched, _, tokens = answer_loss(loaded.model, collate(rows, loaded.tokenizer.pad_token_id))
        plain = 0.0
        for row in rows:
            ids = torch.tensor([row.prompt + row.answer])
            labels = torch.tensor([[-100] * len(row.prompt) + row.answer])
            plain += float(loaded.model(input_ids=ids, labels=labels).loss) * len(row.answer)
    assert tokens == sum(len(row.answer) for row in rows)
    assert float(batched) == pytest.approx(plain, rel=1e-4)


def test_rows_that_are_all_too_long_are_one_clear_error(tiny: BaseModelFiles, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="None of 48 rows can be learnt"):
        train(config("answer.max_prompt_tokens=64"), toy_rows(), [], tmp_path, base=tiny)


def test_the_next_night_begins_with_rows_that_the_adapter_has_not_learnt(tiny: BaseModelFiles, tmp_path: Path) -> None:
    rows = toy_rows()[:-4]
    first = train(config(), rows, [], tmp_path / "first", base=tiny).adapter
    before = read_seen(first)
    assert 0 < len(before) == sum(before.values()) < len(rows)
    result = train(config("train.max_rows=3"), rows, [], tmp_path / "fresh", first, base=tiny)
    new = read_seen(result.adapter) - before
    # three rows are learnt, and each of them for the first time
    assert sum(new.values()) == 3
    assert not new.keys() & before.keys()
    again = train(config("train.max_rows=3", "train.fresh_first=false"), rows, [], tmp_path / "any", first, base=tiny)
    assert (read_seen(again.adapter) - before).keys() & before.keys()
