"""The store: migrations from every older version, several writers, killed ones, full and read-only disks, retention."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.episodes import schema
from nightschool.episodes.store import DAY_S, MOST_EPISODES, MOST_KB, Store, StoreError
from nightschool.errors import IntegrityError, UsageError
from tests.episodes.failures import FAILURE, numbered


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store(tmp_path / "episodes.db")
    opened.enable("k", "shop", True, 30)
    return opened


def test_an_episode_comes_back_as_it_was_kept(store: Store) -> None:
    identity = store.add("k", FAILURE)
    assert identity is not None
    kept = store.get(identity[:4])
    assert (kept.failure, kept.workspace, kept.seen, kept.repaired) == (FAILURE, "shop", 1, None)
    store.repair(identity, {"src/lib.rs": "pub fn two() -> u8 { 2 }\n"})
    assert store.get(identity).fixed == {"src/lib.rs": "pub fn two() -> u8 { 2 }\n"}
    assert store.open_of("k") == []


def test_the_same_failure_is_the_same_episode_and_the_first_repair_stays(store: Store) -> None:
    first, again = store.add("k", FAILURE), store.add("k", FAILURE)
    assert first == again
    assert first is not None
    assert store.get(first).seen == 2
    for text in ("a", "b"):
        store.repair(first, {"src/lib.rs": text})
    assert store.get(first).fixed == {"src/lib.rs": "a"}


def test_a_failure_above_the_size_limit_is_not_kept(store: Store) -> None:
    assert store.add("k", replace(FAILURE, sources={"src/lib.rs": "x" * (MOST_KB * 1024 + 1)})) is None
    assert store.episodes() == []


def test_what_is_older_than_its_workspace_s_days_goes_when_something_comes(store: Store) -> None:
    old, young = store.add("k", numbered(1)), store.add("k", numbered(2))
    for identity, days in ((old, 31), (young, 29)):
        store._db.execute("UPDATE episodes SET created = ? WHERE id = ?", (time.time() - days * DAY_S, identity))
    new = store.add("k", numbered(3))
    assert {one.id for one in store.episodes()} == {young, new}


def test_a_workspace_keeps_its_newest_episodes(store: Store) -> None:
    for number in range(MOST_EPISODES + 3):
        store.add("k", numbered(number))
    assert len(store.episodes()) == MOST_EPISODES


def test_delete_and_purge_leave_no_bytes_behind(store: Store) -> None:
    first = store.add("k", replace(FAILURE, sources={"src/lib.rs": "marigold"}))
    store.add("k", replace(FAILURE, sources={"src/lib.rs": "chamomile"}))
    assert first is not None
    store.delete(first)
    assert b"marigold" not in store.path.read_bytes()
    assert store.purge("shop") == 1
    assert b"chamomile" not in store.path.read_bytes()
    assert [one.name for one in store.workspaces()] == ["shop"]


def test_an_id_that_is_none_or_several_is_named(store: Store) -> None:
    with pytest.raises(UsageError, match="No episode with an id that starts with 'zz'"):
        store.get("zz")
    with pytest.raises(UsageError, match="nightschool episodes list"):
        store.get("")


@pytest.mark.parametrize("version", range(schema.VERSION + 1))
def test_a_file_of_every_older_version_is_migrated_and_keeps_its_episodes(tmp_path: Path, version: int) -> None:
    path = tmp_path / "episodes.db"
    db = sqlite3.connect(path, isolation_level=None)
    schema.migrate(db, "here", upto=version)
    if version:
        db.execute("INSERT INTO workspaces VALUES ('k', 'shop', 1, 30, 0)")
        db.execute(
            "INSERT INTO episodes (id, workspace, created, package, target, kind, edition, toolchain, command, root, "
            "fingerprint, message, diagnostics) VALUES ('e', 'k', 0, 'p', 't', 'lib', '2021', 'r', 'check', 'l', 'f', "
            "'m', '[]')"
        )
    db.close()
    with Store(path) as store:
        assert schema.version_of(store._db) == schema.VERSION
        assert [one.id for one in store.episodes()] == (["e"] if version else [])
        assert store.reductions() == {}


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "episodes.db"
    Store(path)._db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(IntegrityError, match=f"version {schema.VERSION + 1}; this Night School knows"):
        Store(path)
    assert path.read_bytes() == before


def _write_many(path: Path, start: int) -> None:
    with Store(path) as store:
        for number in range(start, start + 25):
            store.add("k", numbered(number))


def test_four_writers_at_once_lose_nothing(store: Store) -> None:
    """Four processes of 25 episodes are 100, whoever also migrates the file."""
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_write_many, args=(store.path, 100 * one)) for one in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0, 0]
    assert len(store.episodes()) == 100


@pytest.mark.integration
def test_a_killed_writer_leaves_whole_episodes_only(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.episodes.failures import numbered\n"
        "from nightschool.episodes.store import Store\n"
        "store = Store(Path(sys.argv[1])); print('ready', flush=True); number = 0\n"
        "while True: number += 1; store.repair(store.add('k', numbered(number)), {'src/lib.rs': 'fn f() {}'})\n"
    )
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", code, str(store.path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.2)
            writer.send_signal(signal.SIGKILL)
    with Store(store.path) as again:
        assert again._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert all(one.failure.sources and (one.repaired is None) == (not one.fixed) for one in again.episodes())
        assert again.add("k", FAILURE) is not None


def test_what_is_no_store_is_one_line_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "episodes.db"
    path.write_bytes(b"not a database, but somebody's notes")
    with pytest.raises(StoreError, match="file is not a database"):
        Store(path)
    assert path.read_bytes() == b"not a database, but somebody's notes"


def test_a_full_disk_is_one_line_and_loses_nothing(store: Store) -> None:
    """SQLite's own limit on pages stands in for the disk: it gives SQLITE_FULL as a full one does."""
    first = store.add("k", FAILURE)
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        store.add("k", replace(FAILURE, sources={"src/lib.rs": "x" * 500_000}))
    assert [one.id for one in store.episodes()] == [first]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_store_is_one_line(store: Store) -> None:
    store.path.chmod(0o400)
    with pytest.raises(StoreError, match="readonly"):
        Store(store.path).add("k", FAILURE)
