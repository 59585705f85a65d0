"""Watches one running program from the host: reads its output, keeps the clock, stops it at a limit.

Covered: wall-clock time, bytes of output (counted while they stream), resident memory of the whole tree
(sampled), a program that ends but leaves others holding its pipes. Not covered: how to kill (the backend
says) and what the exit code means.
"""

from __future__ import annotations

import os
import selectors
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from subprocess import Popen
from typing import IO

from nightschool.sandbox.contract import Limits, Reason

_CHUNK = 1 << 16
_SAMPLE_S = 0.05
"""Time between looks at the memory; a program that is quicker is not looked at."""


@dataclass
class Watched:
    """Output so far, and the limit that ended the program, if one did."""

    stdout: bytearray = field(default_factory=bytearray)
    stderr: bytearray = field(default_factory=bytearray)
    stopped: Reason | None = None

    def cut(self, cap: int) -> None:
        """Keep `cap` bytes of output; more than that is a reason to have been stopped."""
        if len(self.stdout) + len(self.stderr) > cap:
            self.stopped = self.stopped or Reason.OUTPUT_LIMIT
            del self.stdout[cap:]
            del self.stderr[max(0, cap - len(self.stdout)) :]


def watch(process: Popen[bytes], limits: Limits, kill: Callable[[], None], resident: Callable[[], int]) -> Watched:
    """Follow `process` to its end or to a limit. `kill` must end its whole tree; it is always called.

    `resident` gives the tree's resident memory in bytes. On return the process has ended and its pipes
    are read to the end.
    """
    watched = Watched()
    exited = os.pidfd_open(process.pid)
    try:
        with selectors.PollSelector() as selector:
            selector.register(exited, selectors.EVENT_READ)
            for pipe, buffer in ((process.stdout, watched.stdout), (process.stderr, watched.stderr)):
                assert pipe is not None
                selector.register(pipe, selectors.EVENT_READ, buffer)
            watched.stopped = _follow(selector, watched, limits, resident)
            kill()
            process.wait()
            selector.unregister(exited)
            _finish(selector, watched, limits)
    finally:
        os.close(exited)
    return watched


def _follow(
    selector: selectors.BaseSelector, watched: Watched, limits: Limits, resident: Callable[[], int]
) -> Reason | None:
    """Read until the process ends (None) or a limit is reached."""
    now = time.monotonic()
    end, sample = now + limits.wall_s, now + _SAMPLE_S
    while (now := time.monotonic()) < end:
        for key, _ in selector.select(min(end, sample) - now if now < sample else 0):
            if key.data is None:
                return None
            _read(selector, key)
        if len(watched.stdout) + len(watched.stderr) > limits.output_kb << 10:
            return Reason.OUTPUT_LIMIT
        if now >= sample:
            if resident() > limits.memory_mb << 21:
                return Reason.MEMORY_LIMIT
            sample = now + _SAMPLE_S
    return Reason.TIMED_OUT


def _read(selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
    chunk = os.read(key.fd, _CHUNK)
    if chunk:
        key.data.extend(chunk)
    else:
        selector.unregister(key.fileobj)


def _finish(selector: selectors.BaseSelector, watched: Watched, limits: Limits) -> None:
    """Read what is left in the pipes of a dead tree, then cut to the output limit."""
    cap = limits.output_kb << 10
    while selector.get_map() and len(watched.stdout) + len(watched.stderr) <= cap:
        events = selector.select(1.0)
        for key, _ in events:
            _read(selector, key)
        if not events:
            break
    watched.cut(cap)


def close(process: Popen[bytes]) -> None:
    """Close the host's ends of the pipes."""
    pipes: tuple[IO[bytes] | None, ...] = (process.stdout, process.stderr)
    for pipe in pipes:
        if pipe is not None:
            pipe.close()


def tree_resident(root: int) -> int:
    """Resident bytes of a process and all its descendants, as far as they can be read; shared pages twice."""
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        try:
            with open(f"/proc/{pid}/statm", "rb") as statm:  # noqa: PTH123 - a Path costs more than the read
                total += int(statm.read().split()[1])
            for task in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208
                with open(f"/proc/{pid}/task/{task}/children", "rb") as children:  # noqa: PTH123
                    waiting.extend(map(int, children.read().split()))
        except (OSError, IndexError, ValueError):
            continue
    return total * os.sysconf("SC_PAGE_SIZE")
