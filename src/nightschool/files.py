"""Files that are whole or not there: atomic writes, and digests of text, JSON and folders.

Covered: a reader never sees half a file, whatever is killed when. Not covered: network file systems whose
rename is not atomic.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock

from nightschool.errors import EnvironmentMissingError


def digest_text(*parts: str) -> str:
    """SHA-256 over the parts with their lengths, so that ("ab", "c") and ("a", "bc") differ. Hex, 64 digits."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        sha.update(len(data).to_bytes(8, "big") + data)
    return sha.hexdigest()


def digest_json(data: Any) -> str:
    """SHA-256 of the canonical JSON form (sorted keys). Hex, 64 digits."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()


def digest_folder(folder: Path) -> str:
    """SHA-256 over relative names and contents of all files below `folder`. Hex, 64 digits."""
    sha = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        sha.update(path.relative_to(folder).as_posix().encode() + b"\0" + digest_file(path).encode())
    return sha.hexdigest()


def digest_file(path: Path) -> str:
    """SHA-256 of a file's content. Hex, 64 digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_atomic(path: Path, data: str | bytes) -> None:
    """Write bytes, or text as UTF-8, so that `path` holds the old content or the new one, never a part.

    What was there keeps its mode, behind a link too; what is new is the owner's alone.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_json(path: Path, data: Any) -> None:
    """`write_atomic` of indented JSON."""
    write_atomic(path, json.dumps(data, indent=2, sort_keys=True, default=str) + "\n")


@contextmanager
def made_aside(folder: Path) -> Iterator[Path]:
    """A new folder that takes the place of `folder` when the body ends well, and is removed when it does not."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        new.chmod(0o755)
        yield new
        replace_folder(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def replace_folder(new: Path, folder: Path) -> None:
    """Rename `new` to `folder`; what stood there steps aside first and comes back if that fails.

    Killed in between, it leaves the old folder aside, where `standing` finds it. Two at once take turns.
    """
    old = _aside(folder)
    with FileLock(folder.with_name(f".{folder.name}.lock")):
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)


def standing(folder: Path) -> Path:
    """Where the content of `folder` stands: there, or aside if `replace_folder` was killed in the middle."""
    old = _aside(folder)
    return old if not folder.exists() and old.exists() else folder


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def mark_used(path: Path) -> None:
    """Note that a file or folder was used now: housekeeping counts its days from then. One that is gone stays gone."""
    with suppress(OSError):
        os.utime(path)


def folder_name(cycle: str) -> str:
    """What a cycle's folder is called: `scheduled__2026-11-22T02:00:00+00:00` without what some file systems refuse."""
    return re.sub(r"[+:]", "_", cycle)


def need_space(folder: Path, megabytes: int) -> None:
    """Raise EnvironmentMissingError unless the file system of `folder` has that much room."""
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free // 2**20
    if free < megabytes:
        raise EnvironmentMissingError(
            f"{folder} has {free} MiB free and {megabytes} MiB are needed; free some: `nightschool housekeeping` "
            "shows what nothing needs any more, and takes it away with --delete (docs/housekeeping.md)."
        )
