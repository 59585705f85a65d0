"""One run of cargo at a time, as `cargo nightschool` makes it; told to end, we end it with all that it has started.

Covered: Ctrl-C (the terminal tells cargo, too: it is not told twice), SIGINT, SIGTERM and SIGHUP to this process alone;
what a killed cargo leaves behind (compilers, test programs). Not covered: processes that have left their parent before.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from types import FrameType

import psutil

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE_S = 3.0
"""After a signal, until what is left is killed."""
PROGRAM = (sys.executable, "-P", "-m", "nightschool.episodes.cargo")
"""`-P`: a file of the workspace is no module of ours."""


class Runner:
    """Runs the cargo of this path, until it is told to stop."""

    def __init__(self, cargo: str) -> None:
        self.cargo = cargo
        self.stop = Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._below: list[psutil.Process] = []

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Signals that end a program set `stop` and are passed on, while this lasts."""
        before = {number: signal.signal(number, self._told) for number in SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _told(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.stop.set()
        if self._child is not None:
            self._pass_on(self._child, number)

    def _pass_on(self, child: subprocess.Popen[bytes], number: int) -> None:
        self._below = _descendants(child.pid) or self._below
        if number != signal.SIGINT or not _in_foreground():
            child.send_signal(number)

    def run(self, arguments: Sequence[str]) -> int | None:
        """cargo's exit code, negative for a signal; None if it was not begun, as we are to stop."""
        if self.stop.is_set():
            return None
        self._child = subprocess.Popen([*PROGRAM, *arguments], env={**os.environ, "CARGO": self.cargo})
        if self.stop.is_set():  # told in between
            self._pass_on(self._child, signal.SIGTERM)
        code = self._child.wait()
        self._child = None
        _end(self._below)
        return code


def _in_foreground() -> bool:
    """A terminal tells all of this process' group."""
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError, AttributeError):
        return False


def _descendants(process: int) -> list[psutil.Process]:
    try:
        found: list[psutil.Process] = psutil.Process(process).children(recursive=True)
    except psutil.Error:
        return []
    return found


def _end(left: Sequence[psutil.Process]) -> None:
    """End what a killed cargo has left running."""
    for one in left:
        with _gone():
            one.terminate()
    _, alive = psutil.wait_procs(left, timeout=PATIENCE_S)
    for one in alive:
        with _gone():
            one.kill()


@contextmanager
def _gone() -> Iterator[None]:
    try:
        yield
    except psutil.NoSuchProcess:
        return
