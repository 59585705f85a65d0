"""The small workspace of these tests, in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

WORKSPACE = Path(__file__).parent / "workspace"


def copied(folder: Path) -> Path:
    """A copy of the workspace without what cargo has built."""
    made = folder / "w"
    shutil.copytree(WORKSPACE, made, ignore=shutil.ignore_patterns("target"))
    return made


def edit(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which must be there once."""
    text = file.read_text()
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new))
