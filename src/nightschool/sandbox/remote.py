"""Programs in the sandbox of a judge service: for workers that must not hold the engine's socket.

Covered: asking over a socket file or loopback, a toolchain that is not the service's, a service that is dead or
refuses: SandboxUnavailableError, which says nothing about the program. Not covered: waiting for a service to come up.
"""

from __future__ import annotations

import http.client
import json
import socket
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox.contract import Command, Completed
from nightschool.sandbox.fingerprint import fingerprint
from nightschool.sandbox.kept import relative
from nightschool.sandbox.messages import LARGEST, About, Address, Answer, Message, Question
from nightschool.sandbox.probe import check
from nightschool.sandbox.starting import count

_HELP = "`nightschool judge-service` starts one; both ends read sandbox.service and NIGHTSCHOOL_JUDGE_TOKEN."
_PATIENCE_S = 300.0
"""How long a command may wait for its turn in the service, beside its own time."""
Kind = TypeVar("Kind", bound=Message)


class RemoteSandbox:
    """Asks a judge service to run each command."""

    name = "service"

    def __init__(self, config: SandboxConfig, read_only: tuple[Path, ...] = ()) -> None:
        """Raises ConfigError for an address that is not local, or one that needs a token where there is none."""
        self._config = config
        self._read_only = read_only
        self._address = Address.parse(config.service)
        self._token = self._address.token()
        self._probed = False

    def run(self, command: Command) -> Completed:
        """Run in the service's sandbox. See `Sandbox.run`."""
        for name in (*command.files, *command.keep):
            relative(name)
        wait_s = command.limits.wall_s + _PATIENCE_S
        body = Question(command=command).model_dump_json().encode()
        if len(body) > LARGEST:
            raise SandboxUnavailableError(f"A judge service takes {LARGEST} bytes at once, not {len(body)}.")
        done = self._ask("POST", "/run", Answer, body, wait_s).completed
        count(done.failed_starts)
        return done

    def probe(self) -> None:
        """See `Sandbox.probe`; also that the service has the toolchain of this machine at the same path."""
        if self._probed:
            return
        theirs = self._ask("GET", "/about", About).toolchain
        for path in self._read_only:
            if theirs.get(str(path)) != fingerprint(path):
                raise SandboxUnavailableError(
                    f"The judge service has not this machine's {path} ({fingerprint(path)}) but {theirs}. "
                    "Install the same Rust at the same path on both."
                )
        check(self, self._config, _HELP)
        self._probed = True

    def _ask(self, method: str, path: str, kind: type[Kind], body: bytes = b"", wait_s: float = 10.0) -> Kind:
        connection = _Connection(self._address, wait_s)
        try:
            connection.request(method, path, body, {"Authorization": f"Bearer {self._token}"})
            response = connection.getresponse()
            said = response.read()
            if response.status == http.client.OK:
                return kind.model_validate_json(said)
        except (OSError, http.client.HTTPException, ValidationError) as error:
            raise SandboxUnavailableError(
                f"The judge service at {self._config.service} does not answer: {error}. {_HELP}"
            ) from error
        finally:
            connection.close()
        raise SandboxUnavailableError(f"The judge service refused ({response.status}): {_error(said)}")


class _Connection(http.client.HTTPConnection):
    def __init__(self, address: Address, timeout: float) -> None:
        super().__init__(address.host or "localhost", address.port or None, timeout=timeout)
        self._path = address.path

    def connect(self) -> None:
        if not self._path:
            return super().connect()
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)
        return None


def _error(said: bytes) -> str:
    try:
        return str(json.loads(said)["error"])
    except (ValueError, LookupError, TypeError):
        return repr(said[:200])
