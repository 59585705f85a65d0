"""The client of `nightschool fix` and the editor: asks this project's server, if one runs.

Whatever goes wrong, the caller does the work itself: a server that is not there, busy, killed meanwhile, of other code,
settings or compiler, or that refuses. Covered: stopping a search, how far it is. Not covered: a server elsewhere; this
one is asked over its socket file only.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from nightschool.phases.beyond import modules_beside
from nightschool.phases.repaired import Repair, read_repair
from nightschool.phases.rust_file import RustFile, read_rust_file
from nightschool.serving.alike import alike
from nightschool.serving.place import connected, socket_file

if TYPE_CHECKING:
    from nightschool.phases.context import Context
    from nightschool.repair.search import Clock

SILENT_S = 5.0
"""A server that says nothing for so long is not waited for; it says something several times a second."""
MOST = 64 << 20
"""Most bytes of an answer."""


def repaired_by_server(
    context: Context,
    file: Path,
    edition: str | None = None,
    most: int | None = 3,
    data: bytes | None = None,
    clock: Clock | None = None,
) -> Repair | None:
    """What `phases.repair.repair` would return, from the server; None where there is none that can say: it
    knows nothing of the files beside.

    Raises UsageError as `read_rust_file` does. A clock that is stopped ends the search there too.
    """
    sock = connected(socket_file(context.config), SILENT_S)
    if sock is None:
        return None
    with sock:
        job = read_rust_file(file, edition, data)
        if modules_beside(file, job.written.text):
            return None
        budgets: dict[str, Any] = {"shown": most}
        if clock is not None:
            budgets["seconds"] = max(clock.left(), 0.001)
        asked = {
            "text": job.written.text, "file": str(file), "edition": job.program.edition, "budgets": budgets,
            "alike": alike(context.config),
        }  # fmt: skip
        try:
            return _asked(sock, asked, job, clock)
        except (OSError, ValueError, LookupError, TypeError):
            return None


def _asked(sock: socket.socket, asked: dict[str, Any], job: RustFile, clock: Clock | None) -> Repair | None:
    body = json.dumps(asked).encode()
    head = f"POST /fix HTTP/1.0\r\nHost: serve\r\nAccept: text/event-stream\r\nContent-Length: {len(body)}\r\n"
    sock.sendall(f"{head}Content-Type: application/json\r\n\r\n".encode() + body)
    with sock.makefile("rb") as answer:
        if answer.readline(MOST).split()[1:2] != [b"200"]:
            return None
        for name, said in _events(answer):
            if name == "result":
                return read_repair(job, said)
            if name == "error" or (clock is not None and clock.over()):
                return None
    return None


def _events(answer: BinaryIO) -> Iterator[tuple[str, Any]]:
    """Name and data of each event; the head and whatever else stands there is passed over."""
    name, read = "", 0
    while (line := answer.readline(MOST)) and read < MOST:
        read += len(line)
        field, _, value = line.decode().rstrip("\r\n").partition(": ")
        if field == "event":
            name = value
        elif field == "data" and name:
            yield name, json.loads(value)
            name = ""
