"""Method `list`: the loss over all candidates of a row is DPO's for a pair, and training by it learns and resumes."""

import math
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.errors import CorpusError
from nightschool.learning import train
from nightschool.learning.align import with_adapter
from nightschool.learning.attempts import Tried
from nightschool.learning.checkpoints import Progress
from nightschool.learning.pairs import searched_pairs
from nightschool.learning.preference import assert_reference, limits, prefer
from nightschool.learning.preference_lists import list_loss, list_records, mixed_lists
from nightschool.learning.preference_trainers import Lessons, make_preference_trainer
from nightschool.learning.preference_watch import make_watch
from nightschool.modeling import BaseModelFiles, load_model, read_seal, verify_adapter
from nightschool.types import Verdict
from tests.tiny_model import tiny_model

sys.path.insert(0, str(Path(__file__).parent))
from test_preference import answers, config, likelihoods, log_likelihoods
from toy import toy_rows


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


@pytest.fixture(scope="module")
def start(base: BaseModelFiles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(config(), toy_rows()[:4], [], tmp_path_factory.mktemp("align"), base=base).adapter


def lists(*more: str) -> Any:
    return config("prefer.method=list", *more)


def loss(rewards: list[float], passed: list[bool]) -> float:
    import torch

    return float(list_loss(torch.tensor(rewards, dtype=torch.float64), torch.tensor(passed)))


def test_one_passing_and_one_failing_candidate_are_dpo() -> None:
    # -log sigmoid(0.7 - 0.3) = log(1 + e^-0.4) = 0.51301525
    assert loss([0.7, 0.3], [True, False]) == pytest.approx(math.log1p(math.exp(-0.4))) == pytest.approx(0.51301525)
    assert loss([0.3, 0.7], [False, True]) == pytest.approx(0.51301525)


def test_one_passing_and_several_failing_candidates_are_softmax_dpo() -> None:
    # -log sigmoid(-log(e^(0.3 - 0.7) + e^(-0.1 - 0.7))) = log(1 + e^-0.4 + e^-0.8) = 0.75125
    softmax_dpo = math.log1p(math.exp(math.log(math.exp(-0.4) + math.exp(-0.8))))
    found = loss([0.7, 0.3, -0.1], [True, False, False])
    assert found == pytest.approx(softmax_dpo) == pytest.approx(0.75125, abs=1e-5)


def test_the_mass_of_all_that_pass_counts_however_it_is_shared_among_them() -> None:
    # At the reference all rewards are 0: two of three pass, -log(2/3).
    assert loss([0.0, 0.0, 0.0], [True, True, False]) == pytest.approx(math.log(1.5))
    # e^a + e^b = 2 for a = log 1.5, b = log 0.5: the same mass, the same loss.
    assert loss([math.log(1.5), math.log(0.5), 0.0], [True, True, False]) == pytest.approx(math.log(1.5))


def test_lists_are_rows_of_both_kinds_by_turns_up_to_a_size() -> None:
    row = replace(toy_rows()[0], tests="#[test] fn t() {}")
    verdicts = [Verdict.PASSED] * 5 + [Verdict.TESTS_FAILED] * 4
    many = [Tried(row, str(n), 3, f"fn f{n}() {{}}", verdict) for n, verdict in enumerate(verdicts)]
    malformed = replace(many[8], text="x", program="")
    only = replace(many[0], row=replace(row, id="only"))
    (made,) = mixed_lists([*many, malformed, only], 4)
    assert [one.text for one in made] == ["0", "5", "1", "6"]
    (whole,) = mixed_lists([*many, malformed, only], 12)
    assert len(whole) == 9
    assert mixed_lists([only, malformed], 12) == []


@pytest.mark.integration
def test_answers_longer_than_evaluation_allows_are_in_no_list(base: BaseModelFiles) -> None:
    loaded = load_model(base, config().model)
    tried = answers()[:3]
    assert [len(one["answers"]) for one in list_records(loaded, tried, lists())] == [3]
    long = replace(tried[1], text="4 " + "x" * 1000)
    assert [one["passed"] for one in list_records(loaded, [tried[0], long, tried[2]], lists())] == [[True, False]]
    assert list_records(loaded, [tried[0], long], lists()) == []


@pytest.mark.integration
@pytest.mark.parametrize(("size", "passed"), [(2, [True, False]), (3, [True, False, False])])
def test_lists_have_at_most_the_configured_size(base: BaseModelFiles, size: int, passed: list[bool]) -> None:
    """One of three answers to a row passes."""
    loaded, settings = load_model(base, config().model), lists(f"prefer.list_size={size}")
    assert [one["passed"] for one in list_records(loaded, answers()[:3], settings)] == [passed]


def trainer_of(settings: Any, base: BaseModelFiles, start: Path, lessons: Lessons, folder: Path) -> Any:
    """The trainer, with the adapter moved away from its reference."""
    import torch

    loaded = load_model(base, settings.model)
    watch = make_watch(limits(settings), Progress(), lambda metrics, step: None)
    trainer = make_preference_trainer(settings, loaded, with_adapter(loaded, settings, start), lessons, folder, watch)
    assert_reference(trainer.model)
    with torch.no_grad():
        for name, value in trainer.model.named_parameters():
            if ".default." in name:
                value += 0.05
    return trainer


@pytest.mark.integration
@pytest.mark.parametrize(("beta", "weight"), [(0.1, 0.5), (2.0, 0.0)])
def test_a_list_of_one_pair_has_the_loss_that_trls_dpo_has(
    base: BaseModelFiles, start: Path, tmp_path: Path, beta: float, weight: float
) -> None:
    import torch

    # Of two rows, one answer that passes and one that fails.
    tried = [one for k in (0, 3) for one in answers()[k : k + 3 : 2]]
    pairs = [pair for k in (0, 2) for pair in searched_pairs(tried[k : k + 2], 1)]
    more = (f"prefer.beta={beta}", f"prefer.nll_weight={weight}")
    found = []
    for settings in (config(*more), lists(*more)):
        trainer = trainer_of(settings, base, start, Lessons(pairs, tried), tmp_path / settings.prefer.method)
        with torch.no_grad():
            found.append(float(trainer.compute_loss(trainer.model, next(iter(trainer.get_train_dataloader())))))
    assert found[1] == pytest.approx(found[0], rel=1e-4)


@pytest.mark.integration
def test_the_loss_of_a_list_is_the_one_that_its_likelihoods_make(
    base: BaseModelFiles, start: Path, tmp_path: Path
) -> None:
    import torch

    tried, settings = answers()[:3], lists("prefer.beta=2.0")
    trainer = trainer_of(settings, base, start, Lessons([], tried), tmp_path)
    [record] = trainer.train_dataset
    with torch.no_grad():
        found = float(trainer.compute_loss(trainer.model, {"lists": [record]}))
        own = log_likelihoods(trainer.model, record["prompt_ids"], *record["answers"])
        trainer.model.set_adapter("ref")
        reference = log_likelihoods(trainer.model, record["prompt_ids"], *record["answers"])
    rewards = [2.0 * (p - q) for p, q in zip(own, reference, strict=True)]
    mass = math.exp(rewards[0]) / sum(map(math.exp, rewards))
    assert record["passed"] == [True, False, False]
    assert found == pytest.approx(-math.log(mass) - 0.5 * own[0] / len(record["answers"][0]), rel=1e-4)


@pytest.mark.integration
def test_it_starts_at_its_reference_and_moves_mass_to_what_passes(
    base: BaseModelFiles, start: Path, tmp_path: Path
) -> None:
    seen: list[dict[str, float]] = []
    result = prefer(lists(), Lessons([], answers()), tmp_path, start, lambda m, s: seen.append(m), base)
    masses = [one["train.mass"] for one in seen if "train.mass" in one]
    assert (result.steps, result.rows_seen) == (2, 8)  # eight rows, four a step
    assert masses[0] == pytest.approx(1 / 3, abs=1e-3)  # one of three passes, and all rewards are 0
    assert masses[1] > masses[0]
    assert result.movement is not None
    assert result.movement.digest_before != result.movement.digest_after
    assert result.movement.peak_step == 1
    assert verify_adapter(result.adapter, base.digest) == result.digest
    assert not (result.adapter / "ref").exists()
    assert read_seal(result.adapter)["steps"] == 2
    row, texts = answers()[0].row, [one.text for one in answers()[:3]]
    before, after = (likelihoods(base, adapter, row, *texts) for adapter in (start, result.adapter))
    assert after[0] - max(after[1:]) > before[0] - max(before[1:])


@pytest.mark.integration
@pytest.mark.parametrize("verified", [True, False])
def test_where_no_row_has_both_kinds_kto_takes_its_place(
    base: BaseModelFiles, start: Path, tmp_path: Path, verified: bool
) -> None:
    tried = [one for one in answers() if one.verified is verified][:4]
    assert prefer(lists(), Lessons([], tried), tmp_path, start, base=base).rows_seen == 4
    with pytest.raises(CorpusError, match="no rows that some repairs pass and some fail"):
        prefer(lists(), Lessons([], []), tmp_path / "none", start, base=base)


def test_time_and_a_collapse_end_it_as_they_end_dpo() -> None:
    passed = Lessons([], answers()).chosen_tokens("list")
    assert passed == 12.0  # every toy answer is said to have twelve
    found = limits(lists("prefer.collapse=0.3", "prefer.train_minutes=2"), passed)
    assert (found.seconds, found.collapse, found.chosen_tokens) == (120.0, 0.3, 12.0)


CHILD = """
import sys
from pathlib import Path
sys.path[:0] = [{here!r}, {root!r}]
from test_preference import answers
from test_preference_lists import lists, many
from nightschool.config import ModelConfig
from nightschool.learning.preference import prefer
from nightschool.learning.preference_trainers import Lessons
from nightschool.modeling import ensure_model
base = ensure_model(ModelConfig(base_model={model!r}), Path({var!r}))
log = lambda metrics, step: print(step, flush=True)
prefer(lists(), Lessons([], many()), Path({output!r}), Path({start!r}), log, base)
"""


def many() -> list[Tried]:
    """The toy answers three times, as of other rows: 24 lists."""
    return [replace(one, row=replace(one.row, id=f"{one.row.id}-{k}")) for k in range(3) for one in answers()]


@pytest.mark.integration
def test_killed_it_goes_on_and_ends_where_an_unbroken_one_does(
    base: BaseModelFiles, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from safetensors.torch import load_file

    lessons = Lessons([], many())  # 24 lists, 4 a step: 6 steps, a checkpoint after the fourth
    whole = prefer(lists(), lessons, tmp_path / "whole", start, base=base)
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
    result = prefer(lists(), lessons, output, start, lambda m, s: seen.append(s), base)
    assert seen[0] == 5  # the steps before the checkpoint are not done again
    assert "Training goes on from step 4 of 6." in capsys.readouterr().out
    assert (result.steps, result.tokens, result.rows_seen) == (whole.steps, whole.tokens, 24)
    before, after = (load_file(one.adapter / "adapter_model.safetensors") for one in (whole, result))
    assert all(float((before[name] - after[name]).abs().max()) < 1e-4 for name in before)
