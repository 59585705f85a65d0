"""The embedded services: files made anew for another Airflow, no secret that others can read, no port of others."""

import socket

import pytest

from nightschool.embedded import Services, Settings, services
from nightschool.errors import EnvironmentMissingError


@pytest.fixture
def prepared(tmp_path, monkeypatch):
    """Services whose `airflow` commands are noted and not run."""
    made = Services(Settings(tmp_path))
    made.asked = []  # type: ignore[attr-defined]
    monkeypatch.setattr(made, "_airflow", lambda *words: made.asked.append(words[0]))  # type: ignore[attr-defined]
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


@pytest.mark.parametrize(("service", "option"), [("api-server", "--airflow-port"), ("mlflow", "--mlflow-port")])
def test_a_port_that_another_program_has_is_one_error_and_nothing_is_started(tmp_path, monkeypatch, service, option):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        made = Services(Settings(tmp_path, port, port))
        monkeypatch.setattr(made, "_airflow", lambda *words: None)
        with pytest.raises(EnvironmentMissingError, match=f"127.0.0.1:{port}, where '{service}' would.*{option}"):
            made.up([service])
    assert made.started == []
