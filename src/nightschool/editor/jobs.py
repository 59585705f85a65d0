"""Searches that run beside the editor: one at a time, in a thread of its own, remembered by document version.

All methods are called in the thread of the server's event loop; only `_run` is in the worker's. Covered: stopping,
forgetting. Not covered: what a search does (`looking`), the protocol (`server`).
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from nightschool.editor.records import Document, Outcome
from nightschool.repair.search import Clock

SECONDS = 60.0
"""Longest search of one document; the chooser's look at what candidates do comes on top."""
KEPT = 64
"""Versions that are remembered, the latest ones."""
Key = tuple[str, int]
"""Address and version of a document."""
Look = Callable[[Document, Clock, Callable[[int], None]], Outcome]


@dataclass
class Job:
    """One search."""

    document: Document
    began: float = field(default_factory=time.monotonic)
    tried: int = 0
    clock: Clock | None = None
    stopped: bool = False
    token: str = field(default_factory=lambda: f"nightschool-{uuid.uuid4()}")
    """Names its progress."""
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when there is an outcome, and at once when it is stopped."""

    @property
    def key(self) -> Key:
        """What it is remembered by."""
        return self.document.uri, self.document.version

    def stop(self) -> None:
        """End the search: nothing more is compiled, what comes of it is dropped."""
        self.stopped = True
        if self.clock is not None:
            self.clock.stop()
        self.ended.set()

    def start_clock(self) -> Clock:
        """In the worker: time counts from now on, not from when the job was put in the queue."""
        self.clock = Clock(SECONDS)
        if self.stopped:
            self.clock.stop()
        return self.clock

    def count(self, done: int) -> None:
        """Candidates compiled so far."""
        self.tried = done


class Jobs:
    """The searches of one server."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._known: dict[Key, Outcome] = {}
        self._running: dict[str, Job] = {}

    def known(self, key: Key) -> Outcome | None:
        """What was found for this version."""
        return self._known.get(key)

    def running(self, uri: str) -> Job | None:
        """The search of a document that is under way."""
        return self._running.get(uri)

    def by_token(self, token: int | str) -> Job | None:
        """The search whose progress has this name."""
        return next((job for job in self._running.values() if job.token == token), None)

    def start(self, document: Document) -> Job | None:
        """Begin a search; None if this version is being searched or is known."""
        job = Job(document)
        running = self._running.get(document.uri)
        if job.key in self._known or (running is not None and running.key == job.key):
            return None
        self.stop(document.uri)
        self._running[document.uri] = job
        return job

    async def outcome(self, job: Job) -> Outcome | None:
        """Search in the worker; None if it was stopped. Remembers what comes of it."""
        loop = asyncio.get_running_loop()
        searching = loop.run_in_executor(self._pool, self._run, job)
        stopping = asyncio.ensure_future(job.ended.wait())
        try:
            waited: tuple[asyncio.Future[Any], ...] = (searching, stopping)
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            if job.stopped:
                searching.add_done_callback(_heard)
                return None
            found = searching.result()
            self._remember(job.key, found)
            return found
        finally:
            stopping.cancel()
            job.ended.set()
            if self._running.get(job.document.uri) is job:
                del self._running[job.document.uri]

    def stop(self, uri: str) -> None:
        """End the search of a document, if there is one."""
        job = self._running.pop(uri, None)
        if job is not None:
            job.stop()

    def stop_all(self) -> None:
        """End all searches and begin none."""
        for uri in list(self._running):
            self.stop(uri)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def forget(self, concerned: Callable[[str], bool]) -> None:
        """End searches of these documents, and forget what was found."""
        for uri in [uri for uri in self._running if concerned(uri)]:
            self.stop(uri)
        self._known = {key: one for key, one in self._known.items() if not concerned(key[0])}

    def _run(self, job: Job) -> Outcome:
        clock = job.start_clock()
        if job.stopped:
            return Outcome("stopped")
        return self._look(job.document, clock, job.count)

    def _remember(self, key: Key, found: Outcome) -> None:
        if not found.failed:  # what was missing may be there the next time
            self._known[key] = found
        for old in list(self._known)[:-KEPT]:
            del self._known[old]


def _heard(done: asyncio.Future[Outcome]) -> None:
    """What a stopped search raised is of no interest."""
    if not done.cancelled():
        done.exception()
