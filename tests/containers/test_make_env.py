"""containers/make_env.py and the files that it writes for compose: from .env, from nobody, from a folder elsewhere."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "containers").mkdir()
    shutil.copy(ROOT / "containers" / "make_env.py", tmp_path / "containers")
    (tmp_path / ".env.example").write_text("A_PASSWORD=\nB_PASSWORD=\nWORKER_CPUS=\nNIGHTSCHOOL_SECRETS=\n")
    return tmp_path


def made(checkout):
    command = [sys.executable, checkout / "containers" / "make_env.py"]
    return subprocess.run(command, capture_output=True, text=True)


def env(checkout):
    return dict(line.split("=", 1) for line in (checkout / ".env").read_text().splitlines())


def test_each_secret_is_a_file_that_containers_read_in_a_folder_that_nobody_else_enters(checkout):
    assert made(checkout).returncode == 0
    folder = checkout / env(checkout)["NIGHTSCHOOL_SECRETS"]
    assert {file.name: file.read_text() for file in folder.iterdir()} == {
        "a_password": env(checkout)["A_PASSWORD"], "b_password": env(checkout)["B_PASSWORD"],
    }  # fmt: skip
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o444}
    assert ".secrets/" in (ROOT / ".gitignore").read_text().split()


def test_a_line_that_is_changed_changes_the_file_and_one_that_is_removed_leaves_it(checkout):
    made(checkout)
    known = env(checkout)
    kept = f"NIGHTSCHOOL_SECRETS={known['NIGHTSCHOOL_SECRETS']}\n"
    (checkout / ".env").write_text(f"A_PASSWORD=other\nWORKER_CPUS=1\n{kept}")
    assert made(checkout).stdout == ""
    assert "B_PASSWORD" not in env(checkout)
    assert (checkout / ".secrets" / "a_password").read_text() == "other"
    assert (checkout / ".secrets" / "b_password").read_text() == known["B_PASSWORD"]


def test_a_folder_that_somebody_else_fills_is_looked_at_and_what_it_lacks_is_named(checkout):
    theirs = checkout / "vault"
    theirs.mkdir()
    (theirs / "a_password").write_text("theirs\n")
    (checkout / ".env").write_text(f"NIGHTSCHOOL_SECRETS={theirs}\nA_PASSWORD=of before\n")
    refused = made(checkout)
    assert (refused.returncode, "No b_password in" in refused.stderr) == (1, True)
    (theirs / "b_password").write_text("theirs too\n")
    assert made(checkout).returncode == 0
    assert (theirs / "a_password").read_text() == "theirs\n"
    assert "B_PASSWORD" not in env(checkout)
    assert not (checkout / ".secrets").exists()
