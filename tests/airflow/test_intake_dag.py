"""Intake as a DAG: one command, and the asset is updated only when something was taken in."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nightschool_airflow.assets import EPISODES, OWN
from tests.airflow.conftest import ROOT

STAND_IN = Path(__file__).with_name("release_stand_in.py")


@pytest.fixture(scope="module")
def dag(airflow_home):
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(str(ROOT / "dags"))
    assert bag.import_errors == {}
    return bag.dags["episode_intake"]


def events():
    from airflow.models.asset import AssetEvent, AssetModel
    from airflow.utils.session import create_session

    with create_session() as session:
        return session.query(AssetEvent).join(AssetModel, AssetModel.id == AssetEvent.asset_id).filter(
            AssetModel.name == "nightschool://episodes"
        ).count()  # fmt: skip


def test_it_runs_every_hour_one_at_a_time_and_explains_itself(dag):
    assert (dag.schedule, dag.max_active_runs, dag.catchup) == ("@hourly", 1, False)
    assert "`nightschool episodes intake`" in dag.doc_md


def test_one_command_then_the_asset(dag):
    assert dag.get_task("taken_in").upstream_task_ids == {"intake"}
    assert dag.get_task("intake").outlets == []
    assert [outlet.name for outlet in dag.get_task("taken_in").outlets] == ["nightschool://episodes"]
    assert all(task.execution_timeout for task in dag.tasks if task.task_id == "intake")
    assert all(task.retries for task in dag.tasks)


def test_a_night_is_scheduled_on_time_on_data_or_by_hand():
    assert OWN.schedule("0 2 * * *") == "0 2 * * *"
    assert OWN.schedule("nightschool://episodes") == [EPISODES]
    assert OWN.schedule("") is None


def test_the_environment_schedules_the_cycle_on_the_asset(airflow_home, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_SCHEDULE", "nightschool://episodes")
    script = (
        "from airflow.dag_processing.dagbag import DagBag; "
        f"bag = DagBag({str(ROOT / 'dags')!r}); "
        "night, intake = bag.dags['nightly_cycle'], bag.dags['episode_intake']; "
        "print(bag.import_errors, type(night.timetable).__name__, intake.schedule)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "{} AssetTriggeredTimetable @hourly"


@pytest.mark.integration
@pytest.mark.parametrize(("taken", "state", "more"), [(3, "success", 1), (0, "skipped", 0)])
def test_the_asset_is_updated_only_when_something_was_taken_in(dag, tmp_path, monkeypatch, taken, state, more):
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {STAND_IN} {tmp_path}")
    (tmp_path / "taken").write_text(str(taken))
    before = events()
    run = dag.test(use_executor=False)
    states = {one.task_id: str(one.state) for one in run.get_task_instances()}
    assert (str(run.state), states) == ("success", {"intake": "success", "taken_in": state})
    assert events() - before == more
    (asked,) = map(json.loads, (tmp_path / "asked.jsonl").read_text().splitlines())
    assert [word for word in asked if not word.startswith("--result=")] == [
        "episodes", "intake", "--config", "conf/default.yaml",
    ]  # fmt: skip


@pytest.mark.integration
def test_a_command_that_was_asked_to_leave_runs_again_at_once_as_the_same_try(dag, tmp_path, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {STAND_IN} {tmp_path}")
    (tmp_path / "taken").write_text("0")
    (tmp_path / "leave").touch()
    run = dag.test(use_executor=False)
    (intake,) = [one for one in run.get_task_instances() if one.task_id == "intake"]
    assert (str(run.state), str(intake.state), intake.try_number) == ("success", "success", 1)
    assert len((tmp_path / "asked.jsonl").read_text().splitlines()) == 2
