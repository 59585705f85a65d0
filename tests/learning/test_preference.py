"""Preference training with TRL on a tiny model: the reference is the adapter it starts from, and it learns."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config, ModelConfig, load_config
from nightschool.errors import CorpusError, IntegrityError
from nightschool.learning import train
from nightschool.learning.attempts import Tried
from nightschool.learning.pairs import sampled_pairs
from nightschool.learning.preference import assert_reference, limits, prefer
from nightschool.learning.preference_trainers import Lessons, kto_records, own_rows
from nightschool.learning.preference_watch import RECENT, Limits, PreferenceWatch, Watched
from nightschool.modeling import BaseModelFiles, ensure_model, load_model, read_seal, verify_adapter
from nightschool.types import PreferencePair, Verdict

sys.path.insert(0, str(Path(__file__).parent))
from toy import toy_rows

from tiny import ROOT, tiny_model


def config(*more: str) -> Config:
    settings = ("train.batch_tokens=400", "train.max_rows=4", "train.rank=4", "train.max_minutes=20")
    return load_config(None, [f"root={ROOT}", *settings, "prefer.learning_rate=0.01", *more])


def answers() -> list[Tried]:
    """Of every toy row the repair, as an answer that passed, and an answer that changes another line."""
    tried = []
    for row in toy_rows()[:8]:
        line = "2 " + row.fixed.split("\n")[1].strip()
        wrong = "4 " + row.fixed.split("\n")[1].strip()
        tried.append(Tried(row, line, 12, row.fixed, Verdict.PASSED))
        tried.append(Tried(row, wrong, 12, row.fixed + "// worse", Verdict.NOT_COMPILED))
        tried.append(Tried(row, wrong + " x", 12, row.broken + "x", Verdict.NOT_COMPILED))
    return tried


def pairs() -> list[PreferencePair]:
    tried = answers()
    return [pair for k in range(0, len(tried), 3) for pair in sampled_pairs(tried[k : k + 3], 2)]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    folder = tiny_model(tmp_path_factory.mktemp("tiny"))
    return ensure_model(ModelConfig(base_model=str(folder)), tmp_path_factory.mktemp("var"))


@pytest.fixture(scope="module")
def start(base: BaseModelFiles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(config(), toy_rows()[:4], [], tmp_path_factory.mktemp("align"), base=base).adapter


@pytest.mark.integration
def test_dpo_starts_at_its_reference_widens_the_margin_and_leaves_one_sealed_adapter(
    base: BaseModelFiles, start: Path, tmp_path: Path
) -> None:
    seen: list[dict[str, float]] = []
    result = prefer(config(), Lessons(pairs() * 3, []), tmp_path, start, lambda m, s: seen.append(m), base)
    margins = [one["train.rewards/margins"] for one in seen if "train.rewards/margins" in one]
    assert len(margins) == 3  # 24 pairs, 8 a step
    assert margins[0] == pytest.approx(0.0, abs=1e-3)  # the policy is its own reference before the first step
    assert margins[-1] > margins[0]
    assert verify_adapter(result.adapter, base.digest) == result.digest
    assert {p.name for p in tmp_path.iterdir()} == {"adapter", "train.json"}
    assert {p.name for p in result.adapter.iterdir()} >= {"adapter_model.safetensors", "nightschool.json"}
    assert not (result.adapter / "ref").exists()
    assert read_seal(result.adapter)["steps"] == 3
    assert prefer(config(), Lessons([], []), tmp_path, start, base=base) == result  # finished: found, not done again


@pytest.mark.integration
def test_a_reference_that_is_not_the_starting_adapter_is_refused(base: BaseModelFiles, start: Path) -> None:
    from peft import PeftModel

    loaded = load_model(base, config().model)
    model: Any = PeftModel.from_pretrained(loaded.model, start, is_trainable=True)
    with pytest.raises(IntegrityError, match="not the adapter that training starts from"):
        assert_reference(model)
    model.add_adapter("ref", model.peft_config["default"])  # fresh, not a copy
    with pytest.raises(IntegrityError, match="not the adapter that training starts from"):
        assert_reference(model)


@pytest.mark.integration
def test_rejection_learns_the_models_own_verified_answers_only(
    base: BaseModelFiles, start: Path, tmp_path: Path
) -> None:
    settings = config("prefer.method=rejection", "prefer.train_minutes=20")
    result = prefer(settings, Lessons([], answers()), tmp_path, start, base=base)
    assert result.rows_seen == 4  # of 8 verified answers, train.max_rows
    with pytest.raises(CorpusError, match="no verified answers to learn from"):
        prefer(settings, Lessons([], [t for t in answers() if not t.verified]), tmp_path / "none", start, base=base)


@pytest.mark.integration
def test_kto_learns_without_pairs(base: BaseModelFiles, start: Path, tmp_path: Path) -> None:
    result = prefer(config("prefer.method=kto"), Lessons([], answers()), tmp_path, start, base=base)
    assert (result.steps, result.rows_seen) == (2, 16)  # as many passes as failures: 8 and 8, 8 a step


def test_own_rows_are_the_verified_programs_once_each() -> None:
    row = replace(toy_rows()[0], tests="#[test] fn t() {}")
    tried = [Tried(row, "a", 3, row.fixed, Verdict.PASSED), Tried(row, "b", 3, row.fixed, Verdict.PASSED)]
    tried += [
        Tried(row, "c", 3, "fn other() {}", Verdict.PASSED),
        Tried(row, "d", 3, "fn no() {}", Verdict.TESTS_FAILED),
    ]
    assert [one.fixed for one in own_rows(tried, 1)] == [row.fixed]
    assert [one.fixed for one in own_rows(tried, 2)] == [row.fixed, "fn other() {}"]  # two texts are one program
    assert len({one.id for one in own_rows(tried, 2)}) == 2


def watch(drops: list[float], beta: float = 0.1) -> PreferenceWatch:
    watched = Watched(chosen_tokens=10.0)
    control = type("Control", (), {"should_training_stop": False})()
    one = PreferenceWatch(Limits(60.0, 0.1, beta), watched, lambda metrics, step: None)
    state = type("State", (), {"global_step": 1})()
    for drop in drops:
        one.on_log(None, state, control, {"rewards/chosen": beta * drop})
    return one


def test_training_stops_when_chosen_answers_lose_a_tenth_of_a_nat_per_token() -> None:
    # Log-likelihood ratios of answers of 10 tokens: -0.9 is 0.09 nats a token, -1.1 is 0.11; five steps decide.
    assert watch([-0.9] * RECENT).watched.stopped_because == ""
    assert watch([-1.1] * (RECENT - 1)).watched.stopped_because == ""
    assert "lost 0.110 nats per token" in watch([-1.1] * RECENT).watched.stopped_because
    assert watch([-4.0] + [0.0] * RECENT).watched.stopped_because == ""  # one batch is no collapse


def test_a_collapse_is_watched_for_in_dpo_only() -> None:
    assert limits(config("prefer.collapse=0.3")).collapse == 0.3
    assert limits(config("prefer.method=kto")).collapse == float("inf")
    assert limits(config("prefer.train_minutes=2")).seconds == 120.0


@pytest.mark.integration
def test_kto_records_are_balanced_and_pair_prompts_with_others_answers(base: BaseModelFiles) -> None:
    loaded = load_model(base, config().model)
    records = kto_records(loaded, answers(), config())
    assert sum(record["label"] for record in records) == len(records) / 2 == 8
    assert all(r["KL_completion_ids"] in [o["completion_ids"] for o in records] for r in records)
