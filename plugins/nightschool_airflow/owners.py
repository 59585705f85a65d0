"""Whose DAGs are made: one set for the installation's own nights, and one for each team in `conf/teams`.

Covered: a team's DAG ids, tags, schedule, assets, and runs that stay within the team: whatever a run was triggered
with, places, stores and the judge are those of the team's file. A wrong file takes away the DAGs of its team alone;
`dags/teams.py` tells of it. Not covered: who may see or trigger which DAG, which are Airflow's permissions.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from airflow.sdk import Asset, Param

from nightschool.config import Config
from nightschool.errors import ConfigError
from nightschool.teams import Team, dag_id, read_teams, team_of
from nightschool_airflow.assets import Assets
from nightschool_airflow.command import project_root, settings

FIXED = (
    "root", "team", "frozen", "domains", "sandbox", "tracking", "storage", "monitoring", "housekeeping", "serve",
    "serving", "model.backend", "curriculum.lessons", "curriculum.crates",
)  # fmt: skip
"""Settings that a team's file alone says: they name what is one's own, or what may be read."""


@dataclass(frozen=True)
class Owner:
    """A team, or the installation itself."""

    team: Team | None = None

    @property
    def name(self) -> str:
        """The team's; empty for the installation."""
        return self.team.name if self.team else ""

    @property
    def tags(self) -> list[str]:
        """Of all its DAGs."""
        return ["nightschool", *([f"team:{self.name}"] if self.name else [])]

    @property
    def assets(self) -> Assets:
        """What its DAGs update."""
        return Assets(self.name)

    def dag(self, name: str) -> str:
        """A DAG's id."""
        return dag_id(name, self.name)

    def schedule(self) -> str | list[Asset] | None:
        """When its nights begin. NIGHTSCHOOL_SCHEDULE empty means by hand only, for everybody."""
        everybodys = os.environ.get("NIGHTSCHOOL_SCHEDULE", "0 2 * * *")
        own = self.team.config.team.schedule if self.team else None
        return self.assets.schedule(everybodys if own is None or not everybodys else own)

    def form(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """The trigger form of a DAG with these parameters; a team's has its file and no other."""
        if self.team is None:
            return dict(params)
        said = f"Settings of team {self.name}. The form cannot change {', '.join(FIXED)}."
        file = Param(self.team.file, type="string", enum=[self.team.file], title="Config", description=said)
        return {**params, "config": file}


def owners() -> list[Owner]:
    """The installation, then its sound teams."""
    return [Owner(), *(Owner(team) for team in read_teams(project_root()).sound)]


def require_teams() -> None:
    """Raise ConfigError with all that is wrong in `conf/teams`."""
    read_teams(project_root()).require_sound()


def require_within(dag: str, params: Mapping[str, Any]) -> None:
    """Raise ConfigError where a run of a team's DAG was given what its file alone may say; before anything runs."""
    name = team_of(dag)
    if not name:
        return
    team = next((one for one in read_teams(project_root()).sound if one.name == name), None)
    if team is None:
        raise ConfigError(f"Team {name!r} has no sound file in conf/teams; `nightschool doctor` says what is wrong.")
    asked = settings(params)
    asked = asked.model_copy(update={"root": (project_root() / asked.root).resolve()})
    if changed := [one for one in FIXED if _setting(asked, one) != _setting(team.config, one)]:
        raise ConfigError(
            f"DAG {dag} was given {', '.join(changed)}; for team {name} {team.file} alone says these. Leave them out."
        )
    if asked.model.base_model != team.config.model.base_model:
        _require_common(asked, dag)


def _setting(config: Config, name: str) -> Any:
    return reduce(getattr, name.split("."), config)


def _require_common(asked: Config, dag: str) -> None:
    """A base model from a form is no folder in somebody's working state or artifacts."""
    place = (asked.root / Path(asked.model.base_model).expanduser()).resolve()
    if any(place.is_relative_to(asked.root / state) for state in ("var", "mlruns")):
        raise ConfigError(f"DAG {dag} was given base model {asked.model.base_model!r}, a folder of somebody's nights.")
