"""Housekeeping as a DAG, and of Airflow itself: of real runs in a real database the old ones go with their logs."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest

from nightschool.embedded.aged_rows import TABLES, cutoff, old_rows
from nightschool.embedded.settings import Settings
from tests.airflow.conftest import ROOT
from tests.airflow.test_release_dags import STAND_IN, dags

__all__ = ["dags"]
pytestmark = pytest.mark.integration
GO = {"dry_run": False}  # `dag.test` keeps what an earlier run of it was given
LONG_AGO = datetime.now(UTC) - timedelta(days=200)


@pytest.fixture(scope="module")
def ran(dags, tmp_path_factory):
    """Three real runs of the DAG with a stand-in for the command: what it was asked, and the runs' names."""
    folder = tmp_path_factory.mktemp("asked")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {STAND_IN} {folder}")
        made = [dags["housekeeping"].test(run_conf=conf, use_executor=False) for conf in ({}, {"dry_run": True}, GO)]
    assert [str(one.state) for one in made] == ["success"] * 3
    lines = (folder / "asked.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines], [one.run_id for one in made]


def test_it_runs_weekly_and_deletes_unless_the_form_says_dry_run(dags, ran):
    assert dags["housekeeping"].schedule == "0 12 * * 0"
    config = ["--config", "conf/default.yaml"]
    deletes = ["housekeeping", "--delete", *config]
    assert ran[0] == [deletes, ["housekeeping", *config], deletes]


@pytest.fixture
def project(ran, airflow_home, tmp_path):
    """A project whose embedded Airflow has these runs: one of long ago, two of today."""
    _, runs = ran
    home = tmp_path / "project" / "var" / "airflow"
    home.mkdir(parents=True)
    with closing(sqlite3.connect(airflow_home / "airflow.db")) as ours, closing(connect(home)) as copy:
        ours.backup(copy)
    with closing(connect(home)) as copy, copy:
        copy.execute("PRAGMA foreign_keys = ON")  # what hangs on the runs of other tests goes with them
        for table in ("xcom", "task_instance", "dag_run"):
            copy.execute(f"DELETE FROM {table} WHERE run_id NOT IN (?, ?, ?)", runs)
        make_old(copy, runs[0])
    for run in runs:  # as a worker lays them; `dag.test` writes none
        log = home / "logs" / "dag_id=housekeeping" / f"run_id={run}" / "task_id=clean" / "attempt=1.log"
        log.parent.mkdir(parents=True)
        log.write_text("said\n")
        if run != runs[2]:
            for path in (log, log.parent, log.parent.parent):
                os.utime(path, (LONG_AGO.timestamp(),) * 2)
    return tmp_path / "project", runs


def connect(home):
    return sqlite3.connect(home / "airflow.db")


def make_old(copy, run):
    then = LONG_AGO.strftime("%Y-%m-%d %H:%M:%S.%f")
    copy.execute(
        "UPDATE dag_run SET start_date = ?, end_date = ?, queued_at = ? WHERE run_id = ?", (then,) * 3 + (run,)
    )
    copy.execute("UPDATE task_instance SET start_date = ?, end_date = ? WHERE run_id = ?", (then, then, run))
    copy.execute("UPDATE xcom SET timestamp = ? WHERE run_id = ?", (then, run))
    copy.execute("UPDATE dag_version SET created_at = ?", (then,))
    copy.execute("UPDATE dag SET last_parsed_time = ?", (then,))


def housekeeping(root, *options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "nightschool", "housekeeping", "--set", f"root={root}", *options]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(root, table):
    with closing(connect(root / "var" / "airflow")) as found:
        return [run for (run,) in found.execute(f"SELECT run_id FROM {table} ORDER BY run_id")]


def test_old_runs_and_their_logs_go_and_recent_ones_stay(project):
    """Runs of 200 days ago, airflow_days is 90; DAGs and the version of theirs that runs still use stay whole."""
    root, (old, *recent) = project
    told = housekeeping(root)
    assert "dag_run 1" in told
    assert "not used for 200 days, logs_days is 30" in told
    assert sorted(rows(root, "dag_run")) == sorted([old, *recent])
    assert "Taken away" in housekeeping(root, "--delete")
    assert (rows(root, "dag_run"), rows(root, "task_instance")) == (sorted(recent), sorted(recent))
    logs = root / "var" / "airflow" / "logs"
    assert [path.name for path in logs.glob("dag_id=housekeeping/run_id=*")] == [f"run_id={recent[1]}"]
    with closing(connect(root / "var" / "airflow")) as found:
        names = {name for (name,) in found.execute("SELECT name FROM sqlite_master")}
        assert not {name for name in names if name.startswith("_airflow_deleted")}
        assert found.execute("SELECT COUNT(*) FROM dag WHERE dag_id = 'housekeeping'").fetchone() == (1,)
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
    assert "0 B to go" in housekeeping(root)


def test_nothing_goes_that_began_after_a_run_which_goes_on(project):
    root, (old, *_) = project
    settings = Settings(root)
    with closing(connect(settings.home)) as copy, copy:
        copy.execute("UPDATE dag_run SET state = 'running' WHERE run_id = ?", (old,))
    before = datetime.now(UTC) - timedelta(days=90)
    assert cutoff(settings, before).date() == (LONG_AGO - timedelta(days=1)).date()
    assert old_rows(settings, cutoff(settings, before)) == {}


def test_the_table_that_is_left_out_cannot_be_cleaned_still(project):
    """apache/airflow#71864: once this fails, `dag` can join TABLES. The command tells of it and ends with 0."""
    root, _ = project
    assert "dag" not in TABLES
    before = (datetime.now(UTC) - timedelta(days=90)).isoformat()
    words = ["db", "clean", "--clean-before-timestamp", before, "--tables", "dag", "--yes", "--skip-archive"]
    done = subprocess.run(
        [sys.executable, "-m", "airflow", *words], env=Settings(root).environment(), capture_output=True, text=True
    )
    assert done.returncode == 0
    assert "not cleaned due to errors: ['dag']" in done.stdout + done.stderr
    with closing(connect(root / "var" / "airflow")) as found:
        left = found.execute("SELECT COUNT(*) FROM sqlite_master WHERE name LIKE '%airflow_deleted__dag__%'").fetchone()
    assert left == (1,)


def test_logs_of_services_go_only_where_the_service_does_not_run(tmp_path):
    run = tmp_path / "var" / "run"
    run.mkdir(parents=True)
    (run / "scheduler.log").write_text("x")
    (run / "mlflow.log").write_text("x")
    started = psutil.Process(os.getpid()).create_time()
    (run / "mlflow.json").write_text(f'{{"pid": {os.getpid()}, "started": {started}}}')
    for path in run.iterdir():
        os.utime(path, (time.time() - 31 * 86_400,) * 2)
    housekeeping(tmp_path, "--delete")
    assert sorted(path.name for path in Path(run).glob("*.log")) == ["mlflow.log"]
