"""Ctrl-C, SIGTERM and a terminal that is closed end a command alike: by KeyboardInterrupt, whose cleaning up is done.

Covered: a second signal while cleaning up is let go by; writing to a terminal that is gone. Not covered: SIGKILL.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def interruptible() -> Iterator[None]:
    """Signals that end a program interrupt the body; a SIGHUP that is ignored (`nohup`) stays so."""
    before = {number: signal.getsignal(number) for number in ENDS}
    interrupt = partial(_interrupt, sys.stdout.isatty())
    try:
        for number, handler in before.items():
            if not (number == signal.SIGHUP and handler == signal.SIG_IGN):
                signal.signal(number, interrupt)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals that end a program are let go by while the body runs."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in ENDS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(terminal: bool, number: int, frame: object) -> None:
    """`terminal`: the command was started in one; after SIGHUP it is gone and each write to it would fail."""
    if number == signal.SIGHUP and terminal:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
    raise KeyboardInterrupt
