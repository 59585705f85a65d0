"""The server as a process: sockets, the version that is followed, the end.

Covered: what it listens on, one server a project, SIGTERM and Ctrl-C (requests under way are answered first), nothing
left of the socket file. Not covered: several processes; one has the model in memory.
"""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from nightschool.config import Config
from nightschool.phases.context import Context
from nightschool.serving.alike import alike
from nightschool.serving.app import application
from nightschool.serving.follow import Follower
from nightschool.serving.guard import Guard
from nightschool.serving.logs import Log, only_json
from nightschool.serving.metrics import Metrics
from nightschool.serving.patient import patient
from nightschool.serving.place import listening, port, socket_file
from nightschool.serving.state import Serving
from nightschool.serving.turns import Turns

SPARE_S = 5.0
"""Seconds beyond a request's longest time that an ending server waits."""


def serve(config: Config, token: str, told: Callable[[str], None]) -> None:
    """Serve until SIGTERM or Ctrl-C; `told` hears the address once it listens.

    Raises UsageError for places that are taken, EnvironmentMissingError without rustc or sandbox.
    """
    log = Log()
    context = Context(config, "serve")
    assert context.judge  # rustc and the sandbox are there before anybody is let in
    with _socket_in(config) as file, port(config.serve.host, config.serve.port) as tcp:
        only_json(log)
        host, number = tcp.getsockname()[:2]
        told(f"http://{f'[{host}]' if ':' in host else host}:{number}")
        turns = Turns(config.serve.concurrency, config.serve.queue)
        follower = Follower(context, log)
        serving = Serving(config, follower, turns, Metrics(turns, follower), log, alike(config))
        following = threading.Thread(target=follower.run, name="follow", daemon=True)
        following.start()
        try:
            _answer(serving, token, [file, tcp])
        finally:
            follower.close()
            turns.close()
            log("ended")


def _answer(serving: Serving, token: str, sockets: list[socket.socket]) -> None:
    config = serving.config.serve
    guard = Guard(application(serving), config, token, serving.log, serving.metrics)
    server = uvicorn.Server(
        uvicorn.Config(
            guard,
            http=patient(config.idle_s, config.connections),
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=int(config.timeout_s + SPARE_S),
        )
    )
    serving.log("listening", sockets=[str(one.getsockname()) for one in sockets])
    for one in (signal.SIGINT, signal.SIGTERM):  # uvicorn raises what it caught once more when it has ended
        signal.signal(one, lambda *_: None)
    server.run(sockets)


@contextmanager
def _socket_in(config: Config) -> Iterator[socket.socket]:
    """The project's socket file, listened on; gone afterwards."""
    path = socket_file(config)
    with listening(path) as sock:
        try:
            yield sock
        finally:
            path.unlink(missing_ok=True)
