"""A real OpenAI-compatible server on loopback, `transformers serve`, gives the answers of the in-process path."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from nightschool.config import Config, ModelConfig
from nightschool.errors import ConfigError
from nightschool.modeling import (
    BaseModelFiles,
    Decoding,
    EditFormat,
    Generated,
    Request,
    ask,
    build_prompt,
    ensure_model,
    open_model,
)

pytestmark = [
    pytest.mark.integration,
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("openai") is None,
        reason="`transformers serve` needs the package openai: pip install -e '.[dev]'",
    ),
]

VAR = Path(__file__).parents[2] / "var"
PROGRAMS = [
    "fn main() {\n    let x = 1;\n    x += 1;\n    println!(\"{x}\");\n}\n",
    "fn first(v: Vec<i32>) -> i32 {\n    let w = v;\n    v[0]\n}\n",
    "fn name() -> &str {\n    \"a\"\n}\n",
    "fn add(a: i32, b: i64) -> i64 {\n    a + b\n}\n",
    "fn push(v: &Vec<i32>) {\n    v.push(1);\n}\n",
    "fn text() -> String {\n    \"a\"\n}\n",
]  # fmt: skip
DIAGNOSTICS = [
    "error[E0384]: cannot assign twice to immutable variable `x`\nline 3: cannot assign twice",
    "error[E0382]: borrow of moved value: `v`\nline 3: value borrowed here after move",
    "error[E0106]: missing lifetime specifier\nline 1: expected named lifetime parameter",
    "error[E0308]: mismatched types\nline 2: expected `i32`, found `i64`",
    "error[E0596]: cannot borrow `*v` as mutable\nline 2: `v` is a `&` reference",
    "error[E0308]: mismatched types\nline 2: expected `String`, found `&str`",
]


@pytest.fixture(scope="module")
def base() -> BaseModelFiles:
    return ensure_model(ModelConfig(), VAR)


@pytest.fixture(scope="module")
def url(base: BaseModelFiles, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    log = tmp_path_factory.mktemp("serve") / "log"
    program = Path(sys.executable).with_name("transformers")
    arguments = [program, "serve", base.folder, "--host", "127.0.0.1", "--port", port, "--dtype", "float32"]
    with log.open("w") as out:
        server = subprocess.Popen([str(a) for a in arguments], stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(f"http://127.0.0.1:{port}/health", server, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(20)


def _wait(health: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        assert server.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(health, timeout=1).close()
        except (urllib.error.URLError, OSError):
            time.sleep(1)
        else:
            return
    pytest.fail(f"transformers serve did not come up: {log.read_text()}")


def config(url: str, name: str) -> Config:
    """Both backends in float32, so that only rounding in other batches could tell them apart."""
    served = {"base_url": url, "model": name, "concurrency": 2, "timeout_s": 240, "retries": 1}
    return Config.model_validate({"model": {"backend": "openai", "dtype": "float32"}, "serving": served})


def test_greedy_answers_equal_the_in_process_ones(base: BaseModelFiles, url: str) -> None:
    settings = config(url, str(base.folder))
    here = open_model(base, Config(model=ModelConfig(dtype="float32")))
    prompts = [
        build_prompt(here.tokenizer, program, diagnostic, EditFormat())
        for program, diagnostic in zip(PROGRAMS, DIAGNOSTICS, strict=True)
    ]
    requests = [Request(prompt, 24) for prompt in prompts]
    ours = ask(here, requests, Decoding())
    theirs = ask(open_model(base, settings), requests, Decoding())
    assert [(one.text, one.finished) for one in theirs] == [(one.text, one.finished) for one in ours]
    assert [one.tokens for one in theirs] == [one.tokens for one in ours]  # both count the end mark
    assert all(isinstance(one, Generated) and one.text for one in theirs)


def test_a_model_that_the_server_does_not_have_is_one_clear_error(base: BaseModelFiles, url: str) -> None:
    with pytest.raises(ConfigError, match=r"/v1/completions refused the request with 400: .*elsewhere"):
        ask(open_model(base, config(url, "elsewhere")), [Request("fn main", 2)], Decoding())
