"""Whose nights these are, where teams share an installation; a team's places and names are its own by default."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from nightschool.config.section import Section

OWN = {
    "tracking": {
        "experiment": "nightschool-{team}",
        "model_name": "nightschool-rust-repair-{team}",
        "artifacts": "mlruns/teams/{team}/artifacts",
    },
    "serve": {"socket": "var/teams/{team}/run/serve.sock"},
}
"""Defaults of a team, by section; what its file says stands."""


class TeamConfig(Section):
    """The team (docs/howto-teams.md); an installation without teams leaves this out."""

    name: str = Field("", pattern=r"^([a-z][a-z0-9-]{0,29})?$")
    """In the team's DAG ids, assets, metrics and pages; its working state is `var/teams/NAME`. Empty: no team."""
    schedule: str | None = None
    """When its nights begin: a cron line in UTC, `nightschool://episodes` for its own episodes, empty for by hand only;
    None: as NIGHTSCHOOL_SCHEDULE says."""
    episodes: Path | None = None
    """Store of episodes that its intake reads, below the root; None: `episodes.db` in its working state. Its developers
    name the same file in NIGHTSCHOOL_EPISODES."""


def working(team: str) -> str:
    """Folder of working state below the root; without a team it is that of the installation's own nights."""
    return f"var/teams/{team}" if team else "var"


def with_own_names(data: Any) -> Any:
    """Raw settings with the defaults of the team that they name; as they are where they name none."""
    team = data.get("team") if isinstance(data, dict) else None
    name = team.get("name") if isinstance(team, dict) else getattr(team, "name", "")
    if not name:
        return data
    own = {section: {key: text.format(team=name) for key, text in keys.items()} for section, keys in OWN.items()}
    given = {section: data.get(section) for section in own}
    plain = {section: (said or {}) for section, said in given.items() if said is None or isinstance(said, dict)}
    return {**data, **{section: {**own[section], **said} for section, said in plain.items()}}
