"""A bare machine: containers/engine.sh installs what is missing of engine, compose and debootstrap, and nothing else."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STUBS = {
    "apt-get": 'echo "$*" >> {folder}/asked',
    "id": "echo 0",
    "dockerd": ":",
    "debootstrap": ":",
    "docker-compose": ":",
    "docker": '[ "$1" != compose ]',
    "docker with compose": ":",
}


@pytest.fixture
def machine(tmp_path):
    """A function: what is asked of apt-get on a machine that has these programs."""
    (tmp_path / "containers").mkdir()
    shutil.copy(ROOT / "containers" / "engine.sh", tmp_path / "containers")
    (tmp_path / "bin").mkdir()
    for name in ("bash", "env", "dirname", "xargs", "echo", "sh"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))

    def asked(*has):
        for name in ("apt-get", "id", *has):
            file = tmp_path / "bin" / name.partition(" ")[0]
            file.write_text(f"#!/bin/sh\n{STUBS[name].format(folder=tmp_path)}\n")
            file.chmod(0o755)
        command = [tmp_path / "bin" / "bash", tmp_path / "containers" / "engine.sh", "install"]
        subprocess.run(command, env={"PATH": str(tmp_path / "bin")}, capture_output=True, check=False)
        file = tmp_path / "asked"
        return file.read_text().splitlines() if file.exists() else []

    return asked


def test_a_bare_machine_gets_all_of_it(machine):
    update, install = machine()
    assert update == "update -qq"
    assert install.split("recommends ")[1] == "docker.io iptables docker-compose debootstrap"


def test_what_is_there_is_left_alone(machine):
    _, install = machine("docker", "dockerd", "debootstrap")
    assert install.split("recommends ")[1] == "docker-compose"


@pytest.mark.parametrize("compose", [("docker with compose",), ("docker", "docker-compose")])
def test_compose_may_be_of_either_version(machine, compose):
    assert machine(*compose, "dockerd", "debootstrap") == []
