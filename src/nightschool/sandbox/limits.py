"""Per-process limits: a POSIX shell sets them and becomes the program.

Covered: CPU time, address space, processes and threads, file size, open files, no core dumps. Hard limits,
so that the program cannot raise them. Not covered: wall-clock time, output and resident memory, which the
host watches (`watch.py`), and the size of folders, which is the backend's.

The shell runs last, inside the sandbox: a process limit set outside would count everything the user runs.
The kernel counts processes by user and user namespace (Linux 5.14), and never for the host's root.
Starting it costs about a millisecond; setting limits from Python between fork and exec would cost more
in a process that holds a model, and is not safe with threads.
"""

from __future__ import annotations

import resource
from collections.abc import Sequence

from nightschool.sandbox.contract import Limits

SHELL = "/bin/sh"
OPEN_FILES = 1024
_SCRIPT = (
    "ulimit -c 0 && ulimit -n $1 && ulimit -t $2 && ulimit -v $3 && ulimit -f $4 && "
    # `-p` counts processes in dash and busybox; in bash it fails, and `-u` does.
    '{ ulimit -p $5 2>/dev/null || ulimit -u $5; } && shift 5 && exec "$@"; kill -KILL $$'
)


def limited(argv: Sequence[str], limits: Limits, processes_before: int) -> list[str]:
    """The command line that runs `argv` under `limits`; `processes_before` are counted but not its own."""
    values = (
        _allowed(OPEN_FILES, resource.RLIMIT_NOFILE),
        _allowed(limits.cpu_s, resource.RLIMIT_CPU),
        _allowed(limits.memory_mb << 20, resource.RLIMIT_AS) >> 10,
        _allowed(limits.file_mb << 20, resource.RLIMIT_FSIZE) >> 9,
        _allowed(limits.processes + processes_before, resource.RLIMIT_NPROC),
    )
    return [SHELL, "-c", _SCRIPT, "sh", *map(str, values), *argv]


def _allowed(wanted: int, kind: int) -> int:
    """`wanted`, or this process's own hard limit where that is lower: nobody may raise one."""
    _, hard = resource.getrlimit(kind)
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
