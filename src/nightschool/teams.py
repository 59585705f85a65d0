"""The teams of an installation, one config file each in `conf/teams`, and that no two share what is one's own.

Own are: name, MLflow experiment, registered model, artifacts with the ledger beside them, working state, the stores of
phases and episodes, the file of metrics, the server's socket. The installation's own nights are one more party.
Shared may be what is only read or keeps nothing: suites, lessons, crates, the judge, the MLflow server.
Covered: a file that cannot be used takes away its own team alone, two that clash take away both. Not covered: who may
write these files; two addresses of one store, which is why names must differ wherever they are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import ConfigError

FOLDER = "conf/teams"
"""Below the project's root."""
STORES = ("phases", "cycles", "cache", "registry", "history", "episodes", "airflow", "run")
"""Folders of working state that something may be taken from."""


DAGS = ("nightly_cycle", "promote", "rollback", "watch_registry", "episode_intake", "housekeeping")
"""One set of them for the installation's own nights, and one a team."""


def dag_id(dag: str, team: str) -> str:
    """What Airflow calls one of DAGS of a team: `nightly_cycle__red`; without a team its plain name."""
    return f"{dag}__{team}" if team else dag


def team_of(known: str) -> str:
    """Whose DAG it is by its id; empty for the installation's own and for DAGs of others."""
    dag, _, team = known.partition("__")
    return team if dag in DAGS else ""


@dataclass(frozen=True)
class Team:
    """One party: a team, or the installation's own nights, whose name is empty."""

    file: str
    """Of its settings, below the root."""
    config: Config

    @property
    def name(self) -> str:
        """The team's."""
        return self.config.team.name


@dataclass(frozen=True)
class Teams:
    """What `conf/teams` holds."""

    sound: tuple[Team, ...]
    """By name; each shares nothing with another."""
    wrong: tuple[str, ...] = ()
    """What is wrong with the others, a message each."""

    def require_sound(self) -> None:
        """Raise ConfigError with all that is wrong."""
        if self.wrong:
            raise ConfigError("\n".join(self.wrong))


def read_teams(root: Path) -> Teams:
    """The teams of the installation at `root`. Raises nothing for a wrong file."""
    parties, wrong = list[Team](), list[str]()
    for path in _files(root):
        try:
            parties.append(_team(root, path))
        except ConfigError as error:
            wrong.append(str(error))
    all_of_them = [*parties, *_own(root)] if parties else []
    clashes = {(a.file, b.file): told for a, b in combinations(all_of_them, 2) if (told := clash(a, b))}
    lost = {file for pair in clashes for file in pair}
    sound = sorted((one for one in parties if one.file not in lost), key=lambda one: one.name)
    return Teams(tuple(sound), (*wrong, *clashes.values()))


def everybody(root: Path) -> list[Team]:
    """Who has nights here: the installation's own, then its sound teams."""
    return [*_own(root), *read_teams(root).sound]


def require_apart(config: Config) -> None:
    """Raise ConfigError where these settings share something with another team's; before anything is taken away."""
    root = config.root.resolve()
    us = Team("these settings", config.model_copy(update={"root": root}))
    for path in _files(root):
        try:
            other = _team(root, path)
        except ConfigError:  # `nightschool doctor` tells of it; it has no DAGs
            continue
        if other.name != us.name and (told := clash(us, other)):
            raise ConfigError(told)
    for own in _own(root) if us.name else ():
        if told := clash(us, own):
            raise ConfigError(told)


def clash(one: Team, other: Team) -> str:
    """What is wrong with two parties, naming both files and the value; empty where they share nothing."""
    for setting, value in _shared(one.config, other.config):
        return f"{one.file} and {other.file} share {setting}: {value}. Give each its own (docs/howto-teams.md)."
    return ""


def _files(root: Path) -> list[Path]:
    return sorted(path for path in (root / FOLDER).glob("*.yaml") if path.is_file())


def _team(root: Path, path: Path) -> Team:
    """Raises ConfigError for a file that is not a team's of this installation."""
    config, file = load_config(path), path.relative_to(root).as_posix()
    if not config.team.name:
        raise ConfigError(f"{file} names no team. Set team.name, or move it to conf/.")
    if (root / config.root).resolve() != root.resolve():
        raise ConfigError(f"{file} sets root to {config.root}; a team's root is the installation's. Leave it out.")
    return Team(file, config.model_copy(update={"root": root.resolve()}))


def _own(root: Path) -> list[Team]:
    """The installation's own nights; none where their file cannot be read, which `doctor` and every command tell."""
    file = os.environ.get("NIGHTSCHOOL_CONFIG") or "conf/default.yaml"
    try:
        config = load_config(root / file if (root / file).exists() else None)
    except ConfigError:
        return []
    if config.team.name:  # the installation begins its forms with a team's file: that team is a party already
        return []
    return [Team(file, config.model_copy(update={"root": (root / config.root).resolve()}))]


def _shared(one: Config, other: Config) -> Iterator[tuple[str, object]]:
    names, theirs = _names(one), _names(other)
    yield from ((setting, name) for setting, name in names.items() if name and name == theirs[setting])
    places, others = _places(one), _places(other)
    yield from ((setting, place) for setting, place in places.items() if _overlap(place, others.get(setting)))
    for ours, config in ((places, other), (others, one)):
        for setting, place in ours.items():
            yield from ((setting, place) for store in _stores(config) if _overlap(place, store))


def _names(config: Config) -> dict[str, str]:
    return {
        "team.name": config.team.name,
        "tracking.experiment": config.tracking.experiment,
        "tracking.model_name": config.tracking.model_name,
        "storage.url": (config.storage.url or "").rstrip("/"),
    }


def _places(config: Config) -> dict[str, Path]:
    """Absolute, links followed."""
    artifacts = config.root / config.tracking.artifacts
    found = {
        "working state": config.var if config.team.name else None,
        "tracking.artifacts": artifacts,
        "tracking.artifacts, the ledger's folder": artifacts.resolve().parent / "ledger.jsonl",
        "serve.socket": config.root / config.serve.socket,
        "team.episodes": config.episodes_store,
        "monitoring.textfile": config.monitoring.textfile and config.root / config.monitoring.textfile,
    }
    return {setting: place.resolve() for setting, place in found.items() if place is not None}


def _stores(config: Config) -> list[Path]:
    """Where working state is; that of the installation's own nights lies around that of the teams."""
    var = config.var.resolve()
    return [var] if config.team.name else [var / name for name in STORES]


def _overlap(one: Path, other: Path | None) -> bool:
    return other is not None and (one.is_relative_to(other) or other.is_relative_to(one))
