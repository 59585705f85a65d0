"""Programs in namespaces of their own, made by bubblewrap. The default backend.

Covered: no network, no view of the host's files, processes or environment, no privileges, limits on time,
memory, processes, files, folders and output, nothing left alive. Not covered: a defence against a kernel
exploit, or against learning what hardware and kernel the host has. See docs/sandbox.md.
Source: the bubblewrap manual; user_namespaces(7), pid_namespaces(7).
"""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
import time
from dataclasses import replace
from pathlib import Path

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox import mounts
from nightschool.sandbox.contained import Contained, contained
from nightschool.sandbox.contract import Command, Completed, Reason
from nightschool.sandbox.identity import Entries
from nightschool.sandbox.kept import relative, take
from nightschool.sandbox.limits import limited
from nightschool.sandbox.probe import check
from nightschool.sandbox.program import find_bwrap
from nightschool.sandbox.starting import Starts


class BubblewrapSandbox:
    """Runs each command in a sandbox of its own; about 10 ms to start and end one."""

    name = "bubblewrap"

    def __init__(self, config: SandboxConfig, read_only: tuple[Path, ...] = ()) -> None:
        """Raises SandboxUnavailableError if there is no bwrap or a read-only folder is missing."""
        self._config = config
        self._read_only = {_existing(path): path.resolve() for path in read_only}
        self._bwrap = find_bwrap()
        self._entries = Entries()
        self._starts = Starts()
        self._probe_lock = threading.Lock()
        self._probed = False

    def run(self, command: Command) -> Completed:
        """Run in a fresh sandbox. See `Sandbox.run`."""
        started = time.monotonic()
        try:
            done, failed = self._starts.until_started(lambda: self._run(command, started))
            return replace(done, failed_starts=failed)
        except OSError as error:
            raise SandboxUnavailableError(f"The sandbox could not run {command.argv[0]!r}: {error}") from error

    def probe(self) -> None:
        """See `Sandbox.probe`."""
        with self._probe_lock:
            if not self._probed:
                check(self, self._config)
                self._probed = True

    def _run(self, command: Command, started: float) -> Completed:
        nonce = secrets.token_hex(8)
        for name in command.keep:
            relative(name)
        with contextlib.ExitStack() as stack:
            arguments, descriptors = mounts.inputs(command.files, command.runner, stack)
            line = self._line(command, arguments, nonce)
            inside = stack.enter_context(contained(line, descriptors))
            work = _hold(inside, nonce, stack) if command.keep else None
            watched, code = inside.follow(command.limits)
            kept = take(work, command.keep, command.limits.file_mb << 20) if work is not None else {}
        # bwrap passes a death by signal on as a shell does, so `exit(137)` looks the same as SIGKILL.
        ended = Reason.SIGNALLED if code > 128 else Reason.EXITED
        return Completed(
            exit_code=None if watched.stopped else code,
            stdout=bytes(watched.stdout),
            stderr=bytes(watched.stderr),
            reason=watched.stopped or ended,
            seconds=time.monotonic() - started,
            files=kept,
        )

    def _line(self, command: Command, files: list[str], nonce: str) -> mounts.Line:
        read_only = self._read_only | {_existing(path): path.resolve() for path in command.read_only}
        entry = self._entries.reaching((self._bwrap.home, *read_only.values()))
        before = [entry.source(self._bwrap.path), *mounts.isolation(self._bwrap, command.runner)]
        before += mounts.file_system(entry, read_only, self._config.tmp_mb)
        after = [*files, *mounts.last(command.environment, nonce)]
        # Unless the program is process 1 itself, that one is bwrap's own and counts.
        program = limited(command.argv, command.limits, processes_before=0 if command.runner else 1)
        return lambda status, gate: [
            *entry.prefix(), *before, *after, "--json-status-fd", str(status), "--block-fd", str(gate), "--", *program,
        ]  # fmt: skip


def _existing(path: Path) -> str:
    if not path.exists():
        raise SandboxUnavailableError(f"The sandbox is to mount {str(path)!r}, which is not there.")
    return str(path.absolute())


def _hold(inside: Contained, nonce: str, stack: contextlib.ExitStack) -> int:
    work = inside.hold(mounts.WORK, nonce)
    stack.callback(os.close, work)
    return work
