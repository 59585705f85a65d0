"""Whose turn it is: so many jobs at once, so many waiting, and the rest is told when to come back.

A job keeps its place until its thread has ended, also where nobody waits for it any more. All methods are called in the
event loop's thread. Covered: order of arrival, Retry-After from what jobs took lately. Not covered: several clients'
shares.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from nightschool.serving.refusal import RefusedError

Result = TypeVar("Result")
LATELY = 20
"""Jobs that an estimate is made of."""
FIRST_S = 2.0
"""What a job takes, before any has ended."""


class Turns:
    """The jobs of one server."""

    def __init__(self, at_once: int, queue: int) -> None:
        self.at_once, self.queue = at_once, queue
        self.busy = 0
        self.took: deque[float] = deque(maxlen=LATELY)
        self._pool = ThreadPoolExecutor(at_once, "job")
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def waiting(self) -> int:
        """Jobs that have not begun."""
        return sum(not one.done() for one in self._waiting)

    def admit(self) -> None:
        """Raise RefusedError (429) where the queue is full."""
        if self.busy >= self.at_once and self.waiting >= self.queue:
            raise RefusedError(
                429,
                f"{self.busy} requests are under way and {self.waiting} wait, the most that serve.concurrency "
                f"({self.at_once}) and serve.queue ({self.queue}) allow; come back in {self.wait_s():.0f} s.",
                "queue_full",
                self.wait_s(),
            )

    def wait_s(self) -> float:
        """Seconds after which one more job would begin, by what jobs took lately; at least one."""
        each = sum(self.took) / len(self.took) if self.took else FIRST_S
        return max(1.0, each * (self.waiting + 1) / self.at_once)

    async def begin(self, work: Callable[[], Result]) -> asyncio.Future[Result]:
        """Start `work` in a thread when it is its turn; the future ends with it. Cancelled, it leaves the queue."""
        self.admit()
        await self._turn()
        began = time.monotonic()
        future = asyncio.get_running_loop().run_in_executor(self._pool, work)

        def ended(_: object) -> None:
            self.took.append(time.monotonic() - began)
            self._next()

        future.add_done_callback(ended)
        return future

    async def _turn(self) -> None:
        if self.busy < self.at_once:
            self.busy += 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._next()  # it was given the place in the same moment
            raise

    def _next(self) -> None:
        """The place goes to whoever waits longest, or is free."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.busy -= 1

    def close(self) -> None:
        """Begin nothing more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
