"""`nightschool housekeeping`: tells by default, takes away with --delete, and leaves where another is at work."""

import errno
from pathlib import Path

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.errors import CycleBusyError, EnvironmentMissingError
from nightschool.housekeeping import told_bytes
from nightschool.housekeeping.trash import FOLDER
from tests.housekeeping.ageing import age, finished, left, settings


@pytest.fixture
def config(tmp_path):
    config = settings(tmp_path)
    for n in range(14):
        age(finished(config, "curate", f"old-{n:02}"), 40)
    finished(config, "curate", "latest")
    return config


def housekeeping(config, *options):
    return CliRunner().invoke(app, ["housekeeping", "--set", f"root={config.root}", *options])


def test_by_default_it_tells_with_sizes_and_reasons_and_changes_nothing(config):
    before = sorted(config.root.rglob("*"))
    told = housekeeping(config).stdout
    size = sum(path.stat().st_size for path in config.var.glob("phases/curate/old-*/*"))
    assert f"phase folders: 14, {told_bytes(size)}\n" in told
    assert "curate/old-00: not used for 40 days, phases_days is 30" in told
    assert "and 2 more; --all names them" in told
    assert "curate/old-13" not in told
    assert "stays, the latest of its phase: 1." in told
    assert "Nothing was changed; `nightschool housekeeping --delete` takes it away." in told
    assert sorted(config.root.rglob("*")) == before


def test_all_names_everything(config):
    assert "curate/old-13: not used" in housekeeping(config, "--all").stdout


def test_delete_takes_it_away(config):
    assert "Taken away: 14 of 14." in housekeeping(config, "--delete").stdout
    assert left(config, "curate") == ["latest"]
    assert "0 B to go" in housekeeping(config).stdout


def test_what_a_killed_one_left_is_told_and_deleted(config):
    (config.var / "phases" / FOLDER).mkdir()
    (config.var / "phases" / FOLDER / "half").write_text("x" * 5000)
    assert "left over from a housekeeping that was killed: 5.0 kB" in housekeeping(config).stdout
    housekeeping(config, "--delete")
    assert not any((config.var / "phases" / FOLDER).iterdir())


def test_a_total_that_cannot_be_reached_is_told(config):
    assert (
        "stay, above total_gb 1e-06: they are needed"
        in housekeeping(config, "--set", "housekeeping.total_gb=0.000001").stdout
    )


def test_while_another_is_at_work_it_leaves_with_one_line(config):
    with FileLock(config.var / "housekeeping.lock"):
        done = housekeeping(config, "--delete")
        assert "curate" in housekeeping(config).stdout  # telling needs no lock
    assert isinstance(done.exception, CycleBusyError)
    assert str(done.exception).count("\n") == 0
    assert done.stdout == ""


def test_what_cannot_be_taken_is_told_after_all_others_went(config, monkeypatch):
    """A store that spans file systems cannot rename; exit code 3, which Airflow tries again."""
    real = Path.rename

    def refused(path, target):
        if path.name == "old-03":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    done = housekeeping(config, "--delete")
    assert "Taken away: 13 of 14." in done.stdout
    assert isinstance(done.exception, EnvironmentMissingError)
    assert "1 could not be taken away, all others were: curate/old-03" in str(done.exception)
    assert left(config, "curate") == ["latest", "old-03"]
