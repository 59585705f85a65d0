"""The `RUSTC_WORKSPACE_WRAPPER` that records: where it lies, and which wrapper of the user it calls.

It lies at one path in the workspace's target folder, since cargo builds units of another wrapper apart: members are
built once for it, dependencies are shared with the user's builds. Covered: wrappers set in the environment or in
cargo's config files. Not covered: `--config` on cargo's command line.
"""

from __future__ import annotations

import os
import shlex
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from nightschool.cargo import record
from nightschool.files import write_atomic

WRAPPER = "RUSTC_WORKSPACE_WRAPPER"


def install(folder: Path, name: str) -> Path:
    """Write the wrapper into `folder` unless it is there as it must be; returns its path."""
    path = folder / name
    text = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -I -S {shlex.quote(str(Path(record.__file__)))} "$@"\n'
    if not path.exists() or path.read_text() != text:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomic(path, text)
    path.chmod(0o755)
    return path


def users_wrapper(folder: Path, environment: Mapping[str, str]) -> str:
    """The workspace wrapper that the user has set, by cargo's order; empty if there is none."""
    for name in (WRAPPER, "CARGO_BUILD_RUSTC_WORKSPACE_WRAPPER"):
        if environment.get(name):
            return environment[name]
    for file in config_files(folder, environment):
        try:
            said = tomllib.loads(file.read_text(encoding="utf-8")).get("build", {}).get("rustc-workspace-wrapper")
        except (OSError, ValueError):
            continue  # cargo itself says what is wrong with it
        if said:
            return str(file.parent.parent / said) if os.sep in said else said
    return ""


def config_files(folder: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    """Cargo's config files for a folder, the strongest first."""
    home = Path(environment.get("CARGO_HOME") or Path.home() / ".cargo")
    folders = [*(one / ".cargo" for one in (folder, *folder.parents)), home]
    for place in dict.fromkeys(folders):
        yield from [file for name in ("config", "config.toml") if (file := place / name).is_file()][:1]
