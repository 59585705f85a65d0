"""One address, and Airflow's own metrics and traces go there; none, and nothing does. The collector speaks OTLP."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.embedded import Services, Settings
from nightschool.embedded.api import AirflowApi
from nightschool.embedded.telemetry import AIRFLOW, ENDPOINT, SDK, telemetry
from nightschool.errors import ConfigError, EnvironmentMissingError
from nightschool_airflow.command import PhaseProcess
from tests.airflow.collector import collector
from tests.airflow.conftest import ROOT
from tests.airflow.fleet import free_port, wait_for

WRAPPER = ROOT / "containers" / "with-telemetry"
PAGE = (ROOT / "docs" / "monitoring.md").read_text(encoding="utf-8")
ADDRESS = "http://collector:4318"
NIGHT = """
from airflow.sdk import dag, task
from nightschool_airflow import PhaseOperator, notices

@dag(schedule=None, deadline=notices.deadline(), is_paused_upon_creation=False)
def nightly_cycle():
    PhaseOperator(task_id="align", phase="align") >> PhaseOperator(task_id="gate", phase="gate")

@dag(schedule=None, is_paused_upon_creation=False)
def green():
    PhaseOperator(task_id="align", phase="align")

nightly_cycle()
green()
"""
PART = """
from airflow import settings
from airflow._shared.observability.metrics import stats
from airflow.configuration import conf
from airflow.observability.metrics import stats_utils
from opentelemetry import trace

stats.initialize(
    factory=stats_utils.get_stats_factory(), export_legacy_names=conf.getboolean("metrics", "legacy_names_on")
)
stats.incr("scheduler_heartbeat")
trace.get_tracer("part").start_span("dag_run.one").end()
"""
"""How each part of Airflow begins (3.3.2, `jobs/scheduler_job_runner.py`), and one metric and one span."""


def wrapped(environment, *command):
    """A command behind the containers' wrapper."""
    told = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run([WRAPPER, *(command or ("env",))], env=told, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {ENDPOINT: ""},
        {ENDPOINT: ADDRESS},
        {ENDPOINT: ADDRESS, "OTEL_SERVICE_NAME": "team-red", "OTEL_METRIC_EXPORT_INTERVAL": "1000"},
        {ENDPOINT: "https://c", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://other", "OTEL_TRACES_EXPORTER": "otlp"},
    ],
)
def test_containers_and_make_up_tell_airflow_the_same_and_nothing_without_an_address(given):
    said = dict(line.split("=", 1) for line in wrapped(given).stdout.splitlines())
    added = telemetry(given)
    assert {name: said[name] for name in said if name.startswith(("AIRFLOW__", "OTEL_"))} == {
        **{name: value for name, value in given.items() if name != ENDPOINT},
        **added,
    }
    assert set(added) == ({*AIRFLOW, *SDK, "OTEL_EXPORTER_OTLP_ENDPOINT"} if given.get(ENDPOINT) else set())


def test_what_is_no_address_is_refused_before_anything_starts():
    given = {ENDPOINT: "collector:4318"}
    done = wrapped(given, "echo", "begun")
    assert (done.returncode, done.stdout) == (64, "")
    with pytest.raises(ConfigError, match=r"collector:4318.*no address such as http://") as raised:
        telemetry(given)
    assert "no address such as http://" in done.stderr
    assert str(raised.value).startswith(ENDPOINT)


def test_make_up_passes_it_to_every_part_of_airflow_whatever_else_of_airflows_stands_in_the_shell(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("AIRFLOW__METRICS__OTEL_ON", "True")
    assert "AIRFLOW__METRICS__OTEL_ON" not in Settings(tmp_path).environment()
    monkeypatch.setenv(ENDPOINT, ADDRESS)
    assert telemetry({ENDPOINT: ADDRESS}).items() <= Settings(tmp_path).environment().items()


def test_a_phase_is_not_told_of_the_collector(tmp_path, monkeypatch):
    """MLflow's client reads the same variables, and sends traces where they say."""
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", ADDRESS)
    lines = []
    assert PhaseProcess(["env"], tmp_path).run(lines.append) == 0
    assert "PYTHONUNBUFFERED=1" in lines
    assert [line for line in lines if line.startswith("OTEL_")] == []


def test_the_variables_on_the_page_are_those_that_are_set():
    (block,) = re.findall(r"sets for all of Airflow's parts:\n\n```text\n(.*?)```", PAGE, re.DOTALL)
    told = dict(re.findall(r"^(\w+)=(\S+)", block, re.MULTILINE))
    assert told == telemetry({ENDPOINT: told["OTEL_EXPORTER_OTLP_ENDPOINT"]})


@pytest.mark.integration
@pytest.mark.timeout(900)
def test_airflow_sends_where_it_is_told_and_nowhere_by_default(tmp_path, monkeypatch):
    """A shell that knows a collector by OpenTelemetry's own variables is no reason to send."""

    def part():
        words = [sys.executable, "-c", PART]
        environment = Settings(tmp_path).environment()
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    with collector() as there:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", there.url)
        assert not re.search(r"otel|opentelemetry|exporter", part(), re.IGNORECASE)
        assert there.asked == []
        monkeypatch.setenv(ENDPOINT, there.url)
        part()
        assert set(there.asked) == {"/v1/metrics", "/v1/traces"}
        assert [span.name for span in there.spans] == ["dag_run.one"]
        assert {point.value for point in there.metrics["airflow.scheduler_heartbeat"]} == {1}  # sent each interval


def seen(told, name, **labels):
    """Values of a metric that came with these labels."""
    return [point for point in told.metrics.get(name, []) if labels.items() <= point.labels.items()]


PATIENCE_S = 600
"""What takes seconds; a machine busy with other tests takes minutes."""


@pytest.fixture(scope="module")
def nights(tmp_path_factory):
    """What `make up` starts of Airflow, a night that failed and a DAG that did not; yields what the collector got."""
    root = tmp_path_factory.mktemp("telemetry")
    (root / "dags").mkdir()
    (root / "dags" / "night.py").write_text(NIGHT)
    for name in ("plugins", "conf"):
        (root / name).symlink_to(ROOT / name)
    (root / "gate.plan").write_text("exit 1")
    stand_in = Path(__file__).with_name("stand_in.py")
    with pytest.MonkeyPatch.context() as patch, collector() as there:
        for name in ("NIGHTSCHOOL_ROOT", "NIGHTSCHOOL_SCHEDULE"):
            patch.delenv(name, raising=False)
        patch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {stand_in} {root}")
        patch.setenv("NIGHTSCHOOL_LATE_AFTER", "0.0003")  # hours: a second
        patch.setenv("NIGHTSCHOOL_NOTIFY_WEBHOOK", "nobody")  # without anybody to tell there is no deadline
        patch.setenv("OTEL_METRIC_EXPORT_INTERVAL", "2000")
        patch.setenv(ENDPOINT, there.url)
        patch.setattr("nightschool.embedded.services.PATIENCE_S", PATIENCE_S)
        services = Services(Settings(root, free_port()))
        try:
            services.up(Services.AIRFLOW)
            told = SimpleNamespace(there=there, root=root, states={})
            for dag in ("nightly_cycle", "green"):
                told.states[dag] = ended(AirflowApi(services.settings, dag))
            time.sleep(6)  # three exports
        finally:
            services.down()
        yield told


def ended(api):
    """The state in which a run of the DAG ended; a busy machine is waited for."""

    def calm(ask):
        try:
            return ask()
        except EnvironmentMissingError:
            return None

    wait_for(lambda: calm(api.known), lambda: "the DAG is not known", PATIENCE_S)
    calm(lambda: api.trigger("manual__one", {}))
    state = []
    wait_for(lambda: (state.append(calm(lambda: api.state("manual__one"))), state[-1])[1] in ("success", "failed"),
             lambda: state[-1:], PATIENCE_S)  # fmt: skip
    return state[-1]


@pytest.mark.integration
@pytest.mark.slow
@pytest.mark.timeout(2400)
def test_every_metric_of_the_pages_table_arrives_with_the_labels_that_it_names(nights):
    assert nights.states == {"nightly_cycle": "failed", "green": "success"}
    told = nights.there
    assert set(re.findall(r"`(airflow\.[\w.]+)`", PAGE)) <= set(told.metrics)
    assert seen(told, "airflow.dagrun.duration.failed", dag_id="nightly_cycle")
    assert seen(told, "airflow.dagrun.duration.success", dag_id="green")
    assert seen(told, "airflow.task.duration", dag_id="nightly_cycle", task_id="align")
    assert seen(told, "airflow.ti.finish", dag_id="nightly_cycle", task_id="gate", state="failed")
    assert not seen(told, "airflow.ti_failures", task_id="gate"), (
        "Airflow 3.3.2 counts no failure that it may not retry"
    )
    assert seen(told, "airflow.pool.open_slots", pool_name="gpu")[-1].value == 1
    assert {point.resource["service.name"] for points in told.metrics.values() for point in points} == {"airflow"}
    instances = {point.resource["service.instance.id"] for points in told.metrics.values() for point in points}
    assert len(instances) >= 3 + 3, "api-server, dag-processor, scheduler; a task each of three"


@pytest.mark.integration
@pytest.mark.slow
@pytest.mark.timeout(2400)
def test_a_run_is_a_trace_and_its_tasks_are_spans_of_it(nights):
    (run,) = [span for span in nights.there.spans if span.name == "dag_run.nightly_cycle"]
    assert run.parent == ""
    assert run.attributes["airflow.dag_run.run_id"] == "manual__one"
    within = {span.name for span in nights.there.spans if span.trace == run.trace and span.parent}
    assert within >= {"worker.align", "worker.gate"}
    green = {span.trace for span in nights.there.spans if span.attributes.get("airflow.dag_id") == "green"}
    assert green
    assert run.trace not in green
