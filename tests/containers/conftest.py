"""A container engine, and the project's images in it.

NIGHTSCHOOL_BUILD_IMAGES=1 (`make test-docker`) installs and starts an engine where there is none and builds all images;
without it, the tests use what is there and say what is missing. An engine that was started here is stopped.
"""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from nightschool import __version__

ROOT = Path(__file__).parents[2]
BUILD = os.environ.get("NIGHTSCHOOL_BUILD_IMAGES") == "1"
sys.path.insert(0, str(ROOT / "plugins"))


def tag(image):
    return f"nightschool/{image}:{__version__}"


def docker(*words, check=True, timeout=120, **options):
    """Run the docker command; its output, both streams."""
    command = ["docker", *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False, **options)
    assert not check or done.returncode == 0, f"{words}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done


@pytest.fixture(scope="session")
def engine():
    script = ROOT / "containers" / "engine.sh"
    found = subprocess.run([script, "install" if BUILD else "start"], capture_output=True, text=True, check=False)
    if found.returncode != 0:
        pytest.skip(f"no container engine: {found.stderr.strip().splitlines()[-1]}")
    yield
    if "started" in found.stdout.split():
        subprocess.run([script, "stop"], check=True)


@pytest.fixture(scope="session")
def built(engine):
    """All images made, if that was asked for."""
    if BUILD:
        made = subprocess.run([ROOT / "containers" / "airgap.sh"], capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stdout[-2000:] + made.stderr[-2000:]


def usable(name, remedy, *proof):
    """The tag `name`, or a skip where the engine has no such image or cannot run `proof` in it."""
    if docker("image", "inspect", name, check=False).returncode != 0:
        pytest.skip(f"no image {name}: {remedy}")
    if proof and (done := docker("run", "--rm", name, *proof, check=False)).returncode != 0:
        pytest.skip(f"the engine here cannot run containers: {done.stderr.strip().splitlines()[-1:]}")
    return name


@pytest.fixture(scope="session")
def image(built):
    """A function from an image's name to its tag, which skips where the image is not there."""

    @cache
    def find(name):
        proof = () if name == "sandbox" else ("true",)
        return usable(tag(name), "containers/airgap.sh builds it (make test-docker)", *proof)

    return find


@pytest.fixture
def base(built):
    """The base image, for containers of the tests' own."""
    return usable(os.environ.get("BASE", "debian:bookworm-slim"), "containers/airgap.sh base", "true")
