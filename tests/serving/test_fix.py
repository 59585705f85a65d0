"""Repairs over HTTP: the record of `nightschool fix --json`, as a whole and while it is searched."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.serving.making import MAIN, Server, command, until

pytestmark = pytest.mark.integration
FIXED = MAIN.replace("let total", "let mut total")


def events(text: str) -> list[tuple[str, Any]]:
    """Name and data of each event, by the standard's rules for the fields used here."""
    blocks = [dict(line.split(": ", 1) for line in block.splitlines()) for block in text.split("\n\n") if block]
    return [(one["event"], json.loads(one["data"])) for one in blocks]


def by_command(server: Server, file: Path) -> Any:
    """What the command prints where no server can be asked: other settings of the socket."""
    alone = ("repair.depth=1", "serve.socket=var/run/nobody.sock")
    done = subprocess.run(
        command(server.root, "fix", str(file), "--json", more=alone), cwd=server.root, capture_output=True
    )
    return json.loads(done.stdout)


def test_the_answer_is_what_the_command_prints_and_whose_it_is(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "main.rs"
    file.write_text(MAIN)
    asked = {"text": MAIN, "file": str(file)}
    found = server.client().post("/fix", json=asked).json()
    assert FIXED in [one["program"] for one in found["candidates"]]
    assert found["version"] == "chooser"
    said = by_command(server, file)
    assert {name: found[name] for name in said} == said


def test_events_tell_how_far_a_search_is_and_end_with_the_same_answer(server: Server) -> None:
    client = server.client(headers={"Accept": "text/event-stream"})
    answer = client.post("/fix", json={"text": MAIN.replace("total", "sum")})
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = events(answer.text)
    assert {name for name, _ in told[:-1]} <= {"queued", "tried"}
    tried = [data["tried"] for name, data in told if name == "tried"]
    assert tried == sorted(tried)
    name, found = told[-1]
    assert (name, found["before"]["verdict"]) == ("result", "not_compiled")
    whole = server.client().post("/fix", json={"text": MAIN.replace("total", "sum")}).json()
    assert found["candidates"] == whole["candidates"]


def test_budgets_bound_what_is_compiled_and_shown(server: Server) -> None:
    few = server.client().post("/fix", json={"text": MAIN, "budgets": {"compiles": 3, "shown": None}}).json()
    assert few["tried"] <= 3
    one = server.client().post("/fix", json={"text": MAIN, "budgets": {"shown": 1}}).json()
    assert len(one["candidates"]) == 1 < len(server.client().post("/fix", json={"text": MAIN}).json()["candidates"])


def test_a_program_that_compiles_is_an_answer_and_its_edition_counts(server: Server) -> None:
    text = "pub fn r#async() {}\npub fn f() { let async = 1; drop(async); }\n"
    old, new = (server.client().post("/fix", json={"text": text, "edition": one}).json() for one in ("2015", "2021"))
    assert (old["outcome"], new["before"]["verdict"]) == ("compiles", "not_compiled")


def test_a_client_that_leaves_gives_its_place_back(server: Server) -> None:
    """The search of the client that left is stopped, so that the place is free long before its time is over."""
    asked = {"text": MAIN.replace("total", "left"), "budgets": {"seconds": 60}}
    with server.client(headers={"Accept": "text/event-stream"}).stream("POST", "/fix", json=asked) as answer:
        next(answer.iter_raw())
    until(lambda: server.metric("nightschool_jobs_running") == 0)
    assert server.client().post("/fix", json={"text": MAIN}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, r"text: Field required"),
        ({"text": MAIN, "edition": "2022"}, r"edition: .*'2021'.*sent: '2022'"),
        ({"text": MAIN, "deep": 3}, r"deep: Extra inputs are not permitted \(sent: 3\)"),
        ({"text": MAIN, "budgets": {"seconds": -1}}, r"budgets\.seconds: .*greater than 0 \(sent: -1\)"),
        ({"text": MAIN, "file": "a\nb"}, r"file: "),
    ],
)
def test_what_is_no_request_is_told_with_place_and_value(server: Server, asked: Any, told: str) -> None:
    answer = server.client().post("/fix", json=asked)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["type"], error["code"]) == ("invalid_request_error", "bad_request")
    import re

    assert re.match(told, error["message"]), error["message"]
    assert "\n" not in error["message"]
