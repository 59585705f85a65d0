"""Preference training with TRL on a tiny model: the reference is the adapter it starts from, and it learns."""

import math
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import CorpusError, IntegrityError, SandboxUnavailableError
from nightschool.learning import rollouts, train
from nightschool.learning.align import with_adapter
from nightschool.learning.attempts import Tried
from nightschool.learning.checkpoints import Progress
from nightschool.learning.pairs import searched_pairs
from nightschool.learning.preference import assert_reference, limits, prefer
from nightschool.learning.preference_trainers import (
    RATES,
    Lessons,
    dpo_records,
    kto_records,
    make_preference_trainer,
    own_rows,
    rate_of,
)
from nightschool.learning.preference_watch import RECENT, Limits, PreferenceWatch, make_watch
from nightschool.learning.rollouts import learnable_rows, make_reward
from nightschool.modeling import (
    BaseModelFiles,
    Generated,
    encode,
    encode_answer,
    load_model,
    read_seal,
    verify_adapter,
)
from nightschool.types import Judgement, PreferencePair, Program, Row, Verdict
from tests.tiny_model import tiny_model

sys.path.insert(0, str(Path(__file__).parent))
from toy import toy_rows


def exact() -> list[str]:
    return ["model.dtype=float32", "model.device=cpu", "train.rank=4"]


def config(*more: str) -> Config:
    settings = ("train.batch_tokens=400", "train.max_rows=4", "train.max_minutes=20")
    # A busy machine ends nothing early.
    long = ("prefer.train_minutes=600", "prefer.learning_rate=0.01")
    return load_config(None, [*exact(), *settings, *long, *more])


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
    return [pair for k in range(0, len(tried), 3) for pair in searched_pairs(tried[k : k + 3], 2)]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


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
    assert len(margins) == 6  # 24 pairs, 4 a step
    assert margins[0] == pytest.approx(0.0, abs=1e-3)  # the policy is its own reference before the first step
    assert margins[-1] > margins[0]
    assert verify_adapter(result.adapter, base.digest) == result.digest
    assert {p.name for p in tmp_path.iterdir()} == {"adapter", "train.json"}
    assert {p.name for p in result.adapter.iterdir()} >= {"adapter_model.safetensors", "nightschool.json"}
    assert not (result.adapter / "ref").exists()
    assert read_seal(result.adapter)["steps"] == 6
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
    assert (result.steps, result.rows_seen) == (4, 16)  # as many passes as failures: 8 and 8, 4 a step


@pytest.mark.integration
@pytest.mark.parametrize("method", ["dpo", "kto"])
def test_one_step_is_enough_to_learn(base: BaseModelFiles, start: Path, tmp_path: Path, method: str) -> None:
    from safetensors.torch import load_file

    lessons = Lessons(pairs()[:4], answers()[:4])
    settings = load_config(None, [*exact(), f"prefer.method={method}", "prefer.train_minutes=600"])
    result = prefer(settings, lessons, tmp_path, start, base=base)
    before, after = (load_file(one / "adapter_model.safetensors") for one in (start, result.adapter))
    assert result.steps == 1
    # Adam's first step moves each number by the rate, 1.5e-3 / 15, whatever its gradient's size.
    moved = max(float((before[name] - after[name]).abs().max()) for name in before)
    assert moved == pytest.approx(1e-4, rel=0.05)


def test_each_method_has_its_share_of_the_rate_unless_one_is_given() -> None:
    shares = {method: rate_of(load_config(None, [f"prefer.method={method}"])) for method in RATES}
    # Of 1.5e-3: a fifteenth, and a fifth.
    assert shares == pytest.approx({"dpo": 1e-4, "list": 1e-4, "kto": 1e-4, "grpo": 1e-4, "rejection": 3e-4})
    assert rate_of(load_config(None, ["train.learning_rate=3e-4"])) == pytest.approx(2e-5)
    assert rate_of(load_config(None, ["prefer.learning_rate=7e-6"])) == 7e-6


@pytest.mark.integration
@pytest.mark.parametrize("verified", [True, False])
def test_where_all_passed_or_all_failed_kto_takes_the_place_of_dpo(
    base: BaseModelFiles, start: Path, tmp_path: Path, verified: bool
) -> None:
    tried = [one for one in answers() if one.verified is verified][:4]
    lessons = Lessons([], tried)
    result = prefer(config("prefer.method=dpo"), lessons, tmp_path, start, base=base)
    assert (result.steps, result.rows_seen) == (1, 4)
    with pytest.raises(CorpusError, match="no preference pairs"):
        prefer(config("prefer.method=dpo"), Lessons([], []), tmp_path / "none", start, base=base)


def test_rows_are_asked_again_if_they_were_repaired_at_times() -> None:
    tried = answers()  # of eight rows, one answer of three passed
    always = replace(tried[0], row=replace(tried[0].row, id="always"))
    never = replace(tried[1], row=replace(tried[1].row, id="never"))
    assert learnable_rows([*tried, always, never]) == [one.row for one in tried[::3]]


class Reader:
    """Passes what the first toy answer of each row makes of it; unscored where it is told to be."""

    def __init__(self, verdict: Verdict = Verdict.PASSED) -> None:
        self.verdict = verdict

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        right = {one.row.fixed for one in answers()}
        return [Judgement(self.verdict if program.source in right else Verdict.TESTS_FAILED) for program in programs]


def test_the_judge_rewards_what_it_verifies_and_nothing_else() -> None:
    good, bad, _ = answers()[:3]
    rows = {"asked": replace(good.row, tests="#[test] fn t() {}")}
    reward = make_reward(config(), Reader(), rows)
    assert reward(["asked"] * 3, [good.text, bad.text, "no edit at all"]) == [1.0, 0.0, 0.0]
    lost = make_reward(config(), Reader(Verdict.UNSCORED), rows)
    with pytest.raises(SandboxUnavailableError, match="1 of 1 answers could not be judged"):
        lost(["asked"], [good.text])


@pytest.mark.integration
def test_grpo_raises_the_answers_that_the_judge_verifies(
    base: BaseModelFiles, start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model is made to say right and wrong by turns: half of each group of four is rewarded."""
    tried = [replace(one, row=replace(one.row, tests="#[test] fn t() {}")) for one in answers()]
    said = {one.row.id: (wrong.text, one.text) for one, wrong in zip(tried[::3], tried[1::3], strict=True)}
    prompts = rollouts.prompts_of(load_model(base, config().model), [one.row for one in tried], config())
    asked: list[int] = []

    def say(loaded: Any, requests: Sequence[Any], decoding: Any) -> list[Generated]:
        asked.append(len(requests))
        texts = [said[prompts[request.prompt].id][place % 2] for place, request in enumerate(requests)]
        return [Generated(text, 12, finished=True) for text in texts]

    monkeypatch.setattr(rollouts, "generate", say)
    settings = config("prefer.method=grpo", "prefer.samples=4")
    seen: list[dict[str, float]] = []
    lessons = Lessons([], tried, judge=Reader())
    result = prefer(settings, lessons, tmp_path, start, lambda m, s: seen.append(m), base)
    # Eight rows, four a step, asked eight times: 16 steps of 4 groups of 4.
    assert (result.steps, asked) == (16, [16] * 16)
    assert next(one["train.reward"] for one in seen if "train.reward" in one) == 0.5
    wrong, right = said[tried[0].row.id]
    before, after = (likelihoods(base, adapter, tried[0].row, right, wrong) for adapter in (start, result.adapter))
    assert after[0] - after[1] > before[0] - before[1]
    with pytest.raises(CorpusError, match="no rows that were repaired at times"):
        prefer(settings, Lessons([], tried[:1], judge=Reader()), tmp_path / "none", start, base=base)


def likelihoods(base: BaseModelFiles, adapter: Path, row: Row, *texts: str) -> list[float]:
    """log p of each answer to the row's prompt."""
    loaded = load_model(base, config().model, adapter)
    prompt = encode(loaded.tokenizer, next(iter(rollouts.prompts_of(loaded, [row], config()))))
    return log_likelihoods(loaded.model, prompt, *(encode_answer(loaded.tokenizer, text) for text in texts))


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


CHILD = """
import sys
from pathlib import Path
sys.path[:0] = [{here!r}, {root!r}]
from test_preference import config, pairs
from nightschool.config import ModelConfig
from nightschool.learning.preference import prefer
from nightschool.learning.preference_trainers import Lessons
from nightschool.modeling import ensure_model
base = ensure_model(ModelConfig(base_model={model!r}), Path({var!r}))
log = lambda metrics, step: print(step, flush=True)
prefer(config(), Lessons(pairs() * 3, []), Path({output!r}), Path({start!r}), log, base)
"""


@pytest.mark.integration
def test_a_killed_preference_training_resumes_and_ends_where_an_unbroken_one_does(
    base: BaseModelFiles, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from safetensors.torch import load_file

    lessons = Lessons(pairs() * 3, [])  # 24 pairs, 4 a step: 6 steps, a checkpoint after the fourth
    whole = prefer(config(), lessons, tmp_path / "whole", start, base=base)
    output, here = tmp_path / "killed", Path(__file__).parent
    code = CHILD.format(
        here=str(here), root=str(here.parents[1]), model=str(base.folder), var=str(tmp_path / "var"),
        output=str(output), start=str(start),
    )  # fmt: skip
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert child.stdout is not None
    assert "5\n" in child.stdout
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    seen: list[int] = []
    result = prefer(config(), lessons, output, start, lambda m, s: seen.append(s), base)
    assert seen[0] == 5  # the steps before the checkpoint are not done again
    assert "Training goes on from step 4 of 6." in capsys.readouterr().out
    assert (result.steps, result.tokens, result.rows_seen) == (whole.steps, whole.tokens, 24)
    before, after = (load_file(one.adapter / "adapter_model.safetensors") for one in (whole, result))
    assert before.keys() == after.keys()
    assert all(float((before[name] - after[name]).abs().max()) < 1e-4 for name in before)


@pytest.mark.integration
@pytest.mark.parametrize(("beta", "weight"), [(0.1, 0.5), (0.1, 0.0), (2.0, 0.5)])
def test_the_loss_of_a_batch_is_the_one_that_beta_and_nll_weight_ask_for(
    base: BaseModelFiles, start: Path, tmp_path: Path, beta: float, weight: float
) -> None:
    import torch

    settings = config(f"prefer.beta={beta}", f"prefer.nll_weight={weight}")
    loaded = load_model(base, settings.model)
    model = with_adapter(loaded, settings, start)
    watch = make_watch(limits(settings), Progress(), lambda metrics, step: None)
    lessons = Lessons(pairs()[:2], [])
    trainer = make_preference_trainer(settings, loaded, model, lessons, tmp_path, watch)
    records = dpo_records(loaded, lessons.pairs, settings)
    with torch.no_grad():
        for name, value in trainer.model.named_parameters():
            if ".default." in name:  # away from the reference: at it, beta would not matter
                value += 0.05
        batch = next(iter(trainer.get_train_dataloader()))
        found = float(trainer.compute_loss(trainer.model, batch))
        own = [log_likelihoods(trainer.model, r["prompt_ids"], r["chosen_ids"], r["rejected_ids"]) for r in records]
        trainer.model.set_adapter("ref")
        ref = [log_likelihoods(trainer.model, r["prompt_ids"], r["chosen_ids"], r["rejected_ids"]) for r in records]
    # -log sigmoid(beta (d+ - d-)) of each pair, the mean of both; the likelihood term is per token of what was chosen.
    margins = [beta * ((p[0] - q[0]) - (p[1] - q[1])) for p, q in zip(own, ref, strict=True)]
    assert abs(margins[0]) > 0.005 * beta
    preference = sum(math.log1p(math.exp(-margin)) for margin in margins) / 2
    tokens = sum(len(record["chosen_ids"]) for record in records)
    likelihood = -sum(p[0] for p in own) / tokens
    assert found == pytest.approx(preference + weight * likelihood, rel=1e-4)


def log_likelihoods(model: Any, prompt: list[int], *answers: list[int]) -> list[float]:
    """log p(answer | prompt) of each, by the plain forward pass."""
    import torch

    found = []
    for answer in answers:
        logits = model(input_ids=torch.tensor([prompt + answer])).logits[0, len(prompt) - 1 : -1].float()
        chosen = logits.log_softmax(-1)[torch.arange(len(answer)), torch.tensor(answer)]
        found.append(float(chosen.sum()))
    return found


def watch(drops: list[float], beta: float = 0.1) -> PreferenceWatch:
    control = type("Control", (), {"should_training_stop": False})()
    one = PreferenceWatch(Limits(60.0, 0.1, beta, 10.0), Progress(), lambda metrics, step: None)
    state = type("State", (), {"global_step": 1})()
    for drop in drops:
        one.on_log(None, state, control, {"rewards/chosen": beta * drop})
    return one


def test_training_stops_when_chosen_answers_lose_a_tenth_of_a_nat_per_token() -> None:
    # Log-likelihood ratios of answers of 10 tokens: -0.9 is 0.09 nats a token, -1.1 is 0.11; five steps decide.
    assert watch([-0.9] * RECENT).progress.stopped_because == ""
    assert watch([-1.1] * (RECENT - 1)).progress.stopped_because == ""
    assert "lost 0.110 nats per token" in watch([-1.1] * RECENT).progress.stopped_because
    assert watch([-4.0] + [0.0] * RECENT).progress.stopped_because == ""  # one batch is no collapse


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
