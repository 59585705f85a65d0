"""Ctrl-C half way: no traceback, exit code 130, nothing half-written, nobody left running; then the same again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from nightschool.files import digest_folder
from nightschool.koans import load_suite, write_suite
from tests.koans.conftest import make_koan

pytestmark = pytest.mark.integration

SMALL = ("curriculum.rows=40", "curriculum.dev_koans=2", "curriculum.shadow_koans=2", "curriculum.shares={aligned: 1}")


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """The command as a shell would start it: in a process group of its own, which Ctrl-C reaches as a whole.

    Tests that a script started in the background ignore Ctrl-C, and so would the command if it inherited that.
    """
    command = [sys.executable, "-m", "nightschool", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=folder, stdout=pipe, stderr=pipe, text=True, start_new_session=True, preexec_fn=heed_ctrl_c
    )


def heed_ctrl_c() -> None:
    """As in a shell's foreground."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupt(child: subprocess.Popen[str], word: str) -> tuple[int, str]:
    """Press Ctrl-C when the command has said `word`; its exit code and stderr."""
    assert child.stdout is not None
    for line in child.stdout:
        if word in line:
            break
    return press(child)


def press(child: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl-C; exit code and stderr, when everything below the command has ended too."""
    time.sleep(0.1)  # into the stage that was announced
    below = psutil.Process(child.pid).children(recursive=True)
    os.killpg(child.pid, signal.SIGINT)
    _, stderr = child.communicate(timeout=60)
    _, alive = psutil.wait_procs(below, timeout=5)
    assert alive == []
    assert "Interrupted; nothing half-made is left. Run it again." in stderr
    return child.returncode, stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write_suite(folder / "koans" / "frozen", [make_koan()])
    return folder


def generate(project: Path, output: str) -> subprocess.Popen[str]:
    return start(project, "generate", "--output", output, *(word for setting in SMALL for word in ("--set", setting)))


def content(folder: Path) -> tuple[str, str, str]:
    """Digests of what was made; the record beside it also says how long it took."""
    corpus = json.loads((folder / "corpus.json").read_text())["digest"]
    return corpus, load_suite(folder / "dev").digest, load_suite(folder / "shadow").digest


@pytest.fixture(scope="module")
def made(project: Path) -> Path:
    """Interrupted, which leaves nothing, then made by two at once."""
    code, stderr = interrupt(generate(project, "made"), "verify: ")
    assert (code, "Traceback" in stderr) == (130, False), stderr
    assert [path.name for path in project.iterdir() if path.is_dir() and "made" in path.name] == []
    children = [generate(project, "made") for _ in range(2)]
    assert [child.wait(timeout=120) for child in children] == [0, 0]
    return project / "made"


def test_an_interrupted_generate_leaves_what_stood_there(project: Path, made: Path) -> None:
    before = digest_folder(made)
    code, stderr = interrupt(generate(project, "made"), "draft: 1 of 1 done")
    assert (code, "Traceback" in stderr) == (130, False), stderr
    assert digest_folder(made) == before


def test_one_alone_makes_what_two_at_once_made(project: Path, made: Path) -> None:
    assert generate(project, "alone").wait(timeout=120) == 0
    assert content(project / "alone") == content(made)


def evaluate(project: Path, suite: Path, output: str) -> subprocess.Popen[str]:
    return start(project, "evaluate", "search", str(suite), "--uncertified", "--output", output)


def verdicts(folder: Path) -> list[tuple[str, str]]:
    attempts = json.loads((folder / "report.json").read_text())["attempts"]
    return [(attempt["koan"], attempt["verdict"]) for attempt in attempts]


def test_an_interrupted_evaluate_leaves_no_report_and_goes_on_to_the_same_one(made: Path, tmp_path: Path) -> None:
    child = evaluate(tmp_path, made / "dev", "report")
    while not (tmp_path / "var/cache/verdicts.sqlite").exists():
        assert child.poll() is None
        time.sleep(0.01)
    code, stderr = press(child)
    assert (code, "Traceback" in stderr) == (130, False), stderr
    assert not (tmp_path / "report" / "report.json").exists()
    children = [evaluate(tmp_path, made / "dev", name) for name in ("report", "again")]
    assert [child.wait(timeout=60) for child in children] == [0, 0]
    assert verdicts(tmp_path / "report") == verdicts(tmp_path / "again") != []
