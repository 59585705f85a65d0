"""The user's cargo is never disturbed: signals reach it, it ends as it would, trouble with the store is one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import psutil
import pytest

from nightschool.episodes.background import LEAST_MB, take_trouble
from tests.episodes.conftest import Shop

pytestmark = pytest.mark.integration

BROKEN = 'pub fn sum() -> u8 { "2" }\n'
SLOW = "fn main() { std::thread::sleep(std::time::Duration::from_secs(60)); }\n"


def start(shop: Shop, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["cargo", "nightschool", *arguments],
        cwd=shop.folder, env=shop.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def until(found: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not found():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def below_of(child: subprocess.Popen[bytes]) -> list[tuple[str, psutil.Process]]:
    """What runs below, with its name; rustc's probes end at any time, even between being listed and being asked."""
    named = []
    for one in psutil.Process(child.pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            named.append((one.name(), one))
    return named


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("group", [True, False])
def test_a_signal_ends_cargo_and_the_subcommand_at_once(shop: Shop, number: signal.Signals, group: bool) -> None:
    """To the group, as Ctrl-C; or to the subcommand alone, as `kill PID`. A build script that sleeps is under way."""
    shop.enable()
    shop.write({"build.rs": SLOW})
    child = start(shop, "check")
    until(lambda: any(name.startswith("build-script") for name, _ in below_of(child)))
    below = below_of(child)
    cargo = [one for name, one in below if name == "cargo"]
    began = time.monotonic()
    (os.killpg if group else os.kill)(child.pid, number)
    child.wait(timeout=10)
    assert time.monotonic() - began < 2
    assert child.returncode == -number
    _, alive = psutil.wait_procs(cargo, timeout=5)
    assert alive == []
    for _, one in below:  # cargo leaves a running build script behind when it alone is killed
        if one.is_running():
            one.kill()
    assert shop.episodes() == []


def test_a_damaged_store_is_one_line_and_cargo_s_exit_code_stays(shop: Shop) -> None:
    shop.enable()
    shop.store.write_bytes(b"somebody's notes, long enough to be read as a header of a database, and more of it")
    shop.write({"src/till.rs": BROKEN})
    done = shop.cargo("nightschool", "check", "-q")
    assert done.returncode == 101
    told = [line for line in done.stderr.decode().split("\n") if "nightschool" in line]
    assert told == ["nightschool: nothing was kept of this run: file is not a database"]
    assert shop.store.read_bytes().startswith(b"somebody's notes")


def test_what_goes_wrong_in_the_background_is_told_once_by_the_next_run(shop: Shop) -> None:
    """The manifest is broken after cargo has read it, so that only `cargo metadata` fails."""
    shop.enable()
    shop.write({"src/till.rs": BROKEN, "Cargo.toml": "nonsense\n"})
    first = shop.cargo("nightschool", "check", "-q")
    assert b"nightschool:" not in first.stderr
    shop.episodes()
    second = shop.cargo("nightschool", "check", "-q")
    assert b"nothing was kept of this run: EnvironmentMissingError: `cargo metadata` failed" in second.stderr
    assert (first.returncode, second.returncode) == (101, 101)


def test_waiting_tells_at_once(shop: Shop) -> None:
    """NIGHTSCHOOL_EPISODES_WAIT=1, as in CI: what was kept is there when the command ends."""
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    shop.run("cargo", "nightschool", "check", env=dict(shop.environment) | {"NIGHTSCHOOL_EPISODES_WAIT": "1"})
    import sqlite3

    assert sqlite3.connect(shop.store).execute("SELECT count(*) FROM episodes").fetchone() == (1,)


def test_a_disk_without_room_is_one_line(shop: Shop) -> None:
    """The subcommand is told that its disk is full by a `shutil` in front of the real one."""
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    shim = shop.folder.parent / "shim"
    shim.mkdir()
    (shim / "sitecustomize.py").write_text(
        "import collections, shutil\n"
        "shutil.disk_usage = lambda _: collections.namedtuple('usage', 'total used free')(1 << 30, 1 << 30, 3 << 20)\n"
    )
    path = f"{shim}{os.pathsep}{shop.environment['PYTHONPATH']}"
    done = shop.run("cargo", "nightschool", "check", "-q", env=dict(shop.environment) | {"PYTHONPATH": path})
    assert f"has 3 MiB free and {LEAST_MB} are needed" in done.stderr.decode()
    assert done.returncode == 101
    assert shop.episodes() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_store_is_one_line(shop: Shop) -> None:
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    shop.store.parent.chmod(0o500)
    done = shop.cargo("nightschool", "check", "-q")
    shop.store.parent.chmod(0o700)
    assert b"is read-only" in done.stderr
    assert done.returncode == 101


def test_a_file_that_changed_since_is_not_taken_for_what_failed(shop: Shop) -> None:
    from nightschool.episodes.capture import CargoRun, capture

    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    began = time.time()
    assert shop.cargo("check").returncode == 101
    shop.write({"src/till.rs": 'pub fn sum() -> u16 { "2" }\n'})
    from nightschool.episodes.watched import key_of

    run = CargoRun("cargo", "check", (), None, shop.folder, began, True)
    capture(run, key_of(shop.folder), shop.store)
    assert shop.episodes() == []
    assert take_trouble(shop.store) == ""


def test_a_run_loads_no_module_that_takes_milliseconds(shop: Shop) -> None:
    """In an enabled workspace: all that is loaded beside cargo, by Python's own count."""
    shop.enable()
    script = shop.folder.parent / "bin" / "cargo-nightschool"
    done = shop.run(sys.executable, "-S", "-X", "importtime", str(script), "--version")
    assert done.returncode == 0
    lines = done.stderr.decode().split("\n")
    loaded = {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}
    assert "_sqlite3" in loaded, "the store was asked"
    slow = {"re", "sqlite3", "datetime", "pathlib", "typing", "enum", "hashlib", "subprocess", "json"}
    assert loaded & slow == set()
