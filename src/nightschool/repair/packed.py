"""Files that the package ships, compressed where their name ends in .xz.

Covered: reading either kind, the name under which a file is there. Not covered: writing them aside and renaming
(`files.write_atomic`).
"""

from __future__ import annotations

import lzma
from pathlib import Path

PACKED = ".xz"


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
