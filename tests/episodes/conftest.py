"""A small Cargo workspace, a store of its own, and the subcommand as cargo finds it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from nightschool.episodes.background import wait_for_captures
from nightschool.episodes.episode import Episode
from nightschool.episodes.store import Store
from nightschool.episodes.watched import key_of

SCRIPT = Path(__file__).parents[2] / "scripts" / "cargo-nightschool"
"""What an installation puts on PATH."""
MANIFEST = '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n'


@dataclass
class Shop:
    """A workspace folder and what is needed to run cargo in it."""

    folder: Path
    store: Path
    environment: Mapping[str, str]

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def run(self, *arguments: str, **settings: object) -> subprocess.CompletedProcess[bytes]:
        settings = {"cwd": self.folder, "env": self.environment, "capture_output": True} | settings
        return subprocess.run(arguments, **settings)  # type: ignore[call-overload, no-any-return]

    def cargo(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return self.run("cargo", *arguments)

    def enable(self) -> None:
        with Store(self.store) as store:
            store.enable(key_of(self.folder), "shop", True, 30)

    def episodes(self) -> list[Episode]:
        assert wait_for_captures(self.store, 60)
        with Store(self.store) as store:
            return store.episodes()


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    scripts = tmp_path / "bin"
    scripts.mkdir()
    command = scripts / "cargo-nightschool"
    command.write_text(SCRIPT.read_text().replace("#!python", f"#!{sys.executable}", 1))
    command.chmod(0o755)
    store = tmp_path / "store" / "episodes.db"
    environment = dict(os.environ) | {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "NIGHTSCHOOL_EPISODES": str(store),
        "CARGO_NET_OFFLINE": "true",
        "CARGO_BUILD_JOBS": "1",  # units that fail side by side are told in either order
    }
    made = Shop(tmp_path / "shop", store, environment)
    made.write({"Cargo.toml": MANIFEST, "src/lib.rs": "pub mod till;\n", "src/till.rs": "pub fn sum() -> u8 { 2 }\n"})
    return made
