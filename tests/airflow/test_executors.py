"""The DAGs as they are under LocalExecutor and CeleryExecutor, on a real PostgreSQL and a real Redis.

Phases are the stand-in (tests/airflow/stand_in.py); what is real is everything between the trigger and the command.
"""

import json

import pytest

from nightschool.embedded.night import open_api
from tests.airflow import fleet
from tests.airflow.conftest import ROOT

pytestmark = [
    pytest.mark.integration,
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(
        bool(fleet.MISSING), reason=f"absent: {fleet.MISSING}; on Debian: apt-get install postgresql redis-server"
    ),
]

ON_CPU = ["certify", "curate", "validate_corpus", "plateaued", "gate", "publish"]
ON_GPU = ["baseline", "align", "examine"]
RUN = "manual__executors"
HEARTBEAT = {
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "30",
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT_DETECTION_INTERVAL": "2",
}


@pytest.fixture(scope="module")
def database():
    with fleet.postgres() as database:
        yield database


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Start a fleet with some settings replaced; everything is stopped at the end. A busy machine is waited for."""
    monkeypatch.setattr("nightschool.embedded.services.PATIENCE_S", 600.0)
    monkeypatch.setattr("nightschool.embedded.night.PATIENCE_S", 600.0)
    for name in ("dags", "plugins"):
        (tmp_path / name).symlink_to(ROOT / name)
    started = []

    def start(names, replaced):
        settings = fleet.FleetSettings(tmp_path, fleet.free_port(), scheduled=False, replaced=replaced)
        started.append(fleet.Fleet(settings))
        started[0].up(names)
        return started[0]

    yield start
    for services in started:
        services.down()


def asked(folder):
    """Phases that the stand-in was asked for there, in order."""
    path = folder / "asked.jsonl"
    return [json.loads(line)[1] for line in path.read_text().splitlines()] if path.exists() else []


def finish(api, run=RUN):
    """The run's state and the attempts of each task."""
    fleet.wait_for(lambda: api.state(run) in ("success", "failed"), lambda: api.tasks(run), 600)
    return api.state(run), {task.task: (task.state, task.attempt) for task in api.tasks(run)}


def test_a_cycle_under_local_executor_on_postgresql(start, database):
    services = start(
        fleet.Fleet.AIRFLOW,
        {"AIRFLOW__CORE__EXECUTOR": "LocalExecutor", "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": database("local")},
    )
    api = open_api(services)
    api.trigger(RUN, {})
    state, tasks = finish(api)
    assert (state, tasks["report_refusal"]) == ("success", ("success", 1))
    assert sorted(asked(services.place("scheduler"))) == sorted(ON_CPU + ON_GPU)


def test_a_cycle_under_celery_executor_outlives_the_loss_of_its_gpu_worker(start, database, tmp_path):
    with fleet.redis(tmp_path) as broker:
        services = start(
            (*fleet.Fleet.AIRFLOW, "worker-cpu", "worker-gpu"),
            {
                "AIRFLOW__CORE__EXECUTOR": "CeleryExecutor",
                "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": database("celery"),
                "AIRFLOW__CELERY__BROKER_URL": broker,
                "AIRFLOW__CELERY__RESULT_BACKEND": "db+" + database("results").replace("://", "+psycopg://"),
                **HEARTBEAT,
            },
        )
        gpu = services.place("worker-gpu")
        (gpu / "align.plan").write_text("hang")
        api = open_api(services)
        api.trigger(RUN, {})
        fleet.wait_for((gpu / "pids").exists, lambda: api.tasks(RUN), 600)
        services.lose("worker-gpu")
        (gpu / "align.plan").unlink()
        services.up(["worker-gpu"])
        state, tasks = finish(api)
        services.down()
    assert (state, tasks["report_refusal"]) == ("success", ("success", 1))
    assert (tasks["learn.align"], tasks["learn.examine"]) == (("success", 2), ("success", 1))
    assert asked(gpu) == ["baseline", "align", "align", "examine"]
    assert asked(services.place("worker-cpu")) == [
        "certify",
        "curate",
        "validate_corpus",
        "plateaued",
        "gate",
        "publish",
    ]
