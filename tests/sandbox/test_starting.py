"""Starts that an engine refuses: tried again, told once, counted apart; a program's own failure never is."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError, StartFailedError
from nightschool.sandbox import Command, Limits, Reason, Sandbox, open_sandbox, program, starting
from nightschool.sandbox.starting import Starts, failed_starts
from tests.sandbox.refusing import refusing_bwrap, starts
from tests.sandbox.test_service import serving

CONFIG = SandboxConfig(tmp_mb=16)
LIMITS = Limits.within(CONFIG, 10.0)
ENGINE = Path(__file__).with_name("refusing_engine.py")
QUICK_S = (0.001, 0.002, 0.003, 0.004)


def shell(script: str, **fields: object) -> Command:
    return replace(Command(("/bin/sh", "-c", script), LIMITS), **fields)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many tries as always, without their waits, in a process that has told of none yet."""
    assert len(QUICK_S) == len(starting.WAITS_S)
    monkeypatch.setattr(starting, "WAITS_S", QUICK_S)
    monkeypatch.setattr(starting, "_COUNT", starting._Count())


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that the user whom root's sandboxes run as can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def bwrap(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    return opened(folder, monkeypatch, 4)


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, **how: str) -> Sandbox:
    """A sandbox of a bwrap that refuses its first starts."""
    path = refusing_bwrap(folder, refusals, **how)
    monkeypatch.setattr(program, "_candidates", lambda: iter([path]))
    return open_sandbox(CONFIG)


def test_the_waits_grow_and_end_within_five_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert list(starting.WAITS_S) == sorted(starting.WAITS_S)
    assert 3 < sum(starting.WAITS_S) < 5


@pytest.mark.integration
def test_four_refused_starts_are_made_good_counted_and_told_once(
    bwrap: Sandbox, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    done = bwrap.run(shell("read -r l < in; echo $l", files={"in": b"here\n"}))
    assert (done.reason, done.exit_code, done.stdout) == (Reason.EXITED, 0, b"here\n")
    assert (done.failed_starts, starts(folder), failed_starts()) == (4, 5, 4)
    [told] = capfd.readouterr().err.splitlines()
    assert re.search(r"tried again, up to 4 times; told once: .*Resource temporarily unavailable", told)
    assert bwrap.run(shell(":")).failed_starts == 0
    assert starts(folder) == 6


@pytest.mark.integration
def test_the_fifth_refusal_is_one_clear_error_and_the_next_start_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = opened(folder, monkeypatch, 6)
    with pytest.raises(SandboxUnavailableError, match=r"temporarily unavailable.*Starts tried: 5, within"):
        sandbox.run(shell(":"))
    with pytest.raises(SandboxUnavailableError, match="Starts tried: 1,"):
        sandbox.run(shell(":"))
    assert (starts(folder), failed_starts()) == (6, 6)
    assert sandbox.run(shell("echo again")).stdout == b"again\n"
    assert sandbox.run(shell(":")).failed_starts == 0


@pytest.mark.integration
@pytest.mark.parametrize("script", ["exit 7", "kill -KILL $$", "kill -SEGV $$"])
def test_a_programs_own_failure_is_not_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    sandbox = opened(folder, monkeypatch, 0)
    assert sandbox.run(shell(script)).exit_code != 0
    assert (starts(folder), failed_starts()) == (1, 0)


@pytest.mark.integration
@pytest.mark.parametrize("why", ["Operation not permitted", "No permissions"])
def test_what_is_forbidden_here_is_refused_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    sandbox = opened(folder, monkeypatch, 9, why=why)
    with pytest.raises(SandboxUnavailableError, match=why) as refused:
        sandbox.run(shell(":"))
    assert (starts(folder), type(refused.value)) == (1, SandboxUnavailableError)


@pytest.mark.integration
def test_the_probe_survives_refused_starts(bwrap: Sandbox, folder: Path) -> None:
    bwrap.probe()
    assert (starts(folder), failed_starts()) == (4 + 2, 4)  # the look and the fork bomb


@pytest.mark.integration
def test_starts_that_failed_in_a_judge_service_are_counted_by_who_asked(bwrap: Sandbox, tmp_path: Path) -> None:
    with serving(bwrap, f"unix:{tmp_path}/judge.sock", config=CONFIG) as config:
        assert open_sandbox(config).run(shell("echo far")).failed_starts == 4
    assert failed_starts() == 4 + 4  # the service is this process too


def test_starts_that_are_slow_themselves_are_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "LONGEST_S", 0.01)
    tried = []

    def start() -> None:
        tried.append(1)
        time.sleep(0.02)
        raise StartFailedError("slow")

    with pytest.raises(SandboxUnavailableError, match="slow Starts tried: 1,"):
        Starts().until_started(start)
    assert len(tried) == 1


def test_any_other_error_passes_through_at_once() -> None:
    tried = []

    def start() -> None:
        tried.append(1)
        raise SandboxUnavailableError("died under its program")

    with pytest.raises(SandboxUnavailableError, match=r"died under its program$"):
        Starts().until_started(start)
    assert (len(tried), failed_starts()) == (1, 0)


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Docker engine's socket whose first four starts fail as one did in a night."""
    socket = tmp_path / "engine.sock"
    command = [sys.executable, ENGINE, str(socket), "4"]
    with subprocess.Popen(command) as process:
        monkeypatch.setenv("DOCKER_HOST", f"unix://{socket}")
        while not socket.exists() and process.poll() is None:
            time.sleep(0.05)
        yield
        process.kill()


@pytest.mark.integration
@pytest.mark.usefixtures("engine")
def test_a_docker_engine_that_refuses_to_start_containers_is_asked_again(tmp_path: Path) -> None:
    sandbox = open_sandbox(CONFIG.model_copy(update={"backend": "docker"}))
    done = sandbox.run(shell("anything"))
    assert (done.stdout, done.failed_starts, starts(tmp_path)) == (b"ran\n", 4, 5)
    assert sandbox.run(shell("anything")).failed_starts == 0
    assert (starts(tmp_path), failed_starts()) == (5, 4)  # the same container


@pytest.mark.integration
@pytest.mark.usefixtures("engine")
def test_the_last_refusal_of_a_docker_engine_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "WAITS_S", QUICK_S[:2])
    sandbox = open_sandbox(CONFIG.model_copy(update={"backend": "docker"}))
    with pytest.raises(SandboxUnavailableError, match=r"cannot start a stopped process.*build\.sh.*Starts tried: 3,"):
        sandbox.run(shell("anything"))
