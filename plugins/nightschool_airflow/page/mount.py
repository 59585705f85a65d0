"""Where the page is mounted, and an app that is made when it is first asked for.

Covered: schedulers and workers load plugins too and never serve a page: they import neither FastAPI's app nor what
reads nights. Not covered: what is served (`app`).
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from nightschool.teams import read_teams, team_of

if TYPE_CHECKING:
    from fastapi import FastAPI

    from nightschool.config import Config

PREFIX = "/nightschool"
MLFLOW_URL = "NIGHTSCHOOL_MLFLOW_URL"
"""Variable that names the address that people reach MLflow under; without it there are no links to it."""
DAG = "nightly_cycle"
"""The DAG whose runs are nights: who may read them may read the page. A team has one of its own."""


def place_of(dag: str) -> str:
    """Below which path the nights of a nightly DAG are shown."""
    team = team_of(dag)
    return f"{PREFIX}/teams/{team}" if team else PREFIX


def base_path() -> str:
    """The path that Airflow lies under, without a slash at its end; mostly empty."""
    from airflow.configuration import conf

    return urlsplit(conf.get("api", "base_url", fallback="") or "").path.rstrip("/")


class LazyPage:
    """An ASGI app that makes the page's with the first request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._app: FastAPI | None = None

    @property
    def app(self) -> FastAPI:
        """The page's app, with the settings that the environment names."""
        with self._lock:
            if self._app is None:
                self._app = _pages()
            return self._app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Hand the request on."""
        await self.app(scope, receive, send)


def _pages() -> FastAPI:
    """The page of the installation's own nights, and those of the teams below it."""
    from nightschool.nights import Nights
    from nightschool_airflow.command import project_root
    from nightschool_airflow.page.access import guards, sees
    from nightschool_airflow.page.app import page_app
    from nightschool_airflow.page.teams import add_teams

    teams = {team.name: Nights(team.config) for team in read_teams(project_root()).sound}
    page = page_app(Nights(_config()), *guards(), teams=bool(teams))
    if teams:
        add_teams(page, {name: page_app(nights, *guards(name), name, True) for name, nights in teams.items()}, sees)
    return page


def _config() -> Config:
    """The settings of the form's first config file, at the project's root wherever this process was started."""
    from nightschool_airflow.command import project_root, settings

    found = settings({"config": os.environ.get("NIGHTSCHOOL_CONFIG")})
    return found.model_copy(update={"root": (project_root() / found.root).resolve()})
