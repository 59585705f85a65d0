"""One request's job: queued, run in a thread, watched, and ended early where nobody waits for it.

Covered: a client that leaves, a request that takes too long, events meanwhile. Not covered: what the job does.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from nightschool.serving.refusal import RefusedError, refusal_of, too_late
from nightschool.serving.turns import Turns

Result = TypeVar("Result")
EVERY_S = 0.2
"""Seconds between two events of a job under way."""


@dataclass
class Job(Generic[Result]):
    """A job and how it is ended."""

    turns: Turns
    seconds: float
    """Longest time, waiting included."""
    what: str
    """What it makes, for a sentence."""
    work: Callable[[], Result]
    stop: Callable[[], None]
    """Ends the work soon; from any thread, also before it begins."""

    async def whole(self, left: Awaitable[Any]) -> Result:
        """The result; `left` ends when the client has gone. Raises RefusedError (429, 504) and what the work raises."""
        gone = asyncio.ensure_future(left)
        working = asyncio.ensure_future(self._worked())
        try:
            done, _ = await asyncio.wait({gone, working}, timeout=self.seconds, return_when=asyncio.FIRST_COMPLETED)
            if working in done:
                return working.result()
            raise left_early() if gone in done else too_late(self.seconds, self.what)
        finally:
            self._abandon(gone, working)

    async def events(self, said: Callable[[], list[Any]], beat: Callable[[bool], Any]) -> AsyncGenerator[Any, None]:
        """What `said` has and a `beat` (told whether it has begun) meanwhile; the result or a RefusedError last."""
        working = asyncio.ensure_future(self._worked())
        end = time.monotonic() + self.seconds
        try:
            while not working.done():
                await asyncio.wait({working}, timeout=EVERY_S)
                for one in said():
                    yield one
                if not working.done():
                    if time.monotonic() > end:
                        yield too_late(self.seconds, self.what)
                        return
                    yield beat(self._begun)
            error = working.exception()
            yield refusal_of(error) if error else working.result()
        finally:
            self._abandon(working)

    _begun: bool = False

    async def _worked(self) -> Result:
        future = await self.turns.begin(self.work)
        self._begun = True
        return await asyncio.shield(future)

    def _abandon(self, *tasks: asyncio.Future[Any]) -> None:
        """Stop the work where it is not done, and wait for nothing; the thread gives its place back itself."""
        self.stop()
        for one in tasks:
            if not one.done():
                one.cancel()
            elif not one.cancelled():
                with suppress(Exception):
                    one.exception()


def left_early() -> RefusedError:
    """A client that has gone; nobody reads this, the log does."""
    return RefusedError(499, "The client left before the answer.", "client_left")
