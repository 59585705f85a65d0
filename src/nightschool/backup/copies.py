"""Copies of what others write at the same time: a database between two transactions, a file between two writes.

Covered: SQLite's online backup, checked; a file that is replaced or rewritten while it is read. Not covered: a file
that never stands still: of one that only grows, such as a log, the beginning is taken.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from nightschool.errors import IntegrityError

SMALL = 64 << 20
"""Files up to this many bytes are read at once, and again if they changed meanwhile; larger ones are models and the
like, which are written aside and renamed."""
_TURNS = 3
_BUSY_S = 60.0


@dataclass(frozen=True)
class Stamp:
    """What an archive keeps of a file beside its content."""

    mode: int
    modified: float
    """Seconds since 1970; housekeeping and the next night go by it."""


def stamp_of(path: Path) -> Stamp:
    """Mode and time of a file or folder."""
    found = path.stat()
    return Stamp(found.st_mode & 0o777, found.st_mtime)


def copy_database(source: Path, target: Path) -> None:
    """A whole copy of a SQLite database as it is between two transactions; writers wait for as long as it takes.

    Raises IntegrityError if the copy is not sound, or the file cannot be read as a database.
    """
    try:
        with (
            closing(sqlite3.connect(f"file:{quote(str(source))}?mode=rw", uri=True, timeout=_BUSY_S)) as theirs,
            closing(sqlite3.connect(target)) as ours,
        ):
            theirs.backup(ours)
            said = ours.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise IntegrityError(f"{source} cannot be copied as a SQLite database: {error}.") from error
    if said != "ok":
        raise IntegrityError(f"{source} is a damaged SQLite database: {said}. Restore it from an earlier backup.")


def steady(path: Path) -> bytes:
    """A small file's content, read again if it changed meanwhile."""
    for _turn in range(_TURNS):
        with path.open("rb") as file:
            before, content = path.stat(), file.read()
        after = path.stat()
        if (before.st_ino, before.st_mtime_ns, before.st_size) == (after.st_ino, after.st_mtime_ns, len(content)):
            break
    return content
