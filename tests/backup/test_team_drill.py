"""The drill on a real MLflow server and PostgreSQL: destroyed and restored, the champion verifies, nights go on."""

import json
import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from importlib.util import find_spec

import pytest

from nightschool.config_file import load_config
from nightschool.tracking import CHAMPION, Change, CycleRuns, Registry, admit, change_champion, last_change
from tests.airflow import fleet
from tests.backup.team import Team
from tests.tracking.conftest import registered

LACKING = [name for name in ("initdb", "postgres", "psql", "pg_dump", "pg_restore") if not fleet.program(name)]
pytestmark = [
    pytest.mark.integration,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(bool(LACKING), reason=f"absent: {LACKING}; on Debian: apt-get install postgresql"),
    pytest.mark.skipif(find_spec("psycopg2") is None, reason="absent: psycopg2; containers/more.lock has it"),
]


@pytest.fixture
def team(tmp_path):
    with fleet.postgres() as database:
        made = Team(tmp_path / "team", database("begin"), f"http://127.0.0.1:{fleet.free_port()}")
        made.sql("airflow", "CREATE TABLE dag_run (n integer)")
        yield made
        if (pid := made.folder / "mlflow.pid").exists():
            with suppress(ProcessLookupError):
                os.killpg(int(pid.read_text()), signal.SIGTERM)


def command(team, secret):
    """MLflow's server on the team's database and its volume of artifacts."""
    url = f"postgresql+psycopg2://mlflow@127.0.0.1:{team.server.port}/mlflow"
    settings = [f"PGPASSWORD={secret} of mlflow", "MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false"]
    words = [f"--backend-store-uri={url}", f"--artifacts-destination={team.folder}/artifacts/artifacts"]
    port = team.tracking.rpartition(":")[2]
    return ["env", *settings, sys.executable, "-m", "mlflow", "server", "--workers=1", f"--port={port}", *words]


@contextmanager
def changing_all_the_time(config, versions):
    """Somebody who calls the one and the other champion, by turns."""
    began, end = threading.Event(), threading.Event()

    def change():
        theirs, turn = Registry(config), 0
        while not end.is_set():
            with theirs.lock:
                theirs.point(CHAMPION, versions[turn % 2], {"who": "x", "why": f"turn {turn}", "digest": None})
            turn += 1
            began.set()
            end.wait(0.2)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        assert began.wait(1800)
        yield
    finally:
        end.set()
        thread.join()


def test_after_the_drill_the_champion_verifies_and_the_next_change_goes_on(team, tmp_path):
    """Backed up while the champion changes: alias and ledger that come back are of one moment."""
    config = load_config(team.folder / "conf" / "fleet.yaml").model_copy(update={"root": team.folder})
    (archives := tmp_path / "archives").mkdir()
    port = int(team.tracking.rpartition(":")[2])
    with fleet.running(command(team, "first"), port, team.folder / "first.log", 900):
        registry = Registry(config)
        versions = [registered(config, registry, tmp_path / cycle) for cycle in ("monday", "tuesday")]
        change_champion(registry, Change(versions[0], None, "someone", "it passed"), "base")
        run = CycleRuns(config, "monday").run_id
        with changing_all_the_time(config, versions):
            archive = team.backup(archives)
    team.fresh("second")
    done = team.restore(archive, MLFLOW_COMMAND=json.dumps(command(team, "second")))
    assert done.returncode == 0, done.stderr
    again = Registry(config)
    champion, other = again.alias(CHAMPION), next(one for one in versions if one != again.alias(CHAMPION))
    assert champion == last_change(again).data["to"]
    entries = sum(1 for _ in again.ledger.entries())
    assert f"ledger: {entries} entries, its chain holds; champion: version {champion}, verified" in done.stdout
    assert admit(again, "base").version == champion
    change_champion(again, Change(other, champion, "someone", "it is better"), "base")
    assert (again.alias(CHAMPION), last_change(again).data["from"]) == (other, champion)
    assert CycleRuns(config, "monday").run_id == run
    assert CycleRuns(config, "wednesday").run_id != run
