"""Runs the user's cargo and keeps what it said, with the rustc calls that it made.

Covered: any cargo command that takes `--message-format`; its exit code, its words on stderr, its JSON. Not covered:
time limits: it is the user's build, and ends when they interrupt it.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nightschool.cargo.calls import Call, read_calls
from nightschool.cargo.messages import Artifact, CargoError, Json, artifacts, errors, read_lines
from nightschool.cargo.record import CALLS, WRAPPED
from nightschool.cargo.workspace import Workspace, cargo_program
from nightschool.cargo.wrapper import WRAPPER, install, users_wrapper

RUSTC = "rustc"
"""Name of the wrapper's file."""
CHECK = ("check", "--message-format=json", "--all-targets")
"""As `fix` runs it; the user's own arguments follow."""


@dataclass(frozen=True)
class Ran:
    """One run of cargo."""

    arguments: tuple[str, ...]
    exit_code: int
    stdout: str
    stderr: str
    seconds: float
    calls: tuple[Call, ...] = ()
    """Of the workspace's units that were compiled; empty if nothing was recorded."""

    @cached_property
    def messages(self) -> tuple[Json, ...]:
        """Cargo's JSON lines."""
        return tuple(read_lines(self.stdout))

    @cached_property
    def errors(self) -> tuple[CargoError, ...]:
        """rustc's errors."""
        return errors(self.messages)

    @cached_property
    def artifacts(self) -> tuple[Artifact, ...]:
        """What was built."""
        return artifacts(self.messages)


def run_cargo(folder: Path, arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Ran:
    """Run cargo in `folder` and wait; `environment` in place of this process's."""
    started = time.monotonic()
    done = subprocess.run(
        [cargo_program(), *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
        check=False,
    )  # fmt: skip
    out, err = (text.decode("utf-8", errors="replace") for text in (done.stdout, done.stderr))
    return Ran(tuple(arguments), done.returncode, out, err, time.monotonic() - started)


def recorded(
    workspace: Workspace,
    folder: Path,
    arguments: Sequence[str],
    environment: Mapping[str, str] | None = None,
    wrapper: str = RUSTC,
) -> Ran:
    """As `run_cargo`, with the rustc calls of the workspace's units; cargo builds units of each `wrapper` apart."""
    before = dict(os.environ if environment is None else environment)
    with tempfile.TemporaryDirectory(prefix="nightschool-") as scratch:
        calls = Path(scratch) / "calls.jsonl"
        ours = recording(workspace, folder, calls, before, wrapper)
        ran = run_cargo(folder, arguments, {**before, **ours})
        return Ran(ran.arguments, ran.exit_code, ran.stdout, ran.stderr, ran.seconds, read_calls(calls, before | ours))


def recording(
    workspace: Workspace, folder: Path, calls: Path, environment: Mapping[str, str], wrapper: str = RUSTC
) -> dict[str, str]:
    """The variables that make a cargo in `folder` write its calls to the file `calls`."""
    ours = install(workspace.own, wrapper)
    wrapped = users_wrapper(folder.resolve(), environment)
    return {WRAPPER: str(ours), CALLS: str(calls), WRAPPED: "" if wrapped == str(ours) else wrapped}
