"""MLflow's files, runs and traces on a real store: what a version needs stays, what is half gone is finished."""

import sqlite3
import time
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.housekeeping import clean, plan
from nightschool.phases.context import silent
from nightschool.tracking import CycleRuns, Registry
from nightschool.tracking.aged import REMOVED_TAG, AgedRuns
from nightschool.tracking.store import open_client, resolve_uri
from tests.housekeeping.ageing import DAY

pytestmark = pytest.mark.integration


def cycle(config, name, tmp_path, days=0.0):
    """A cycle with a phase that left a file, so many days ago; its runs."""
    made = CycleRuns(config, name)
    (tmp_path / "report.json").write_text("{}")
    with made.phase("examine") as run:
        run.artifacts(tmp_path / "report.json")
        run.metrics({"rate": 0.5})
    made.finish()
    older(config, [made.run_id, run.run_id], days)
    return made.run_id, run.run_id


def older(config, runs, days):
    """Move runs into the past, as nothing but the store itself can."""
    with sqlite3.connect(resolve_uri(config).removeprefix("sqlite:///")) as connection:
        for run in runs:
            sql = "UPDATE runs SET start_time = start_time - ?, end_time = end_time - ? WHERE run_uuid = ?"
            connection.execute(sql, (int(days * DAY * 1000),) * 2 + (run,))


def files(config, run):
    folder = Path(open_client(config).get_run(run).info.artifact_uri.removeprefix("file://"))
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def rows(config):
    return {run.info.run_id for view in ("ACTIVE_ONLY", "DELETED_ONLY") for run in AgedRuns(config)._runs(view)}


def test_files_of_old_cycles_go_and_their_numbers_stay(config, tmp_path):
    old, young = cycle(config, "old", tmp_path, 91), cycle(config, "young", tmp_path, 89)
    done = clean(config, silent)
    assert ([one.name for one in done.plan.going], done.stayed) == (["files of the runs of old"], [])
    assert (files(config, old[1]), files(config, young[1])) == ([], ["report.json"])
    found = open_client(config).get_run(old[1])
    assert found.data.metrics == {"rate": 0.5}
    assert REMOVED_TAG in found.data.tags
    assert not plan(config).going


def test_old_cycles_go_with_all_that_they_had(config, tmp_path):
    old, young = cycle(config, "old", tmp_path, 731), cycle(config, "young", tmp_path, 1)
    done = clean(config, silent)
    assert [one.name for one in done.plan.going] == ["2 runs of old"]
    assert rows(config) == set(young)
    held = {path.name for path in (config.root / "mlruns" / "artifacts").iterdir()}
    assert held & {*old, *young} == {young[1]}


def test_what_a_registered_version_needs_stays_with_its_whole_cycle(config, make_version, tmp_path):
    """Without any alias: an alias may be set to it at any time."""
    version = make_version("registered")
    examined = cycle(config, "registered", tmp_path)
    runs = [run for one in AgedRuns(config).cycles() for run in one.runs]
    older(config, runs, 1000)
    done = clean(config, silent)
    assert not done.plan.going
    assert {one.needed for one in done.plan.needed} == {"behind nightschool-rust-repair version 1"}
    assert files(config, examined[1]) == ["report.json"]
    assert Registry(config).load(version).version == version


def test_a_version_that_was_made_meanwhile_is_not_taken(config, make_version):
    make_version("late", outcome="refused")
    client = open_client(config)
    client.delete_registered_model("nightschool-rust-repair")
    runs = [run for one in AgedRuns(config).cycles() for run in one.runs]
    for run in runs:
        client.set_terminated(run)
    older(config, runs, 100)
    (item,) = plan(config).going
    (found,) = AgedRuns(config).cycles()
    client.create_registered_model("another")
    client.create_model_version("another", found.folders[0].as_uri(), found.runs[0])
    assert item.take() is False
    assert sum(folder.exists() for folder in found.folders) == 1  # the cycle's own run has no files


def test_a_run_that_goes_on_is_never_old(config, tmp_path):
    runs = cycle(config, "running", tmp_path, 1000)
    open_client(config).update_run(runs[0], status="RUNNING")
    assert not plan(config).going


@pytest.mark.parametrize("step", ["delete_run", "_take_files", "_drop_rows"])
def test_killed_while_runs_are_taken_the_next_housekeeping_finishes(config, tmp_path, monkeypatch, step):
    cycle(config, "old", tmp_path, 800)

    def killed(*args, **more):
        raise KeyboardInterrupt

    from mlflow import MlflowClient

    with monkeypatch.context() as patch:
        patch.setattr(MlflowClient if step == "delete_run" else AgedRuns, step, killed)
        with pytest.raises(KeyboardInterrupt):
            clean(config, silent)
    clean(config, silent)
    assert rows(config) == set()


def test_runs_that_a_person_deleted_are_left_to_be_restored(config, tmp_path):
    """`mlflow gc --run-ids` would remove experiments that somebody deleted, too; both can still be restored here."""
    gone, _ = cycle(config, "mistaken", tmp_path, 900)
    cycle(config, "old", tmp_path, 900)
    client = open_client(config)
    client.delete_run(gone)
    other = client.create_experiment("somebody's")
    client.delete_experiment(other)
    clean(config, silent)
    client.restore_run(gone)
    client.restore_experiment(other)


def test_a_run_whose_files_went_by_age_can_still_be_restored_when_a_person_deletes_it(config, tmp_path):
    old = cycle(config, "old", tmp_path, 91)
    clean(config, silent)
    client = open_client(config)
    client.delete_run(old[1])
    clean(config, silent)
    client.restore_run(old[1])
    assert client.get_run(old[1]).data.metrics == {"rate": 0.5}


def test_other_experiments_are_left_alone(config, tmp_path):
    client = open_client(config)
    run = client.create_run(client.create_experiment("somebody's"), tags={"nightschool.cycle": "x"}).info.run_id
    client.set_terminated(run)
    cycle(config, "ours", tmp_path, 1)
    older(config, [run], 5000)
    assert not plan(config).going


def test_traces_go_by_age(config, tmp_path):
    """Two traces of which one began 61 days ago; traces_days is 60."""
    from mlflow import flush_trace_async_logging

    cycle(config, "ours", tmp_path)
    client = open_client(config)
    experiment = client.get_experiment_by_name(config.tracking.experiment).experiment_id
    for days in (61, 59):
        began = time.time_ns() - days * 86_400 * 10**9
        span = client.start_trace("koan", experiment_id=experiment, start_time_ns=began, inputs={"code": "fn f() {}"})
        client.end_trace(span.trace_id, end_time_ns=began + 10**9)
    flush_trace_async_logging()
    done = clean(config, silent)
    assert [one.name.split()[:2] for one in done.plan.going] == [["1", "traces"]]
    assert len(client.search_traces(locations=[experiment])) == 1
    assert not plan(config).going


def test_a_project_without_mlflow_gets_none(tmp_path):
    config = Config(root=tmp_path)
    clean(config, silent)
    assert not (tmp_path / "mlruns" / "mlflow.db").exists()
