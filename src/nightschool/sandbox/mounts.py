"""The bwrap command line: namespaces, mounts, environment, identity.

Covered: everything the program can see. The root is an empty read-only tmpfs with the system's part
(`system.py`), the toolchain, a private /proc (read-only), and two writable tmpfs of limited size, /work and
/tmp. There is no /dev/shm, no /etc, no /sys, no home. Not covered: per-process limits (`limits.py`).
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from nightschool.sandbox.contained import READY
from nightschool.sandbox.identity import UNPRIVILEGED, Entry
from nightschool.sandbox.kept import relative
from nightschool.sandbox.program import CLOSES_USERNS, Bwrap
from nightschool.sandbox.syscalls import filter_program
from nightschool.sandbox.system import system_arguments

WORK = "/work"
_PROC = ("--proc", "/proc", "--remount-ro", "/proc")
Line = Callable[[int, int], list[str]]
"""A command line, given the descriptors of the status pipe and the gate."""
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "TMPDIR": "/tmp"}


def environment(added: Mapping[str, str]) -> dict[str, str]:
    """All variables a program sees."""
    return {**_ENVIRONMENT, **added}


def isolation(bwrap: Bwrap, runner: bool) -> list[str]:
    """Namespaces (named one by one: --unshare-all only tries some), identity, a /proc unless for a runner."""
    arguments = ["--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    arguments += ["--unshare-cgroup-try", "--hostname", "sandbox", "--new-session", "--die-with-parent"]
    arguments += ["--uid", str(UNPRIVILEGED), "--gid", str(UNPRIVILEGED), "--cap-drop", "ALL", "--clearenv"]
    if runner:
        return [*arguments, "--as-pid-1"]
    return [*arguments, *_PROC, *(["--disable-userns"] if bwrap.version >= CLOSES_USERNS else [])]


def file_system(entry: Entry, read_only: Mapping[str, Path], tmp_mb: int) -> list[str]:
    """Mounts; `read_only` are host paths by their path inside.

    Writable folders come first, so that a toolchain under the host's /tmp or /work is seen.
    """
    size = ["--perms", "0700", "--size", str(tmp_mb << 20), "--tmpfs"]
    arguments = [*size, "/tmp", *size, WORK, *system_arguments()]
    for inside, path in read_only.items():
        arguments += ["--ro-bind", entry.source(path), inside]
    return arguments


def last(added: Mapping[str, str], nonce: str) -> list[str]:
    """What must come after all mounts and files."""
    arguments = ["--symlink", nonce, READY, "--remount-ro", "/", "--chdir", WORK]
    for key, value in environment(added).items():
        arguments += ["--setenv", key, value]
    return arguments


def inputs(contents: Mapping[str, bytes], runner: bool, stack: contextlib.ExitStack) -> tuple[list[str], list[int]]:
    """Arguments for files in the working folder and the system call filter, and the descriptors bwrap reads."""
    arguments, descriptors = [], []
    for name, content in contents.items():
        descriptor = _memory(content, stack)
        arguments += ["--perms", "0755", "--file", str(descriptor), f"{WORK}/{relative(name)}"]
        descriptors.append(descriptor)
    if program := filter_program(runner=runner):
        descriptors.append(_memory(program, stack))
        arguments += ["--seccomp", str(descriptors[-1])]
    return arguments, descriptors


def _memory(content: bytes, stack: contextlib.ExitStack) -> int:
    descriptor = os.memfd_create("input", os.MFD_CLOEXEC)
    stack.callback(os.close, descriptor)
    with os.fdopen(descriptor, "wb", closefd=False) as memory:
        memory.write(content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
