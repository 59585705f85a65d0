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
Keep = Callable[[str, Stamp, "Hashing | None"], None]
"""Called with a member's name, mode and time, and its content, which it may read; None for a folder."""


class Hashing:
    """A stream that remembers the digest of what was read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._sha = stream, hashlib.sha256()
        self.size = 0
        """Bytes that were read."""

    def read(self, size: int = -1) -> bytes:
        """As any stream's."""
        data = self._stream.read(size)
        self._sha.update(data)
        self.size += len(data)
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


@contextmanager
def writing_to(stream: IO[bytes]) -> Iterator[Writer]:
    """A new archive into a stream that cannot go back, such as a pipe; it has a manifest if the body ends well."""
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        yield Writer(tar)


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
        with tarfile.open(self.path, "r:") as tar:
            for entry in tar:
                if entry.name != MANIFEST:
                    yield entry.name, _stamp(entry), tar.extractfile(entry)


def verified(path: Path, told: Told) -> Archive:
    """Read an archive from end to end. Raises IntegrityError, saying what is wrong, unless all of it can be trusted."""
    if not path.is_file():
        raise UsageError(f"There is no archive {path}; `nightschool backup FOLDER` writes one.")
    try:
        with path.open("rb") as file:
            return verified_stream(file, path, told, lambda *_: None)
    except OSError as error:
        raise IntegrityError(f"{path} cannot be read to its end ({error}); nothing was restored.") from error


def verified_stream(stream: IO[bytes], path: Path, told: Told, keep: Keep) -> Archive:
    """As `verified`, from a stream that cannot go back; `keep` sees each member before it is known whether all is well.

    What it is given may be of a forged archive: only names are certain to be straight.
    """
    reading = _Reading(path, told, keep)
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for entry in tar:
                reading.take(tar, entry)
    except (tarfile.TarError, EOFError) as error:
        raise IntegrityError(f"{path} is no whole archive ({error}); nothing was restored.") from error
    return reading.whole()


class _Reading:
    """An archive that is being read."""

    def __init__(self, path: Path, told: Told, keep: Keep) -> None:
        self._path, self._told, self._keep = path, told, keep
        self._names, self._digests, self._size = set[str](), dict[str, str](), 0
        self._manifest = io.BytesIO()

    def take(self, tar: tarfile.TarFile, entry: tarfile.TarInfo) -> None:
        """The next member. Raises IntegrityError for one that may not be in an archive, EOFError for half a file."""
        _admit(self._path, entry, self._names)
        self._names.add(entry.name)
        if entry.isdir():
            return self._keep(entry.name, _stamp(entry), None)
        content = Hashing(tar.extractfile(entry) or io.BytesIO())
        if entry.name == MANIFEST:
            self._manifest = io.BytesIO(content.read())
        else:
            self._keep(entry.name, _stamp(entry), content)
        while content.read(_CHUNK):
            pass
        if content.size != entry.size:
            raise EOFError("it ends in the middle of a file")
        self._digests[entry.name] = content.digest()
        self._size += entry.size
        return self._told(len(self._digests))

    def whole(self) -> Archive:
        """The archive, after its last member. Raises IntegrityError unless it is what its manifest says."""
        digest, manifest = self._digests.pop(MANIFEST, None), self._manifest.getvalue()
        if digest is None or not manifest:
            raise IntegrityError(f"{self._path} has no manifest at its end: it was cut off. Nothing was restored.")
        archive = _read(self._path, manifest, digest, self._size)
        _compare(archive, self._names, self._digests)
        return archive


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


def _stamp(entry: tarfile.TarInfo) -> Stamp:
    return Stamp(entry.mode & 0o777, entry.mtime)


def _entry(name: str, stamp: Stamp, kind: bytes) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.mode, entry.mtime = kind, stamp.mode, stamp.modified
    return entry
