"""`nightschool fix` and the editor with a server and without one: the same output, whatever becomes of the server."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from nightschool.config_file import load_config
from nightschool.phases import Context
from nightschool.phases.repair import repair
from nightschool.phases.repaired import read_repair
from nightschool.phases.rust_file import read_rust_file
from nightschool.repair.search import Clock
from nightschool.serving.client import repaired_by_server
from nightschool.serving.place import connected, listening
from tests.cli.test_fix import BROKEN, sure
from tests.editor.client import editor
from tests.serving.making import Server, command, served, settings

pytestmark = pytest.mark.integration
DEEP = "repair.depth=1"
ALONE = (DEEP, "serve.socket=var/run/nobody.sock")


def run(server: Server, *words: str, more: tuple[str, ...], said: bytes = b"") -> tuple[int, bytes, bytes]:
    done = subprocess.run(command(server.root, *words, more=more), cwd=server.root, input=said, capture_output=True)
    return done.returncode, done.stdout, done.stderr


def asked(server: Server) -> float:
    return server.metric('nightschool_answers_total{route="/fix",version="chooser"}')


@pytest.fixture
def file(server: Server) -> Path:
    path = server.root / "main.rs"
    path.write_bytes(BROKEN.encode())
    return path


@pytest.mark.parametrize("words", [(), ("--json",), ("--all",), ("--edition=2018",), ("--stdin", "--write")])
def test_what_is_printed_is_the_same_byte_for_byte(server: Server, file: Path, words: tuple[str, ...]) -> None:
    """Carriage returns, a byte-order mark, tabs, odd separators; a server answers once, then nobody is asked."""
    before = asked(server)
    said = BROKEN.encode() if "--stdin" in words else b""
    warm = run(server, "fix", *words, "main.rs", more=(DEEP,), said=said)
    assert asked(server) == before + 1
    cold = run(server, "fix", *words, "main.rs", more=ALONE, said=said)
    assert asked(server) == before + 1
    assert warm == cold
    assert file.read_bytes() == BROKEN.encode()


def test_a_client_that_is_answered_loads_nothing_that_proposes_repairs(server: Server, file: Path) -> None:
    """The operators alone take most of a second to load; `-X importtime` names every module on standard error."""
    shell = [sys.executable, "-X", "importtime", "-m", "nightschool", "fix", "--json", "main.rs"]
    before = asked(server)
    done = subprocess.run(
        [*shell, *settings(server.root, DEEP)], cwd=server.root, capture_output=True, text=True, check=False
    )
    assert asked(server) == before + 1, done.stderr[-2000:]
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time")}
    assert "nightschool.serving.client" in loaded
    heavy = ("nightschool.repair", "nightschool.evaluation", "nightschool.tracking", "torch", "mlflow")
    assert [name for name in loaded if name.startswith(heavy)] == []


def test_a_sure_repair_is_written_by_the_client(tmp_path: Path) -> None:
    sure(tmp_path)
    file = tmp_path / "main.rs"
    file.write_bytes(BROKEN.encode())
    with served(tmp_path, DEEP) as server:
        assert run(server, "fix", "--write", "main.rs", more=(DEEP,))[0] == 0
        assert server.metric('nightschool_answers_total{route="/fix",version="chooser"}') == 1
    assert file.read_bytes().decode() == BROKEN.replace("let total", "let mut total")


def test_other_settings_or_a_wrong_file_are_answered_without_it(server: Server, file: Path) -> None:
    before = asked(server)
    other = run(server, "fix", "--json", "main.rs", more=(DEEP, "repair.compiles=5"))
    assert json.loads(other[1])["tried"] <= 5
    refused = server.metric('nightschool_requests_total{route="/fix",status="409"}')
    assert (asked(server), refused) == (before, 1)
    (server.root / "odd.rs").write_bytes(b"\xff")
    assert run(server, "fix", "odd.rs", more=(DEEP,)) == run(server, "fix", "odd.rs", more=ALONE)


def test_a_server_that_is_killed_or_silent_is_done_without(server: Server, file: Path) -> None:
    with served(server.root, DEEP, "serve.socket=var/run/dying.sock") as dying:
        mine = (DEEP, "serve.socket=var/run/dying.sock")
        os.kill(dying.process.pid, signal.SIGSTOP)
        silent = run(server, "fix", "main.rs", more=mine)
        os.kill(dying.process.pid, signal.SIGKILL)
        dead = run(server, "fix", "main.rs", more=mine)
        left = server.root / "var/run/dying.sock"
        assert left.exists(), "a killed server leaves its file"
        assert silent == dead == run(server, "fix", "main.rs", more=ALONE)
    with served(server.root, DEEP, "serve.socket=var/run/dying.sock") as again:
        assert again.by_file().get("/healthz").status_code == 200, "the next one takes it over"


@pytest.mark.parametrize(
    "said",
    [b"", b"HTTP/1.1 200 OK\r\n\r\nevent: result\ndata: {}\n\n", b"HTTP/1.1 200 OK\r\n\r\nevent: result\ndata: {\n\n",
     b"HTTP/1.1 503 No\r\n\r\n", b"event: result\n", b"HTTP/1.1 200 OK\r\n\r\nevent: error\ndata: {}\n\n"],
)  # fmt: skip
def test_nonsense_is_no_answer(tmp_path: Path, said: bytes) -> None:
    context = Context(load_config(None, [f"root={tmp_path}"]), "fix")

    def answer(sock: socket.socket) -> None:
        other, _ = sock.accept()
        other.recv(65536)
        other.sendall(said)
        other.close()

    with listening(tmp_path / "var/run/serve.sock") as sock:
        thread = threading.Thread(target=answer, args=(sock,))
        thread.start()
        assert repaired_by_server(context, Path("a.rs"), "2021", 3, b"fn f() {}") is None
        thread.join()


def test_the_record_that_travels_is_the_one_that_was_made(server: Server, file: Path) -> None:
    """All that commands and episodes look at; rustc's suggestions stay behind."""
    context = Context(load_config(None, settings(server.root, DEEP)[1::2]), "fix")
    made = repair(context, file)
    job = read_rust_file(file)
    read = read_repair(job, json.loads(json.dumps(made.to_json() | made.unshown())))
    assert (read.to_json(), read.unshown()) == (made.to_json(), made.unshown())
    assert (read.shown, read.outcome, read.before.names) == (made.shown, made.outcome, made.before.names)
    assert [one.notes for one in read.shown] == [one.notes for one in made.shown]


def test_a_stopped_clock_ends_the_search_at_the_server(server: Server, file: Path) -> None:
    """Before it found the repair that a search of its own time finds; whether the server says so first is a race."""
    context = Context(load_config(None, settings(server.root, DEEP)[1::2]), "fix")
    clock = Clock(60.0)
    clock.stop()
    data = BROKEN.replace("total", "stopped").encode()
    stopped = repaired_by_server(context, file, None, 3, data, clock)
    assert stopped is None or not stopped.shown
    found = repaired_by_server(context, file, None, 3, data, Clock(60.0))
    assert found is not None
    assert found.shown


def test_an_editor_is_given_the_servers_repairs(tmp_path: Path) -> None:
    sure(tmp_path)

    async def session() -> list[str]:
        async with editor(tmp_path) as client:
            found = await client.searched(client.open(tmp_path / "main.rs", BROKEN.removeprefix("\ufeff")))
            assert await client.bye() == 0
            return [one.title for one in found]

    with served(tmp_path, *PLAIN, ready=True) as server:
        warm = asyncio.run(session())
        assert server.metric('nightschool_answers_total{route="/fix",version="chooser"}') == 1
    assert warm == asyncio.run(session())


PLAIN = ("model.base_model=smollm2", "model.device=auto", "answer.max_new_tokens=96", "answer.max_prompt_tokens=1024")
"""The settings of a command that is given none: the editor's."""


def test_a_socket_file_may_have_a_long_path(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 100) / "serve.sock"
    with listening(path) as sock:
        there = connected(path, 5.0)
        assert there is not None
        there.close()
        sock.accept()[0].close()
    assert connected(path, 5.0) is None
