"""Leaving when asked to: SIGTERM ends a phase where the same command goes on from, within GRACE_S.

Covered: training saves the step that it is in first (`saving`); everything else ends where it is, since phases keep
what is done as it is done; whatever takes longer is killed by the kernel's alarm. Not covered: training in several
processes, which goes on from its last checkpoint; SIGKILL.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LEFT = 75
"""Exit code: asked to leave, and the same command goes on (EX_TEMPFAIL of sysexits.h)."""
GRACE_S = 45.0
"""Seconds from being asked to being killed: a training step and its checkpoint take less on two cores."""


@dataclass
class _State:
    asked: bool = False
    saving: bool = False


_STATE = _State()


@contextmanager
def leaves_when_asked(grace_s: float = GRACE_S) -> Iterator[None]:
    """SIGTERM ends the body with SystemExit(LEFT), once what it is saving is saved. Main thread only."""

    def told(number: int, frame: object) -> None:
        if not _STATE.asked:
            _STATE.asked = True
            signal.setitimer(signal.ITIMER_REAL, grace_s)
            if not _STATE.saving:
                raise SystemExit(LEFT)

    _STATE.asked = False
    before = signal.signal(signal.SIGTERM, told)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _STATE.asked = False


@contextmanager
def saving() -> Iterator[None]:
    """The body looks itself whether it `is_asked`, and leaves with `leave` once it has saved."""
    _STATE.saving = True
    try:
        yield
    finally:
        _STATE.saving = False
    if _STATE.asked:
        leave()


def is_asked() -> bool:
    """Whether this process has been asked to leave."""
    return _STATE.asked


def leave() -> None:
    """End this process with LEFT."""
    raise SystemExit(LEFT)
