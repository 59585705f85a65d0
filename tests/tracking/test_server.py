"""A real MLflow server with a login: runs, artifacts, registry and aliases through it, and only with the password."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.embedded import services
from nightschool.embedded.services import Services
from nightschool.embedded.settings import USER, Settings
from nightschool.errors import EnvironmentMissingError, IntegrityError, RegistryError
from nightschool.housekeeping import clean
from nightschool.phases.context import silent
from nightschool.tracking import (
    Change,
    CycleRuns,
    Examination,
    Registry,
    TracedAnswer,
    change_champion,
    log_examination,
)
from nightschool.tracking.store import open_client

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The server of `make up`, on a port and in a folder of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings = Settings(tmp_path_factory.mktemp("server"), mlflow_port=free.getsockname()[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Services, "prepare", lambda self: None)  # Airflow is not needed
        patch.setattr(services, "PATIENCE_S", 240)
        running = Services(settings)
        try:
            running.up(["mlflow"])
            yield settings
        finally:
            running.down()


@pytest.fixture
def config(server: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Config:
    """A machine that has nothing but the address and the login."""
    monkeypatch.setenv("MLFLOW_TRACKING_USERNAME", USER)
    monkeypatch.setenv("MLFLOW_TRACKING_PASSWORD", server.password())
    tracking = {"uri": server.mlflow_url, "experiment": request.node.name, "model_name": request.node.name}
    return Config.model_validate({"root": tmp_path / "machine", "tracking": tracking})


def test_a_night_is_logged_registered_and_promoted_through_the_server(config: Config, make_version: Any) -> None:
    version = make_version("night")
    with CycleRuns(config, "night").phase("align") as run:
        run.metrics({"align.steps": 229.0})
    found = CycleRuns(config, "night")
    with found.phase("align") as again:
        assert found.client.get_run(again.run_id).data.metrics == {"align.steps": 229.0}
    registry = Registry(config)
    change_champion(registry, Change(version, None, "test", "why"), "base")
    champion = registry.champion("base")
    assert champion is not None
    assert (champion.version, (champion.adapter / "adapter_model.safetensors").read_bytes()) == (
        version,
        b"adapter of night",
    )
    assert champion.adapter.is_relative_to(config.var)
    assert not (config.root / "mlruns" / "artifacts").exists()


def test_a_download_is_kept_while_it_is_what_was_registered(
    config: Config, server: Settings, make_version: Any
) -> None:
    version = make_version("kept")
    registry = Registry(config)
    weights = registry.load(version).adapter / "adapter_model.safetensors"
    weights.write_bytes(b"altered here")
    assert (registry.load(version).adapter / weights.name).read_bytes() == b"adapter of kept"  # downloaded again
    [there] = [
        p for p in (server.root / "mlruns" / "artifacts").rglob(weights.name) if p.read_bytes() == b"adapter of kept"
    ]
    there.write_bytes(b"altered on the server")
    assert registry.load(version).adapter == weights.parent  # what is here is still what was registered
    shutil.rmtree(config.var)
    with pytest.raises(IntegrityError, match="was changed since"):
        registry.load(version)
    shutil.rmtree(there.parent)
    with pytest.raises(RegistryError, match=f"Version {version} .* has no files|cannot be had from MLflow"):
        registry.load(version)


def test_a_file_of_the_run_comes_through_the_server_too(config: Config, make_version: Any, tmp_path: Path) -> None:
    version = make_version("probed")
    (tmp_path / "probe.json").write_text("{}")
    with CycleRuns(config, "probed").phase("register") as run:
        run.artifacts(tmp_path / "probe.json")
    assert Registry(config).artifact(version, "probe.json").read_text() == "{}"
    with pytest.raises(RegistryError, match=r"nosuch\.json"):
        Registry(config).artifact(version, "nosuch.json")


def test_answers_are_traced_through_the_server_once(config: Config) -> None:
    answers = tuple(
        TracedAnswer(f"k{n}", "lifetimes", "E0106", "passed", 3, 0, 0, 0.1, True, broken="fn f() {}") for n in range(3)
    )
    told = Examination("policy", "dev", "d" * 64, answers, 1_800_000_000 * 10**9)
    assert [log_examination(CycleRuns(config, "traced"), told) for _ in range(2)] == [3, 0]
    runs = CycleRuns(config, "traced")
    found = runs.client.search_traces(locations=[runs.experiment])
    assert sorted(one.info.tags["koan"] for one in found) == ["k0", "k1", "k2"]
    assert {(len(one.data.spans), len(one.info.assessments)) for one in found} == {(6, 5)}
    [dataset] = runs.client.search_datasets(experiment_ids=[runs.experiment])
    assert len(dataset.records) == 3


def test_housekeeping_takes_old_files_through_the_server_and_marks_old_runs(
    config: Config, server: Settings, make_version: Any, tmp_path: Path
) -> None:
    """In 91 days files are old, in 731 runs are; those of a version stay. Rows stay: no client can remove them."""
    make_version("kept")
    (tmp_path / "report.json").write_text("old report")
    night = CycleRuns(config, "old")
    with night.phase("examine") as run:
        run.artifacts(tmp_path / "report.json")
    night.finish()
    CycleRuns(config, "kept").finish()

    def there() -> list[Path]:
        return [p for p in (server.root / "mlruns" / "artifacts").rglob("report.json") if p.read_text() == "old report"]

    assert len(there()) == 1
    done = clean(config, silent, time.time() + 91 * 86_400)
    assert ([one.name for one in done.plan.going], dict(done.failed)) == (["files of the runs of old"], {})
    assert there() == []
    clean(config, silent, time.time() + 731 * 86_400)
    assert night.client.get_run(night.run_id).info.lifecycle_stage == "deleted"
    assert Registry(config).load("1").version == "1"


@pytest.mark.parametrize(("name", "password"), [(USER, "wrong"), (None, None)])
def test_without_the_right_password_there_is_one_clear_error(
    config: Config, monkeypatch: pytest.MonkeyPatch, name: str | None, password: str | None
) -> None:
    for variable, value in (("USERNAME", name), ("PASSWORD", password)):
        if value is None:
            monkeypatch.delenv(f"MLFLOW_TRACKING_{variable}")
        else:
            monkeypatch.setenv(f"MLFLOW_TRACKING_{variable}", value)
    who = f"user '{name}'" if name else "without a login"
    with pytest.raises(EnvironmentMissingError, match=rf"does not answer {who}: (?s:.*)MLFLOW_TRACKING_PASSWORD in"):
        CycleRuns(config, "refused")


def test_an_address_where_nobody_listens_is_told_as_well(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
    tracking = config.tracking.model_copy(update={"uri": "http://secret@127.0.0.1:9"})
    with pytest.raises(EnvironmentMissingError, match=r"http://127\.0\.0\.1:9 does not answer") as told:
        open_client(config.model_copy(update={"tracking": tracking}))
    assert "secret" not in str(told.value)
