"""A team's volumes through pipes and back: order, dumps, consent, forged archives, kills at every step."""

import hashlib
import io
import json
import shutil
import tarfile
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from nightschool.backup import volumes
from nightschool.backup.volumes import Wanted
from nightschool.config import Config
from nightschool.errors import CycleBusyError, IntegrityError, UsageError
from nightschool.files import digest_text
from nightschool.phases.context import silent
from nightschool.tracking import Ledger
from tests.backup.making import DATABASES, LEFT_OUT, TAKEN, counted, installation, seen

FILES = {f"artifacts/{n.removeprefix('mlruns/')}" if "artifacts" in n else n for n in TAKEN}
SQLITE = set(DATABASES) - {"mlruns/mlflow.db"}


@pytest.fixture
def config(tmp_path):
    """The embedded tests' installation with MLflow's database and artifacts where a team has them."""
    root = tmp_path / "project"
    installation(root)
    (root / "mlruns" / "mlflow.db").unlink()
    (root / "artifacts").mkdir()
    (root / "mlruns" / "artifacts").rename(root / "artifacts" / "artifacts")
    return Config(root=root, tracking={"uri": "http://mlflow:5000"})


def dumps(*names):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w|") as tar:
        for name in names:
            entry = tarfile.TarInfo(f"{name}.dump")
            entry.size = len(content := f"dump of {name}".encode())
            tar.addfile(entry, io.BytesIO(content))
    return io.BytesIO(out.getvalue())


def taken(config, held=lambda: None, names=("airflow", "mlflow")):
    out = io.BytesIO()
    volumes.take(config, out, dumps(*names), held, silent)
    return out.getvalue()


def digest_of(archive):
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return hashlib.sha256(tar.extractfile("manifest.json").read()).hexdigest()


def brought(config, archive, replace=False, filled=(), digest=None):
    wanted = Wanted(digest or digest_of(archive), replace, filled)
    volumes.unpack(config, io.BytesIO(archive), wanted, silent)
    volumes.finish(config)


def emptied(config):
    """Fresh volumes."""
    for name in ("artifacts", "mlruns", "var"):
        shutil.rmtree(config.root / name)
        (config.root / name).mkdir()


def test_what_was_destroyed_is_there_again_with_its_modes_and_times(config):
    archive, before = taken(config), seen(config.root)
    emptied(config)
    brought(config, archive)
    after = seen(config.root)
    assert set(after) == FILES | SQLITE | {"mlruns/ledger.jsonl", "var/phases/align/latest"}
    assert {name for name in after if after[name] != before[name]} <= SQLITE
    assert [counted(config.root / name) for name in sorted(SQLITE)] == [[3, 3]] * 2
    assert (config.root / "var/phases/align/empty").is_dir()
    assert not list(config.root.rglob(".restore"))


def test_dumps_and_the_manifest_are_in_it_and_what_passes_is_not(config):
    with tarfile.open(fileobj=io.BytesIO(taken(config))) as tar:
        names = tar.getnames()
        assert tar.extractfile("postgres/mlflow.dump").read() == b"dump of mlflow"
        about = json.load(tar.extractfile("manifest.json"))
    assert names[-1] == "manifest.json"
    assert set(names).isdisjoint(LEFT_OUT)
    assert about["folders"] == ["artifacts", "mlruns", "var", "postgres"]


def test_cycles_come_before_the_moment_of_the_registry_and_phases_after_it(config):
    """In that moment no registry changes; what was added to the ledger after it is not in the archive."""
    ledger = Ledger(config.root / "mlruns" / "ledger.jsonl")
    refused = []

    def held():
        try:
            FileLock(config.root / "mlruns" / "registry.lock", timeout=0).acquire()
        except Timeout:
            refused.append(True)
        ledger.append("gate", "tuesday", {})

    archive = taken(config, held)
    assert refused == [True]
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        names = tar.getnames()
        assert tar.extractfile("mlruns/ledger.jsonl").read().count(b"\n") == 1
    cycle, line, dump, phase = (
        names.index(name)
        for name in (
            "var/cycles/monday/align.json", "mlruns/ledger.jsonl", "postgres/mlflow.dump",
            "var/phases/align/k1/result.json",
        )
    )  # fmt: skip
    assert cycle < line < dump < phase


@pytest.mark.parametrize("names", [(), ("airflow",)])
def test_without_both_dumps_there_is_no_archive(config, names):
    out = io.BytesIO()
    with pytest.raises(CycleBusyError, match=r"mlflow\.dump did not come; no backup was made"):
        volumes.take(config, out, dumps(*names), lambda: None, silent)
    assert b"manifest.json" not in out.getvalue()


def test_whoever_asked_for_it_may_go(config):
    with pytest.raises(CycleBusyError, match="No dumps of the databases came"):
        volumes.take(config, io.BytesIO(), io.BytesIO(), lambda: None, silent)


def test_housekeeping_is_waited_for(config):
    with FileLock(config.var / "housekeeping.lock"), pytest.raises(CycleBusyError, match="is at work"):
        taken(config)


def whole(archive):
    return archive.rstrip(b"\0")


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9, 0.9999])
def test_an_archive_that_was_cut_off_leaves_nothing(config, share):
    archive = taken(config)
    emptied(config)
    cut = whole(archive)[: int(len(whole(archive)) * share)]
    with pytest.raises(IntegrityError, match=r"is no whole archive|has no manifest"):
        brought(config, cut, digest=digest_of(archive))
    assert seen(config.root) == {}
    assert not list(config.root.rglob(".restore"))


def test_one_changed_byte_of_a_file_or_of_a_dump_is_found_before_anything_is_in_place(config):
    archive = taken(config)
    emptied(config)
    for was, name in ((b"a night\n", "var/history/nights.jsonl"), (b"dump of mlflow", "postgres/mlflow.dump")):
        with pytest.raises(IntegrityError, match=f"was altered, 1 other than its manifest says: '{name}'"):
            brought(config, archive.replace(was, was.upper()))
    assert seen(config.root) == {}


@pytest.mark.parametrize(
    ("name", "kind", "match"),
    [
        ("../outside", tarfile.REGTYPE, "no backup does"), ("/tmp/outside", tarfile.REGTYPE, "no backup does"),
        ("var/link", tarfile.SYMTYPE, "no backup does"), ("dags/evil.py", tarfile.REGTYPE, "outside of its folders"),
        ("var/.restore", tarfile.REGTYPE, "no backup does|cannot be unpacked|other than its manifest"),
    ],
)  # fmt: skip
def test_foreign_members_are_refused(config, tmp_path, name, kind, match):
    archive = taken(config)
    emptied(config)
    out = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(archive)) as old, tarfile.open(fileobj=out, mode="w") as new:
        foreign = tarfile.TarInfo(name)
        foreign.type, foreign.linkname = kind, "/etc" * (kind == tarfile.SYMTYPE)
        new.addfile(foreign)
        for entry in old:
            new.addfile(entry, old.extractfile(entry) if entry.isfile() else None)
    with pytest.raises(IntegrityError, match=match):
        brought(config, out.getvalue(), digest=digest_of(archive))
    assert seen(tmp_path) == {}


def test_another_manifest_than_the_one_that_was_looked_at_is_refused(config):
    archive = taken(config)
    emptied(config)
    with pytest.raises(IntegrityError, match="changed since"):
        brought(config, archive, digest=digest_text("another"))
    assert seen(config.root) == {}


@pytest.mark.parametrize("folder", ["artifacts", "mlruns", "var"])
def test_what_is_not_empty_is_kept_unless_its_owner_agrees(config, folder):
    archive = taken(config)
    emptied(config)
    (mine := config.root / folder / "mine").write_text("made since")
    with pytest.raises(UsageError, match=rf"volume {folder} \(1 files, such as {folder}/mine\); .*REPLACE=1"):
        brought(config, archive)
    assert seen(config.root).keys() == {f"{folder}/mine"}
    brought(config, archive, replace=True)
    assert not mine.exists()
    assert seen(config.root).keys() > FILES


def test_databases_that_hold_something_count_too(config):
    archive = taken(config)
    emptied(config)
    with pytest.raises(UsageError, match="Not empty: database airflow; nothing was restored"):
        brought(config, archive, filled=("database airflow",))
    assert seen(config.root) == {}


def test_with_consent_a_wrong_archive_still_deletes_nothing(config):
    archive, before = taken(config), seen(config.root)
    with pytest.raises(IntegrityError):
        brought(config, archive.replace(b"a night\n", b"a NIGHT\n"), replace=True)
    assert {name: one for name, one in seen(config.root).items() if name not in LEFT_OUT} == {
        name: one for name, one in before.items() if name not in LEFT_OUT
    }


class Killed(BaseException):
    """As if the process ended here."""


def steps(monkeypatch, killed_at):
    """Let the process end before that rename or note; the list grows with each that was made."""
    done = []

    def counting(real):
        def step(path, *args):
            if len(done) == killed_at:
                raise Killed
            done.append(path)
            return real(path, *args)

        return step

    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, counting(getattr(Path, name)))
    return done


@pytest.mark.parametrize("killed_at", range(0, 14))
def test_a_restore_that_is_killed_is_finished_by_the_same_command(config, monkeypatch, killed_at):
    archive = taken(config)
    emptied(config)
    with monkeypatch.context() as patch:
        steps(patch, killed_at)
        try:
            brought(config, archive)
        except Killed:
            begun = (config.root / "var" / ".restore" / "ready.json").exists()
            assert begun is (killed_at > 0), "the note is the first of the renames"
    filled = ("database airflow",) if killed_at else ()
    emptied(config) if killed_at == 0 else None
    if (config.root / "var" / ".restore").exists() or killed_at == 0:
        brought(config, archive, filled=filled)
    assert seen(config.root).keys() > FILES
    assert not list(config.root.rglob(".restore"))


def test_another_archive_is_not_put_over_a_restore_that_was_begun(config):
    archive = taken(config)
    emptied(config)
    volumes.unpack(config, io.BytesIO(archive), Wanted(digest_of(archive), replace=False), silent)
    (config.root / "mlruns" / "README.md").write_text("another")
    Ledger(config.root / "mlruns" / "ledger.jsonl").append("gate", "x", {})
    other = taken(config)
    with pytest.raises(UsageError, match="another archive's restore that was begun"):
        brought(config, other)
    brought(config, other, replace=True)
    assert (config.root / "mlruns" / "README.md").read_text() == "another"


def test_finish_alone_has_nothing_to_do(config):
    with pytest.raises(UsageError, match="No restore was begun"):
        volumes.finish(config)
