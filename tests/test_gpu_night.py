"""`benchmarks/gpu_night.sh`: a whole night without a GPU, with a model of a few thousand weights; its table by hand."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nightschool.config_file import load_config
from tests.tiny_model import tiny_model

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "benchmarks" / "gpu_night.sh"
SETTINGS = ROOT / "benchmarks" / "gpu_night.yaml"
SMALLER = (
    "judge.workers=2", "domains=none", "curriculum.rows=40", "curriculum.min_coverage=0", "curriculum.cell_programs=1",
    "curriculum.dev_koans=4", "curriculum.shadow_koans=4", "curriculum.retention_koans=2", "repair.list_minutes=0.05",
    "repair.compiles=10", "repair.pattern_compiles=5", "repair.drawn=0", "train.max_minutes=0.1", "train.max_rows=8",
    "answer.max_new_tokens=64", "answer.max_prompt_tokens=2000", "tracking.traces=false",
)  # fmt: skip


def phase(name: str, seconds: float, reused: bool = False) -> dict[str, Any]:
    return {"phase": name, "outcome": "ok", "reused": reused, "seconds": seconds, "key": "k"}


def test_the_seconds_of_two_nights_stand_beside_one_another() -> None:
    table = runpy.run_path(str(ROOT / "benchmarks" / "night_seconds.py"))["table"]
    gpu = {"phases": [phase("align", 40.0), phase("curate", 30.0, reused=True), phase("gate", 0.2)]}
    cpu = {"phases": [phase("curate", 360.0), phase("align", 600.0), phase("prefer", 100.0)]}
    # 600 / 40 = 15; all: 1060 / 70.2 = 15.1; of 50 s of this run 40.2 were in phases
    assert table(gpu, cpu, 50.0).splitlines() == [
        "| phase | outcome | s | CPU s | times |",
        "| --- | --- | --- | --- | --- |",
        "| curate | ok (found finished) | 30.0 | 360.0 | 12.0 |",
        "| align | ok | 40.0 | 600.0 | 15.0 |",
        "| prefer |  | - | 100.0 |  |",
        "| gate | ok | 0.2 | - |  |",
        "| all phases |  | 70.2 | 1060.0 | 15.1 |",
        "| starts and the report |  | 9.8 |  |  |",
    ]
    assert table(gpu).splitlines()[0] == "| phase | outcome | s |"


def test_its_settings_and_what_the_test_makes_of_them_load() -> None:
    config = load_config(SETTINGS, SMALLER)
    assert (config.name, config.judge.workers) == ("gpu_night", 2)


def test_a_word_that_it_does_not_know_is_bad_usage() -> None:
    done = subprocess.run([SCRIPT, "--device", "tpu"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "--device is cuda or cpu, tpu was given" in done.stderr


def in_parts(folder: Path) -> None:
    """The weights as `split` leaves them."""
    whole = folder / "model.safetensors"
    data = whole.read_bytes()
    for number, letter in enumerate("abc"):
        third = len(data) // 3 + 1
        (folder / f"{whole.name}.part-a{letter}").write_bytes(data[number * third : (number + 1) * third])
    whole.unlink()


@pytest.mark.slow
@pytest.mark.integration
@pytest.mark.timeout(3600)
def test_a_night_on_the_cpu_runs_whole_and_goes_on_after_its_time_was_over(tmp_path: Path) -> None:
    tiny_model(tmp_path / "model")
    in_parts(tmp_path / "model")
    (before := tmp_path / "before.json").write_text(json.dumps({"phases": [phase("curate", 360.0)]}))
    words = [word for setting in SMALLER for word in ("--set", setting)]
    command = [SCRIPT, "--device", "cpu", "--model", tmp_path / "model", "--place", tmp_path / "night", *words]
    environment = {**os.environ, "PYTHON": sys.executable}

    def run(*more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(word) for word in (*command, *more)], capture_output=True, text=True, env=environment
        )

    short = run("--seconds", 1)
    assert short.returncode == 1, short.stdout + short.stderr
    assert "NOT FINISHED: 1 seconds were over in or before certify" in short.stdout
    done = run("--cpu-report", before)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    rows = {line.split("|")[1].strip(): line for line in done.stdout.splitlines() if line.startswith("| ")}
    assert {"certify", "curate", "align", "plateaued", "examine", "gate", "all phases"} <= rows.keys()
    assert "360.0" in rows["curate"]
    assert {path.name for path in (tmp_path / "night").glob("mlruns/*")} >= {"ledger.jsonl"}  # not the checkout's
