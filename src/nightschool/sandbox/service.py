"""A judge service: owns the sandbox backend (and so the engine's socket), and runs commands for others.

Covered: who may ask (a socket file of mode 0600, or loopback with a token), what they may ask (limits no
larger than its own, no folder of the host but its toolchain, requests of bounded size, as many runs at once as
`workers`). Files travel in the request. Not covered: encryption, which loopback does not need, and quotas by client.
"""

from __future__ import annotations

import hmac
import json
import os
import socket
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import BaseServer, TCPServer, ThreadingMixIn, UnixStreamServer

from pydantic import ValidationError

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError, UsageError
from nightschool.sandbox.contract import Command, Limits, Sandbox
from nightschool.sandbox.fingerprint import fingerprint
from nightschool.sandbox.messages import LARGEST, About, Address, Answer, Question

LONGEST_S = 3600.0
"""Most wall-clock time of one run, in seconds."""
_OUTPUT_KB = 64 << 10
"""Output that a compiler run over a whole batch may need (see `rust/compiler.py`)."""
_IDLE_S = 30.0
"""A client silent for this long in the middle of a request is cut off."""


class RefusedError(ValueError):
    """A command that asks for more than the service gives."""


class Service:
    """What a server does with a request; thread-safe."""

    def __init__(self, sandbox: Sandbox, config: SandboxConfig, folders: Sequence[Path], workers: int) -> None:
        """`folders` are those the sandbox was opened with. Raises UsageError for a sandbox without isolation."""
        if sandbox.name in ("none", "service"):
            raise UsageError(
                f"A judge service needs a sandbox of its own, not {sandbox.name!r}: --set sandbox.backend=docker "
                "or --set sandbox.backend=bubblewrap"
            )
        self._sandbox = sandbox
        self._folders = {str(path): fingerprint(path) for path in folders}
        self._most = Limits(
            wall_s=LONGEST_S,
            cpu_s=int(2 * LONGEST_S),
            memory_mb=config.memory_mb,
            processes=config.processes,
            file_mb=config.tmp_mb,
            output_kb=max(config.output_kb, _OUTPUT_KB),
        )
        self.turns = threading.BoundedSemaphore(workers)

    def about(self) -> About:
        """Backend and toolchain."""
        return About(backend=self._sandbox.name, toolchain=self._folders)

    def run(self, request: bytes) -> Answer:
        """Run the command of a request; ValidationError, RefusedError, ValueError or SandboxUnavailableError."""
        command = Question.model_validate_json(request).command
        self._admit(command)
        return Answer(completed=self._sandbox.run(command))

    def _admit(self, command: Command) -> None:
        foreign = [str(path) for path in command.read_only if str(path) not in self._folders]
        if foreign:
            raise RefusedError(f"no folder of the service's machine is shown but {list(self._folders)}, not {foreign}")
        for name, most in vars(self._most).items():
            if not 0 < getattr(command.limits, name) <= most:
                raise RefusedError(f"limits.{name} is {getattr(command.limits, name)}; the service gives up to {most}")


class _Handler(BaseHTTPRequestHandler):
    """One connection, one request."""

    timeout = _IDLE_S
    server: _Server  # type: ignore[assignment]

    def do_GET(self) -> None:
        if not self._known():
            return
        if self.path == "/about":
            self._say(200, self.server.service.about().model_dump_json())
        else:
            self._fail(404)

    def do_POST(self) -> None:
        if not self._known():
            return
        length = self.headers.get("Content-Length", "")
        if self.path != "/run":
            self._fail(404)
        elif not length.isdigit():
            self._fail(411)
        elif int(length) > LARGEST:
            self._fail(413, f"the request has {length} bytes; the most is {LARGEST}")
        else:
            with self.server.service.turns:  # before the body is read, so that memory is bounded too
                self._run(self.rfile.read(int(length)))

    def _run(self, request: bytes) -> None:
        try:
            answer = self.server.service.run(request).model_dump_json()
        except RefusedError as error:
            self._fail(403, str(error))
        except SandboxUnavailableError as error:
            self._fail(503, str(error))
        except (ValidationError, ValueError) as error:
            self._fail(400, str(error))
        else:
            self._say(200, answer)

    def _known(self) -> bool:
        said = self.headers.get("Authorization", "").encode()
        if hmac.compare_digest(said, f"Bearer {self.server.token}".encode()):
            return True
        self._fail(401, "the token is not this service's; NIGHTSCHOOL_JUDGE_TOKEN must be the same for both")
        return False

    def _fail(self, status: int, why: str = "") -> None:
        self._say(status, json.dumps({"error": why or self.responses[status][0]}))

    def _say(self, status: int, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: requests are many and hold programs nobody trusts."""


class _Server(ThreadingMixIn):
    daemon_threads = True
    request_queue_size = 64
    service: Service
    token: str


class _TcpServer(_Server, TCPServer):
    allow_reuse_address = True


class _UnixServer(_Server, UnixStreamServer):
    pass


def serve(service: Service, address: Address) -> BaseServer:
    """A server that listens; `serve_forever` answers. ConfigError without a token, UsageError if the place is taken."""
    token = address.token()
    try:
        server = _unix(address.path) if address.path else _tcp(address)
    except OSError as error:
        raise UsageError(f"Cannot listen on {address.path or f'{address.host}:{address.port}'}: {error}") from error
    server.service, server.token = service, token
    return server


def _tcp(address: Address) -> _TcpServer:
    _TcpServer.address_family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    return _TcpServer((address.host, address.port), _Handler)


def _unix(path: str) -> _UnixServer:
    """A socket file that only this user can open; one left by a dead service is taken over."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
        if other.connect_ex(path) == 0:
            raise OSError("a judge service answers there already")
    Path(path).unlink(missing_ok=True)
    mask = os.umask(0o177)
    try:
        return _UnixServer(path, _Handler)
    finally:
        os.umask(mask)
