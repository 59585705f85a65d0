"""What belongs to an installation: its folders, and which of what lies in them can be brought back.

Covered: locks, processes' records, things that are being made or taken away, SQLite's own side files and folders that
are made again by a command are left out; a link to a file of the installation is that file. Not covered: reading them
(`copies.py`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nightschool.config import Config
from nightschool.config.team import working
from nightschool.errors import UsageError
from nightschool.teams import everybody
from nightschool.tracking.ledger import ledger_of

REMADE = ("var/run", "var/site", "var/containers")
"""Records and logs of running services, the documentation's pages, images' wheels."""
VOLUMES = ("artifacts", "mlruns", "var")
"""Folders of a team's volumes in the container that takes them."""
_PASSING = re.compile(r".*\.(partial|fetched|\w+-(wal|shm|journal))|\.trash|\.restore|\..+\.[a-z0-9_]{8}")
"""Names of what is there for a moment: phases in the making, which begin again, SQLite's side files, what is being
taken away or brought back, what `files` writes aside."""
_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True)
class Installation:
    """Where an installation keeps its state."""

    root: Path
    folders: tuple[str, ...]
    """Relative to the root; none lies in another."""
    mlflow: Path | None
    """MLflow's database; None where it is behind a server."""
    ledgers: tuple[Path, ...]
    """Of the installation's own nights and of its teams."""
    states: tuple[Path, ...]
    """Working states: `var`, and those of the teams in it."""
    artifacts: tuple[Path, ...]
    """Of MLflow's runs."""

    @property
    def airflow(self) -> Path:
        """The embedded Airflow's database."""
        return self.root / "var" / "airflow" / "airflow.db"

    def name(self, path: Path) -> str:
        """A path as the archive calls it."""
        return path.relative_to(self.root).as_posix()

    def holds(self, path: Path) -> bool:
        """Whether a path lies in one of the folders."""
        return any(path.is_relative_to(self.root / folder) for folder in self.folders)


def installation_of(config: Config) -> Installation:
    """The embedded installation. Raises UsageError for one whose parts are behind servers or outside of its root."""
    root, uri = config.root.resolve(), config.tracking.uri
    if not uri.startswith("sqlite:///"):
        raise UsageError(
            f"backup and restore cover the embedded installation; tracking.uri is {uri.partition(':')[0]}:... A team's "
            "services have `make compose-backup` (docs/howto-backup.md#a-teams-services)."
        )
    configs = _configs(config)
    mlflow, ledgers = (root / uri.removeprefix("sqlite:///")).resolve(), _ledgers(configs)
    folders = {root / "var", mlflow.parent, *(ledger.parent for ledger in ledgers)}
    outside = [str(path) for path in folders if root not in path.parents]
    if outside:
        raise UsageError(f"backup and restore cover folders below {root}; outside of it: {', '.join(sorted(outside))}.")
    tops = sorted(path.relative_to(root).as_posix() for path in folders if not folders & set(path.parents))
    artifacts = _each((root / one.tracking.artifacts).resolve() for one in configs)
    return Installation(root, tuple(tops), mlflow, ledgers, _states(root, configs), artifacts)


def volumes_of(config: Config) -> Installation:
    """A team's files, as docker-compose.yml mounts them for a backup: `artifacts` of MLflow's server, ledger, `var`.

    Raises UsageError for ledgers outside of the volume. Artifacts in a bucket leave that folder empty.
    """
    root, configs = config.root.resolve(), _configs(config)
    ledgers, artifacts = _ledgers(configs), root / "artifacts"
    outside = [str(path) for path in ledgers if root / "mlruns" not in path.parents]
    if outside:
        raise UsageError(f"Ledgers lie in the volume {root / 'mlruns'}; outside of it: {', '.join(sorted(outside))}.")
    return Installation(root, VOLUMES, None, ledgers, _states(root, configs), (artifacts,))


def _configs(config: Config) -> list[Config]:
    """The installation's own settings and its teams'."""
    return [config, *(one.config for one in everybody(config.root.resolve()))]


def _ledgers(configs: Iterable[Config]) -> tuple[Path, ...]:
    return _each(ledger_of(one).path for one in configs)


def _states(root: Path, configs: Iterable[Config]) -> tuple[Path, ...]:
    return _each([root / "var", *(root / working(one.team.name) for one in configs)])


def _each(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Without those that come twice."""
    return tuple(dict.fromkeys(paths))


def contents(place: Installation, folder: Path) -> Iterator[Path]:
    """Files and folders below `folder` that belong in an archive, parents first; not what vanishes meanwhile."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        path = Path(entry.path)
        if _PASSING.fullmatch(entry.name) or place.name(path) in REMADE or _is_lock(path):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield path
            yield from contents(place, path)
        elif path.is_file() and (not entry.is_symlink() or place.holds(path.resolve())):
            yield path


def _is_lock(path: Path) -> bool:
    """Locks are empty, unlike a Cargo.lock."""
    return path.suffix == ".lock" and path.is_file() and not path.stat().st_size


def is_database(place: Installation, path: Path) -> bool:
    """Whether a file is a SQLite database that something may write to; what phases and runs keep is finished."""
    if any(path.is_relative_to(finished) for finished in (*(var / "phases" for var in place.states), *place.artifacts)):
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
