"""A small real HTTP server that misbehaves on request: what clients of model servers meet sooner or later."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the next behaviour; the last one stays."""

    server: Server

    def do_GET(self) -> None:
        self.server.state.under_way += 1
        self.send(self.server.state.models, {"data": []})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        state = self.server.state
        with state.lock:
            state.bodies.append(body)
            state.keys.append(self.headers.get("Authorization"))
            behave = state.behaviours.pop(0) if len(state.behaviours) > 1 else state.behaviours[0]
            state.under_way += 1
            state.most_under_way = max(state.most_under_way, state.under_way)
        behave(self, body)

    def send(self, status: int, answer: object, headers: dict[str, str] | None = None, more: int = 0) -> None:
        """Send an answer that says it is `more` bytes longer than it is."""
        with self.server.state.lock:
            self.server.state.under_way -= 1
        data = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(data) + more)}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Its threads end with the test; what a client hung up on is no news."""

    daemon_threads = True
    state: State

    def handle_error(self, *arguments: object) -> None:
        """Say nothing."""


@dataclass
class State:
    """What the server is to do, and what it has seen."""

    behaviours: list[Behaviour]
    url: str = ""
    models: int = 200
    """Status of the list of models."""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    under_way: int = 0
    most_under_way: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def misbehaving(*behaviours: Behaviour, models: int = 200) -> Iterator[State]:
    """A server on loopback that does these in turn."""
    server = Server(("127.0.0.1", 0), Handler)
    server.state = State(list(behaviours), f"http://127.0.0.1:{server.server_port}/v1", models)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def completion(text: str, reason: str | None = "stop", **usage: int) -> dict[str, Any]:
    """A well-formed answer."""
    return {"choices": [{"text": text, "finish_reason": reason}], "usage": usage}


def says(text: str, **usage: int) -> Behaviour:
    """Answer well."""
    return lambda handler, body: handler.send(200, completion(text, **usage))


def echoes_together(count: int) -> Behaviour:
    """Answer with the prompt, as soon as so many requests are under way at once; a fault if they never are."""
    together = threading.Barrier(count, timeout=30)

    def behave(handler: Handler, body: dict[str, Any]) -> None:
        together.wait()
        handler.send(200, completion(body["prompt"]))

    return behave


def fails(status: int, headers: dict[str, str] | None = None) -> Behaviour:
    """Answer with a status that is no success."""
    return lambda handler, body: handler.send(status, {"error": f"status {status}"}, headers)


def garbage(text: str) -> Behaviour:
    """Answer 200 with something else."""
    return lambda handler, body: handler.send(200, text)


def half(handler: Handler, body: dict[str, Any]) -> None:
    """Hang up in the middle of the answer."""
    handler.send(200, '{"choices": [{"te', more=40)
    handler.close_connection = True


def drips(handler: Handler, body: dict[str, Any]) -> None:
    """Send a whole answer, but a byte now and then: always in time for a limit on silence alone."""
    data = json.dumps(completion("dripped")).encode().rjust(100)
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    for byte in data:
        handler.wfile.write(bytes([byte]))
        time.sleep(0.02)
