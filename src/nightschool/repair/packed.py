"""Files that the package ships, compressed where their name ends in .xz.

Covered: reading either kind, the name under which a file is there, and what reading many small objects needs. Not
covered: writing them aside and renaming (`files.write_atomic`).
"""

from __future__ import annotations

import gc
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKED = ".xz"
READ_AGAIN = 2
"""Latest files of a kind that are not read again where their bytes are equal: what is in use, and what it is compared
with."""


def packed(path: Path, data: bytes) -> bytes:
    """The bytes as they are stored under this name."""
    return lzma.compress(data, preset=9) if path.suffix == PACKED else data


def unpacked(path: Path) -> bytes:
    """The bytes that were stored. Raises OSError for a file that cannot be read, ValueError for a damaged one."""
    data = path.read_bytes()
    try:
        return lzma.decompress(data) if path.suffix == PACKED else data
    except (lzma.LZMAError, EOFError) as error:
        raise ValueError(f"it cannot be unpacked: {error}") from error


def stored(folder: Path, name: str) -> Path:
    """Where a file of that name is: packed, if only that is there."""
    plain, small = folder / name, folder / (name + PACKED)
    return small if small.exists() and not plain.exists() else plain


@contextmanager
def without_collector() -> Iterator[None]:
    """The body makes many objects that stay: the collector of cycles, which would look at them again and again, rests.

    Of other threads it only waits: it is back at the end of the body.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
