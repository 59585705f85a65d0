"""HTTP over one connection that waits for no client for long.

Covered: a head that does not come, an answer that is not read, more connections than are wanted. Not covered: bodies
(`guard`), which the application reads.
"""

from __future__ import annotations

import asyncio
import json

from uvicorn.protocols.http.h11_impl import H11Protocol

from nightschool.serving.refusal import RefusedError


class Patient(H11Protocol):
    """uvicorn's protocol with limits; `idle_s` and `most` are set by whoever starts the server."""

    idle_s = 10.0
    most = 256
    _heading: asyncio.TimerHandle | None = None
    _writing: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for a request so long; too many connections are told so."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            transport.write(_full(self.most))
            transport.close()
            return
        self._heading = self.loop.call_later(self.idle_s, self._too_slow)

    def data_received(self, data: bytes) -> None:
        """A head in parts does not start the time anew."""
        super().data_received(data)
        under_way = self.cycle is not None and not self.cycle.response_complete
        if under_way:
            self._stop_heading()
        elif self._heading is None:
            self._heading = self.loop.call_later(self.idle_s, self._too_slow)

    def on_response_complete(self) -> None:
        """The next request on the same connection has its own time."""
        self._stop_heading()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """The client does not read as fast as it is written to."""
        super().pause_writing()
        self._writing = self._writing or self.loop.call_later(self.idle_s, self._too_slow)

    def resume_writing(self) -> None:
        """It reads again."""
        self._stop_writing()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._stop_heading()
        self._stop_writing()
        super().connection_lost(exc)

    def _too_slow(self) -> None:
        self.transport.abort()

    def _stop_heading(self) -> None:
        if self._heading is not None:
            self._heading.cancel()
        self._heading = None

    def _stop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
        self._writing = None


def patient(idle_s: float, most: int) -> type[Patient]:
    """The protocol with these limits."""

    class Within(Patient):
        pass

    Within.idle_s, Within.most = idle_s, most
    return Within


def _full(most: int) -> bytes:
    message = f"{most} connections are open, the most that serve.connections allows; come back in a second."
    body = json.dumps(RefusedError(503, message, "connections_full").to_json())
    head = f"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Retry-After: 1\r\nConnection: close\r\n\r\n{body}".encode()
