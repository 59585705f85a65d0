"""A sandbox that did not start is started again: the machine failed, and no program has run.

Covered: how often and after which waits; people are told once a process; what failed is counted, apart from the retries
of whoever asked; once a start was given up the next ones are not waited for until one succeeds, so that a sandbox that
is gone costs seconds and not hours. Not covered: a sandbox that dies under its program, which is not run again by
itself; which failures are those of a start, which the backends say with StartFailedError.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from nightschool.errors import SandboxUnavailableError, StartFailedError

WAITS_S = (0.1, 0.3, 0.9, 2.7)
"""Before the second start, the third, ...: a full machine is given 4 s, a refusal for a moment costs a tenth."""
LONGEST_S = 30.0
"""Starts that themselves take this long together are not tried again."""
Value = TypeVar("Value")


class _Count:
    """Failed starts of this process. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.failed = 0
        self.told = False

    def add(self, failed: int) -> None:
        with self._lock:
            self.failed += failed

    def first_to_tell(self) -> bool:
        with self._lock:
            first, self.told = not self.told, True
        return first


_COUNT = _Count()


def failed_starts() -> int:
    """Starts that have failed in this process so far, those of a judge service that it asked included."""
    return _COUNT.failed


def count(failed: int) -> None:
    """Count starts that failed elsewhere on behalf of this process."""
    _COUNT.add(failed)


class Starts:
    """The starts of one sandbox. Thread-safe."""

    def __init__(self) -> None:
        self._given_up = False

    def until_started(self, start: Callable[[], Value]) -> tuple[Value, int]:
        """What `start` returns, and how often it raised StartFailedError before; any other error passes through.

        Raises SandboxUnavailableError with the last failure once all tries have failed.
        """
        began, waits = time.monotonic(), () if self._given_up else WAITS_S
        for failed in range(len(waits) + 1):
            try:
                value = start()
            except StartFailedError as error:
                self._refused(error, waits[failed:], began)
            else:
                self._given_up = False
                return value, failed
        raise AssertionError("the last try returns or raises")

    def _refused(self, error: StartFailedError, waits: tuple[float, ...], began: float) -> None:
        """Wait for the next try, or raise if there is none."""
        count(1)
        spent_s = time.monotonic() - began
        if not waits or spent_s > LONGEST_S:
            tries = 1 if self._given_up else len(WAITS_S) + 1 - len(waits)
            self._given_up = True
            raise SandboxUnavailableError(f"{error} Starts tried: {tries}, within {spent_s:.1f} s.") from error
        if _COUNT.first_to_tell():
            print(f"A sandbox did not start and is tried again, up to {len(waits)} times; told once: {error}",
                  file=sys.stderr, flush=True)  # fmt: skip
        time.sleep(waits[0])
