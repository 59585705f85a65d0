"""One warm container: a supervisor (containers/sandbox/supervisor.rs) that runs one command after another.

Covered: what the container may and may not, the conversation with the supervisor over the engine's attach
stream, when a worker is spent. Not covered: which worker runs what (`docker.py`).

The container lives as long as the stream: when this process ends, however it ends, the engine closes the
supervisor's stdin, the supervisor ends, and the engine removes the container.
Source: Docker Engine API, "Attach to a container" (stream format); the frames are told in the supervisor.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.errors import SandboxUnavailableError, StartFailedError
from nightschool.sandbox.contract import Command, Completed, Reason
from nightschool.sandbox.kept import relative
from nightschool.sandbox.limits import limited
from nightschool.sandbox.mounts import environment
from nightschool.sandbox.syscalls import filter_program, refused
from nightschool.sandbox.watch import Watched

USER = "65534:65534"
LABEL = "nightschool.sandbox"
_VERSION = b"1"
_PATIENCE_S = 30.0
"""A supervisor silent for this much longer than it may be has died or is stuck."""
_CPUS = 2
"""Cores of one worker: rustc and tests use threads."""
_OTHERS = 1 << 14
"""The kernel counts a user's processes over all containers; the container's own limit is the exact one."""
_HIDDEN = "ro,noexec,size=4k,mode=000"
_ROOM_MB = 64
"""Memory of the supervisor and of pipes."""


@dataclass(frozen=True)
class Shape:
    """What is fixed when a container starts; a worker serves the commands of its shape."""

    image: str
    mounts: tuple[Path, ...]
    """Host folders, read-only at their own paths."""
    processes: int
    memory_mb: int
    tmp_mb: int
    runner: bool
    cgroup: str = ""
    """Parent control group; empty is the engine's own."""

    def host_config(self, cpus: int) -> dict[str, Any]:
        """Arguments of docker's `create_host_config`; `cpus` are those of the engine's machine."""
        memory = (2 * self.memory_mb + 2 * self.tmp_mb + _ROOM_MB) << 20
        writable = f"rw,exec,nosuid,nodev,size={self.tmp_mb << 20},mode=700,uid=65534,gid=65534"
        return {
            "auto_remove": True,
            "network_mode": "none",
            "ipc_mode": "none",
            "read_only": True,
            "cap_drop": ["ALL"],
            "security_opt": ["no-new-privileges", *([f"seccomp={runner_profile()}"] if self.runner else [])],
            "pids_limit": self.processes + 1,
            "mem_limit": memory,
            "memswap_limit": memory,
            "cgroup_parent": self.cgroup or None,
            "nano_cpus": min(_CPUS, cpus) * 10**9,
            "log_config": {"type": "none"},
            "tmpfs": {"/work": writable, "/tmp": writable} | dict.fromkeys(("/etc", "/sys", "/dev/mqueue"), _HIDDEN),
            "mounts": [
                {"Type": "bind", "Source": str(path), "Target": str(path), "ReadOnly": True} for path in self.mounts
            ],
        }


def runner_profile() -> str:
    """Seccomp profile of containers for runners, which the engine's own would deny namespaces and mounts."""
    calls = [{"names": refused(runner=True), "action": "SCMP_ACT_ERRNO"}]
    return json.dumps({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": calls})


class Worker:
    """A started container. Not thread-safe: one run at a time."""

    def __init__(self, engine: Any, shape: Shape, cpus: int) -> None:
        """Start it; about half a second. `engine` is docker's low-level client; its errors pass through."""
        self.runs = 0
        self.spent = False
        host = engine.create_host_config(**shape.host_config(cpus))
        made = engine.create_container(shape.image, user=USER, stdin_open=True, labels=[LABEL], host_config=host)
        attached = engine.attach_socket(made["Id"], {"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1})
        self._attached = attached  # closes when it is collected
        self._socket: socket.socket = getattr(attached, "_sock", attached)
        self._said, self._words = bytearray(), bytearray()
        engine.start(made["Id"])

    def run(self, command: Command) -> Completed:
        """Run one command; call `expect_ready` before. SandboxUnavailableError if the worker dies; it is then spent."""
        started = time.monotonic()
        self.spent, self.runs = True, self.runs + 1  # until it has ended well
        request = _request(command)
        self._socket.settimeout(_PATIENCE_S)
        self._socket.sendall(struct.pack("<I", len(request)) + request)
        watched, files, end = self._follow(command, time.monotonic() + command.limits.wall_s + _PATIENCE_S)
        reason, code, left = end.split()
        self.spent = (reason, left) != (Reason.EXITED, "clean")
        watched.cut(command.limits.output_kb << 10)
        stopped = watched.stopped or (Reason(reason) if reason not in (Reason.EXITED, Reason.SIGNALLED) else None)
        return Completed(
            exit_code=None if stopped else int(code),
            stdout=bytes(watched.stdout),
            stderr=bytes(watched.stderr),
            reason=stopped or Reason(reason),
            seconds=time.monotonic() - started,
            files={name: files[path] for name in command.keep if (path := str(relative(name))) in files},
        )

    def close(self) -> None:
        """End the container, in the background."""
        self._socket.close()
        self._attached.close()

    def expect_ready(self) -> None:
        """Wait until the folders are empty again. SandboxUnavailableError if they will not be, or it died meanwhile."""
        kind, version = self._frame(time.monotonic() + _PATIENCE_S)
        self._socket.settimeout(0)
        with contextlib.suppress(BlockingIOError):
            if not self._socket.recv(1, socket.MSG_PEEK):
                raise self._dead("its stream ended while it waited")
        if (kind, version) != (b"r", _VERSION):
            raise SandboxUnavailableError(
                f"The sandbox image's supervisor says {kind + version!r}, {b'r' + _VERSION!r} is needed. "
                "Build the image of this version: containers/sandbox/build.sh"
            )

    def _follow(self, command: Command, end: float) -> tuple[Watched, dict[str, bytes], str]:
        watched, files = Watched(), dict[str, bytes]()
        while True:
            kind, payload = self._frame(end)
            match kind:
                case b"o":
                    watched.stdout += payload
                case b"e":
                    watched.stderr += payload
                case b"k":
                    name, content = _unpacked(payload)
                    files[name.decode()] = content
                case b"x":
                    return watched, files, payload.decode()
                case _:
                    raise SandboxUnavailableError(f"The sandbox could not run {command.argv[0]!r}: {payload.decode()}")

    def _frame(self, end: float) -> tuple[bytes, bytes]:
        kind, length = struct.unpack("<cI", self._take(5, end))
        return kind, self._take(length, end)

    def _take(self, count: int, end: float) -> bytes:
        """The next bytes of the supervisor's stdout; what it says on stderr are its last words."""
        while len(self._said) < count:
            stream, length = struct.unpack(">BxxxI", self._receive(8, end))
            (self._said if stream == 1 else self._words).extend(self._receive(length, end))
        taken = bytes(self._said[:count])
        del self._said[:count]
        return taken

    def _receive(self, count: int, end: float) -> bytes:
        chunks, left = [], count
        while left:
            self._socket.settimeout(max(0.001, end - time.monotonic()))
            try:
                chunk = self._socket.recv(min(left, 1 << 20))
            except OSError as error:
                raise self._dead(str(error)) from error
            if not chunk:
                raise self._dead("its stream ended")
            chunks.append(chunk)
            left -= len(chunk)
        return b"".join(chunks)

    def _dead(self, how: str) -> SandboxUnavailableError:
        words = self._words[-500:].decode(errors="replace").strip()
        kind = SandboxUnavailableError if self.runs else StartFailedError
        return kind(
            f"The sandbox container ended before its program did ({how}; last words: {words!r}). The program has no "
            "verdict; run again. `nightschool doctor` tests the sandbox."
        )


def _request(command: Command) -> bytes:
    limits = command.limits
    memory = limits.memory_mb << 21
    numbers = (int(limits.wall_s * 1000), limits.output_kb << 10, memory, limits.file_mb << 20, int(command.runner))
    files = [part for name, content in command.files.items() for part in (str(relative(name)).encode(), content)]
    fields = (
        " ".join(map(str, numbers)).encode(),
        filter_program(runner=command.runner),
        _packed(word.encode() for word in limited(command.argv, limits, _OTHERS)),
        _packed(f"{key}={value}".encode() for key, value in environment(command.environment).items()),
        _packed(files),
        _packed(str(relative(name)).encode() for name in command.keep),
    )
    return _packed(fields)


def _packed(items: Iterable[bytes]) -> bytes:
    return b"".join(struct.pack("<I", len(item)) + item for item in items)


def _unpacked(data: bytes) -> list[bytes]:
    items = []
    while data:
        (length,) = struct.unpack_from("<I", data)
        items.append(data[4 : 4 + length])
        data = data[4 + length :]
    return items
