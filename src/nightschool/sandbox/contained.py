"""One bwrap process from start to end: its status pipe, its gate, its death.

Covered: a program that is let go only when the sandbox stands, a hold on the working folder that outlives
the sandbox, the end of the whole tree (killing process 1 of a process namespace kills all in it), telling apart a
start that failed (StartFailedError, unless it is forbidden here), a dead sandbox and a dead program. Not
covered: what is mounted (`mounts.py`).

The exit code comes through bwrap's status pipe, which the program cannot reach. Without one, and unless
we ended it ourselves, the program's fate is unknown and that is SandboxUnavailableError.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from typing import IO

from nightschool.errors import SandboxUnavailableError, StartFailedError
from nightschool.sandbox.contract import Limits
from nightschool.sandbox.program import HELP
from nightschool.sandbox.watch import Watched, close, tree_resident, watch

READY = "/.ready"
"""A link inside, to a nonce: seen from the host it proves that the sandbox's root is in place."""
_FORBIDDEN = re.compile(r"No permissions|Operation not permitted|Permission denied|No such file|Unknown option")
_PATIENCE_S = 10.0
"""A sandbox that has not come up, or gone down, after this long never will."""


class Contained:
    """A started bwrap; its program waits at the gate."""

    def __init__(self, process: subprocess.Popen[bytes], status: IO[bytes], gate: IO[bytes]) -> None:
        self._process, self._status, self._gate = process, status, gate
        line = status.readline()
        if not line:
            raise _unstarted(f"bwrap could not make a sandbox: {self._last_words()}. {HELP}")
        self._first = int(json.loads(line)["child-pid"])
        self._first_handle = os.pidfd_open(self._first)
        # Where memory runs out all the same, the kernel should take this tree and not the host's work.
        with contextlib.suppress(OSError), open(f"/proc/{self._first}/oom_score_adj", "w") as score:  # noqa: PTH123
            score.write("1000")

    def hold(self, folder: str, nonce: str) -> int:
        """A descriptor of a folder inside, valid after the sandbox's end. Call before `follow`."""
        end = time.monotonic() + _PATIENCE_S
        root = f"/proc/{self._first}/root"
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError):
                if os.readlink(root + READY) == nonce:  # noqa: PTH115
                    return os.open(root + folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
            time.sleep(0.0003)
        raise _unstarted(f"The sandbox did not come up: {self._last_words()}. {HELP}")

    def follow(self, limits: Limits) -> tuple[Watched, int]:
        """Let the program go, follow it to its end; what it said and its exit code (-1 if we stopped it)."""
        self._gate.close()
        watched = watch(self._process, limits, self.kill, lambda: tree_resident(self._first))
        self._wait()
        for line in self._status.read().splitlines():
            code = json.loads(line).get("exit-code")
            if code is not None and not watched.stopped:
                return watched, int(code)
        if watched.stopped:
            return watched, -1
        words = bytes(watched.stderr[-500:]).decode(errors="replace").strip()
        raise SandboxUnavailableError(
            f"The sandbox ended before its program did (bwrap: {self._process.returncode}, last words: "
            f"{words!r}). The program has no verdict; run again. `nightschool doctor` tests the sandbox."
        )

    def kill(self) -> None:
        """Kill process 1 of the sandbox, and the kernel kills the rest."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._first_handle, signal.SIGKILL)

    def _wait(self) -> None:
        """Process 1 ends only after everything in its namespace has."""
        poll = select.poll()
        poll.register(self._first_handle, select.POLLIN)
        if not poll.poll(_PATIENCE_S * 1000):
            raise SandboxUnavailableError(f"Process {self._first} does not die. Restart this machine.")

    def end(self) -> None:
        """Kill whatever is left and close."""
        self.kill()
        self._wait()
        os.close(self._first_handle)

    def _last_words(self) -> str:
        self._process.kill()
        try:
            _, stderr = self._process.communicate(timeout=_PATIENCE_S)
        except subprocess.TimeoutExpired:  # something of it lives on and holds the pipe
            return "it died and left a part of the sandbox behind"
        return stderr[-1000:].decode(errors="replace").strip() or f"it ended with {self._process.returncode}"


@contextlib.contextmanager
def contained(command: Callable[[int, int], list[str]], inherit: Sequence[int]) -> Iterator[Contained]:
    """Start bwrap; `command` gives its command line from the status and gate descriptors it inherits."""
    with contextlib.ExitStack() as stack:
        status, status_theirs = os.pipe()
        gate_theirs, gate = os.pipe()
        ours = stack.enter_context(os.fdopen(status, "rb")), stack.enter_context(os.fdopen(gate, "wb"))
        try:
            process = subprocess.Popen(
                command(status_theirs, gate_theirs),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={},
                process_group=0,  # Ctrl-C is for us: it would kill bwrap half way through making a sandbox
                pass_fds=(status_theirs, gate_theirs, *inherit),
            )
        except OSError as error:
            raise _unstarted(f"Could not start bwrap: {error}. {HELP}") from error
        finally:
            os.close(status_theirs)
            os.close(gate_theirs)
        stack.callback(_bury, process)
        inside = Contained(process, *ours)
        stack.callback(inside.end)
        yield inside


def _unstarted(why: str) -> SandboxUnavailableError:
    """The error of a failed start; one that is forbidden or lacks a file will fail again and is not worth a try."""
    return SandboxUnavailableError(why) if _FORBIDDEN.search(why) else StartFailedError(why)


def _bury(process: subprocess.Popen[bytes]) -> None:
    """bwrap takes the sandbox with it when it dies (--die-with-parent)."""
    if process.poll() is None:
        process.kill()
        process.wait()
    close(process)
