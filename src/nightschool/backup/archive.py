"""The archive: a plain tar of files, folders and, last, `manifest.json` with every file's digest.

Covered: an archive appears whole or not at all; one that was cut off or altered, and one that names anything but files
and folders below the installation's own, is refused before anything of it is written. Not covered: someone who alters
an archive and its manifest; secrecy: it is readable by its owner alone.
Source: POSIX.1-2001 pax, by Python's tarfile; nothing is unpacked by tarfile itself.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from nightschool.backup.copies import Stamp
from nightschool.errors import IntegrityError, UsageError

MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1 << 20
Told = Callable[[int], None]
"""Called with the number of files so far."""


class Hashing:
    """A stream that remembers the digest of what was read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._sha = stream, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """As any stream's."""
        data = self._stream.read(size)
        self._sha.update(data)
        return data

    def digest(self) -> str:
        """SHA-256 so far, 64 hex digits."""
        return self._sha.hexdigest()


class Writer:
    """Adds to an archive; `close` writes the manifest, without which it is none."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._folders = set[str]()
        self.files: dict[str, str] = {}
        """Digests by name."""
        self.size = 0
        """Bytes of all files."""

    def folder(self, name: str, stamp: Stamp) -> None:
        """Add a folder, once."""
        if name not in self._folders:
            self._tar.addfile(_entry(name, stamp, tarfile.DIRTYPE))
            self._folders.add(name)

    def file(self, name: str, stamp: Stamp, stream: IO[bytes], size: int) -> None:
        """Add the first `size` bytes of a stream as a file."""
        entry, hashing = _entry(name, stamp, tarfile.REGTYPE), Hashing(stream)
        entry.size = size
        self._tar.addfile(entry, hashing)  # only read is asked for
        self.files[name] = hashing.digest()
        self.size += size

    def content(self, name: str, stamp: Stamp, content: bytes) -> None:
        """Add a file of these bytes."""
        self.file(name, stamp, io.BytesIO(content), len(content))

    def close(self, about: dict[str, Any]) -> None:
        """Add the manifest."""
        manifest = json.dumps({"format": FORMAT, **about, "files": self.files}, indent=1).encode()
        self.content(MANIFEST, Stamp(0o600, 0), manifest)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A new archive that stands at `path` when the body ends well; what a killed one leaves ends in `.partial`."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield Writer(tar)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)


@dataclass(frozen=True)
class Archive:
    """An archive whose every file is the one its manifest names."""

    path: Path
    root: str
    """Where the installation lay."""
    folders: tuple[str, ...]
    made: str
    files: dict[str, str]
    """Digests by name."""
    digest: str
    """Of the manifest: it names the archive."""
    size: int
    """Bytes of all files."""

    def members(self) -> Iterator[tuple[str, Stamp, IO[bytes] | None]]:
        """All folders (without a stream) and files, parents first."""
        with self._open() as tar:
            for entry in tar:
                if entry.name != MANIFEST:
                    yield entry.name, Stamp(entry.mode & 0o777, entry.mtime), tar.extractfile(entry)

    def _open(self) -> tarfile.TarFile:
        return tarfile.open(self.path, "r:")


def verified(path: Path, told: Told) -> Archive:
    """Read an archive from end to end. Raises IntegrityError, saying what is wrong, unless all of it can be trusted."""
    if not path.is_file():
        raise UsageError(f"There is no archive {path}; `nightschool backup FOLDER` writes one.")
    names, digests, manifest, size = set[str](), dict[str, str](), b"", 0
    try:
        with tarfile.open(path, "r:") as tar:
            for entry in tar:
                _admit(path, entry, names)
                names.add(entry.name)
                if entry.isfile():
                    content = Hashing(tar.extractfile(entry) or io.BytesIO())
                    manifest = _drained(content, entry.size, keep=entry.name == MANIFEST)
                    digests[entry.name], size = content.digest(), size + entry.size
                    told(len(digests))
    except (tarfile.TarError, EOFError, OSError) as error:
        raise IntegrityError(f"{path} is no whole archive ({error}); nothing was restored.") from error
    digest = digests.pop(MANIFEST, None)
    if digest is None or not manifest:
        raise IntegrityError(f"{path} has no manifest at its end: it was cut off. Nothing was restored.")
    archive = _read(path, manifest, digest, size)
    _compare(archive, names, digests)
    return archive


def _drained(content: Hashing, size: int, keep: bool) -> bytes:
    """Read a member to its end; its bytes where they are wanted. Raises EOFError if there are fewer than it says."""
    kept, read = b"", 0
    while chunk := content.read(_CHUNK):
        read += len(chunk)
        kept += chunk if keep else b""
    if read != size:
        raise EOFError("it ends in the middle of a file")
    return kept


def _admit(path: Path, entry: tarfile.TarInfo, names: set[str]) -> None:
    """Refuse what could reach outside of the folder that it is restored into."""
    parts = PurePosixPath(entry.name).parts
    straight = entry.name == "/".join(parts) and not entry.name.startswith("/") and ".." not in parts
    if not straight or not (entry.isreg() or entry.isdir()) or entry.name in names:
        raise IntegrityError(f"{path} holds {entry.name!r}, which no backup does; nothing was restored.")


def _read(path: Path, manifest: bytes, digest: str, size: int) -> Archive:
    try:
        data = json.loads(manifest)
        if data["format"] != FORMAT:
            raise IntegrityError(f"{path} has format {data['format']}; this version reads {FORMAT}. Install the other.")
        files = {str(name): str(value) for name, value in data["files"].items()}
        return Archive(path, str(data["root"]), tuple(data["folders"]), str(data["made"]), files, digest, size)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, IntegrityError):
            raise
        raise IntegrityError(f"{path} has a manifest that cannot be read; nothing was restored.") from error


def _compare(archive: Archive, names: set[str], digests: dict[str, str]) -> None:
    foreign = [name for name in names - {MANIFEST} if not name.startswith(tuple(f"{f}/" for f in archive.folders))]
    other = [name for name in digests.keys() | archive.files.keys() if digests.get(name) != archive.files.get(name)]
    for what, found in (("outside of its folders", foreign), ("other than its manifest says", other)):
        if found:
            raise IntegrityError(
                f"{archive.path} was altered, {len(found)} {what}: {min(found)!r}; nothing was restored."
            )


def _entry(name: str, stamp: Stamp, kind: bytes) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.mode, entry.mtime = kind, stamp.mode, stamp.modified
    return entry
