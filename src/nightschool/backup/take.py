"""Takes a backup while nights run: what points at something is copied before what it points at.

In this order: Airflow's database, cycles (they point at phases), MLflow's database and the ledgers of all teams in one
moment (under their registries' locks), everything else. So what is restored may have a finished phase that Airflow does
not know of, which a rerun finds, but never a pointer to nothing. Covered: housekeeping, which takes nothing away
meanwhile. Not covered: what a phase has done that had not ended: it begins again.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from nightschool import __version__
from nightschool.backup.archive import Writer, writing
from nightschool.backup.copies import SMALL, Stamp, copy_database, stamp_of, steady
from nightschool.backup.places import Installation, contents, installation_of, is_database
from nightschool.config import Config
from nightschool.errors import CycleBusyError, EnvironmentMissingError, UsageError
from nightschool.tracking import Ledger
from nightschool.types import Progress

_FIRST = ("cycles", "history")
"""Of each working state."""


@dataclass(frozen=True)
class Made:
    """What an archive holds."""

    path: Path
    files: int
    size: int
    """Bytes of all files."""


def backup(config: Config, destination: Path, progress: Progress) -> Made:
    """Write an archive to `destination`, a new file or a folder in which it gets a name.

    Raises UsageError for a destination that cannot be, CycleBusyError while housekeeping or another backup is at work.
    """
    place = installation_of(config)
    path = _destination(place, destination)
    about = about_now(place)
    try:
        with (
            undisturbed(place),
            tempfile.TemporaryDirectory(dir=path.parent, prefix=".nightschool-") as scratch,
            writing(path) as writer,
        ):
            _everything(Taking(place, writer, Path(scratch), progress))
            made = Made(path, len(writer.files), writer.size)
            writer.close(about)
    except OSError as error:
        raise EnvironmentMissingError(f"The backup was not made, nothing stands at {path}: {error}.") from error
    return made


def _everything(taking: Taking) -> None:
    """All of the embedded installation in the order that the module tells of."""
    place, copy = taking.place, taking.scratch / "mlflow.db"
    taking.add(place.airflow)
    taking.first()
    with taking.moment():
        if place.mlflow and place.mlflow.exists():
            copy_database(place.mlflow, copy)
    if place.mlflow and copy.exists():
        taking.stream(place.mlflow, copy, stamp_of(place.mlflow))
    taking.rest()


@dataclass(frozen=True)
class Taking:
    """One backup at work; its steps are called in this order."""

    place: Installation
    writer: Writer
    scratch: Path
    progress: Progress

    def first(self) -> None:
        """What points at everything else."""
        for one in self._pointing():
            self._add_below(one)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Between two changes of the registry: every ledger is added as it is while the body runs."""
        lines = dict[Path, bytes]()
        with ExitStack() as stack:
            for path in sorted(self.place.ledgers):
                path.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(FileLock(path.with_name("registry.lock")))
            for path in self.place.ledgers:
                lines[path] = Ledger(path).copy()
            yield
        for path, content in lines.items():
            if path.exists():
                self.writer.content(self.place.name(path), stamp_of(path), content)

    def rest(self) -> None:
        """All files that were not taken yet."""
        taken = tuple(self.place.name(one) for one in self._pointing())
        for folder in self.place.folders:
            self._add_below(self.place.root / folder, without=taken)
        self.progress("files", len(self.writer.files), len(self.writer.files))

    def _pointing(self) -> list[Path]:
        return [state / name for state in self.place.states for name in _FIRST]

    def _add_below(self, folder: Path, without: tuple[str, ...] = ()) -> None:
        for path in contents(self.place, folder):
            if self.place.name(path).startswith(tuple(f"{name}/" for name in without)):
                continue  # what came since points at what the databases do not know yet
            if path.is_dir():
                self.writer.folder(self.place.name(path), stamp_of(path))
            else:
                self.add(path)
            self.progress("files", len(self.writer.files), 0)

    def add(self, path: Path) -> None:
        """Add a file unless it is there already, has its own moment, or has gone."""
        if self.place.name(path) in self.writer.files or path in (*self.place.ledgers, self.place.mlflow):
            return
        try:
            stamp = stamp_of(path)
            if is_database(self.place, path):
                copy = self.scratch / "copy.db"
                copy_database(path, copy)
                self.stream(path, copy, stamp)
                copy.unlink()
            elif path.stat().st_size > SMALL:
                self.stream(path, path, stamp)
            else:
                self.writer.content(self.place.name(path), stamp, steady(path))
        except FileNotFoundError:
            return

    def stream(self, path: Path, source: Path, stamp: Stamp) -> None:
        """Add a copy of a file under its own name."""
        with source.open("rb") as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            self.writer.file(self.place.name(path), stamp, file, size)


def about_now(place: Installation) -> dict[str, Any]:
    """What the manifest says of an archive beside its files."""
    made = f"{_now():%Y-%m-%d %H:%M:%S} UTC"
    return {"nightschool": __version__, "made": made, "root": str(place.root), "folders": place.folders}


def _destination(place: Installation, destination: Path) -> Path:
    """The archive's path. Raises UsageError where one cannot be made."""
    path = destination.resolve()
    if path.is_dir():
        path = _free(path / f"nightschool-{_now():%Y-%m-%dT%H%M%SZ}.tar")
    if place.holds(path):
        raise UsageError(f"{path} lies in what is backed up and would be lost with it; name a place outside.")
    if path.exists():
        raise UsageError(f"{path} exists already; no backup is written over another. Name a new file, or a folder.")
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent} for the backup; make it first.")
    return path


def _free(path: Path) -> Path:
    """`path`, with a number before its ending where another backup of the same second has it."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(one for one in chain([path], numbered) if not one.exists())


@contextmanager
def undisturbed(place: Installation) -> Iterator[None]:
    """While nothing is taken away, of whatever team. Raises CycleBusyError where somebody is at it."""
    with ExitStack() as stack:
        for state in place.states:
            state.mkdir(parents=True, exist_ok=True)
            lock = state / "housekeeping.lock"
            try:
                stack.enter_context(FileLock(lock, timeout=0))
            except Timeout as error:
                busy = f"Housekeeping or another backup is at work ({lock}); run this again after it."
                raise CycleBusyError(busy) from error
        yield


def _now() -> datetime:
    return datetime.now(UTC)
