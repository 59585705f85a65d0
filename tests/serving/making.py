"""A project with a tiny real model, and `nightschool serve` as the program that people start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

LONGEST_S = 400.0
SMALL = ("answer.max_new_tokens=8", "answer.max_prompt_tokens=1900", "model.device=cpu", "serve.poll_s=0.2")
MAIN = """fn main() {
    let total = 0;
    total += 1;
    println!("{total}");
}
"""
"""E0384: `total` must be `mut`."""


@dataclass
class Server:
    """One server that was started."""

    root: Path
    url: str
    token: str
    process: subprocess.Popen[bytes]
    log: Path
    said: str = ""
    """What it said of its token."""
    made: list[httpx.Client] = field(default_factory=list)

    @property
    def socket(self) -> Path:
        return self.root / "var" / "run" / "serve.sock"

    def client(self, **more: Any) -> httpx.Client:
        """A client with the token."""
        headers = {"Authorization": f"Bearer {self.token}", **more.pop("headers", {})}
        self.made.append(httpx.Client(base_url=self.url, headers=headers, timeout=LONGEST_S, **more))
        return self.made[-1]

    def by_file(self) -> httpx.Client:
        """A client over the socket file, without a token."""
        transport = httpx.HTTPTransport(uds=str(self.socket))
        self.made.append(httpx.Client(base_url="http://serve", transport=transport, timeout=LONGEST_S))
        return self.made[-1]

    def metric(self, line: str) -> float:
        """A metric's value by its name with labels; 0 where it is not there."""
        with self.client() as client:
            text = client.get("/metrics").text
        return next((float(one.rsplit(" ", 1)[1]) for one in text.splitlines() if one.startswith(line + " ")), 0.0)


def settings(root: Path, *more: str) -> list[str]:
    """What a command is given for this project."""
    said = [f"root={root}", f"model.base_model={root}/model", *SMALL, *more]
    return [word for one in said for word in ("--set", one)]


def command(root: Path, *words: str, more: tuple[str, ...] = ()) -> list[str]:
    return [sys.executable, "-m", "nightschool", *words, *settings(root, *more)]


@contextmanager
def served(root: Path, *more: str, ready: bool = True, **environment: str) -> Iterator[Server]:
    """A server on a free port; ended by SIGTERM, and killed if it does not end."""
    log = root / f"serve-{uuid.uuid4()}.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command(root, "serve", more=("serve.port=0", *more)),
            cwd=root, stdout=subprocess.PIPE, stderr=said, env={**os.environ, **environment},
        )  # fmt: skip
    assert process.stdout is not None
    try:
        first, second = (process.stdout.readline().decode() for _ in range(2))
        assert first.startswith("Serving at "), log.read_text()
        token = environment.get("NIGHTSCHOOL_SERVE_TOKEN") or (root / "var/run/serve.token").read_text().strip()
        server = Server(root, first.split()[2], token, process, log, second)
        if ready:
            until(lambda: httpx.get(f"{server.url}/readyz", timeout=LONGEST_S).status_code == 200, log)
        yield server
        for one in server.made:
            one.close()
    finally:
        ended(process)


def ended(process: subprocess.Popen[bytes]) -> int:
    """End it as a person does; its exit code."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        return process.wait(LONGEST_S)
    except subprocess.TimeoutExpired:
        process.kill()
        raise


def until(true: Any, log: Path | None = None) -> None:
    """Wait for what must come."""
    end = time.monotonic() + LONGEST_S
    while not true():
        assert time.monotonic() < end, log.read_text() if log else "it did not come"
        time.sleep(0.05)
