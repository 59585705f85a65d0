"""Training that was killed, or asked to leave, goes on to where an unbroken one ends; on a tiny real model.

Steps, checkpoints and the order of rows are the same for any model; that the embedded one learns is `test_training`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nightschool.learning import TrainResult, train
from nightschool.learning.checkpoints import last_complete
from nightschool.leaving import LEFT, leaves_when_asked
from nightschool.modeling import BaseModelFiles
from tests.learning.test_processes import config
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model

pytestmark = pytest.mark.integration
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


@pytest.fixture(scope="module")
def whole(base: BaseModelFiles, tmp_path_factory: pytest.TempPathFactory) -> TrainResult:
    """A training that nothing breaks."""
    rows = toy_rows()
    return train(config(base, 1), rows[:-4], rows[-4:], tmp_path_factory.mktemp("whole"), None, base=base)


def same(result: TrainResult, whole: TrainResult) -> None:
    """Both ended alike, tokens of all processes counted."""
    assert (result.steps, result.tokens, result.rows_seen) == (whole.steps, whole.tokens, whole.rows_seen)
    assert result.final_loss == pytest.approx(whole.final_loss, rel=1e-3)
    assert result.dev_loss == pytest.approx(whole.dev_loss, rel=1e-3)


CHILD = """
import sys, time
from pathlib import Path
from nightschool.learning import train
from nightschool.modeling import BaseModelFiles
from tests.learning.test_processes import config
from tests.learning.toy import toy_rows
def log(metrics, step):
    print(step, flush=True)
    if step == 3:
        time.sleep(600)
base = BaseModelFiles(Path(sys.argv[1]), sys.argv[2], "tiny")
train(config(base, 1), toy_rows()[:-4], toy_rows()[-4:], Path(sys.argv[3]), None, log, base)
"""


def test_a_killed_training_resumes_from_its_last_checkpoint(
    base: BaseModelFiles, whole: TrainResult, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-c", CHILD, str(base.folder), base.digest, str(tmp_path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True)
    assert child.stdout is not None
    assert "3\n" in child.stdout
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    half = tmp_path / "checkpoints/checkpoint-99"
    half.mkdir()
    (half / "adapter_model.safetensors").write_bytes(b"half")
    seen: list[int] = []
    rows = toy_rows()
    result = train(config(base, 1), rows[:-4], rows[-4:], tmp_path, None, lambda m, s: seen.append(s), base)
    assert seen[0] == 3  # checkpoint 2 was complete: its step is not done again
    assert f"Training goes on from step 2 of {result.steps}." in capsys.readouterr().out
    same(result, whole)
    assert json.loads((tmp_path / "train.json").read_text())["steps"] == whole.steps


def test_one_that_is_asked_to_leave_saves_the_step_it_is_in(
    base: BaseModelFiles, whole: TrainResult, tmp_path: Path
) -> None:
    """Checkpoints are fifty steps apart, so the one of step 4 was made for leaving."""
    rows, settings = toy_rows(), config(base, 1, "train.checkpoint_steps=50")

    def ask(metrics: dict[str, float], step: int) -> None:
        if step == 3 and "train.loss" in metrics:
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(SystemExit) as left, leaves_when_asked():
        train(settings, rows[:-4], rows[-4:], tmp_path, None, ask, base)
    assert left.value.code == LEFT
    found = last_complete(tmp_path / "checkpoints")
    assert found is not None
    assert (found[0].name, found[1].stopped_because) == ("checkpoint-4", "")
    seen: list[int] = []
    result = train(settings, rows[:-4], rows[-4:], tmp_path, None, lambda _, step: seen.append(step), base)
    assert seen[0] == 5
    same(result, whole)
