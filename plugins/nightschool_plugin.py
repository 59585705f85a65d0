"""The Airflow plugin: the page *Night School* in the navigation, and the verdict as a note on each night's run.

Every process of Airflow loads this file, so the page itself is imported with its first request.
"""

from airflow.plugins_manager import AirflowPlugin

from nightschool.teams import read_teams
from nightschool_airflow import notes
from nightschool_airflow.command import project_root
from nightschool_airflow.page.mount import PREFIX, LazyPage, base_path

HOME = f"{base_path()}{PREFIX}/{'teams' if read_teams(project_root()).sound else ''}"
"""Where the navigation leads: to the nights, or to the list of teams."""


class NightSchoolPlugin(AirflowPlugin):  # type: ignore[misc]  # airflow is not followed by mypy
    """What Airflow finds of Night School beside the DAGs."""

    name = "nightschool"
    fastapi_apps = [{"app": LazyPage(), "url_prefix": PREFIX, "name": "Night School"}]
    external_views = [{"name": "Night School", "href": HOME, "url_route": "nightschool", "destination": "nav"}]
    listeners = [notes]
