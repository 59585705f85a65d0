"""What travels between a judge service and those who ask it: JSON, bytes as base64, closed to unknown fields.

Covered: the messages, the address both ends are given, the token. Not covered: what a service refuses
(`service.py`), how an answer becomes an error (`remote.py`).
"""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from nightschool.errors import ConfigError
from nightschool.sandbox.contract import Command, Completed

TOKEN = "NIGHTSCHOOL_JUDGE_TOKEN"
"""Environment variable that holds the secret of a service; there is no default."""
LARGEST = 64 << 20
"""Most bytes of one request."""


class Message(BaseModel):
    """Base of all messages; the dataclasses inside follow its settings."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")


class Question(Message):
    """Run this."""

    command: Command


class Answer(Message):
    """What came of it."""

    completed: Completed


class About(Message):
    """What a service is."""

    backend: str
    toolchain: dict[str, str]
    """Fingerprints of the folders its programs see, by path."""


@dataclass(frozen=True)
class Address:
    """Where a service listens: a socket file, or a port on loopback."""

    path: str = ""
    host: str = ""
    port: int = 0

    @classmethod
    def parse(cls, text: str) -> Address:
        """`unix:PATH` or `127.0.0.1:PORT`. Raises ConfigError for anything that others could reach."""
        if text.startswith("unix:") and text != "unix:":
            return cls(path=text.removeprefix("unix:"))
        host, _, port = text.rpartition(":")
        host = host.strip("[]")
        try:
            loopback = ipaddress.ip_address(host).is_loopback
        except ValueError:
            loopback = False
        if not loopback or not port.isdigit() or not 0 <= int(port) < 1 << 16:
            raise ConfigError(
                f"sandbox.service {text!r} is neither unix:PATH nor a port on loopback such as 127.0.0.1:8793. "
                "Whoever reaches a judge service runs programs with it, so it listens to nobody else."
            )
        return cls(host=host, port=int(port))

    def token(self) -> str:
        """The secret both ends share; a socket file, which only its owner can open, does without."""
        token = os.environ.get(TOKEN, "")
        if not token and not self.path:
            raise ConfigError(
                f"A judge service on {self.host}:{self.port} needs a token, the same for both ends: "
                f"export {TOKEN}=$(openssl rand -hex 32)"
            )
        return token
