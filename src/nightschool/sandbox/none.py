"""No isolation: programs run as the user, with limits only. Chosen by the user's own hand, never for them.

Covered: the same per-process limits, wall-clock time, output, memory, an almost empty environment, a
private working folder, the end of the program's process group. Not covered: everything else. A program
can read and write what the user can, reach the network, and leave children behind by starting a session
of its own; the folder has no size limit. Process limits count all that the user runs, and never root.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox.contract import Command, Completed, Reason
from nightschool.sandbox.kept import relative, take
from nightschool.sandbox.limits import SHELL, limited
from nightschool.sandbox.watch import Watched, close, tree_resident, watch


class NoSandbox:
    """Runs programs on the host itself."""

    name = "none"

    def __init__(self, config: SandboxConfig) -> None:
        self._config = config

    def run(self, command: Command) -> Completed:
        """Run in a temporary folder, as the user, under limits."""
        started = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="nightschool-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            _write(folder, command)
            process = _start(folder, command)
            watched = _follow(process, command)
            files = _take(folder, command)
        seconds = time.monotonic() - started
        code = process.returncode if process.returncode >= 0 else 128 - process.returncode
        reason = watched.stopped or (Reason.SIGNALLED if process.returncode < 0 else Reason.EXITED)
        return Completed(
            exit_code=None if watched.stopped else code,
            stdout=bytes(watched.stdout),
            stderr=bytes(watched.stderr),
            reason=reason,
            seconds=seconds,
            files=files,
        )

    def probe(self) -> None:
        """Nothing to check but a shell: there is no isolation to hold."""
        if not Path(SHELL).exists():
            raise SandboxUnavailableError(f"sandbox.backend none needs {SHELL} to set limits; install a shell.")


def _write(folder: Path, command: Command) -> None:
    (folder / "tmp").mkdir()
    (folder / "work").mkdir()
    for name, content in command.files.items():
        path = folder / "work" / relative(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o755)


def _start(folder: Path, command: Command) -> subprocess.Popen[bytes]:
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"}
    environment |= {"TMPDIR": str(folder / "tmp"), **command.environment}
    try:
        return subprocess.Popen(
            limited(command.argv, command.limits, _processes_now()),
            cwd=folder / "work",
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise SandboxUnavailableError(f"Could not start {command.argv[0]!r} with {SHELL}: {error}") from error


def _processes_now() -> int:
    """Threads this user runs already: the kernel counts them against the limit, except for root."""
    own, count = os.getuid(), 0
    if own == 0:
        return 0
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if process.stat().st_uid == own:
                count += len(list((process / "task").iterdir()))
    return count


def _follow(process: subprocess.Popen[bytes], command: Command) -> Watched:
    def kill() -> None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    try:
        return watch(process, command.limits, kill, lambda: tree_resident(process.pid))
    finally:
        if process.returncode is None:
            kill()
            process.wait()
        close(process)


def _take(folder: Path, command: Command) -> dict[str, bytes]:
    work = os.open(folder / "work", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        return take(work, command.keep, command.limits.file_mb << 20)
    finally:
        os.close(work)
