"""Ports of this machine: who answers there, and which are free. Not covered: other machines."""

from __future__ import annotations

import contextlib
import socket
import urllib.error
import urllib.request


def answers(url: str) -> bool:
    """Whether the page is there."""
    try:
        with urllib.request.urlopen(url, timeout=3) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port(after: int) -> int:
    """The next port above one that is taken; another that is free if there is none."""
    for port in (*range(after + 1, min(after + 100, 2**16)), 0):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)) as free:
            return int(free.getsockname()[1])
    return 0
