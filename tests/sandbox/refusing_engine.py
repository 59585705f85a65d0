"""A Docker engine that refuses its first starts: `python refusing_engine.py SOCKET REFUSALS`.

It answers the requests that a worker makes, with the refusal that was seen in a night, and plays the supervisor of each
container: every program prints `ran`.
"""

from __future__ import annotations

import json
import struct
import sys
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingMixIn, UnixStreamServer


class _Engine(ThreadingMixIn, UnixStreamServer):
    daemon_threads = True
    refusals = 0
    folder = Path()

    def starts(self) -> int:
        return len((self.folder / "starts").read_text().splitlines())


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Engine
    attached: dict[str, _Handler] = {}

    def do_GET(self) -> None:
        self._say(200, {"ApiVersion": "1.44", "NCPU": 2, "Id": "sha256:1", "Config": {"Labels": {}}})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        container = self.path.partition("?")[0].split("/")[-2]
        match self.path.partition("?")[0].rpartition("/")[2]:
            case "create":
                self._say(201, {"Id": f"c{self.server.starts()}"})
            case "attach":
                self.attached[container] = self
                self.send_response(101)
                self.send_header("Upgrade", "tcp")
                self.end_headers()
                self.close_connection = True
                self._supervise()
            case "start":
                self._start(container)

    def _start(self, container: str) -> None:
        with (self.server.folder / "starts").open("a") as file:
            file.write("\n")
        if self.server.starts() <= self.server.refusals:
            return self._say(500, {"message": "OCI runtime start failed: cannot start a stopped process: unknown"})
        self.attached[container]._frame(b"r", b"1")
        self.send_response(204)
        return self.end_headers()

    def _supervise(self) -> None:
        while length := self.rfile.read(4):
            self.rfile.read(*struct.unpack("<I", length))
            self._frame(b"o", b"ran\n")
            self._frame(b"x", b"exited 0 clean")
            self._frame(b"r", b"1")

    def _frame(self, kind: bytes, payload: bytes) -> None:
        said = struct.pack("<cI", kind, len(payload)) + payload
        self.wfile.write(struct.pack(">BxxxI", 1, len(said)) + said)

    def _say(self, status: int, body: object) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None: ...


if __name__ == "__main__":
    _Engine.refusals, _Engine.folder = int(sys.argv[2]), Path(sys.argv[1]).parent
    (_Engine.folder / "starts").touch()
    _Engine(sys.argv[1], _Handler).serve_forever()
