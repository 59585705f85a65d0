"""Real attacks by real programs. Each test is named after what the attacker wants; none may get it."""

from __future__ import annotations

import os
import secrets
import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.sandbox import Completed, Limits, Reason, Sandbox
from tests.sandbox.conftest import CONFIG, LIMITS, Attack, Rust

QUICK = replace(LIMITS, wall_s=1.0, cpu_s=5)


def lines(done: Completed) -> list[str]:
    return done.stdout.decode().split()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    path = tmp_path / "canary.txt"
    path.write_text("the secret of the host")
    for folder in (path, *list(path.parents)[:3]):
        if folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o055)
    return path


def test_reading_host_files_while_compiling(rust: Rust, canary: Path) -> None:
    for path in (str(canary), "/etc/passwd", "/etc/hostname", f"/proc/{os.getpid()}/environ", __file__):
        done = rust.compile(f"pub const STOLEN: &[u8] = include_bytes!({path!r});".replace("'", '"'))
        assert done.exit_code == 1
        assert b"couldn't read" in done.stderr


def test_reading_host_files_while_running(attack: Attack, canary: Path) -> None:
    wanted = (str(canary), str(canary.parent), "/etc/passwd", "/etc/shadow", "/root/.ssh", "/home", "/var", "/sys")
    assert lines(attack("read", *wanted, f"/proc/{os.getpid()}/environ", str(Path.cwd()))) == []


def test_reading_the_environment_while_compiling(rust: Rust, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST_SECRET", "s3cret")
    program = 'pub const _: () = match option_env!("HOST_SECRET") { Some(_) => panic!("stolen"), None => () };'
    assert rust.compile(program).exit_code == 0
    assert b"not defined" in rust.compile('pub const S: &str = env!("HOST_SECRET");').stderr


def test_reading_the_environment_while_running(attack: Attack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST_SECRET", "s3cret")
    names = {line.partition("=")[0] for line in lines(attack("environment"))}
    assert names <= {"PATH", "HOME", "LANG", "TMPDIR", "PWD", "OLDPWD", "_", "SHLVL"}


def test_reading_the_environment_of_process_1(rust: Rust, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST_SECRET", "s3cret")
    program = 'pub const _: () = assert!(include_bytes!("/proc/1/environ").is_empty());'
    done = rust.compile(program)
    assert done.exit_code == 0 or b"couldn't read" in done.stderr


def test_connecting_out(attack: Attack) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        here = f"127.0.0.1:{listener.getsockname()[1]}"
        assert lines(attack("connect", here, "1.1.1.1:443", "8.8.8.8:53")) == []


def test_writing_outside(attack: Attack, canary: Path) -> None:
    places = ("/x", "/dev/x", "/dev/shm/x", "/proc/x", "/usr/x", "/etc/x", "/run/x", "/var/tmp/x", "/root/x")
    assert lines(attack("write", *places, str(canary), str(canary.parent / "new"), "/tmp/ok", "ok")) == [
        "/tmp/ok",
        "ok",
    ]
    assert canary.read_text() == "the secret of the host"
    assert not Path("/tmp/ok").exists()


def test_writing_into_the_toolchain(attack: Attack, rust: Rust) -> None:
    inside = [rust.sysroot / "bin" / "x", rust.sysroot / "bin" / "rustc", rust.sysroot / "lib" / "x"]
    assert lines(attack("write", *map(str, inside))) == []


def test_seeing_other_processes(attack: Attack, sandbox: Sandbox) -> None:
    first = {"bubblewrap": "bwrap", "docker": "supervisor"}[sandbox.name]
    assert sorted(lines(attack("processes"))) == ["attacks", first]


def test_inheriting_open_files(attack: Attack) -> None:
    # 0, 1, 2 and the descriptor of the folder being listed.
    assert len(lines(attack("descriptors"))) == 4


def test_gaining_privileges(attack: Attack) -> None:
    assert lines(attack("gain")) == []


def test_a_tested_program_forging_the_results_of_its_runner(attack: Attack) -> None:
    # kill(0, 15) ends the traitor's own group, itself included, but not process 1.
    done = attack("runner", runner=True)
    assert done.stdout.decode() == "runner 1 lives, traitor said None\n"


def test_only_a_runner_may_make_namespaces(attack: Attack) -> None:
    # Three children in turn, each process 1 of a namespace of its own with a mount namespace: "child 1".
    assert lines(attack("wall-in", runner=True)) == ["child", "1"] * 3
    assert lines(attack("wall-in")) == ["refused"]


def test_a_runner_has_no_process_to_spare(attack: Attack) -> None:
    assert lines(attack("fork-count", limits=replace(LIMITS, processes=16), runner=True)) == ["15"]


def test_a_runner_leaving_children_behind(attack: Attack) -> None:
    marker = secrets.token_hex(16)
    assert attack("daemon", marker, runner=True).exit_code == 0
    assert alive(marker) == []


def test_fork_bomb_is_refused_at_the_limit(attack: Attack) -> None:
    # The attacker itself is one of the 16; 15 children remain.
    assert lines(attack("fork-count", limits=replace(LIMITS, processes=16))) == ["15"]


def test_fork_bomb(attack: Attack) -> None:
    done = attack("fork-bomb", limits=replace(QUICK, processes=16))
    assert done.reason is Reason.TIMED_OUT
    assert done.seconds < 5
    assert alive("fork-bomb") == []


def test_thread_bomb(attack: Attack) -> None:
    assert lines(attack("thread-bomb", limits=replace(LIMITS, processes=16))) == ["15"]


def test_memory_bomb(attack: Attack) -> None:
    done = attack("memory-bomb", limits=replace(LIMITS, memory_mb=256))
    assert done.reason is Reason.SIGNALLED
    assert b"memory allocation" in done.stderr


def test_memory_bomb_spread_over_processes(attack: Attack) -> None:
    # 12 children hold 150 MiB each, 1800 MiB; each may hold 256, together they may hold 512.
    done = attack("memory-bomb-of-many", limits=replace(LIMITS, memory_mb=256))
    assert done.reason is Reason.MEMORY_LIMIT
    assert done.seconds < 8


def test_endless_const_evaluation(rust: Rust) -> None:
    program = "#![allow(long_running_const_eval)] pub const X: u8 = { let mut i = 0u64; loop { i ^= 1; } };"
    assert rust.compile(program, QUICK).reason is Reason.TIMED_OUT


def test_cpu_time_is_limited_where_the_clock_is_not(attack: Attack) -> None:
    done = attack("endless", limits=replace(LIMITS, cpu_s=1))
    assert done.reason is Reason.SIGNALLED
    assert done.exit_code in {128 + 9, 128 + 24}


def test_macro_doubling(rust: Rust) -> None:
    program = (
        '#![recursion_limit = "100000"] macro_rules! d { ($($t:tt)*) => { d!{$($t)* $($t)*} } } '
        "d!{ a b c d e f g h i j k l m n o p }"
    )
    done = rust.compile(program, Limits(4.0, 8, 512, 64, 64, 256))
    assert (done.reason, done.exit_code) != (Reason.EXITED, 0)
    assert done.seconds < 8


def test_endless_loop(attack: Attack) -> None:
    done = attack("endless", limits=QUICK)
    assert (done.reason, done.exit_code) == (Reason.TIMED_OUT, None)
    assert 1.0 <= done.seconds < 4


@pytest.mark.parametrize("name", ["flood", "flood-stderr"])
def test_gigabytes_of_output(attack: Attack, name: str) -> None:
    done = attack(name)
    assert done.reason is Reason.OUTPUT_LIMIT
    assert len(done.stdout) + len(done.stderr) == LIMITS.output_kb * 1024
    assert done.seconds < 5


def test_leaving_quietly(attack: Attack) -> None:
    # An exit code is the program's own word; whoever judges must not believe it.
    done = attack("exit-0")
    assert (done.reason, done.exit_code, done.stdout) == (Reason.EXITED, 0, b"")


def test_signalling_the_parent(attack: Attack) -> None:
    done = attack("kill")
    assert (done.reason, lines(done)) == (Reason.EXITED, ["still", "here"])


def test_leaving_children_behind(attack: Attack) -> None:
    marker = secrets.token_hex(16)
    done = attack("daemon", marker, keep=("daemon-was-here",))
    assert done.files["daemon-was-here"] == marker.encode()
    assert done.seconds < 5
    assert alive(marker) == []


@pytest.mark.parametrize("folder", ["/tmp", "/work"])
def test_filling_the_disk(attack: Attack, folder: str) -> None:
    [written] = lines(attack("fill", folder))
    assert 0 < int(written) <= CONFIG.tmp_mb


def test_one_file_too_large(attack: Attack) -> None:
    done = attack("one-large-file", limits=replace(LIMITS, file_mb=4))
    assert (done.reason, done.exit_code, done.stdout) == (Reason.SIGNALLED, 128 + 25, b"")


def test_turning_kept_files_into_links(attack: Attack) -> None:
    wanted = ("answer", "folder/passwd", "folder/hostname", "directory", "pipe", "sparse", "missing", "plain")
    done = attack("links", limits=replace(LIMITS, file_mb=2), keep=wanted)
    assert done.exit_code == 128 + 25
    done = attack("links", limits=replace(LIMITS, file_mb=16), keep=wanted)
    assert sorted(done.files) == ["plain", "sparse"]


@pytest.mark.parametrize("name", ["litter", "dig"])
def test_leaving_files_for_the_next_program(name: str, attack: Attack) -> None:
    # 60 folders of 100 letters below /work: a path of 5 + 60 * 101 = 6065, and the kernel takes 4096.
    for _ in range(2):
        assert lines(attack(name)) == ["left"]
        assert lines(attack("look-around")) == ["/work/attacks"]


def test_lowering_what_the_next_program_inherits(attack: Attack) -> None:
    before = attack("inherited").stdout
    assert lines(attack("spoil")) == ["left"]
    assert attack("inherited").stdout == before


def test_hanging_after_the_answer(attack: Attack) -> None:
    done = attack("write-then-hang", limits=QUICK, keep=("late",))
    assert (done.reason, done.files) == (Reason.TIMED_OUT, {"late": b"kept"})


def test_keeping_a_path_outside(sandbox: Sandbox, attack: Attack) -> None:
    for name in ("/etc/passwd", "../x", "a/../../x", ""):
        with pytest.raises(ValueError, match="inside the working folder"):
            attack("exit-0", keep=(name,))


def alive(marker: str) -> list[str]:
    """Command lines on the host that hold the marker."""
    time.sleep(0.02)
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = process.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if marker in line and f"/proc/{os.getpid()}/" not in str(process):
            found.append(line)
    return found
