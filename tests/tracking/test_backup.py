"""A drill on a real MLflow store: back up, destroy, restore, and the champion verifies and the next command goes on."""

import shutil
import threading

import pytest
from typer.testing import CliRunner

from nightschool.backup import backup, check, restore
from nightschool.cli.app import app
from nightschool.errors import IntegrityError, RegistryError
from nightschool.phases.context import silent
from nightschool.tracking import CHAMPION, Change, CycleRuns, Registry, admit, change_champion, last_change

pytestmark = pytest.mark.integration


@pytest.fixture(autouse=True)
def one_connection_a_question(monkeypatch):
    """MLflow keeps connections, which would read the destroyed file on; in earnest new processes follow a restore."""
    monkeypatch.setenv("MLFLOW_SQLALCHEMYSTORE_POOLCLASS", "NullPool")


def destroyed(config):
    for folder in ("var", "mlruns"):
        shutil.rmtree(config.root / folder, ignore_errors=True)


def test_after_the_drill_the_champion_verifies_and_the_next_change_goes_on(config, registry, make_version, monkeypatch):
    """By the commands as they are typed, in the project's folder."""
    monkeypatch.chdir(config.root)
    first, second = make_version("monday"), make_version("tuesday")
    change_champion(registry, Change(first, None, "someone", "it passed"), "base")
    archive = config.root.parent / "night.tar"
    taken = CliRunner().invoke(app, ["backup", str(archive)])
    assert (taken.exit_code, "passwords and secrets" in taken.output) == (0, True)
    runs = CycleRuns(config, "monday").run_id
    destroyed(config)
    brought = CliRunner().invoke(app, ["restore", str(archive)])
    assert brought.exit_code == 0, brought.output
    assert f"its chain holds; champion: version {first}, verified" in brought.output
    again = Registry(config)
    assert admit(again, "base").version == first
    change_champion(again, Change(second, first, "someone", "it is better"), "base")
    assert (again.alias(CHAMPION), last_change(again).data["from"]) == (second, first)
    assert CycleRuns(config, "monday").run_id == runs
    assert CycleRuns(config, "wednesday").run_id != runs


def test_a_backup_while_the_champion_changes_holds_alias_and_ledger_of_one_moment(
    config, registry, make_version, tmp_path
):
    versions = [make_version("monday"), make_version("tuesday")]
    began, end = threading.Event(), threading.Event()

    def change_all_the_time():
        theirs, turn = Registry(config), 0
        while not end.is_set():
            with theirs.lock:
                theirs.point(CHAMPION, versions[turn % 2], {"who": "x", "why": f"turn {turn}", "digest": None})
            turn += 1
            began.set()
            end.wait(0.2)  # waiting for a lock is no queue: whoever takes it again at once keeps it

    thread = threading.Thread(target=change_all_the_time)
    thread.start()
    try:
        assert began.wait(60)
        archives = [backup(config, tmp_path / f"{n}.tar", silent).path for n in range(2)]
    finally:
        end.set()
        thread.join()
    for archive in archives:
        restore(config, archive, True, silent)
        held = check(config)
        assert held.champion == last_change(Registry(config)).data["to"]
        assert held.entries > 2


def test_a_restored_champion_whose_files_are_not_those_registered_is_told(config, registry, make_version, tmp_path):
    version = make_version("monday")
    change_champion(registry, Change(version, None, "someone", "it passed"), "base")
    folder = registry.load(version).adapter
    (folder / "adapter_model.safetensors").write_bytes(b"changed before the backup")
    archive = backup(config, tmp_path / "night.tar", silent).path
    destroyed(config)
    restore(config, archive, False, silent)
    with pytest.raises(IntegrityError, match=f"Adapter of version {version} .* was changed since"):
        check(config)
    shutil.rmtree(folder)
    with pytest.raises(RegistryError, match="has no files"):
        check(config)
