"""`make test` says at its end what files cost, whichever process ran them."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BURN = """
import subprocess, sys, time

BURN = "import time\\nwhile time.process_time() < {seconds}: pass"

def test_here():
    exec(BURN.format(seconds=time.process_time() + 0.4))

def test_in_a_child():
    subprocess.run([sys.executable, "-c", BURN.format(seconds=0.5)], check=True)
"""


def test_a_file_costs_what_its_tests_and_their_children_do_and_files_of_all_processes_are_told(tmp_path: Path) -> None:
    """0.4 s in the process and 0.5 s in a child are at least 0.9 s; the other file does next to nothing."""
    (tmp_path / "test_burns.py").write_text(BURN)
    (tmp_path / "test_idle.py").write_text("def test_nothing():\n    pass\n")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.costs",
        "-n",
        "2",
        "--dist",
        "loadfile",
        "-p",
        "no:cacheprovider",
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = {name: float(seconds) for seconds, name in re.findall(r"^ +(\d+\.\d) (.+)$", done.stdout, re.MULTILINE)}
    assert told.keys() == {"test_burns.py", "test_idle.py", "collecting, all processes"}
    assert told["test_burns.py"] >= 0.9
    assert told["test_idle.py"] < told["test_burns.py"]


def test_make_test_tells_them() -> None:
    assert "-p tests.costs" in (ROOT / "Makefile").read_text(encoding="utf-8")
