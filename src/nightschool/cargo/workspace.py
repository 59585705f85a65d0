"""The workspace around a folder, as `cargo metadata` has it.

Covered: its root, its target folder, its packages. Not covered: dependencies; what cargo builds of it says the run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nightschool.errors import EnvironmentMissingError, UsageError


@dataclass(frozen=True, slots=True)
class Package:
    """A member of the workspace."""

    id: str
    name: str
    root: Path
    edition: str
    license: str | None


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace; one package alone is one too."""

    root: Path
    target: Path
    """Where cargo builds."""
    packages: tuple[Package, ...]

    @property
    def own(self) -> Path:
        """What is kept for this workspace between runs; `cargo clean` removes it."""
        return self.target / "nightschool"

    def owner(self, file: Path) -> Package | None:
        """The package whose folder holds a file: the innermost."""
        holding = [one for one in self.packages if file.is_relative_to(one.root)]
        return max(holding, key=lambda one: len(one.root.parts), default=None)


def cargo_program() -> str:
    """The user's cargo: `CARGO` where a cargo has started us. EnvironmentMissingError without one."""
    found = os.environ.get("CARGO") or shutil.which("cargo")
    found = found or shutil.which("cargo", path=str(Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo")) / "bin"))
    if not found:
        raise EnvironmentMissingError("No cargo on PATH. Install Rust from https://rustup.rs.")
    return found


def find_workspace(folder: Path, environment: Mapping[str, str] | None = None) -> Workspace:
    """The workspace of the package that `folder` is in. Raises UsageError with cargo's words where it can read none."""
    command = [cargo_program(), "metadata", "--no-deps", "--format-version=1"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        what = "No Cargo package" if "could not find `Cargo.toml`" in said else "Cargo cannot read the package"
        raise UsageError(f"{what} at {str(folder)!r}: {said}")
    data = json.loads(done.stdout)
    packages = [
        Package(one["id"], one["name"], Path(one["manifest_path"]).parent, one["edition"], one.get("license"))
        for one in data["packages"]
    ]
    return Workspace(Path(data["workspace_root"]), Path(data["target_directory"]), tuple(packages))
