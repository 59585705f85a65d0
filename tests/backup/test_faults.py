"""Archives that were cut off, altered or forged, writers at work, kills at every step: nothing half is ever left."""

import io
import json
import multiprocessing
import shutil
import tarfile
from pathlib import Path

import pytest

from nightschool.backup import archive as archives
from nightschool.backup import backup, restore, take
from nightschool.config import Config
from nightschool.errors import EnvironmentMissingError, IntegrityError, UsageError
from nightschool.files import write_json
from nightschool.phases.context import silent
from nightschool.tracking import Ledger
from tests.backup.making import TAKEN, counted, database, installation, seen


@pytest.fixture
def config(tmp_path):
    return installation(tmp_path / "project")


@pytest.fixture
def archive(config, tmp_path):
    return backup(config, tmp_path / "night.tar", silent).path


def emptied(config):
    for folder in ("var", "mlruns"):
        shutil.rmtree(config.root / folder)


def refused(config, archive, match):
    """Raise unless a restore is refused with one line and leaves nothing."""
    emptied(config)
    with pytest.raises(IntegrityError, match=match) as error:
        restore(config, archive, True, silent)
    assert "\n" not in str(error.value)
    assert list(config.root.iterdir()) == []


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9, 0.9999])
def test_an_archive_that_was_cut_off_is_refused(config, archive, share):
    whole = archive.read_bytes().rstrip(b"\0")  # what follows is tar's filling
    archive.write_bytes(whole[: int(len(whole) * share)])
    refused(config, archive, r"night\.tar (is no whole archive|has no manifest).*[Nn]othing was restored")


def test_what_is_no_archive_is_refused(config, archive, tmp_path):
    archive.write_bytes(b"something else" * 1000)
    refused(config, archive, "is no whole archive")
    with pytest.raises(UsageError, match="There is no archive"):
        restore(config, tmp_path / "nothing.tar", False, silent)


def test_one_changed_byte_is_found_before_anything_is_written(config, archive):
    whole = archive.read_bytes()
    archive.write_bytes(whole.replace(b"a night\n", b"a nighT\n"))
    refused(config, archive, r"was altered, 1 other than its manifest says: 'var/history/nights\.jsonl'")


def rewritten(archive, changed, manifest=None):
    """The archive again with other members: `changed` gives (entry, content) pairs that come before the manifest."""
    with tarfile.open(archive) as tar:
        kept = [(entry, tar.extractfile(entry).read() if entry.isfile() else b"") for entry in tar]
    *members, (last, text) = kept
    data = json.loads(text)
    data.update(manifest(data) if manifest else {})
    last.size = len(text := json.dumps(data).encode())
    with tarfile.open(archive, "w") as tar:
        for entry, content in [*members, *changed, (last, text)]:
            tar.addfile(entry, io.BytesIO(content))


def entry(name, kind=tarfile.REGTYPE, target=""):
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, target
    return made


@pytest.mark.parametrize(
    "foreign",
    [
        entry("../outside"), entry("/tmp/outside"), entry("var/../../outside"), entry("./var/x"),
        entry("var/link", tarfile.SYMTYPE, "/etc"), entry("var/hard", tarfile.LNKTYPE, "var/airflow/api.secret"),
        entry("var/device", tarfile.CHRTYPE), entry("var/pipe", tarfile.FIFOTYPE), entry("var/airflow/api.secret"),
    ],
)  # fmt: skip
def test_nothing_but_files_and_folders_of_their_own_names_is_taken(config, archive, foreign):
    rewritten(archive, [(foreign, b"")])
    refused(config, archive, "which no backup does")
    assert not (config.root.parent / "outside").exists()


def test_files_outside_of_the_installations_folders_are_refused_even_if_the_manifest_names_them(config, archive):
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # of nothing
    rewritten(archive, [(entry("dags/evil.py"), b"")], lambda data: {"files": data["files"] | {"dags/evil.py": digest}})
    refused(config, archive, r"1 outside of its folders: 'dags/evil\.py'")
    rewritten(archive, [], lambda data: {"folders": ["var", "mlruns", "dags"]})
    with pytest.raises(UsageError, match="is a backup of var, mlruns, dags"):
        restore(config, archive, True, silent)


def test_an_archive_of_another_format_says_so(config, archive):
    rewritten(archive, [], lambda data: {"format": 2})
    refused(config, archive, "has format 2; this version reads 1")


def test_a_backup_that_fails_leaves_nothing_behind(config, tmp_path, monkeypatch):
    monkeypatch.setattr(archives.Writer, "close", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(EnvironmentMissingError, match=r"nothing stands at .*x\.tar: .*No space left"):
        backup(config, tmp_path / "x.tar", silent)
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


def test_a_damaged_database_is_told_and_not_kept(config, tmp_path):
    path = config.root / "mlruns" / "mlflow.db"
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)
    with pytest.raises(IntegrityError, match=r"mlflow\.db"):
        backup(config, tmp_path / "x.tar", silent)
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


class Killed(BaseException):
    """As if the process ended here."""


STEPS = 5
"""Renames of a restore in place of something: the note, then two folders that step aside and two that come."""


@pytest.mark.parametrize("killed_at", range(STEPS))
def test_a_restore_that_is_killed_is_finished_by_the_same_command(config, archive, monkeypatch, killed_at):
    database(config.root / "mlruns" / "mlflow.db", rows=10)
    (config.root / "var" / "made-since").touch()
    with monkeypatch.context() as patch:
        done = [0]
        for name in ("rename", "replace"):
            patch.setattr(Path, name, counting(getattr(Path, name), done, killed_at))
        with pytest.raises(Killed):
            restore(config, archive, True, silent)
    if killed_at == 0:  # nothing was changed, and the consent is asked for again
        assert (config.root / "var" / "made-since").exists()
        with pytest.raises(UsageError, match="--replace"):
            restore(config, archive, False, silent)
    restore(config, archive, killed_at == 0, silent)
    assert set(TAKEN) < seen(config.root).keys()
    assert "var/made-since" not in seen(config.root)
    assert counted(config.root / "mlruns" / "mlflow.db") == [3, 3]
    assert not (config.root / ".restore").exists()


def counting(real, done, killed_at):
    def rename(path, target):
        if done[0] == killed_at:
            raise Killed
        done[0] += 1
        return real(path, target)

    return rename


def test_a_restore_has_as_many_steps_as_are_killed_above(config, archive, monkeypatch):
    done = [0]
    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, counting(getattr(Path, name), done, 99))
    restore(config, archive, True, silent)
    assert done == [STEPS]


def write_all_the_time(root, began, end):
    """Grow two tables alike, append to the ledger and point cycles at new phases, until told to end."""
    ledger, number = Ledger(root / "mlruns" / "ledger.jsonl"), 0
    while not end.is_set():
        number += 1
        for name in ("mlruns/mlflow.db", "var/airflow/airflow.db"):
            database(root / name, rows=20)
        ledger.append("gate", f"night {number}", {"n": number})
        phase = root / "var" / "phases" / "align" / f"n{number}"
        (partial := phase.with_name(f"{phase.name}.partial")).mkdir()
        (partial / "result.json").write_text("{}")
        partial.rename(phase)
        write_json(root / "var" / "cycles" / "monday" / f"{number}.json", {"output": str(phase)})
        began.set()


@pytest.mark.integration
def test_a_backup_while_somebody_writes_is_consistent(config, tmp_path, monkeypatch):
    context = multiprocessing.get_context("spawn")
    began, end = context.Event(), context.Event()
    writer = context.Process(target=write_all_the_time, args=(config.root, began, end))
    writer.start()
    try:
        assert began.wait(60)
        slowly = take.copy_database  # so that the writer gets its turns between two of the backup's steps
        monkeypatch.setattr(take, "copy_database", lambda *paths: (slowly(*paths), end.wait(0.3)))
        archive = backup(config, tmp_path / "night.tar", silent).path
    finally:
        end.set()
        writer.join()
    restore(config, archive, True, silent)
    for name in ("mlruns/mlflow.db", "var/airflow/airflow.db"):
        one, two = counted(config.root / name)
        assert one == two > 3
    assert len(list(Ledger(config.root / "mlruns" / "ledger.jsonl").entries())) > 1
    pointers = list((config.root / "var" / "cycles" / "monday").glob("[0-9]*.json"))
    assert pointers
    assert all((Path(json.loads(path.read_text())["output"]) / "result.json").exists() for path in pointers)


def test_files_that_come_and_go_meanwhile_do_not_stop_a_backup(config, tmp_path, monkeypatch):
    gone = config.root / "var" / "history" / "nights.jsonl"

    def vanishing(path):
        if path == gone:
            gone.unlink()
        return real(path)

    real = take.steady
    monkeypatch.setattr(take, "steady", vanishing)
    archive = backup(config, tmp_path / "x.tar", silent).path
    with tarfile.open(archive) as tar:
        assert "var/history/nights.jsonl" not in tar.getnames()


def test_a_store_in_another_folder_is_taken_too(tmp_path):
    project = tmp_path / "project"
    database(project / "state" / "store.db", rows=2)
    config = Config(root=project, tracking={"uri": "sqlite:///state/store.db"})
    archive = backup(config, tmp_path / "x.tar", silent).path
    shutil.rmtree(project / "state")
    restore(config, archive, True, silent)
    assert counted(project / "state" / "store.db") == [2, 2]
