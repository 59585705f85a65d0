"""What every request passes before it is looked at: who asks, how much, how fast; and what is told of it after.

Covered: token (or the socket file, which only its owner opens), size, slow bodies, request ids, log lines, metrics.
Not covered: slow heads and readers (`patient`).
"""

from __future__ import annotations

import asyncio
import hmac
import json
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nightschool.config import ServeConfig
from nightschool.serving.faults import tell_fault
from nightschool.serving.logs import Log
from nightschool.serving.metrics import Metrics
from nightschool.serving.place import TOKEN
from nightschool.serving.refusal import RefusedError

OPEN = frozenset({"/healthz", "/readyz"})
"""Routes that say nothing about anything but the server's own state."""
ROUTES = frozenset({*OPEN, "/metrics", "/fix", "/v1/models", "/v1/chat/completions", "/v1/completions"})
"""Those that logs and metrics name; the rest is `other`."""
DROPPED = 16
"""Times the largest request that is read of one that is too large."""
_ID = re.compile(r"[\w.:-]{1,64}")


@dataclass
class Guard:
    """The application behind its limits."""

    app: ASGIApp
    config: ServeConfig
    token: str
    log: Log
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seen = _Seen(scope, send)
        try:
            self._known(seen)
            body = await self._body(seen, receive)
            await self.app(scope, _again(body, receive), seen.send)
        except RefusedError as refused:
            await seen.refuse(refused)
        except Exception as error:  # noqa: BLE001 - whatever it is, it ends this request only
            tell_fault(self.log, error)
        finally:
            self._told(seen)

    def _known(self, seen: _Seen) -> None:
        """Raise RefusedError (401) for a stranger."""
        by_file = seen.scope["server"] is not None and seen.scope["server"][1] is None
        if by_file or seen.scope["path"] in OPEN:
            return
        said = seen.headers.get(b"authorization", b"")
        if not hmac.compare_digest(said, f"Bearer {self.token}".encode()):
            what = "is not this server's" if said else "is missing"
            message = f"The token {what}: send `Authorization: Bearer TOKEN` with {TOKEN} or var/run/serve.token."
            raise RefusedError(401, message, "token")

    async def _body(self, seen: _Seen, receive: Receive) -> bytes:
        """The whole body. Raises RefusedError: 413 for one that is too large, 408 for one that does not come."""
        most = self.config.max_kb << 10
        try:
            async with asyncio.timeout(self.config.idle_s):
                return await _read(receive, most)
        except TimeoutError:
            message = f"The request did not come within serve.idle_s ({self.config.idle_s:g} s): send it at once."
            raise RefusedError(408, message, "slow_request") from None

    def _told(self, seen: _Seen) -> None:
        path = seen.scope["path"]
        route = path if path in ROUTES else "other"
        seconds = time.monotonic() - seen.began
        self.metrics.requests.labels(route, str(seen.status)).inc()
        self.metrics.seconds.labels(route).observe(seconds)
        self.log(
            "request", id=seen.id, method=seen.scope["method"], route=route, status=seen.status,
            seconds=round(seconds, 4), bytes=seen.bytes, **seen.scope["state"].get("told", {}),
        )  # fmt: skip


@dataclass
class _Seen:
    """One request as it is told of."""

    scope: Scope
    _send: Send
    status: int = 499
    """Until something is said: the client has gone."""
    bytes: int = 0
    began: float = field(default_factory=time.monotonic)
    id: str = ""

    def __post_init__(self) -> None:
        self.headers: Mapping[bytes, bytes] = dict(self.scope["headers"])
        given = self.headers.get(b"x-request-id", b"").decode("latin-1")
        self.id = given if _ID.fullmatch(given) else secrets.token_hex(8)
        self.scope.setdefault("state", {})["told"] = {}

    async def send(self, message: Message) -> None:
        """Pass on what is said, with the request's id."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message.get("headers", ()), (b"x-request-id", self.id.encode())]
        self.bytes += len(message.get("body", b""))
        await self._send(message)

    async def refuse(self, refused: RefusedError) -> None:
        """Say why, and close: the rest of the request was not read."""
        body = json.dumps(refused.to_json()).encode()
        said = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Connection": "close"}
        headers = [(name.lower().encode(), value.encode()) for name, value in (said | refused.headers).items()]
        await self.send({"type": "http.response.start", "status": refused.status, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


async def _read(receive: Receive, most: int) -> bytes:
    """The body; one that is too large is read on for a while and dropped, or its sender would not hear why."""
    parts: list[bytes] = []
    size, again = 0, True
    while again and size <= DROPPED * most:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RefusedError(499, "The client left before its request was whole.", "client_left")
        size += len(message.get("body", b""))
        again = message.get("more_body", False)
        if size <= most:
            parts.append(message.get("body", b""))
    if size > most:
        raise _too_large(size, most)
    return b"".join(parts)


def _too_large(size: int, most: int) -> RefusedError:
    message = f"The request has {size} bytes or more; serve.max_kb allows {most}: send the part that fails."
    return RefusedError(413, message, "request_too_large")


def _again(body: bytes, receive: Receive) -> Receive:
    """A receiver that has the body at hand; after it only the end of the connection is to come."""
    first: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return first.pop() if first else await receive()

    return again
