"""What docs/serve.md says to type, typed into a shell: curl over the socket file and over HTTP."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.serving.making import Server

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(shutil.which("curl") is None, reason="no curl on the PATH"),
]
PAGE = Path(__file__).parents[2] / "docs" / "serve.md"


def said(server: Server, begin: str) -> str:
    """What the page's command that begins so prints; the server's own port stands for the page's."""
    text = PAGE.read_text(encoding="utf-8").replace("\\\n", "")
    (line,) = re.findall(rf"^    ({re.escape(begin)} .*)$", text, re.MULTILINE)
    shell = line.replace("http://127.0.0.1:8795", server.url)
    return subprocess.run(
        ["sh", "-c", shell], cwd=server.root, capture_output=True, text=True, check=True, timeout=120
    ).stdout


def test_a_repair_comes_over_the_socket_file(server: Server) -> None:
    found = json.loads(said(server, "curl -s --unix-socket"))
    assert found["schema"] == 1
    assert any("let mut x = 1" in one["diff"] for one in found["candidates"])


def test_events_come_over_http_with_the_token_and_the_last_is_the_repair(server: Server) -> None:
    events = re.findall(r"^event: (\w+)\ndata: (.*)$", said(server, "curl -N -s"), re.MULTILINE)
    names = [name for name, _ in events]
    assert (names[-1], set(names[:-1]) <= {"queued", "tried"}) == ("result", True)
    assert any("let mut x = 1" in one["diff"] for one in json.loads(events[-1][1])["candidates"])


def test_without_the_token_curl_is_told_so(server: Server) -> None:
    done = subprocess.run(
        ["curl", "-s", "-o", "-", "-w", "%{http_code}", f"{server.url}/v1/models"], capture_output=True, text=True
    )
    assert done.stdout.endswith("401")
    assert json.loads(done.stdout[:-3])["error"]["code"] == "token"
