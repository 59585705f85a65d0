"""The phase process: live lines, exit codes, and nothing left behind."""

import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from nightschool_airflow.branches import choose_preference, choose_promotion, choose_rehearsal
from nightschool_airflow.command import PhaseProcess, overrides, phase_command


def test_lines_arrive_while_the_phase_runs(tmp_path):
    script = "import time; print('one', flush=True); time.sleep(1.5); print('two')"
    times = {}
    PhaseProcess([sys.executable, "-c", script], tmp_path).run(lambda line: times.setdefault(line, time.monotonic()))
    assert times["two"] - times["one"] > 1


@pytest.mark.parametrize(
    ("script", "code"), [("import sys; sys.exit(3)", 3), ("import os; os.kill(os.getpid(), 9)", -9)]
)
def test_exit_codes_and_signals_are_told(tmp_path, script, code):
    assert PhaseProcess([sys.executable, "-c", script], tmp_path).run(lambda line: None) == code


def gone(pid, seconds=10.0):
    """Whether a killed process ends; a busy machine may take a moment, and nobody here can reap a grandchild."""
    end = time.monotonic() + seconds
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != "zombie" and time.monotonic() < end:
        time.sleep(0.05)
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == "zombie"


def test_stopping_ends_the_whole_group(tmp_path):
    script = "import subprocess; p = subprocess.Popen(['sleep', '600']); print(p.pid, flush=True); p.wait()"
    lines = []
    process = PhaseProcess([sys.executable, "-c", script], tmp_path)
    thread = threading.Thread(target=process.run, args=(lines.append,))
    thread.start()
    while not lines:
        time.sleep(0.05)
    process.stop()
    thread.join(10)
    assert gone(int(lines[0]))


def test_empty_parameters_are_left_to_the_config():
    assert overrides({"rows": None, "base_model": "", "auto_promote": False, "set": []}) == ["auto_promote=false"]


def test_a_mapped_task_runs_its_shard_of_the_phase(tmp_path):
    whole = phase_command("baseline", "c", {}, tmp_path / "r.json")
    part = phase_command("baseline", "c", {}, tmp_path / "r.json", "2/3")
    assert [word for word in part if word not in whole] == ["--shard", "2/3"]


def test_the_command_names_phase_cycle_and_config(tmp_path):
    command = phase_command("align", "manual__1", {"config": "conf/smoke.yaml"}, tmp_path / "r.json")
    assert command[3:6] == ["run", "align", "--cycle"]
    assert "conf/smoke.yaml" in command


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(
    ("choose", "phase", "yes", "no"),
    [(choose_rehearsal, "rehearse", "gained", "no_gain"), (choose_preference, "prefer", "plateau", "still_improving")],
)
def test_a_later_phase_runs_only_if_asked_for_and_needed(choose, phase, yes, no, asked):
    params = {"phases": ["align", phase] if asked else ["align"]}
    assert choose(params, {"outcome": yes}, "it", "on") == ("it" if asked else "on")
    assert choose(params, {"outcome": no}, "it", "on") == "on"


@pytest.mark.parametrize("asked", [False, True])
def test_what_the_form_leaves_empty_is_as_the_config_file_says(tmp_path, monkeypatch, asked):
    """Also on nights that nobody triggers: the schedule leaves the whole form empty."""
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    (tmp_path / "mine.yaml").write_text("auto_promote: true\n" if asked else "phases: [align]\n")
    params = {"config": "mine.yaml", "phases": None, "auto_promote": None, "set": None}
    assert choose_rehearsal(params, {"outcome": "gained"}, "it", "on") == ("it" if asked else "on")
    assert choose_preference(params, {"outcome": "plateau"}, "it", "on") == ("it" if asked else "on")
    assert choose_promotion(params, "promote") == (["promote"] if asked else [])


def test_a_phase_asked_for_among_other_settings_runs_as_well():
    params = {"phases": None, "set": ["phases=[align, rehearse]"]}
    assert choose_rehearsal(params, {"outcome": "gained"}, "it", "on") == "it"


@pytest.mark.integration
@pytest.mark.parametrize(
    ("code", "error"),
    [(1, "AirflowFailException"), (2, "AirflowFailException"), (3, "AirflowException"), (-9, "AirflowException")],
)
def test_only_what_a_retry_can_heal_is_retried(airflow_home, code, error):
    from airflow.sdk.exceptions import AirflowException

    from nightschool_airflow.operators import PhaseOperator

    with pytest.raises(AirflowException) as caught:
        PhaseOperator(task_id="t", phase="align")._check(code)
    assert type(caught.value).__name__ == error


@pytest.mark.integration
def test_a_phase_that_was_asked_to_leave_is_queued_again_at_once_and_costs_no_retry(airflow_home):
    from airflow.sdk.exceptions import AirflowRescheduleException

    from nightschool_airflow.operators import PhaseOperator

    with pytest.raises(AirflowRescheduleException) as caught:
        PhaseOperator(task_id="t", phase="align")._check(75)
    assert abs(caught.value.reschedule_date.timestamp() - time.time()) < 60


@pytest.fixture
def context(tmp_path, monkeypatch):
    """A DAG run as an operator is given it, in a project with a docker command that is never run."""
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "default.yaml").touch()
    (tmp_path / "docker").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    return {"dag_run": SimpleNamespace(run_id="manual__1"), "params": {}}


@pytest.mark.integration
@pytest.mark.parametrize(
    ("asked", "environment", "first"),
    [(None, "", "python"), (None, "docker", "docker"), ("local", "docker", "python"), ("docker", "local", "docker")],
)
def test_where_a_phase_runs_is_the_operators_choice_then_the_workers(context, monkeypatch, asked, environment, first):
    from nightschool_airflow.operators import PhaseOperator

    monkeypatch.setenv("NIGHTSCHOOL_EXECUTION", environment)
    process = PhaseOperator(task_id="t", phase="align", execution=asked).process(context, Path("/tmp/result.json"))
    assert Path(process.arguments[0]).name.startswith(first)


@pytest.mark.integration
@pytest.mark.parametrize(("execution", "config", "word"), [("podman", "", "none of local"), ("docker", "x", "config")])
def test_what_cannot_be_run_fails_at_once(context, execution, config, word):
    from airflow.sdk.exceptions import AirflowFailException

    from nightschool_airflow.operators import PhaseOperator

    context["params"] = {"config": config}
    with pytest.raises(AirflowFailException, match=word):
        PhaseOperator(task_id="t", phase="align", execution=execution).process(context, Path("/tmp/result.json"))
