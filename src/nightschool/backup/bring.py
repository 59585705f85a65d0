"""Brings an archive back: verified whole, unpacked aside, then put in place by renames.

Covered: a place that holds something already (refused without consent), services and phases that run there (refused),
another root (refused: MLflow and cycles hold absolute paths), a full disk, a kill at any moment: before the note
`.restore/ready.json` nothing was changed, after it the next restore of the same archive finishes the renames.
Not covered: power that fails in the middle; folders that are mounts or links, which cannot be renamed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import uuid4

from filelock import FileLock, Timeout

from nightschool.backup.archive import Archive, Hashing, verified
from nightschool.backup.copies import Stamp
from nightschool.backup.places import Installation, contents, installation_of
from nightschool.config import Config
from nightschool.embedded import Services, Settings
from nightschool.errors import CycleBusyError, EnvironmentMissingError, IntegrityError, UsageError
from nightschool.files import need_space, write_json
from nightschool.types import Progress

ASIDE = ".restore"
"""Below the root: what is unpacked (`new`), what steps aside (`old`), the note that all of it is there."""
READY = "ready.json"
_KEPT = "README.md"
"""In mlruns/, of the checkout itself."""


@dataclass(frozen=True)
class Restored:
    """What was brought back."""

    made: str
    """When the archive was made."""
    files: int
    size: int
    """Bytes of all files."""


def restore(config: Config, path: Path, replace: bool, progress: Progress) -> Restored:
    """Bring the installation back as it was; with `replace`, in place of what is there, which is deleted then.

    Raises IntegrityError for an archive that is not whole, UsageError or CycleBusyError for a place that is not free.
    """
    place = installation_of(config)
    archive = verified(path, lambda done: progress("verified", done, 0))
    with _alone(place) as aside:
        if not _finished(place, archive, aside):
            _require_place(place, archive, replace)
            need_space(place.root, (archive.size >> 20) + 64)
            _unpack(archive, aside / "new", progress)
            write_json(aside / READY, {"archive": archive.digest})
            _put(place, aside)
    return Restored(archive.made, len(archive.files), archive.size)


@contextmanager
def _alone(place: Installation) -> Iterator[Path]:
    """The folder aside, while nothing else of this installation is at work; CycleBusyError where something is."""
    services = Services(Settings(place.root))
    running = [name for name in (*Services.AIRFLOW, "mlflow") if services.record(name)]
    if running:
        raise CycleBusyError(f"{', '.join(running)} of {place.root} run; `make down` first, then restore.")
    aside = place.root / ASIDE
    aside.mkdir(mode=0o700, exist_ok=True)  # secrets get their modes only after they are written
    with ExitStack() as stack:
        held = [state / name for state in place.states for name in ("phase.lock", "housekeeping.lock")]
        for lock in (aside / "lock", *held):
            try:
                if lock.parent.is_dir():
                    stack.enter_context(FileLock(lock, timeout=0))
            except Timeout as error:
                raise CycleBusyError(f"Something is at work and holds {lock}; restore after it.") from error
        try:
            yield aside
        finally:
            if not (aside / READY).exists():
                shutil.rmtree(aside, ignore_errors=True)


def _require_place(place: Installation, archive: Archive, replace: bool) -> None:
    """Raise UsageError where the archive does not belong here, or something stands here that may not go."""
    if (archive.root, archive.folders) != (str(place.root), place.folders):
        raise UsageError(
            f"{archive.path} is a backup of {', '.join(archive.folders)} of {archive.root}, this is "
            f"{', '.join(place.folders)} of {place.root}: MLflow and cycles hold absolute paths. Restore it there."
        )
    for folder in map(place.root.joinpath, place.folders):
        if folder.is_symlink() or folder.is_mount():
            raise UsageError(f"{folder} is a link or a mount and cannot be replaced at once; make it a plain folder.")
        kept = [path for path in contents(place, folder) if path.is_file() and path != folder / _KEPT]
        if kept and not replace:
            raise UsageError(
                f"{folder} is not empty ({len(kept)} files, such as {place.name(kept[0])}); nothing was restored. "
                "--replace restores in its place and deletes what is there."
            )


def _unpack(archive: Archive, new: Path, progress: Progress) -> None:
    """Everything below `new`; folders get their times last, since files below them change those."""
    shutil.rmtree(new, ignore_errors=True)
    folders: list[tuple[Path, Stamp]] = []
    done = 0
    try:
        for name, stamp, stream in archive.members():
            path = new / name
            (path if stream is None else path.parent).mkdir(parents=True, exist_ok=True)
            if stream is None:
                folders.append((path, stamp))
            else:
                _write(path, stamp, stream, archive.files[name])
                done += 1
                progress("unpacked", done, len(archive.files))
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise EnvironmentMissingError(f"{archive.path} cannot be unpacked: {error}; nothing was restored.") from error
    for path, stamp in reversed(folders):
        stamp_path(path, stamp)


def _write(path: Path, stamp: Stamp, stream: IO[bytes], digest: str) -> None:
    content = Hashing(stream)
    write_member(path, stamp, content)
    if content.digest() != digest:
        raise IntegrityError(f"{path.name} changed in the archive since it was verified; nothing was restored.")


def write_member(path: Path, stamp: Stamp, content: Hashing) -> None:
    """Write a member of an archive as a file with its mode and time."""
    with path.open("wb") as file:
        shutil.copyfileobj(content, file, 1 << 20)  # only read is asked for
    stamp_path(path, stamp)


def stamp_path(path: Path, stamp: Stamp) -> None:
    """Give a file or folder its mode and time again."""
    path.chmod(stamp.mode)
    os.utime(path, (stamp.modified, stamp.modified))


def _finished(place: Installation, archive: Archive, aside: Path) -> bool:
    """Finish the renames of a restore that was killed among them; whether it was of this archive."""
    note = aside / READY
    if not note.exists():
        return False
    same: bool = json.loads(note.read_text(encoding="utf-8"))["archive"] == archive.digest
    _put(place, aside)
    return same


def _put(place: Installation, aside: Path) -> None:
    """Rename each unpacked folder into its place. Can be killed, and run again."""
    try:
        for folder in place.folders:
            if (new := aside / "new" / folder).exists():
                _swap(new, place.root / folder, aside / "old")
    except OSError as error:
        raise EnvironmentMissingError(
            f"What was unpacked in {aside} could not be put in place: {error}. Mend that and restore again."
        ) from error
    (aside / READY).unlink()


def _swap(new: Path, here: Path, old: Path) -> None:
    """Rename `new` to `here`; what stands there steps aside into `old`."""
    if here.exists():
        old.mkdir(exist_ok=True)
        here.rename(old / uuid4().hex)
    here.parent.mkdir(parents=True, exist_ok=True)
    new.rename(here)
