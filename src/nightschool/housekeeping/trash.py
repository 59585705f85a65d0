"""Taking folders away so that a kill in the middle leaves nothing that looks whole: one rename, then the deletion.

What goes is renamed into `.trash` of its store, where nobody looks for anything, and deleted from there; what a killed
housekeeping left in it is deleted by the next. Covered: folders, files, links (never what they point at), what is
written meanwhile. Not covered: whether it may go; a store that spans file systems (rename refuses, and says so).
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from nightschool.errors import EnvironmentMissingError

FOLDER = ".trash"


@dataclass(frozen=True)
class Trash:
    """The trash of one store."""

    store: Path
    """Folder below which everything is that may land here."""

    @property
    def folder(self) -> Path:
        """Where things lie until they are deleted."""
        return self.store / FOLDER

    def take(self, path: Path) -> bool:
        """Put a file, folder or link into the trash, at once; True also where it is gone already."""
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            path.rename(self.folder / f"{uuid4().hex[:12]}-{path.name[:100]}")
        except FileNotFoundError:
            return True
        except OSError as error:
            raise EnvironmentMissingError(
                f"{path} cannot be renamed into {self.folder} ({error.strerror}); it stays whole."
            ) from error
        return True

    def size(self) -> int:
        """Bytes that lie in it."""
        return measured(self.folder).size

    def empty(self) -> None:
        """Delete what lies in it; what cannot be deleted stays for the next time."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.is_symlink() or not path.is_dir():
                path.unlink(missing_ok=True)
            else:
                shutil.rmtree(path, ignore_errors=True)


@dataclass(frozen=True)
class Measured:
    """A file or folder with all below it."""

    size: int
    """Bytes of content."""
    changed: float
    """Newest modification, seconds since 1970; 0 where nothing is."""


def measured(path: Path, without: tuple[str, ...] = ()) -> Measured:
    """Size and newest change, links not followed; `without` names folders directly below that are left out."""
    size, changed = 0, 0.0
    for one in _all(path, without):
        size += one.st_size if stat.S_ISREG(one.st_mode) else 0
        changed = max(changed, one.st_mtime)
    return Measured(size, changed)


def _all(path: Path, without: tuple[str, ...]) -> Iterator[os.stat_result]:
    """What vanishes while it is looked at is left out."""
    try:
        found = path.lstat()
    except OSError:
        return
    yield found
    if not stat.S_ISDIR(found.st_mode):
        return
    try:
        below = list(os.scandir(path))
    except OSError:
        return
    for entry in below:
        if entry.name not in without:
            yield from _all(Path(entry.path), ())
