"""Without a registry compose finds the image of PostgreSQL, Redis and Caddy that airgap.sh has built and noted."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("requirements.lock", "Makefile", "pyproject.toml", "src/nightschool/__init__.py", "docker-compose.yml")


@pytest.fixture
def checkout(tmp_path):
    """What airgap.sh reads, an engine that says yes to everything and writes it down, and a small toolchain."""
    shutil.copytree(ROOT / "containers", tmp_path / "containers")
    for name in NEEDED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for folder in ("programs", "rust/bin", "rust/lib"):
        (tmp_path / folder).mkdir(parents=True)
    programs = {
        "docker": f'echo "$*" >> {tmp_path}/asked; case "$*" in *.Id*) echo sha256:under ;; esac; [ "$1" != buildx ]',
        "rustc": f"echo {tmp_path}/rust",
        "../rust/bin/rustc": ":",
    }
    for name, script in programs.items():
        path = tmp_path / "programs" / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    return tmp_path


def images_made(checkout):
    path = f"{checkout}/programs:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHON": sys.executable, "NIGHTSCHOOL_RUSTC": "rustc"}
    command = [checkout / "containers" / "airgap.sh", "images"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.integration
def test_a_fresh_installation_gets_the_image_that_was_just_built(checkout):
    assert "Noted in .env: PostgreSQL, Redis and Caddy are nightschool/services:" in images_made(checkout)
    env = checkout / ".env"
    noted = dict(line.split("=") for line in env.read_text().splitlines())
    tags = re.findall(r"--tag (\S+)", (checkout / "asked").read_text())
    assert set(noted.values()) <= set(tags)
    asked = set(re.findall(r"image: \$\{(\w+):-(?:postgres|redis|caddy)", (checkout / NEEDED[-1]).read_text()))
    assert set(noted) == asked == {"POSTGRES_IMAGE", "REDIS_IMAGE", "PROXY_IMAGE"}
    assert stat.S_IMODE(env.stat().st_mode) == 0o600
    images_made(checkout)
    assert len(env.read_text().splitlines()) == 3


@pytest.mark.parametrize(
    ("before", "told"),
    [("POSTGRES_IMAGE=mirror/postgres:15\n", ""), ("POSTGRES_PASSWORD=x\n", "belongs to volumes that other images")],
)
def test_what_somebody_chose_or_has_begun_is_kept(checkout, before, told):
    (checkout / ".env").write_text(before)
    command = [sys.executable, checkout / "containers" / "note_stores.py", "nightschool/services:0"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (told in said, bool(said)) == (True, bool(told))
    assert (checkout / ".env").read_text() == before


def test_each_lock_that_the_images_files_name_is_there():
    named = {}
    for path in [*ROOT.glob("containers/*/*"), *ROOT.glob("containers/*.sh")]:
        if path.is_dir():
            continue
        for lock in re.findall(r"[\w./-]+\.lock\b(?!=)", path.read_text(encoding="utf-8")):
            named.setdefault(lock, path.name)
    copied = {"/build/requirements.lock", "/build/more.lock", "nightschool.lock"}  # the last is a label
    assert {lock for lock in set(named) - copied if not (ROOT / lock).exists()} == set()
    assert {"requirements.lock", "containers/more.lock"} <= set(named)


def asked(checkout, word):
    """Lines of what the engine was asked that hold a word."""
    return [line for line in (checkout / "asked").read_text().splitlines() if word in line]


def test_images_are_built_on_a_base_that_has_todays_updates_and_no_builder_is_left_behind(checkout):
    """The engine here knows of no label, so that the base is made anew."""
    images_made(checkout)
    text = (ROOT / "containers" / "base.Dockerfile").read_text()
    assert "apt-get upgrade --yes" in text
    (base,) = asked(checkout, "containers/base.Dockerfile")
    assert "--no-cache" in base
    fresh = re.search(r"--tag (\S+)", base)[1]
    built = [line for line in asked(checkout, "build ") if "/Dockerfile" in line or "sandbox" in line]
    assert len(built) == 5
    assert all(f"BASE={fresh}" in line for line in built)
    assert asked(checkout, "image prune") == ["image prune --force --filter label=nightschool.stage=builder"]
    order = (checkout / "asked").read_text()
    assert order.index("image prune") > order.rindex("build ")


def test_every_stage_that_is_not_kept_says_so():
    for path in ROOT.glob("containers/*/Dockerfile"):
        text = path.read_text()
        stages = re.findall(r"^FROM \S+ AS \w+\n(.*)", text, re.MULTILINE)
        assert set(stages) <= {"LABEL nightschool.stage=builder"}, path


def test_changed_code_is_laid_on_images_of_the_same_locks_only(checkout):
    images_made(checkout)
    tags = [line.split()[2] for line in asked(checkout, "tag nightschool/") if line.startswith("tag ")]
    assert {tag.split(":")[0] for tag in tags} == {"nightschool/airflow", "nightschool/trainer"}
    command = [checkout / "containers" / "airgap.sh", "code"]
    path = f"{checkout}/programs:{os.environ['PATH']}"
    refused = subprocess.run(command, env={**os.environ, "PATH": path}, capture_output=True, text=True)
    assert refused.returncode == 1
    assert "-whole of these locks: containers/airgap.sh" in refused.stderr
