"""What `nightschool serve` listens on and how much it takes; nothing here decides an answer."""

from __future__ import annotations

from pydantic import Field

from nightschool.config.section import Section


class ServeConfig(Section):
    """The server of `nightschool serve`."""

    host: str = "127.0.0.1"
    """Where it listens beside its socket file. Others than loopback can be reached by whoever has the token, and
    nothing is encrypted: put a proxy with TLS before it."""
    port: int = Field(8795, ge=0, lt=1 << 16)
    """0 takes a free one; it is printed."""
    socket: str = "var/run/serve.sock"
    """Socket file below the root, for `nightschool fix` and `lsp`; only its owner can open it."""
    concurrency: int = Field(2, ge=1)
    """Searches and answers under way at once."""
    queue: int = Field(16, ge=0)
    """Requests that wait beside these; one more is told to come back (429)."""
    timeout_s: float = Field(60.0, gt=0)
    """Longest time of a request, waiting included, in seconds."""
    max_kb: int = Field(1024, ge=1)
    """Largest request, in KiB."""
    max_tokens: int = Field(512, ge=1)
    """Most tokens of an answer of `/v1`; also where a request names none."""
    idle_s: float = Field(10.0, gt=0)
    """A client that sends or reads nothing for so long in the middle of a request is cut off, in seconds."""
    connections: int = Field(256, ge=1)
    """Connections open at once."""
    poll_s: float = Field(5.0, gt=0)
    """Seconds between two looks at the registry."""
