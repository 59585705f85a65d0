"""The folder of an export: whole under its name, or not there.

Covered: an existing folder is refused, nothing is replaced; what fails or is interrupted leaves nothing. Not covered: a
process that is killed outright leaves a hidden folder `.NAME.*` beside it, never the name itself.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nightschool.errors import UsageError


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to fill, which is called `folder` once the body has ended well. Raises UsageError if that exists."""
    _refuse_existing(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        aside.chmod(0o755)
        yield aside
        _refuse_existing(folder)
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _refuse_existing(folder: Path) -> None:
    if folder.exists() or folder.is_symlink():
        raise UsageError(f"{str(folder)!r} is there already; remove it, or name another folder with --out.")
