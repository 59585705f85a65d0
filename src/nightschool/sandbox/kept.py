"""Takes files out of a working folder that an untrusted program has had its way with.

Covered: symbolic links anywhere in the path, devices and pipes, files that are too large, folders in the
place of files; each counts as missing. Not covered: a program still running; call when its tree is dead.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import PurePosixPath


def relative(name: str) -> PurePosixPath:
    """`name` as a path that stays inside the working folder. Raises ValueError naming it otherwise."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in name:
        raise ValueError(f"Not a path inside the working folder: {name!r}. Use a relative one without '..'.")
    return path


def take(folder: int, names: Iterable[str], largest: int) -> dict[str, bytes]:
    """The named regular files under the open directory `folder`, each at most `largest` bytes."""
    found = {}
    for name in names:
        with contextlib.suppress(OSError):
            content = _read(folder, relative(name), largest)
            if content is not None:
                found[name] = content
    return found


def _read(folder: int, path: PurePosixPath, largest: int) -> bytes | None:
    with contextlib.ExitStack() as stack:
        for part in path.parts[:-1]:
            folder = os.open(part, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
            stack.callback(os.close, folder)
        file = os.open(path.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
        with os.fdopen(file, "rb") as stream:
            status = os.fstat(file)
            if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
                return None
            return stream.read(largest)
