"""The contract between those who judge untrusted programs and the place where the programs run.

Covered: what may be asked (`Command`, `Limits`), what comes back (`Completed`, `Reason`), what every
backend promises (`Sandbox`). Not covered: how a backend isolates; see `bubblewrap.py`, `none.py`.

A program that fails, crashes, hangs or floods is data: a `Completed`. A sandbox that fails is
`SandboxUnavailableError` and says nothing about the program.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from nightschool.config import SandboxConfig


class Reason(StrEnum):
    """Why a program is no longer running."""

    EXITED = "exited"
    """It ended by itself; `exit_code` is its own and may be a lie (`process::exit(0)`)."""
    SIGNALLED = "signalled"
    """A signal ended it: a crash, the CPU or file-size limit, or itself. `exit_code` is 128 + signal."""
    TIMED_OUT = "timed_out"
    """The wall-clock limit was reached and the whole tree was killed."""
    OUTPUT_LIMIT = "output_limit"
    """It printed more than allowed and the whole tree was killed; the output is cut at the limit."""
    MEMORY_LIMIT = "memory_limit"
    """All its processes together held more than twice `memory_mb` and the whole tree was killed."""


@dataclass(frozen=True)
class Limits:
    """What one run may use."""

    wall_s: float
    """Wall-clock time of the whole run, in seconds."""
    cpu_s: int
    """CPU time of each process (not the sum over processes), in seconds."""
    memory_mb: int
    """Address space of each process, in MiB; resident memory of all together may reach twice this."""
    processes: int
    """Most processes and threads at once, those of the sandbox itself not counted."""
    file_mb: int
    """Largest single file, in MiB."""
    output_kb: int
    """Most bytes of stdout and stderr together, in KiB."""

    @classmethod
    def within(cls, config: SandboxConfig, wall_s: float) -> Limits:
        """The configured limits with this wall-clock time; CPU time is twice that, for threads."""
        return cls(
            wall_s=wall_s,
            cpu_s=max(1, math.ceil(2 * wall_s)),
            memory_mb=config.memory_mb,
            processes=config.processes,
            file_mb=config.tmp_mb,
            output_kb=config.output_kb,
        )


@dataclass(frozen=True)
class Command:
    """One program to run, with everything it may see."""

    argv: tuple[str, ...]
    """Absolute path of a program under a mounted folder, or a relative one such as `./tests`; arguments.
    One that is not there ends with 127, one that cannot be executed with 126, as in a shell."""
    limits: Limits
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Written into the fresh private working folder before the start, all executable. Keys are relative
    paths (`batch/m0.rs`); folders are made. The working folder is the current one: use relative paths."""
    keep: tuple[str, ...] = ()
    """Relative paths wanted back in `Completed.files` after the end, whatever the reason for the end."""
    read_only: tuple[Path, ...] = ()
    """Further host files or folders, visible at the same path as on the host, besides those given to
    `open_sandbox`. Several programs can so run from one folder that the host has prepared."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Added to PATH, HOME, LANG and TMPDIR; nothing else of the host's environment is passed on."""
    runner: bool = False
    """For a trusted program that runs many programs nobody trusts, in one start. It becomes process 1 of
    the sandbox, which nothing inside can signal (`kill -9 -1` spares it) and whose end is the end of all;
    there is no /proc, so that its children cannot reach its memory or files through it; and it may make
    namespaces and mounts of its own (`unshare`, `setns`, `mount`) to wall its children in, who should then
    lose that right again: `syscalls.filter_program()` is the filter all other programs get. It must
    reap. rustc needs /proc and cannot be run so."""


@dataclass(frozen=True)
class Completed:
    """What is known after a run. All bytes are the untrusted program's own words."""

    exit_code: int | None
    """The program's exit code; None when it was killed for a limit kept by the host."""
    stdout: bytes
    stderr: bytes
    reason: Reason
    seconds: float
    """Wall-clock time, start of the sandbox included."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The kept files. One that is missing, not a regular file, reached through a symbolic link or
    larger than the file limit is left out."""
    failed_starts: int = 0
    """Starts of the sandbox that failed before the one in which the program ran (`starting.py`)."""


class Sandbox(Protocol):
    """Runs programs nobody trusts. Thread-safe: any number of `run` calls may overlap."""

    @property
    def name(self) -> str:
        """The backend, as in `sandbox.backend`."""

    def run(self, command: Command) -> Completed:
        """Run to the end or to a limit; no process of it is alive on return.

        Raises SandboxUnavailableError when the program could not be started or the sandbox died.
        """

    def probe(self) -> None:
        """Run a real program inside and check that isolation holds; success is remembered per process.

        Raises SandboxUnavailableError naming what does not hold and how to get it.
        """
