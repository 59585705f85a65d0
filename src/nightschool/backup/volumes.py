"""A team's volumes as one archive, and back: the part that runs in a container of the trainer's image.

`containers/backup.py` and `containers/restore.py`, which run it, bring the databases: PostgreSQL's dumps come in as a
tar and lie in `postgres/`. Covered: Airflow's database was dumped before, MLflow's is between two changes of the
registry; the rest as `take.py` has it. Covered on the way back: a forged or cut archive, volumes that hold something, a
kill at any moment (before the note `var/.restore/ready.json` nothing was changed, after it the same archive's restore
goes on). Not covered: the databases themselves; Redis, Celery's results and logs, which no night needs.
"""

from __future__ import annotations

import json
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any
from uuid import uuid4

from nightschool.backup.archive import MANIFEST, Archive, Hashing, Writer, verified_stream, writing_to
from nightschool.backup.bring import ASIDE, READY, Restored, stamp_path, write_member
from nightschool.backup.copies import Stamp
from nightschool.backup.places import Installation, contents, volumes_of
from nightschool.backup.take import Made, Taking, about_now, undisturbed
from nightschool.config import Config
from nightschool.errors import CycleBusyError, EnvironmentMissingError, IntegrityError, UsageError
from nightschool.files import write_json
from nightschool.types import Progress

DUMPS = "postgres"
"""Folder of the databases' dumps in the archive."""
DATABASES = ("airflow", "mlflow")
"""What must be among them, each as NAME.dump."""


def take(config: Config, out: IO[bytes], dumps: IO[bytes], held: Callable[[], None], progress: Progress) -> Made:
    """Write the archive to `out`. `held` is called while no registry changes; then dumps are read, a tar.

    Raises CycleBusyError while housekeeping or another backup is at work, or where no dumps come.
    """
    place = volumes_of(config)
    try:
        with undisturbed(place), tempfile.TemporaryDirectory() as scratch, writing_to(out) as writer:
            taking = Taking(place, writer, Path(scratch), progress)
            taking.first()
            with taking.moment():
                held()
            _add_dumps(writer, dumps)
            taking.rest()
            about = about_now(place)
            made = Made(place.root, len(writer.files), writer.size)
            writer.close({**about, "folders": (*about["folders"], DUMPS)})
    except OSError as error:
        raise EnvironmentMissingError(f"The backup was not made: {error}.") from error
    return made


def _add_dumps(writer: Writer, dumps: IO[bytes]) -> None:
    """Raises CycleBusyError for a stream that ends before all came."""
    missing = {f"{name}.dump" for name in DATABASES}
    for name, stamp, stream, size in _dumped(dumps):
        writer.file(f"{DUMPS}/{name}", stamp, stream, size)
        missing -= {name}
    if missing:
        raise CycleBusyError(f"Of the databases {', '.join(sorted(missing))} did not come; no backup was made.")


def _dumped(dumps: IO[bytes]) -> Iterator[tuple[str, Stamp, IO[bytes], int]]:
    """Each dump's name, time, content and size."""
    try:
        with tarfile.open(fileobj=dumps, mode="r|") as tar:
            for entry in tar:
                if stream := tar.extractfile(entry):
                    yield PurePosixPath(entry.name).name, Stamp(0o600, entry.mtime), stream, entry.size
    except tarfile.TarError as error:
        raise CycleBusyError(f"No dumps of the databases came ({error}); no backup was made.") from error


@dataclass(frozen=True)
class Wanted:
    """The archive that is to be restored, and what stands in its way."""

    digest: str
    """Of its manifest."""
    replace: bool
    """Whether what is there may be deleted."""
    filled: tuple[str, ...] = ()
    """What else is not empty: databases."""


def unpack(config: Config, stream: IO[bytes], wanted: Wanted, progress: Progress) -> Restored:
    """Unpack an archive beside what the volumes hold and verify all of it; `finish` puts it in place.

    Raises UsageError where something stands there that may not go, unless this archive's restore was begun before, and
    IntegrityError for an archive that is not whole.
    """
    place = volumes_of(config)
    note = _note(place)
    if (begun := _begun(note)).get("archive") == wanted.digest:
        return Restored(begun["made"], begun["files"], begun["size"])
    if not wanted.replace:
        _require_empty(place, wanted.filled)
    with _aside(place):
        archive = _unpacked(place, stream, progress)
        _require_same(place, archive, wanted.digest)
        told = {"archive": archive.digest, "made": archive.made, "files": len(archive.files), "size": archive.size}
        names = {name: sorted(path.name for path in _new(place, name).glob("*")) for name in place.folders}
        write_json(note, {**told, "names": names})
    return Restored(archive.made, len(archive.files), archive.size)


def finish(config: Config) -> None:
    """Put what was unpacked in the place of all that is there. Can be killed, and run again.

    Raises UsageError where no restore was begun.
    """
    place = volumes_of(config)
    note = _note(place)
    if not note.exists():
        raise UsageError("No restore was begun: nothing lies in var/.restore. `make compose-restore` begins one.")
    for folder, names in _begun(note)["names"].items():
        _put(place.root / folder, names)
    for folder in place.folders:
        for path in {*(place.root / folder / ASIDE).glob("*")} - {note}:
            _remove(path)
    note.unlink()  # last: until then the same command goes on
    _forget(place)


def _put(folder: Path, names: Sequence[str]) -> None:
    """Rename what was unpacked to `folder`, and aside what stands there and is none of `names`."""
    aside = folder / ASIDE
    for path in folder.glob("*"):
        if path.name not in (*names, ASIDE):
            path.rename(aside / uuid4().hex)
    for name in names:
        new, here = aside / "new" / name, folder / name
        if new.exists():
            if here.exists() or here.is_symlink():
                here.rename(aside / uuid4().hex)
            new.rename(here)


def _unpacked(place: Installation, stream: IO[bytes], progress: Progress) -> Archive:
    """Everything of the archive but the dumps, below each volume's `.restore/new`."""
    folders: list[tuple[Path, Stamp]] = []

    def keep(name: str, stamp: Stamp, content: Hashing | None) -> None:
        top, _, below = name.partition("/")
        if top not in place.folders or below.partition("/")[0] in ("", ASIDE):
            return  # a dump, or foreign, which the manifest's comparison tells
        path = _new(place, top) / below
        (path if content is None else path.parent).mkdir(parents=True, exist_ok=True)
        if content is None:
            folders.append((path, stamp))
        else:
            write_member(path, stamp, content)

    try:
        archive = verified_stream(stream, Path("The archive"), lambda done: progress("unpacked", done, 0), keep)
    except OSError as error:
        raise EnvironmentMissingError(f"The archive cannot be unpacked: {error}; nothing was restored.") from error
    for path, stamp in reversed(folders):
        stamp_path(path, stamp)
    return archive


def _require_same(place: Installation, archive: Archive, wanted: str) -> None:
    """Raise unless it is the archive that was asked for, and one of these volumes."""
    if archive.digest != wanted:
        raise IntegrityError(f"{MANIFEST} changed since the archive was looked at; nothing was restored.")
    ours = (str(place.root), (*place.folders, DUMPS))
    if (archive.root, archive.folders) != ours:
        raise UsageError(
            f"The archive is a backup of {', '.join(archive.folders)} of {archive.root}, not of a team's volumes; an "
            "embedded installation's is restored by `nightschool restore`. Nothing was restored."
        )


def _require_empty(place: Installation, filled: Sequence[str]) -> None:
    found = list(filled)
    for folder in map(place.root.joinpath, place.folders):
        kept = [path for path in contents(place, folder) if path.is_file()]
        if kept:
            found.append(f"volume {folder.name} ({len(kept)} files, such as {place.name(kept[0])})")
    if _note(place).exists():
        found.append("another archive's restore that was begun")
    if found:
        raise UsageError(
            f"Not empty: {', '.join(found)}; nothing was restored. REPLACE=1 restores in its place and deletes what is "
            "there."
        )


@contextmanager
def _aside(place: Installation) -> Iterator[None]:
    """Room for what is unpacked; nothing of it is left where the body fails."""
    _forget(place)
    try:
        for folder in place.folders:
            (place.root / folder / ASIDE).mkdir(mode=0o700)
        yield
    except BaseException:
        _forget(place)
        raise


def _forget(place: Installation) -> None:
    for folder in place.folders:
        shutil.rmtree(place.root / folder / ASIDE, ignore_errors=True)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _new(place: Installation, folder: str) -> Path:
    return place.root / folder / ASIDE / "new"


def _note(place: Installation) -> Path:
    return place.root / "var" / ASIDE / READY


def _begun(note: Path) -> dict[str, Any]:
    """What was noted of a restore that was begun; nothing where none was."""
    about: dict[str, Any] = json.loads(note.read_text(encoding="utf-8")) if note.exists() else {}
    return about
