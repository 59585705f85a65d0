"""What a backup holds and a restore brings back: everything that matters, as it was, and nothing half-made."""

import shutil
import stat
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from nightschool.backup import backup, check, restore, take
from nightschool.config import Config
from nightschool.embedded.records import Record, identity, write_record
from nightschool.errors import CycleBusyError, UsageError
from nightschool.phases.context import silent
from nightschool.tracking import Ledger
from tests.backup.making import DATABASES, LEFT_OUT, OLD, TAKEN, counted, installation, seen


@pytest.fixture
def config(tmp_path):
    return installation(tmp_path / "project")


@pytest.fixture
def archive(config, tmp_path):
    return backup(config, tmp_path / "night.tar", silent).path


def destroyed(config):
    for folder in ("var", "mlruns"):
        shutil.rmtree(config.root / folder)


def test_what_was_destroyed_is_there_again_with_its_modes_and_times(config, archive):
    before = seen(config.root)
    destroyed(config)
    done = restore(config, archive, False, silent)
    after = seen(config.root)
    assert set(after) == set(TAKEN) | set(DATABASES) | {"mlruns/ledger.jsonl", "var/phases/align/latest"}
    assert done.files == len(after)
    same = {name for name in after if after[name] == before[name]}
    assert set(after) - same <= set(DATABASES)  # pages are the same, unused bytes of the header are not
    assert [counted(config.root / name) for name in DATABASES] == [[3, 3]] * 3
    assert (config.root / "var/airflow/api.secret").stat().st_mode & 0o777 == 0o600
    assert (config.root / "var/phases/align/k1").stat().st_mtime == OLD
    assert (config.root / "var/phases/align/empty").is_dir()
    assert [entry.event for entry in Ledger(config.root / "mlruns/ledger.jsonl").entries()] == ["gate"]
    assert not (config.root / ".restore").exists()


def test_what_passes_what_is_made_again_and_what_lies_outside_is_left_out(archive):
    with tarfile.open(archive) as tar:
        names = set(tar.getnames())
    assert names.isdisjoint({*LEFT_OUT, "var/run", "var/phases/align/k2.partial", "var/airflow/host"})
    assert "var/lessons/Cargo.lock" in names


def test_an_archive_is_its_owners_alone(archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_a_folder_gets_an_archive_named_by_its_time_and_nothing_else(config, tmp_path):
    (tmp_path / "kept").mkdir()
    made = backup(config, tmp_path / "kept", silent)
    assert made.path.name.startswith("nightschool-20")
    assert list((tmp_path / "kept").iterdir()) == [made.path]


def test_a_second_archive_of_the_same_second_gets_a_name_of_its_own(config, tmp_path, monkeypatch):
    monkeypatch.setattr(take, "_now", lambda: datetime(2026, 11, 22, 2, 0, 1, tzinfo=UTC))
    names = [backup(config, tmp_path, silent).path.name for _ in range(3)]
    assert names == [f"nightschool-2026-11-22T020001Z{end}.tar" for end in ("", "-2", "-3")]


@pytest.mark.parametrize(
    ("where", "why"),
    [("project/var/x.tar", "lies in what is backed up"), ("taken", "exists already"), ("no/x.tar", "no folder")],
)
def test_a_destination_that_cannot_be_is_refused(config, tmp_path, where, why):
    (tmp_path / "taken").write_text("another")
    with pytest.raises(UsageError, match=why):
        backup(config, tmp_path / where, silent)
    assert (tmp_path / "taken").read_text() == "another"


def test_stores_behind_servers_are_refused_with_the_page(config, tmp_path):
    for uri in ("http://mlflow:5000", "postgresql://mlflow@postgres/mlflow"):
        other = Config(root=config.root, tracking={"uri": uri})
        with pytest.raises(UsageError, match=r"embedded installation.*howto-backup\.md"):
            backup(other, tmp_path / "x.tar", silent)


def test_a_backup_and_housekeeping_take_turns(config, tmp_path):
    with FileLock(config.var / "housekeeping.lock"), pytest.raises(CycleBusyError, match="is at work"):
        backup(config, tmp_path / "x.tar", silent)
    assert not list(tmp_path.glob("*.tar*"))


@pytest.mark.parametrize("folder", ["var", "mlruns"])
def test_a_place_that_is_not_empty_is_kept_unless_its_owner_agrees(config, archive, folder):
    destroyed(config)
    mine = config.root / folder / "mine"
    mine.parent.mkdir()
    mine.write_text("made since")
    with pytest.raises(UsageError, match=rf"{folder} is not empty \(1 files, such as {folder}/mine\).*--replace"):
        restore(config, archive, False, silent)
    assert seen(config.root).keys() == {f"{folder}/mine"}
    restore(config, archive, True, silent)
    assert not mine.exists()
    assert set(TAKEN) < seen(config.root).keys()
    assert not (config.root / ".restore").exists()


def test_the_checkouts_own_page_and_locks_are_no_installation(config, archive):
    destroyed(config)
    for name in ("mlruns/README.md", "var/phase.lock"):
        (config.root / name).parent.mkdir()
        (config.root / name).touch()
    restore(config, archive, False, silent)
    assert set(TAKEN) < seen(config.root).keys()


def test_an_archive_is_restored_where_it_was_made(config, archive, tmp_path):
    other = Config(root=tmp_path / "elsewhere")
    other.root.mkdir()
    with pytest.raises(UsageError, match=rf"of {config.root}, .* absolute paths"):
        restore(other, archive, False, silent)
    assert list(other.root.iterdir()) == []


def test_nothing_is_restored_under_what_runs(config, archive):
    with FileLock(config.var / "phase.lock"), pytest.raises(CycleBusyError, match=r"phase\.lock"):
        restore(config, archive, True, silent)
    write_record(config.var / "run" / "scheduler.json", Record(identity()))
    with pytest.raises(CycleBusyError, match=r"scheduler of .* run; `make down` first"):
        restore(config, archive, True, silent)
    assert "var/phases/align/k2.partial/checkpoint" in seen(config.root)


def test_a_link_is_not_replaced(config, archive, tmp_path):
    shutil.move(config.var, tmp_path / "disk")
    Path(config.var).symlink_to(tmp_path / "disk")
    with pytest.raises(UsageError, match="a link or a mount"):
        restore(config, archive, True, silent)
    assert config.var.readlink() == tmp_path / "disk"


def test_before_the_first_night_there_is_no_registry_and_none_is_made(tmp_path):
    config = Config(root=tmp_path / "project")
    (config.var / "cycles").mkdir(parents=True)
    (config.var / "cycles" / "note").write_text("x")
    restore(config, backup(config, tmp_path / "night.tar", silent).path, True, silent)
    assert (check(config).entries, check(config).champion) == (0, None)
    assert not (config.root / "mlruns/mlflow.db").exists()


def test_every_teams_state_and_ledger_are_taken_and_its_housekeeping_waits(config, tmp_path):
    """Each ledger is copied in the moment of MLflow's database, cycles before the phases that they point at."""
    files = {
        "conf/teams/red.yaml": "team: {name: red}",
        "var/teams/red/cycles/monday/align.json": '{"output": "var/teams/red/phases/align/k1"}',
        "var/teams/red/phases/align/k1/result.json": "{}",
        "mlruns/teams/red/artifacts/1/weights": "weights",
    }
    for name, text in files.items():
        (config.root / name).parent.mkdir(parents=True, exist_ok=True)
        (config.root / name).write_text(text)
    ledger = Ledger(config.root / "mlruns/teams/red/ledger.jsonl")
    ledger.append("gate", "monday", {"outcome": "refused"})
    with (
        FileLock(config.root / "var/teams/red/housekeeping.lock"),
        pytest.raises(CycleBusyError, match="teams/red/housekeeping"),
    ):
        backup(config, tmp_path / "x.tar", silent)
    made = backup(config, tmp_path / "night.tar", silent)
    with tarfile.open(made.path) as tar:
        names = tar.getnames()
    cycle, own, its, phase = (
        names.index(name)
        for name in (
            "var/teams/red/cycles/monday/align.json", "mlruns/ledger.jsonl", "mlruns/teams/red/ledger.jsonl",
            "var/teams/red/phases/align/k1/result.json",
        )
    )  # fmt: skip
    assert cycle < own < its < phase
    destroyed(config)
    restore(config, made.path, False, silent)
    assert [entry.data["outcome"] for entry in ledger.entries()] == ["refused"]
    assert all((config.root / name).read_text() == text for name, text in files.items())
