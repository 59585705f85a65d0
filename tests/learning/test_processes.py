"""Training in two real processes (gloo on the CPU) does what one does, and survives what kills one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import ConfigError, CorpusError, TrainingDiedError
from nightschool.learning import launch, train
from nightschool.learning.encoding import Encoded
from nightschool.learning.shards import shards
from nightschool.modeling import BaseModelFiles
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def config(base: BaseModelFiles, processes: int, *more: str) -> Config:
    settings = (
        f"model.base_model={base.folder}", "model.device=cpu", "model.dtype=float32", "train.rank=2",
        "train.batch_tokens=800", "train.max_rows=23", "train.checkpoint_steps=2", "train.eval_steps=4",
        "train.max_minutes=20", f"train.processes={processes}",
    )  # fmt: skip
    return load_config(None, [*settings, *more])


def row(answer: int) -> Encoded:
    return Encoded([1], [2] * answer)


def test_a_batch_is_dealt_out_and_its_weights_make_the_mean_over_all_its_answer_tokens() -> None:
    first, second = shards([row(3), row(2), row(1)], 2)
    # Six answer tokens. Two gradients are averaged, so each sum counts 2/6: (2/6 a + 2/6 b) / 2 = (a + b) / 6.
    assert [len(one.answer) for one in first.rows] == [3, 1]
    assert [len(one.answer) for one in second.rows] == [2]
    assert first.weight == second.weight == pytest.approx(2 / 6)


def test_a_process_without_a_row_keeps_the_others_company_and_counts_nothing() -> None:
    parts = shards([row(4), row(1)], 3)
    assert [part.weight for part in parts] == [3 / 5, 3 / 5, 0.0]
    assert parts[2].rows == (row(4),)


def test_more_processes_than_devices_are_refused(
    base: BaseModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "pick_device", lambda settings: "mps")
    with pytest.raises(ConfigError, match=r"train\.processes is 2, but there are 1 devices 'mps'"):
        train(config(base, 2), toy_rows(), [], tmp_path, base=base)


def test_an_adapter_of_its_own_form_is_trained_in_one_process(base: BaseModelFiles, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"set train\.processes to 1"):
        train(config(base, 2), toy_rows(), [], tmp_path, base=base, prepare=lambda model: model)


@pytest.mark.integration
def test_two_processes_give_the_losses_and_the_adapter_of_one(base: BaseModelFiles, tmp_path: Path) -> None:
    """Every third row is of documentation (`mutated`): plain Rust of it holds the adapter near its base, in each step.

    Without such rows pieces are empty, whatever the number of processes (`test_general`, and all of `test_resuming`).
    """
    from safetensors.torch import load_file

    sources = ["mutated", "aligned", "aligned"]
    rows = [replace(row, source=sources[n % 3]) for n, row in enumerate(toy_rows()[:-4])]
    dev = toy_rows()[-4:]
    logged: dict[int, list[tuple[int, dict[str, float]]]] = {1: [], 2: []}
    results = {
        n: train(config(base, n), rows, dev, tmp_path / str(n), None, lambda m, s, n=n: logged[n].append((s, m)), base)
        for n in logged
    }

    def column(n: int, name: str) -> list[float]:
        return [metrics[name] for _, metrics in logged[n] if name in metrics]

    # 23 rows, at most two a step: one step has a single row, and the second process only keeps it company.
    assert len(column(1, "train.loss")) >= 12
    assert len(column(1, "train.divergence")) == len(column(1, "train.loss"))
    equal = ("train.loss", "train.grad_norm", "train.learning_rate", "train.token_accuracy", "train.divergence")
    for name in (*equal, "dev.loss"):
        assert column(2, name) == pytest.approx(column(1, name), rel=1e-4), name
    assert (results[2].steps, results[2].rows_seen) == (results[1].steps, results[1].rows_seen)
    assert results[2].tokens <= results[1].tokens  # shards need less padding
    one, two = (load_file(results[n].adapter / "adapter_model.safetensors") for n in (1, 2))
    assert one.keys() == two.keys()
    for name, weight in one.items():
        assert (two[name] - weight).abs().max() < 1e-4 * max(1.0, float(weight.abs().max())), name
    assert {path.name for path in (tmp_path / "2").iterdir()} == {"adapter", "plan.json", "train.json"}


def workers(of: int) -> list[psutil.Process]:
    """Workers below a process, by rank."""
    found = [p for p in psutil.Process(of).children(recursive=True) if launch.WORKER in p.cmdline()]
    return sorted((p for p in found if "RANK" in p.environ()), key=lambda p: p.environ()["RANK"])


@pytest.mark.slow
def test_one_killed_process_fails_the_training_and_the_next_run_goes_on(base: BaseModelFiles, tmp_path: Path) -> None:
    rows = toy_rows()

    def kill_the_second(metrics: dict[str, float], step: int) -> None:
        if step == 5 and "train.loss" in metrics:
            workers(os.getpid())[1].kill()

    with pytest.raises(TrainingDiedError, match=r"goes on from the last checkpoint"):
        train(config(base, 2), rows, [], tmp_path, None, kill_the_second, base)
    steps: list[int] = []
    result = train(config(base, 2), rows, [], tmp_path, None, lambda m, s: steps.append(s), base)
    assert steps[0] >= 5  # the checkpoint of step 4 was complete
    assert result.rows_seen == 23


CHILD = """
import sys
from pathlib import Path
from nightschool.learning import train
from nightschool.modeling import BaseModelFiles
from tests.learning.test_processes import config
from tests.learning.toy import toy_rows
base = BaseModelFiles(Path(sys.argv[1]), sys.argv[2], "tiny")
more = ("train.epochs=500", "train.max_rows=0")
train(config(base, 2, *more), toy_rows(), [], Path(sys.argv[3]), None, lambda m, s: print("step", s, flush=True), base)
"""


@pytest.mark.slow
def test_workers_end_when_their_phase_is_killed(base: BaseModelFiles, tmp_path: Path) -> None:
    command = [sys.executable, "-c", CHILD, str(base.folder), base.digest, str(tmp_path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True)
    assert child.stdout is not None
    assert any(line.startswith("step 2") for line in child.stdout)
    left = workers(child.pid)
    assert len(left) == 2
    os.killpg(child.pid, signal.SIGKILL)  # as the operator does; workers have sessions of their own
    child.wait()
    assert not psutil.wait_procs(left, timeout=10)[1]


@pytest.mark.slow
def test_what_is_wrong_in_a_worker_is_told_as_it_would_be_in_one_process(base: BaseModelFiles, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="None of 48 rows can be learnt"):
        train(config(base, 2, "answer.max_prompt_tokens=64"), toy_rows(), [], tmp_path, base=base)


DISAGREE = """
import os
from pathlib import Path
from types import SimpleNamespace
from nightschool.config import TrainConfig
from nightschool.learning.callbacks import Night, Watch
from nightschool.learning.checkpoints import Progress
from nightschool.learning.trainer import training_arguments
args = training_arguments(TrainConfig(), Path(os.environ["OUT"]), 0, "cpu", "float32")
hours = {"first": (2, 0), "second": (0, 2)}
for who, spent in hours.items():
    progress = Progress(seconds=3600 * spent[args.process_index])
    night = Night(Watch(TrainConfig(max_minutes=11), lambda m, s: None, [], 0, Path("best"), 100), progress)
    control, first = SimpleNamespace(should_training_stop=False), not args.process_index
    night.on_train_begin(args, SimpleNamespace(global_step=0, is_world_process_zero=first), control)
    night.on_step_end(args, SimpleNamespace(global_step=7, is_world_process_zero=first), control)
    print(f"{who} late: process {args.process_index} stops {control.should_training_stop}", flush=True)
"""


@pytest.mark.slow
def test_all_processes_stop_when_the_first_ones_time_is_over_and_only_then(tmp_path: Path) -> None:
    script = tmp_path / "disagree.py"
    script.write_text(DISAGREE)
    command = [sys.executable, "-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes", "2"]
    options = ["--num_machines", "1", "--main_process_port", "0", "--mixed_precision", "no", "--dynamo_backend", "no"]
    told = subprocess.run(
        [*command, *options, str(script)], capture_output=True, text=True, env={**os.environ, "OUT": str(tmp_path)},
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert sorted(line for line in told.stdout.splitlines() if " late: " in line) == [
        "first late: process 0 stops True", "first late: process 1 stops True",
        "second late: process 0 stops False", "second late: process 1 stops False",
    ]  # fmt: skip
