"""What the routes of one server share.

Covered: jobs within the server's limits, counting whose answer it was. Not covered: the routes.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request

from nightschool.config import Config
from nightschool.serving.fixing import Fixing
from nightschool.serving.follow import Follower
from nightschool.serving.logs import Log
from nightschool.serving.metrics import Metrics
from nightschool.serving.turns import Turns
from nightschool.serving.version import Version
from nightschool.serving.waiting import Job
from nightschool.serving.words import Speaking


@dataclass
class Serving:
    """One server."""

    config: Config
    follower: Follower
    turns: Turns
    metrics: Metrics
    log: Log
    alike: str
    """What this server runs with (`serving.alike`)."""
    began: float = field(default_factory=time.time)

    def job(self, what: str, one: Fixing | Speaking) -> Job[Any]:
        """A job of this server; a full queue is told at once (RefusedError, 429)."""
        self.turns.admit()
        return Job(self.turns, self.config.serve.timeout_s, what, one.work, one.stop)

    def answered(self, request: Request, version: Version) -> None:
        """Count an answer, and tell the log whose it is."""
        self.metrics.answered.labels(version.label, request.scope["path"]).inc()
        request.state.told["version"] = version.label


async def gone(request: Request) -> None:
    """Ends when the client has left; the body has been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
