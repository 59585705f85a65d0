"""A worker that is stopped: its phases save and leave, it takes nothing new and ends with its tasks."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nightschool.leaving import GRACE_S, LEFT
from tests.parsed import read_yaml

ROOT = Path(__file__).parents[1]
WORKER = ROOT / "containers" / "worker"
COMPOSE = read_yaml(ROOT / "docker-compose.yml")["services"]
CELERY = """
import signal, subprocess, sys
from pathlib import Path
folder = Path(sys.argv[1])
asked = []
signal.signal(signal.SIGTERM, lambda *_: asked.append((folder / "worker").write_text("told")))
task = subprocess.Popen([sys.executable, folder / "nightschool", "run", "align"], start_new_session=True)
other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
code = task.wait()
print("task ended with", code, "after the worker was told:", bool(asked), flush=True)
other.kill()
sys.exit(0 if asked else 9)
"""
PHASE = """
import sys, time
from pathlib import Path
from nightschool.leaving import leaves_when_asked
with leaves_when_asked():
    (Path(__file__).parent / "begun").touch()
    time.sleep(600)
"""


def wait_for(path: Path, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, path
        time.sleep(0.05)


def test_phases_of_a_stopped_worker_leave_and_nothing_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "celery.py").write_text(CELERY)
    (tmp_path / "nightschool").write_text(PHASE)
    command = [sys.executable, str(WORKER), sys.executable, str(tmp_path / "celery.py"), str(tmp_path)]
    worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    wait_for(tmp_path / "begun")
    worker.terminate()
    said, _ = worker.communicate(timeout=60)
    assert "is asked to leave" in said
    assert said.count("asked to leave") == 1  # the other session is no phase
    assert f"task ended with {LEFT} after the worker was told: True" in said
    assert worker.returncode == 0


@pytest.mark.parametrize(
    ("script", "code"), [("import sys; sys.exit(3)", 3), ("import os; os.kill(os.getpid(), 9)", 137)]
)
def test_a_worker_that_ends_by_itself_is_told_by_its_code(script: str, code: int) -> None:
    assert subprocess.run([sys.executable, WORKER, sys.executable, "-c", script], check=False).returncode == code


def test_containers_of_workers_are_given_longer_than_a_phase_needs_to_leave() -> None:
    for name in ("worker-cpu", "worker-gpu", "worker-gpu-nvidia"):
        assert COMPOSE[name]["command"][0] == "worker"
        assert int(COMPOSE[name]["stop_grace_period"].removesuffix("s")) >= GRACE_S + 30
    assert "containers/worker" in (ROOT / "containers" / "trainer" / "Dockerfile").read_text()
    assert os.access(WORKER, os.X_OK)


RUN = """
import sys, time
import nightschool.phases
nightschool.phases.run_phase = lambda name, context: (print("begun", flush=True), time.sleep(600))
sys.argv = ["nightschool", "run", "certify"]
from nightschool.cli import main
main()
"""


@pytest.mark.integration
def test_a_phase_that_is_asked_to_leave_says_so_and_ends_with_its_code(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", RUN], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    child.terminate()
    _, said = child.communicate(timeout=60)
    assert (child.returncode, said) == (LEFT, "Asked to leave: what is done is kept, and the same command goes on.\n")


LEAVING = """
import sys, time
from nightschool.leaving import is_asked, leave, leaves_when_asked, saving
with leaves_when_asked(float(sys.argv[2])):
    if sys.argv[1] == "plain":
        print("begun", flush=True)
        time.sleep(60)
    with saving():
        print("begun", flush=True)
        while not is_asked() or sys.argv[1] == "stuck":
            time.sleep(0.05)
        print("saved", flush=True)
        if sys.argv[1] == "saves":
            leave()
    print("went on", flush=True)
"""


@pytest.mark.parametrize(
    ("how", "grace_s", "code", "said"),
    [
        ("plain", 30.0, LEFT, ""),  # nothing is in the making: it ends where it is
        ("saves", 30.0, LEFT, "saved\n"),
        ("ends", 30.0, LEFT, "saved\n"),  # what was saving came to its own end: it leaves all the same
        ("stuck", 0.3, -signal.SIGALRM, ""),
    ],
)
def test_whoever_is_asked_leaves_at_once_or_once_it_has_saved_or_is_killed(
    how: str, grace_s: float, code: int, said: str
) -> None:
    child = subprocess.Popen([sys.executable, "-c", LEAVING, how, str(grace_s)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    child.terminate()
    rest, _ = child.communicate(timeout=60)
    assert (child.returncode, rest) == (code, said)
