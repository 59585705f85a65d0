"""The embedded services' files: made anew for another Airflow, and no secret that others can read."""

import pytest

from nightschool.embedded import Services, Settings, services


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
