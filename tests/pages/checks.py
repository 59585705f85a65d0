"""Whether a command is one that there is, without running it: each program's words by whoever reads them.

`nightschool`: the command line itself parses them, and the settings of `--set` are loaded. make: targets, variables and
files. Scripts and tests: files, and options that stand in the script. Containers: services and profiles of the compose
file. Variables of the environment: somebody reads them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer

import nightschool
from nightschool.cli.app import app
from nightschool.config_file import load_config
from tests.pages.collect import ROOT
from tests.parsed import read_yaml

ASSIGNED = re.compile(r"([A-Z][A-Z0-9_]*)=(.*)", re.DOTALL)
SHELL = {"base64", "cat", "cd", "cp", "done", "echo", "for", "git", "mkdir", "sed", "wait", "$EDITOR", "break"}
"""Neither ours nor about us."""
OTHERS = {"llama-server", "ollama", "vllm"}
EVERYBODYS = {"PATH", "PYTHONPATH"}
TYPED = {"conf/teams/red.yaml"}
"""Config files that the reader of a page writes; the page shows their settings, which are read as such."""


def check(words: list[str]) -> None:
    """Raise unless the simple command is one that there is, with such options, files, settings and variables."""
    words = [word for word in words if word != "do"]
    if words[0] == "export":
        words = words[1:]
    while words and (assigned := ASSIGNED.fullmatch(words[0])):
        assert is_read(assigned[1]), f"nobody reads {assigned[1]}"
        words = words[1:]
    if not words or words[0] in SHELL | OTHERS:
        return
    program = words[0].removeprefix(".venv/bin/")
    known = PROGRAMS.get(program) or (script if (ROOT / program).is_file() else None)
    assert known, f"no such program, or no check for it: {program}"
    known([program, *words[1:]])


@cache
def commands() -> Any:
    """The command line, made once."""
    return typer.main.get_command(app)


def parsed(words: list[str]) -> None:
    """Raise unless the command line takes these words, and every setting of `--set` exists and takes its value."""
    words = words[1:]
    context = typer.Context(command := commands(), info_name="nightschool")
    while hasattr(command, "commands") and words[:1] != ["--help"]:
        name, *words = words
        command = command.commands[name]
    if "--help" not in words:
        command.make_context("nightschool", [*words], parent=context)
    given = [(option, value) for option, value in pairwise(words) if option.startswith("-")]
    for file in (value for option, value in given if option in ("-c", "--config")):
        if file not in TYPED:
            load_config(ROOT / file)
    load_config(None, [value for option, value in given if option in ("-s", "--set")])


def subcommand(words: list[str]) -> None:
    """`cargo nightschool`, which takes commands of cargo."""
    assert words[1] == "nightschool", words
    assert words[2] in {"build", "check", "clippy", "run", "test"}, words


def made(words: list[str]) -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))
    given = dict(word.split("=", 1) for word in words[1:] if "=" in word)
    assert {word for word in words[1:] if "=" not in word} <= targets, words
    assert all(f"$({name})" in text for name in given), words
    assert "$(BIN)/nightschool cycle --config $(CONFIG) $(ARGS)\n" in text, "what `make cycle` runs"
    cycle = ["nightschool", "cycle", "--config", given.get("CONFIG", "conf/default.yaml")]
    parsed([*cycle, *given.get("ARGS", "").split()])


def python(words: list[str]) -> None:
    if words[1] == "-c":
        compile(words[2], "-c", "exec")
    elif words[1:3] == ["-m", "pytest"]:
        parts = [word for word in words[3:] if word.startswith("tests")]
        assert parts, words
        assert [part for part in parts if not (ROOT / part).exists()] == [], words
    else:
        script(words[1:])


def script(words: list[str]) -> None:
    """A file of ours in which its options stand."""
    text = (ROOT / words[0]).read_text(encoding="utf-8")
    parts = re.findall(r'f"--\{name\}"', text)
    options = {word.partition("=")[0] for word in words[1:] if word.startswith("-")}
    assert parts or {one for one in options if f'"{one}"' not in text and f"{one})" not in text} == set(), words
    sets = [value for option, value in pairwise(words) if option == "--set"]
    load_config(None, sets)


def installed(words: list[str]) -> None:
    """A requirement of ours: the same version as in pyproject.toml."""
    assert words[1] == "install", words
    assert f'"{words[2]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8"), words


def composed(words: list[str]) -> None:
    """`docker compose` and `docker-compose`: profiles and services of docker-compose.yml; `docker run` of our image."""
    words = [word for word in words if word not in ("docker", "docker-compose", "compose")]
    if words[0] == "run":
        image = next(n for n, word in enumerate(words) if word.startswith("nightschool/"))
        name, _, version = words[image].removeprefix("nightschool/").partition(":")
        assert (version, (ROOT / "containers" / name).is_dir()) == (nightschool.__version__, True), words[image]
        return check(words[image + 1 :])
    services = read_yaml(ROOT / "docker-compose.yml")["services"]
    profiles = {profile for one in services.values() for profile in one.get("profiles", ())}
    assert {value for option, value in pairwise(words) if option == "--profile"} <= profiles, words
    scaled = {value.partition("=")[0] for option, value in pairwise(words) if option == "--scale"}
    after = next(n for n, word in enumerate(words) if word in ("up", "exec", "ps"))
    named = [word for word in words[after + 1 :] if not word.startswith("-") and "=" not in word]
    asked = set(named[:1] if words[after] == "exec" else named) | scaled
    assert asked <= set(services), words
    return None


def asked(words: list[str]) -> None:
    """curl: the path is one of the server's routes or of the page's API."""
    (url,) = [word for word in words if word.startswith("http://")]
    path = "/" + url.split("/", 3)[3]
    if path.startswith("/nightschool/"):
        page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
        assert f"## GET {path.removeprefix('/nightschool')}\n" in page, url
    else:
        served = (ROOT / "src" / "nightschool" / "serving").glob("*.py")
        assert any(f'"{path}"' in file.read_text(encoding="utf-8") for file in served), url


def clustered(words: list[str]) -> None:
    """kubectl and helm: files and folders of ours that they are given."""
    given = [value for option, value in pairwise(words) if option in ("--kustomize", "--values")]
    assert [path for path in given if not (ROOT / path).exists()] == [], words


PROGRAMS: dict[str, Callable[[list[str]], None]] = {
    "nightschool": parsed, "cargo": subcommand, "make": made, "python": python, "pip": installed,
    "docker": composed, "docker-compose": composed, "curl": asked,
    "python3": python, "kubectl": clustered, "helm": clustered,
}  # fmt: skip


def is_read(name: str) -> bool:
    """Whether we, Airflow, MLflow or OpenTelemetry read such a variable; a name that ends in `_` begins others."""
    if name in EVERYBODYS or name.startswith("AIRFLOW_CONN_"):
        return True
    if name.startswith("AIRFLOW__"):
        section, _, option = name.removeprefix("AIRFLOW__").lower().partition("__")
        return option in _airflows().get(section, set())
    return name in (_others() if name.startswith(("OTEL_", "MLFLOW_")) else _ours()) or name in _ours()


@cache
def _ours() -> str:
    places = [ROOT / name for name in ("src", "plugins", "dags", "containers", "benchmarks", "scripts")]
    kinds = ("", ".py", ".sh", ".yaml", ".yml")
    files = [path for place in places for path in place.rglob("*") if path.suffix in kinds]
    files += [
        ROOT / name for name in ("Makefile", "docker-compose.yml", ".env.example", "tests/containers/conftest.py")
    ]
    texts = [path.read_text(encoding="utf-8") for path in files if path.is_file() and "lessons" not in path.parts]
    return "\n".join(texts)


@cache
def _others() -> str:
    places = [("mlflow", "environment_variables.py"), ("opentelemetry.sdk", "environment_variables/__init__.py")]
    places += [("opentelemetry", "environment_variables/__init__.py")]
    return "\n".join((_place(package) / file).read_text(encoding="utf-8") for package, file in places)


def _place(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


@cache
def _airflows() -> dict[str, set[str]]:
    """Options of each section of Airflow's own description of its settings."""
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    text = (_place("airflow") / "config_templates" / "config.yml").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if found := re.fullmatch(r"([a-z_]+):", line):
            current = sections.setdefault(found[1], set())
        elif found := re.fullmatch(r" {4}([a-z_]+):.*", line):
            current.add(found[1])
    return sections
