"""The whole night, small: real rustc, sandbox, model, Great Expectations, MLflow and Airflow."""

import json
import signal
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest

from nightschool.config import Config
from nightschool.tracking import CycleRuns, Ledger
from tests.airflow.conftest import ROOT
from tests.tutorial.told import agrees, normal, steps

pytestmark = [pytest.mark.integration, pytest.mark.slow]

SMALLER = ["curriculum.rows=150", "curriculum.dev_koans=6", "curriculum.shadow_koans=6", "train.max_rows=12"]
SMALLER += ["answer.max_new_tokens=24", "curriculum.min_coverage=0.0"]


@pytest.fixture(scope="module")
def night(tmp_path_factory):
    """One cycle in a project folder of its own, interrupted once; returns the folder and what was printed after."""
    root = tmp_path_factory.mktemp("night")
    (root / "var").mkdir()
    shared = ["var/models"] if (ROOT / "var" / "models").exists() else []  # converted once, verified by digest
    for name in ("dags", "plugins", "conf", "koans", "expectations", *shared):
        (root / name).symlink_to(ROOT / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    settings = [word for override in SMALLER for word in ("--set", override)]
    command = [sys.executable, "-m", "nightschool", "cycle", "--config", "conf/smoke.yaml", "--airflow-port", port]
    interrupted_after("> prepare.certify done", [*command, *settings], root)
    done = subprocess.run([*command, *settings], cwd=root, capture_output=True, text=True, timeout=1500)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    return root, done.stdout


def interrupted_after(line, command, root):
    """Start a command and press Ctrl-C when it prints `line`.

    A test run put into the background by a shell ignores Ctrl-C, and so would its children: the command starts without.
    """
    listening = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, preexec_fn=listening) as process:
        assert any(line in printed for printed in process.stdout), f"never printed {line}"
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.wait(120) != 0


def cycle_of(root):
    return next((root / "var" / "cycles").iterdir())


@pytest.mark.timeout(1600)
def test_the_cycle_ends_with_its_verdict_the_arms_and_its_page(night):
    _, printed = night
    for part in (
        "not enough evidence to register",
        "there is no champion yet",
        "policy_base",
        "frozen opened: not opened",
        "dev against search: ",
        "Next:",
        "Page: file://",
    ):
        assert part in printed
    ending = printed[printed.index("NOT ENOUGH EVIDENCE") :].splitlines()
    assert max(len(line) for line in ending if not line.startswith("Page: ")) <= 80
    page = Path(unquote(ending[-1].removeprefix("Page: file://"))).read_text()
    assert "<h2>What was taught</h2>" in page.replace("\n", "")


def test_an_interrupted_cycle_is_followed_by_the_same_command_and_no_second_one_is_queued(night):
    root, printed = night
    assert "was interrupted; it goes on from its finished phases" in printed
    assert len(list((root / "var" / "cycles").iterdir())) == 1


def test_every_phase_left_its_result_and_the_gate_is_in_the_ledger(night):
    root, _ = night
    phases = {path.stem for path in cycle_of(root).glob("*.json")} - {"pins"}
    always = {"certify", "curate", "validate_corpus", "pair", "choose", "baseline", "align", "plateaued", "examine"}
    assert always | {"gate", "publish"} <= phases <= always | {"gate", "publish", "synthesise", "rehearse", "prefer"}
    told = json.loads(next((root / "var" / "phases" / "publish").glob("*/report.json")).read_text())
    assert (told["schema"], told["version"]) == (1, None)
    assert {"base", "candidate", "search", "chooser", "policy", "policy_base"} <= set(told["arms"])
    assert {"passed", "n", "sure", "sure_passed", "compiles", "answers"} <= set(told["arms"]["policy"]["shadow"])
    assert set(told["seconds"]) == phases - {"publish"}
    assert [e.event for e in Ledger(root / "mlruns" / "ledger.jsonl").entries()] == ["gate"]


def test_mlflow_holds_the_cycle_with_its_nested_phases(night):
    root, _ = night
    runs = CycleRuns(Config(root=root), cycle_of(root).name)
    found = runs.client.search_runs([runs.experiment])
    nested = {r.data.tags["nightschool.phase"] for r in found if r.data.tags.get("mlflow.parentRunId") == runs.run_id}
    assert {"curate", "align", "examine", "gate"} <= nested
    cycle = runs.client.get_run(runs.run_id)
    assert cycle.info.status == "FINISHED"
    assert cycle.data.metrics["examine/frozen.opened"] == 0.0  # a minute of training gains nothing on shadow
    assert cycle.data.tags["mlflow.note.content"].startswith(f"Cycle {cycle_of(root).name}: ")
    assert cycle.data.tags["verdict"] in ("refused", "not_enough_evidence")
    made = (
        "base_model",
        "prompt",
        "config",
        "toolchain",
        "align.adapter",
        "curate.corpus",
        "curate.dev",
        "certify.frozen",
    )
    [digests] = (root / "mlruns" / "artifacts" / runs.run_id).rglob("digests.json")
    assert set(made) <= set(json.loads(digests.read_text())["digests"])
    evaluations = [r for r in found if r.data.tags.get("mlflow.runType") == "genai_evaluate"]
    assert {(r.data.tags["arm"], r.data.tags["suite"]) for r in evaluations} >= {
        ("policy", "dev"),
        ("candidate", "dev"),
    }
    told = json.loads(next((root / "var" / "phases" / "publish").glob("*/report.json")).read_text())["arms"]
    for run in evaluations:
        traces = runs.client.search_traces(
            locations=[runs.experiment], filter_string=f"attributes.run_id = '{run.info.run_id}'", max_results=500
        )
        arm, suite = run.data.tags["arm"], run.data.tags["suite"]
        passed = [t for t in traces if any(a.name == "passed" and a.value is True for a in t.info.assessments)]
        assert len(passed) == told[arm][suite]["passed"]


def test_running_a_finished_phase_again_finds_it(night):
    root, _ = night
    asked = json.loads((cycle_of(root) / "align.json").read_text())
    settings = [word for override in SMALLER for word in ("--set", override)]
    command = [sys.executable, "-m", "nightschool", "run", "align", "--cycle", cycle_of(root).name]
    command += ["--config", "conf/smoke.yaml", *settings]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert "align found finished" in done.stdout, done.stderr
    assert asked["key"] in done.stdout


def test_nothing_it_started_is_left_running(night):
    root, _ = night
    assert list((root / "var" / "run").glob("*.json")) == []


@pytest.mark.timeout(1600)
@pytest.mark.parametrize("command", ["nightschool report", "nightschool history", "nightschool history dev"])
def test_the_tutorials_commands_after_the_night_print_what_it_says(night, command):
    root, _ = night
    (step,) = [step for step in steps(ROOT / "docs" / "tutorial-night.md") if step.command == command]
    words = [sys.executable, "-m", *command.split()]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert agrees(step.output.strip(), normal(done.stdout))
