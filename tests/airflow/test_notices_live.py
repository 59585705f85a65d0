"""Late nights, ended nights and a deploy DAG under a real scheduler, with real notifiers to real servers on loopback.

Phases are stand-ins (tests/airflow/either.py); the deploy DAG is the one that docs/notifications.md shows. One
scheduler serves all of these tests, which tell one story in their order.
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.embedded import Services, Settings
from nightschool.embedded.api import AirflowApi
from nightschool.errors import EnvironmentMissingError
from tests.airflow.conftest import ROOT
from tests.airflow.fleet import free_port, wait_for
from tests.airflow.receivers import connections, mail_server, web_server

pytestmark = [pytest.mark.integration, pytest.mark.slow, pytest.mark.timeout(1500)]
PATIENCE_S = 400
LATE_AFTER = 0.004
"""Hours: 14.4 s."""

NIGHT = """
from datetime import timedelta
from airflow.sdk import dag, task, teardown
from nightschool_airflow import PhaseOperator, assets, notices

@teardown
@task
def notify(ti=None):
    return notices.tell_night(ti)

@dag(schedule=None, max_active_runs=1, deadline=notices.deadline(), on_failure_callback=notices.run_notifiers(),
     is_paused_upon_creation=False)
def nightly_cycle():
    align = PhaseOperator(task_id="align", phase="align")
    promote = PhaseOperator(task_id="promote", phase="promote", outlets=[assets.CHAMPION])
    align >> PhaseOperator(task_id="gate", phase="gate") >> promote >> notify()

@dag(schedule=None, dagrun_timeout=timedelta(seconds=5), on_failure_callback=notices.run_notifiers(),
     is_paused_upon_creation=False)
def endless():
    PhaseOperator(task_id="endless", phase="endless")

nightly_cycle()
endless()
"""


def example():
    """The deploy DAG as the page shows it."""
    page = (ROOT / "docs" / "notifications.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    return block


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """What `make up` starts of Airflow, in a project of its own, told to tell; yields its API and what was sent."""
    root = tmp_path_factory.mktemp("school")
    (root / "dags").mkdir()
    (root / "dags" / "night.py").write_text(NIGHT)
    (root / "dags" / "deploy.py").write_text(example())
    (root / "dags" / "watch_registry.py").symlink_to(ROOT / "dags" / "watch_registry.py")
    for name in ("plugins", "conf"):
        (root / name).symlink_to(ROOT / name)
    (root / "align.plan").write_text("wait")
    (root / "gate.plan").write_text("outcome refused")
    (root / "endless.plan").write_text("hang")
    kept = {name: os.environ.get(name) for name in ("NIGHTSCHOOL_ROOT", "NIGHTSCHOOL_COMMAND")}
    with pytest.MonkeyPatch.context() as patch, web_server() as (url, posted), mail_server() as (port, mails):
        for name, value in connections(url, port).items():
            patch.setenv(name, value)
        patch.setenv("NIGHTSCHOOL_LATE_AFTER", str(LATE_AFTER))
        patch.setenv("NIGHTSCHOOL_SCHEDULE", "")
        patch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {Path(__file__).with_name('either.py')} {root}")
        services = Services(Settings(root, free_port()))
        try:
            patch.setattr("nightschool.embedded.services.PATIENCE_S", 600.0)
            services.up(Services.AIRFLOW)
            api = AirflowApi(services.settings)
            wait_for(lambda: len(_get(api, "dags")["dags"]) == 4, lambda: _get(api, "importErrors"), PATIENCE_S)
            yield SimpleNamespace(root=root, api=api, posted=posted, mails=mails)
        finally:
            services.down()
    assert kept == {name: os.environ.get(name) for name in kept}


def _get(api, path, tries=10):
    """What the API answers; a busy machine is waited for."""
    try:
        return api._call("GET", f"/api/v2/{path}")
    except EnvironmentMissingError:
        if tries < 2:
            raise
        return _get(api, path, tries - 1)


def state(school, dag, run_id):
    return _get(school.api, f"dags/{dag}/dagRuns/{run_id}")["state"]


def trigger(school, dag, run_id):
    """Once, also where the answer is late."""
    with suppress(EnvironmentMissingError):
        school.api._call("POST", f"/api/v2/dags/{dag}/dagRuns", {"dag_run_id": run_id, "logical_date": None})
    assert state(school, dag, run_id)


def ended(school, dag, run_id):
    """Wait until the run is green."""
    wait_for(lambda: state(school, dag, run_id) == "success", lambda: state(school, dag, run_id), PATIENCE_S)


def told(school, event):
    return [message for _, _, message in school.posted if message["event"] == event]


def until_told(school, event, log):
    """The one message of this event, once it is there; else what the log says."""
    logs = school.root / "var" / "airflow" / "logs"

    def said():
        return "\n".join(path.read_text()[-3000:] for path in logs.rglob("*") if path.is_file() and log in str(path))

    wait_for(lambda: told(school, event), said, PATIENCE_S)
    (message,) = told(school, event)
    return message


def deployed(school, count):
    """What the deploy DAG's runs returned, oldest first, once there are so many."""
    runs = []

    def finished():
        runs[:] = _get(school.api, "dags/deploy_champion/dagRuns?order_by=id")["dag_runs"]
        return len(runs) >= count and all(run["state"] in ("success", "failed") for run in runs)

    wait_for(finished, lambda: runs, PATIENCE_S)
    base = "dags/deploy_champion/dagRuns/{}/taskInstances/deploy/xcomEntries/return_value"
    return [_get(school.api, base.format(run["dag_run_id"].replace("+", "%2B")))["value"] for run in runs]


def test_a_late_night_is_told_while_it_runs(school):
    trigger(school, "nightly_cycle", "manual__late")
    message = until_told(school, "night_late", "executor_callbacks")
    assert "It was queued 0.004 hours ago and is" in message["text"]
    assert message["cycle"] == "manual__late"
    assert message["url"].endswith("/nightschool/nights/manual__late")
    assert state(school, "nightly_cycle", "manual__late") == "running"


def test_its_end_is_told_too_with_the_failed_check(school):
    (school.root / "go").touch()
    message = until_told(school, "night_finished", "notify")
    assert (message["verdict"], message["failed_tasks"]) == ("refused", [])
    assert "- above the bar: 3/30 (wanted: above 76.7%)" in message["text"]
    assert len(school.mails) == 2
    ended(school, "nightly_cycle", "manual__late")


def test_the_deploy_dag_of_the_page_ran_for_the_champion_that_the_night_made(school):
    assert deployed(school, 1) == ["serve version 7, adapter a0, policy p0"]


def test_it_runs_again_for_a_champion_that_the_watch_finds_and_for_none(school):
    for version, run_id in (("8", "manual__found"), ("8", "manual__same"), (None, "manual__gone")):
        written = f'{{"version": {"null" if version is None else 8}, "digest": null, "policy": null}}'
        (school.root / "champion").write_text(written)
        trigger(school, "watch_registry", run_id)
        ended(school, "watch_registry", run_id)
        deployed(school, 2)
    found = deployed(school, 3)
    assert found[1:] == ["serve version 8, adapter None, policy None", "nobody is champion; stop serving"]


def test_a_run_that_airflow_ended_at_its_longest_time_is_told_of(school):
    trigger(school, "endless", "manual__endless")
    message = until_told(school, "night_failed", "dag_processor")
    assert (message["cycle"], message["reason"]) == ("manual__endless", "timed_out")
