"""The embedded services: files made anew for another Airflow, no secret that others can read, no port of others."""

import os
import re
import socket
import subprocess
from dataclasses import replace
from importlib.resources import files

import psutil
import pytest

from nightschool.embedded import Services, Settings, services
from nightschool.embedded.records import Identity, Record, identity, read_record, write_record
from nightschool.errors import ConfigError, EnvironmentMissingError
from nightschool.files import write_json
from tests.parsed import read_yaml


@pytest.fixture
def prepared(tmp_path, monkeypatch):
    """Services whose `airflow` commands are noted and not run."""
    made = Services(Settings(tmp_path))
    made.asked = []  # type: ignore[attr-defined]
    monkeypatch.setattr(made, "_airflow", lambda *given: made.asked.extend(one[0] for one in given))  # type: ignore[attr-defined]
    made.prepare()
    (made.settings.home / "airflow.db").touch()
    return made


def test_the_database_is_migrated_once_for_each_airflow(prepared, monkeypatch):
    prepared.prepare()
    assert prepared.asked == ["db", "pools"]
    monkeypatch.setattr(services, "version", lambda package: "99.0")
    prepared.prepare()
    prepared.prepare()
    assert prepared.asked == ["db", "pools"] * 2


def test_the_file_with_mlflows_password_is_the_owners_alone(prepared):
    path = prepared.settings.home / "mlflow_auth.ini"
    assert prepared._environment("mlflow")["MLFLOW_AUTH_CONFIG_PATH"] == str(path)
    assert prepared.settings.password() in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_scheduler_is_started_without_the_log_server_that_listens_on_all_addresses(prepared):
    assert prepared._command("scheduler")[-2:] == ["scheduler", "--skip-serve-logs"]
    assert prepared._command("api-server")[-1] == "api-server"


@pytest.mark.parametrize(("service", "option"), [("api-server", "--airflow-port"), ("mlflow", "--mlflow-port")])
def test_a_port_that_another_program_has_is_one_error_and_nothing_is_started(tmp_path, monkeypatch, service, option):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        made = Services(Settings(tmp_path, port, port))
        monkeypatch.setattr(made, "_airflow", lambda *words: None)
        with pytest.raises(EnvironmentMissingError, match=f"127.0.0.1:{port}, where '{service}' would.*{option}"):
            made.up([service])
    assert made.started == []


def test_the_scheduler_comes_when_the_api_server_answers(tmp_path, monkeypatch):
    """What it starts before fails, and Airflow takes that for one of the phase's attempts."""
    made, order = Services(Settings(tmp_path)), []
    monkeypatch.setattr(made, "prepare", lambda: None)
    monkeypatch.setattr(made, "_serve", lambda name, owner: order.append(name))
    monkeypatch.setattr(made, "_wait", lambda name, url: order.append(f"{name} answers"))
    made.up(Services.AIRFLOW)
    assert order == ["api-server", "dag-processor", "api-server answers", "scheduler"]
    order.clear()
    made.up(["mlflow"])
    assert order == ["mlflow", "mlflow answers"]


@pytest.fixture
def running(tmp_path):
    """A project where a stand-in runs in the place of each service; it notes its name in `ended` when it is told to."""
    made, children = Services(Settings(tmp_path)), []
    for name in (*Services.AIRFLOW, "mlflow"):
        script = f"trap 'echo {name} >> ended; exit' TERM; echo ready; while :; do sleep 0.05; done"
        child = subprocess.Popen(["sh", "-c", script], cwd=tmp_path, stdout=subprocess.PIPE, start_new_session=True)
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        started = psutil.Process(child.pid).create_time()
        write_json(made.settings.run / f"{name}.json", {"pid": child.pid, "started": started})
        children.append(child)
    yield made
    for child in children:
        child.kill()
        child.wait()
        child.stdout.close()


@pytest.mark.parametrize("names", [None, ["api-server", "scheduler", "dag-processor", "mlflow"]])
def test_tasks_end_while_the_server_that_they_tell_it_still_answers(running, names):
    """However they were started: scheduler first, since tasks end with it, api-server last."""
    stopped = running.down(names)
    ended = (running.settings.root / "ended").read_text().split()
    assert ended == stopped == ["scheduler", "dag-processor", "mlflow", "api-server"]
    assert running.down() == []


def test_a_task_that_was_killed_is_found_within_a_minute(tmp_path):
    """60 s by Airflow's own option, which the installed Airflow knows."""
    known = read_yaml(files("airflow") / "config_templates" / "config.yml")
    assert "task_instance_heartbeat_timeout" in known["scheduler"]["options"]
    environment = Settings(tmp_path).environment()
    assert environment["AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT"] == "60"


@pytest.mark.parametrize(("service", "command"), [("api-server", "cycle"), ("mlflow", "up")])
def test_where_a_port_is_taken_the_command_with_a_free_one_is_told(tmp_path, monkeypatch, service, command):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        made = Services(Settings(tmp_path, port, port))
        monkeypatch.setattr(made, "_airflow", lambda *words: None)
        with pytest.raises(EnvironmentMissingError) as raised:
            made.up([service])
    what = "mlflow" if service == "mlflow" else "airflow"
    wanted = rf"`make {command} ARGS=--{what}-port=(\d+)`, or set NIGHTSCHOOL_{what.upper()}_PORT"
    found = re.search(wanted, str(raised.value))
    assert found
    with socket.create_server(("127.0.0.1", int(found[1]))) as free:
        assert free.getsockname()[1] != port


def test_whatever_port_is_asked_for_what_runs_is_spoken_to_where_it_listens(running):
    record = running.record("api-server")
    write_record(running.settings.run / "api-server.json", Record(record.process, port=23456))
    assert Services(Settings(running.settings.root, 9999)).settings.airflow_url == "http://127.0.0.1:23456"
    running.down()
    assert Services(Settings(running.settings.root, 9999)).settings.airflow_url == "http://127.0.0.1:9999"


@pytest.fixture
def ready(running, monkeypatch):
    """Services that need no database and answer at once."""
    monkeypatch.setattr(Services, "prepare", lambda self: None)
    monkeypatch.setattr(Services, "_wait", lambda self, name, url: None)
    return running


def owned(services, owner):
    for name in Services.AIRFLOW:
        write_record(services.settings.run / f"{name}.json", Record(services.record(name).process, owner=owner))


def test_services_of_a_command_that_was_killed_end_with_the_next_one(ready):
    """Those of a command that lives, and those of `make up`, stay."""
    for owner, taken in ((Identity(os.getppid(), 1.0), True), (identity(os.getppid()), False), (None, False)):
        owned(ready, owner)
        mine = Services(ready.settings)
        mine.up(Services.AIRFLOW, identity())
        assert mine.started == (list(Services.AIRFLOW) if taken else []), owner
    assert read_record(ready.settings.run / "mlflow.json") is not None


def test_make_down_leaves_word_of_who_ended_everything_until_something_is_started_again(ready):
    ready.down(["mlflow"])
    assert ready.ended_by() == "", "that was no `make down`"
    ready.down()
    assert re.fullmatch(r"\S+ at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.", ready.ended_by())
    ready.up([])
    assert ready.ended_by() == ""


def test_nothing_is_started_while_another_command_ends_its_services(ready):
    """Its scheduler has ended already: what is left would end under whoever began now."""
    other = subprocess.Popen(["sleep", "0.6"])
    owned(ready, identity(other.pid))
    ready.down(["scheduler"])
    ready._start = lambda name, owner: None
    Services.up(ready, Services.AIRFLOW, identity())
    assert other.poll() == 0, "it was waited for"
    assert set(ready.started) == set(Services.AIRFLOW)


def test_links_in_messages_lead_to_the_address_that_people_were_given(tmp_path, monkeypatch):
    """And to loopback without one; Airflow's own variable is not passed on."""
    monkeypatch.setenv("AIRFLOW__API__BASE_URL", "https://ignored.example.org")
    base = "AIRFLOW__API__BASE_URL"
    monkeypatch.delenv("NIGHTSCHOOL_AIRFLOW_URL", raising=False)
    assert Settings(tmp_path, 8081).environment()[base] == "http://127.0.0.1:8081"
    monkeypatch.setenv("NIGHTSCHOOL_AIRFLOW_URL", "https://night.example.org/")
    told = Settings(tmp_path, 8081).environment()
    assert told[base] == "https://night.example.org"
    assert told["AIRFLOW__CORE__EXECUTION_API_SERVER_URL"] == "http://127.0.0.1:8081/execution/", "phases stay here"


@pytest.mark.parametrize("given", ["night.example.org", "https://night.example.org/airflow", "ftp://a.test"])
def test_what_is_no_address_for_people_is_one_error(tmp_path, monkeypatch, given):
    monkeypatch.setenv("NIGHTSCHOOL_AIRFLOW_URL", given)
    with pytest.raises(ConfigError, match=rf"NIGHTSCHOOL_AIRFLOW_URL is '{given}', no address such as https://"):
        Settings(tmp_path).environment()


def test_tasks_have_a_button_to_mlflow_only_where_one_is_served_or_named(running, monkeypatch):
    monkeypatch.delenv("NIGHTSCHOOL_MLFLOW_URL", raising=False)
    alone = Settings(running.settings.root, mlflow=False)
    write_record(alone.run / "mlflow.json", replace(running.record("mlflow"), port=5001))
    told = [Services(alone).settings.environment(), alone.environment(), Settings(alone.root).environment()]
    # Beside the MLflow of `make up`; in a cycle without one; in `make up` itself.
    assert [one["NIGHTSCHOOL_MLFLOW_URL"] for one in told] == ["http://127.0.0.1:5001", "", "http://127.0.0.1:5000"]
    monkeypatch.setenv("NIGHTSCHOOL_MLFLOW_URL", "https://runs.example.org")
    assert alone.environment()["NIGHTSCHOOL_MLFLOW_URL"] == "https://runs.example.org"
