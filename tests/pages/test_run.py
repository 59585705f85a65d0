"""Commands of the pages, run as they stand in a small installation, page by page in the order in which they are read.

A line that only calls `nightschool` is given to it in this process; whatever needs a shell gets one. A line that
several pages have runs on the first. `elsewhere` lists what other tests run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.errors import NightSchoolError
from tests.pages.collect import PAGES, key, simple, told
from tests.pages.elsewhere import WHOLE_PAGES, place_of
from tests.pages.installation import CYCLE, SOURCE, installation

EXITS = {"nightschool doctor --config conf/coder.yaml": {0, 3}}
"""Other than 0: 3 where there is too little memory for the model of that file."""


def here() -> dict[str, list[str]]:
    """Lines to run by page, each on the first page that has it."""
    first: dict[str, tuple[str, str]] = {}
    for page in PAGES:
        for line in told(page) if page not in WHOLE_PAGES else ():
            if place_of(key(line)) is None:
                first.setdefault(key(line), (page, line))
    found: dict[str, list[str]] = {}
    for page, line in first.values():
        found.setdefault(page, []).append(line)
    return found


HERE = here()


@dataclass(frozen=True)
class Desk:
    """The folder in which commands are given, and what the names that pages leave open stand for."""

    folder: Path

    def run(self, line: str) -> tuple[int, str]:
        """Exit code and what was printed; the package has its error again."""
        (self.folder / "src" / "lib.rs").write_text(SOURCE)
        for name, meant in self._names().items():
            line = re.sub(name, meant, line)
        words = simple(line)
        if len(words) == 1 and re.fullmatch(r"(\.venv/bin/)?nightschool [^|<>$]*", line):
            done = CliRunner().invoke(app, words[0][1:])
            if done.exception and not isinstance(done.exception, (NightSchoolError, SystemExit)):
                raise done.exception
            return getattr(done.exception, "exit_code", done.exit_code), f"{done.output}{done.exception or ''}"
        shell = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
        return shell.returncode, shell.stdout + shell.stderr

    def _names(self) -> dict[str, str]:
        beside = self.folder.parent
        return {
            r"\bCYCLE\b": CYCLE, "/mnt/backups": f"{beside}/backups", "/srv/nightschool": str(self.folder),
            "/var/lib/node_exporter": f"{beside}/node_exporter",
        }  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("pages")
    for name in ("backups", "node_exporter"):
        (home / name).mkdir()
    return installation(home).root


@pytest.fixture
def desk(made: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(made)
    monkeypatch.setenv("PATH", f"{made / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    monkeypatch.setenv("EDITOR", f"{sys.executable} {made / 'editor.py'}")
    monkeypatch.setenv("NIGHTSCHOOL_EPISODES", str(made / "var" / "episodes.db"))
    monkeypatch.setenv("CARGO_NET_OFFLINE", "true")
    return Desk(made)


@pytest.mark.integration
@pytest.mark.parametrize("page", HERE)
def test_the_commands_of_a_page_run_as_they_stand(desk: Desk, page: str) -> None:
    for line in HERE[page]:
        code, said = desk.run(line)
        assert code in EXITS.get(key(line), {0}), f"{line}\n{said}"


@pytest.mark.integration
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("nightschool evidence 9", 2, "no version '9'"),
        ("test -e nothing_of_the_kind", 1, ""),
    ],
)
def test_a_command_that_fails_is_seen(desk: Desk, line: str, code: int, said: str) -> None:
    found = desk.run(line)
    assert found[0] == code
    assert said in found[1]
