"""Who may ask, how much and how fast; slow, large and hostile clients, each told in a sentence or cut off."""

from __future__ import annotations

import json
import os
import re
import socket
import stat
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.serving.making import MAIN, Server, command, served, until

pytestmark = pytest.mark.integration
LONG = {"model": "nightschool-rust-repair", "prompt": "fn", "max_tokens": 1500, "temperature": 1.5, "stream": True}


@pytest.fixture(scope="module")
def narrow(project: Path) -> Any:
    """One place, nobody waits, little patience; the token comes from the environment."""
    limits = ("concurrency=1", "queue=0", "timeout_s=6", "max_kb=4", "idle_s=1", "connections=8", "max_tokens=1500")
    more = [f"serve.{one}" for one in limits]
    with served(project, "serve.socket=var/run/narrow.sock", *more, NIGHTSCHOOL_SERVE_TOKEN="known") as one:
        yield one


def raw(server: Server, *parts: bytes, pause: float = 0.0, wait: float = 20.0) -> bytes:
    """Bytes sent one by one, and what comes back until the end."""
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=wait) as sock:
        said = b""
        try:
            for part in parts:
                sock.sendall(part)
                time.sleep(pause)
            while got := sock.recv(65536):
                said += got
        except (ConnectionError, BrokenPipeError):
            pass
        return said


def test_the_token_is_made_once_and_shown_once_and_kept_from_others(server: Server) -> None:
    file = server.root / "var/run/serve.token"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(server.token) >= 43, "32 random bytes"
    with served(server.root, "serve.socket=var/run/second.sock", ready=False) as second:
        assert second.token == server.token
        assert server.token not in second.said
    file.chmod(0o644)
    try:
        done = subprocess.run(command(server.root, "serve"), cwd=server.root, capture_output=True, text=True)
        assert (done.returncode, "has mode 0644" in done.stderr) == (2, True)
    finally:
        file.chmod(0o600)


def test_strangers_hear_only_that_it_lives(server: Server) -> None:
    for path in ("/metrics", "/v1/models", "/openapi.json", "/elsewhere"):
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {server.token}"}):
            answer = httpx.get(server.url + path, headers=headers)
            assert (answer.status_code, answer.json()["error"]["code"]) == (401, "token")
            assert server.token not in answer.text
    assert httpx.get(f"{server.url}/healthz").json()["alive"] is True
    assert httpx.get(f"{server.url}/readyz").json()["version"] == "chooser"


def test_the_socket_file_is_its_owners_and_needs_no_token(server: Server) -> None:
    assert stat.S_IMODE(server.socket.stat().st_mode) == 0o600
    assert server.by_file().get("/v1/models").status_code == 200


def test_a_second_server_of_a_project_is_told_who_has_its_place(server: Server) -> None:
    done = subprocess.run(command(server.root, "serve"), cwd=server.root, capture_output=True, text=True)
    assert done.returncode == 2
    assert re.search(r"A server answers at \S+serve\.sock already: end it first", done.stderr)
    port = server.url.rpartition(":")[2]
    other = (f"serve.port={port}", "serve.socket=var/run/other.sock")
    done = subprocess.run(command(server.root, "serve", more=other), cwd=server.root, capture_output=True, text=True)
    assert (done.returncode, f"Cannot listen on 127.0.0.1:{port}" in done.stderr) == (2, True)


def test_routes_that_are_not_there_name_those_that_are(server: Server) -> None:
    for method, path, status in (("GET", "/fixes", 404), ("GET", "/fix", 405)):
        answer = server.client().request(method, path)
        assert (answer.status_code, "POST /fix" in answer.json()["error"]["message"]) == (status, True)


def test_a_full_queue_says_when_to_come_back_and_a_place_is_free_again(narrow: Server) -> None:
    with narrow.client().stream("POST", "/v1/completions", json=LONG) as first:
        next(first.iter_raw())
        answer = narrow.client().post("/fix", json={"text": MAIN})
        assert answer.status_code == 429
        assert int(answer.headers["Retry-After"]) >= 1
        assert re.search(r"1 requests are under way and 0 wait.*serve\.queue \(0\)", answer.json()["error"]["message"])
    until(lambda: narrow.metric("nightschool_jobs_running") == 0)
    assert narrow.client().post("/fix", json={"text": MAIN, "budgets": {"compiles": 1}}).status_code == 200
    assert narrow.metric('nightschool_requests_total{route="/fix",status="429"}') == 1


def test_what_takes_too_long_is_ended_and_told(project: Path) -> None:
    short = ("serve.timeout_s=0.4", "serve.max_tokens=1500", "serve.socket=var/run/short.sock")
    with served(project, *short) as server:
        answer = server.client().post("/v1/completions", json=LONG | {"stream": False})
        assert answer.status_code == 504
        assert "serve.timeout_s (0.4 s)" in answer.json()["error"]["message"]
        streamed = server.client().post("/v1/completions", json=LONG).text
        assert '"code": "timeout"' in streamed
        assert "[DONE]" not in streamed
        until(lambda: server.metric("nightschool_jobs_running") == 0)


def test_too_large_is_told_whether_or_not_the_size_was_said(narrow: Server) -> None:
    large = json.dumps({"text": "x" * 5000}).encode()
    said = narrow.client().post("/fix", content=large, headers={"Content-Type": "application/json"})
    unsaid = narrow.client().post("/fix", content=iter([large]), headers={"Content-Type": "application/json"})
    for answer in (said, unsaid):
        assert answer.status_code == 413
        assert re.search(r"has \d+ bytes or more; serve\.max_kb allows 4096", answer.json()["error"]["message"])
    host = "POST /fix HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer known\r\n"
    endless = raw(narrow, f"{host}Content-Length: 99999999999\r\n\r\n".encode(), b"x" * 200_000)
    assert endless.startswith(b"HTTP/1.1 413")


def test_a_body_that_does_not_come_is_told_and_a_head_is_cut_off(narrow: Server) -> None:
    head = b"POST /fix HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer known\r\nContent-Length: 100\r\n\r\n"
    assert raw(narrow, head, b"{").startswith(b"HTTP/1.1 408")
    began = time.monotonic()
    assert raw(narrow, *(bytes([one]) for one in b"GET /healthz HTTP/1.1\r\nX: yyyyyyyyyyyy"), pause=0.1) == b""
    assert time.monotonic() - began < 10, "drop by drop does not keep a connection"
    asked = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    began = time.monotonic()
    raw(narrow, asked, *(bytes([one]) for one in b"GET /healthz HTTP/1.1\r\nX: yyyyyyyyyyyy"), pause=0.1)
    assert time.monotonic() - began < 10, "nor after an answer"


def test_no_more_connections_than_wanted(narrow: Server) -> None:
    host, port = narrow.url.removeprefix("http://").split(":")
    held = [socket.create_connection((host, int(port))) for _ in range(10)]
    try:
        last = held[-1]
        last.settimeout(10)
        assert last.recv(4096).startswith(b"HTTP/1.1 503")
    finally:
        for one in held:
            one.close()
    until(lambda: httpx.get(f"{narrow.url}/healthz").status_code == 200)


@pytest.mark.parametrize(
    "bytes_",
    [
        b"\x16\x03\x01 TLS",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /fix HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"\0" * 70_000,
    ],
)
def test_what_is_no_http_ends_no_server(narrow: Server, bytes_: bytes) -> None:
    answer = raw(narrow, bytes_)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4")
    assert httpx.get(f"{narrow.url}/healthz").status_code == 200


def test_no_label_holds_what_a_client_chose(server: Server) -> None:
    client = server.client(headers={"Host": "a/b?c"})
    assert client.post("/fix", json={"text": MAIN}).status_code == 200
    assert client.get("/odd-place").status_code == 404
    text = server.client().get("/metrics").text
    assert "a/b" not in text
    assert "odd" not in text


def test_logs_are_json_and_hold_no_program_and_no_token(server: Server) -> None:
    secret = "fn secret_of_mine() { let total = 0; total = 1; }"
    asked = server.client(headers={"X-Request-Id": "mine-1"}).post("/fix", json={"text": secret})
    assert asked.headers["x-request-id"] == "mine-1"
    lines = server.log.read_text().splitlines()
    told = [json.loads(line) for line in lines]
    (mine,) = [one for one in told if one.get("id") == "mine-1"]
    assert {"time", "event", "method", "route", "status", "seconds", "bytes", "version"} <= set(mine)
    assert (mine["route"], mine["status"], mine["version"]) == ("/fix", 200, "chooser")
    assert "secret_of_mine" not in server.log.read_text()
    assert server.token not in server.log.read_text()


def test_ending_answers_what_is_under_way_and_leaves_no_socket(project: Path) -> None:
    with served(project, "serve.socket=var/run/ending.sock") as server:
        socket_file = project / "var/run/ending.sock"
        with server.client().stream("POST", "/v1/completions", json=LONG | {"max_tokens": 300}) as answer:
            parts = answer.iter_text()
            said = next(parts)
            os.kill(server.process.pid, 15)
            said += "".join(parts)
        assert "[DONE]" in said
        assert server.process.wait(60) == 0
        assert not socket_file.exists()
