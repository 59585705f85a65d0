"""Where the server of a project is found: its socket file and its token.

Covered: socket files of any path length, a token made once and kept by mode 0600, files that others could read. Not
covered: what is said over them.
"""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nightschool.config import Config
from nightschool.errors import UsageError

TOKEN = "NIGHTSCHOOL_SERVE_TOKEN"
"""Environment variable that holds the token instead of the file."""
WAITING = 128
"""Connections that wait to be accepted; some wait before the server is up."""
LONGEST = 100
"""Bytes of a socket's path that every system takes."""


def socket_file(config: Config) -> Path:
    """The socket file of this project's server."""
    return config.root / config.serve.socket


def token_file(config: Config) -> Path:
    """The file that keeps the token."""
    return config.var / "run" / "serve.token"


def token_of(config: Config) -> tuple[str, bool]:
    """The token, from the environment, the file, or made now; and whether it was made now.

    Raises UsageError for a file that others than its owner may read.
    """
    given, path = os.environ.get(TOKEN, ""), token_file(config)
    if given:
        return given, False
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept(path), False
    made = secrets.token_urlsafe(32)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{made}\n")
    return made, True


def _kept(path: Path) -> str:
    mode, text = path.stat().st_mode & 0o777, path.read_text(encoding="ascii").strip()
    if mode & 0o077:
        raise UsageError(f"{path} has mode {mode:04o}, so others may know the token: `rm {path}`, and start again.")
    if not text:
        raise UsageError(f"{path} holds no token: `rm {path}`, and start again.")
    return text


@contextmanager
def reachable(path: Path) -> Iterator[str]:
    """The path as `bind` and `connect` take it; a long one by its folder's descriptor."""
    if len(os.fsencode(path)) <= LONGEST:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def connected(path: Path, seconds: float) -> socket.socket | None:
    """A connection to whoever listens there, whose reads and writes end after `seconds`; None where nobody does."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    sock.settimeout(seconds)
    try:
        with reachable(path) as name:
            sock.connect(name)
    except OSError:
        sock.close()
        return None
    return sock


def listening(path: Path) -> socket.socket:
    """A socket file that only this user can open; one that a dead server left is taken over.

    Raises UsageError if a server answers there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    other = connected(path, 2.0)
    if other is not None:
        other.close()
        raise UsageError(f"A server answers at {path} already: end it first, or set serve.socket to another file.")
    path.unlink(missing_ok=True)
    sock, mask = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM), os.umask(0o177)
    try:
        with reachable(path) as name:
            sock.bind(name)
        sock.listen(WAITING)
    finally:
        os.umask(mask)
    return sock


def port(host: str, number: int) -> socket.socket:
    """A TCP socket, listened on. Raises UsageError if the port is taken or the host is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, number))
        sock.listen(WAITING)
    except OSError as error:
        sock.close()
        raise UsageError(
            f"Cannot listen on {host}:{number}: {error.strerror or error}; set serve.port to another (0: a free one)."
        ) from error
    return sock
