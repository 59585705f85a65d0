"""The sandbox backends that must pass the same attacks: `@pytest.fixture(params=BACKENDS)`."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

BUILD = Path(__file__).resolve().parents[1] / "containers" / "sandbox" / "build.sh"
IMAGE = os.environ.get("NIGHTSCHOOL_SANDBOX_IMAGE", "")
"""An image to test; without it one is built from this checkout."""
BUILT = "nightschool/sandbox:test"
BACKENDS = ("bubblewrap", pytest.param("docker", marks=pytest.mark.docker))


def settings(backend: str) -> dict[str, Any]:
    """The `sandbox` section for a backend; skips the test where it cannot be had."""
    if backend != "docker":
        return {"backend": backend}
    if why := _missing():
        pytest.skip(why)
    return {"backend": "docker", "image": IMAGE or BUILT}


@cache
def _missing() -> str:
    """Why there is no image of this checkout; empty once it is built."""
    engine = subprocess.run(["docker", "info"], capture_output=True, text=True, check=False) if _has_client() else None
    if engine is None or engine.returncode:
        return "no Docker engine: install one and start it (`systemctl start docker`)"
    if IMAGE:
        return ""
    command = [BUILD, "--network", "host"]
    built = subprocess.run(
        command, env={**os.environ, "TAG": BUILT}, capture_output=True, text=True, timeout=900, check=False
    )
    said = (built.stdout + built.stderr).strip().splitlines()[-3:]
    return "" if built.returncode == 0 else f"{BUILD.name} failed ({' | '.join(said)}); it needs debian:bookworm-slim"


def _has_client() -> bool:
    try:
        return subprocess.run(["docker", "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
