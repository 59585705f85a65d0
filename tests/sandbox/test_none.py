"""The backend without isolation still keeps the limits it promises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nightschool.config import SandboxConfig
from nightschool.sandbox import Command, Limits, Reason
from nightschool.sandbox.none import NoSandbox

CONFIG = SandboxConfig(backend="none", output_kb=64)
LIMITS = Limits.within(CONFIG, 1.0)
SANDBOX = NoSandbox(CONFIG)


def shell(script: str, **fields: object) -> Command:
    return replace(Command(("/bin/sh", "-c", script), LIMITS), **fields)


def test_endless_loop() -> None:
    done = SANDBOX.run(shell("while :; do :; done"))
    assert (done.reason, done.exit_code) == (Reason.TIMED_OUT, None)


def test_gigabytes_of_output() -> None:
    done = SANDBOX.run(shell("while :; do echo xxxxxxxxxxxxxxxx; done"))
    assert (done.reason, len(done.stdout)) == (Reason.OUTPUT_LIMIT, 64 * 1024)


def test_cpu_and_file_limits() -> None:
    assert SANDBOX.run(shell("while :; do :; done", limits=replace(LIMITS, cpu_s=1, wall_s=9))).reason == "signalled"
    script = "line=0123456789; while :; do echo $line$line$line$line$line$line$line$line; done > f"
    assert SANDBOX.run(shell(script, limits=replace(LIMITS, file_mb=1))).reason == "signalled"


def test_reading_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST_SECRET", "s3cret")
    assert SANDBOX.run(shell("echo $HOST_SECRET")).stdout == b"\n"


def test_leaving_children_behind() -> None:
    done = SANDBOX.run(shell("while :; do :; done & echo left"))
    assert (done.reason, done.stdout) == (Reason.EXITED, b"left\n")
    assert done.seconds < 1


def test_files_go_in_and_come_back() -> None:
    command = shell("read -r x < a/in; echo $x$x > out; ln -s /etc/passwd link", files={"a/in": b"y\n"})
    done = SANDBOX.run(replace(command, keep=("out", "link", "missing")))
    assert done.files == {"out": b"yy\n"}
