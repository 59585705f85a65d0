"""Chromium, axe-core and a served page; tests are skipped, with the reason, where one of them is not at hand.

apt-get install chromium && .venv/bin/pip install -e '.[pictures]'
.venv/bin/python -m pytest -m slow tests/pictures                # pictures in var/pictures
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config
from tests.airflow.conftest import ROOT

AXE, AXE_SHA256 = "4.14.1", "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"
"""Version of the npm package axe-core (MPL-2.0; fetched, not kept here) and the digest of its archive."""
PLACE = Path(os.environ.get("NIGHTSCHOOL_PICTURES", ROOT / "var" / "pictures"))
"""Where pictures go."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium of the system, driven by playwright."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on the PATH (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright (pip install -e '.[pictures]')")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from npm, once; compared with its digest each time."""
    place = ROOT / "var" / "cache" / f"axe-core-{AXE}.tgz"
    if not place.exists():
        _fetch_axe(place)
    found = hashlib.sha256(place.read_bytes()).hexdigest()
    assert found == AXE_SHA256, f"{place} has digest {found}, wanted {AXE_SHA256}: delete it"
    with tarfile.open(place) as archive:
        member = archive.extractfile("package/axe.min.js")
        assert member is not None
        return member.read().decode()


def _fetch_axe(place: Path) -> None:
    if shutil.which("npm") is None:
        pytest.skip("no npm on the PATH, which fetches axe-core")
    place.parent.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", f"axe-core@{AXE}", "--silent", "--pack-destination", str(place.parent)]
    fetched = subprocess.run(command, capture_output=True, text=True, check=False, cwd=place.parent)
    if fetched.returncode:
        pytest.skip(f"npm cannot fetch axe-core: {fetched.stderr.strip()[-200:]}")


@pytest.fixture(scope="module")
def serve() -> Iterator[Callable[[Config], str]]:
    """Serve the page for a project's folder; returns where."""
    from tests.pictures.serving import served_page

    with ExitStack() as servers:
        yield lambda config: servers.enter_context(served_page(config))
